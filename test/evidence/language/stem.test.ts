import { expect, test } from 'vitest';
import { stemEnglish } from '../../../src/evidence/language/stem.ts';

test.each([
  ['leave', 'leaves', 'leaving'],
  ['study', 'studies', 'studied', 'studying'],
  ['plan', 'plans', 'planned', 'planning'],
  ['process', 'processes', 'processed'],
  ['reach', 'reaches', 'reached', 'reaching'],
  ['wish', 'wishes'],
  ['boat', 'boats'],
  ['agree', 'agrees', 'agreed'],
])('%s and its other forms have a stem', (word, ...forms) => {
  expect(forms.map(stemEnglish)).toEqual(forms.map(() => stemEnglish(word)));
});

test.each([
  ['eggs', 'egg'],
  ['committees', 'commit'],
])('%s ends in %s', (word, stem) => {
  expect(stemEnglish(word)).toBe(stem);
});

test.each(['bus', 'gas', 'so', 'red', 'bed', 'g7s', 'us', '20ss'])('%s stays as it is', (word) => {
  expect(stemEnglish(word)).toBe(word);
});

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
])('%s has the stem %s', (word, stem) => {
  expect(stemEnglish(word)).toBe(stem);
});
