import { expect, test } from 'vitest';
import { english } from '../../../src/evidence/language/english.ts';

test.each([
  ['leave', 'leaves', 'leaving', 'left'],
  ['write', 'writes', 'wrote', 'written'],
  ['study', 'studies', 'studied', 'studying'],
  ['plan', 'plans', 'planned', 'planning'],
  ['process', 'processes', 'processed'],
  ['reach', 'reaches', 'reached', 'reaching'],
  ['wish', 'wishes'],
  ['boat', 'boats'],
  ['agree', 'agrees', 'agreed'],
  ['west', 'western', 'westerner'],
])('stems %s and its other forms alike', (word, ...forms) => {
  expect(forms.map(english.stem)).toEqual(forms.map(() => english.stem(word)));
});

test.each([
  ['eggs', 'egg'],
  ['committees', 'commit'],
])('stems %s as %s', (word, stem) => {
  expect(english.stem(word)).toBe(stem);
});

test.each(['bus', 'gas', 'so', 'red', 'bed', 'g7s', 'us', '20ss'])(
  'leaves %s unchanged',
  (word) => {
    expect(english.stem(word)).toBe(word);
  },
);

test.each([
  ['focus', 'focus'],
  ['glass', 'glas'],
  ['king', 'king'],
  ['kings', 'king'],
  ['need', 'need'],
  ['eel', 'eel'],
  ['eels', 'eel'],
  ['fee', 'fee'],
  ['fees', 'f'],
  ['ball', 'bal'],
])('stems %s to %s', (word, stem) => {
  expect(english.stem(word)).toBe(stem);
});
