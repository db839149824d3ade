import { expect, test } from 'vitest';
import { indexArticle } from '../../src/evidence/article/word-index.ts';
import {
  compareWords,
  createPassageFinder,
  markDifference,
} from '../../src/evidence/nearest-passage.ts';
import { article } from './text.ts';

const news = article(
  'Ferry plan divides the harbour',
  'Mayor Ana Ortiz met the “old” ferry crew on May 19.',
  'The crew wants a new pier and a $7 billion bridge, they said.',
);
const compareAndMark = (expected: string, found: string) =>
  markDifference(compareWords(expected, found));

const findNearest = createPassageFinder(indexArticle(news)).findNearest;

test('shows the nearest passage with the difference marked', () => {
  expect(findNearest(['a $6 billion bridge'])).toEqual({
    paragraph: 3,
    text: 'a $7 billion bridge',
    changes: [
      { kind: 'same', words: 'a' },
      { kind: 'removed', words: '$6' },
      { kind: 'added', words: '$7' },
      { kind: 'same', words: 'billion bridge' },
    ],
    difference: 'a [-$6-]{+$7+} billion bridge',
  });
  expect(findNearest(['May 18'])?.difference).toBe('May [-18-]{+19+}');
  expect(findNearest(['$6'])).toBeUndefined();
});

test('marks words that are left out, added or spelt differently', () => {
  expect(findNearest(['met the very old ferry crew'])?.difference).toBe(
    'met the [-very old-]{+“old”+} ferry crew',
  );
  expect(findNearest(['wants a pier'])?.difference).toBe('wants a {+new+} pier');
  expect(findNearest(['Ortitz'])).toMatchObject({
    paragraph: 2,
    difference: '[-Ortitz-]{+Ortiz+}',
  });
  expect(findNearest(['Majors Anna Ortitz'])).toMatchObject({ text: 'Mayor Ana Ortiz' });
});

test('finds a name with a letter missing, added, replaced or transposed', () => {
  const names = createPassageFinder(
    indexArticle(article('They met Zoë Maréquin, said Ana.')),
  ).findNearest;
  for (const slip of ['Marquin', 'Maréquinn', 'Maréguin', 'Maréuqin', 'Naréquin']) {
    expect(names([slip])?.difference).toBe(`[-${slip}-]{+Maréquin+}`);
  }
  expect(names(['Zeo Maréquin'])?.difference).toBe('[-Zeo-]{+Zoë+} Maréquin');
});

test('takes the nearest of several spellings', () => {
  expect(findNearest(['something else', 'ferry plans'])).toMatchObject({
    difference: 'Ferry [-plans-]{+plan+}',
  });
});

test('finds nothing if the article has nothing similar', () => {
  for (const text of ['zebra', 'quantum zebras', '', '!!', 'x'.repeat(10_000)]) {
    expect(findNearest([text])).toBeUndefined();
  }
  expect(findNearest([])).toBeUndefined();
  expect(createPassageFinder(indexArticle(article())).findNearest(['ferry'])).toBeUndefined();
});

test('differences that matching ignores are not marked', () => {
  expect(compareAndMark('the "OLD" x-ray', 'The “old” x–ray')).toBe('The “old” x–ray');
  expect(compareAndMark('one two', 'one two three')).toBe('one two {+three+}');
  expect(compareAndMark('one two three', 'three')).toBe('[-one two-] three');
});

test('marks texts that have hardly anything in common as a whole', () => {
  const listWords = (word: string) =>
    Array.from({ length: 300 }, (_, index) => `${word}${index}`).join(' ');
  expect(compareAndMark(listWords('a'), listWords('b'))).toBe(
    `[-${listWords('a')}-]{+${listWords('b')}+}`,
  );
});

test('finds one of very many similar passages', () => {
  const text = article('the old ferry crew '.repeat(200).trim());
  expect(createPassageFinder(indexArticle(text)).findNearest(['the old ferry krew'])).toMatchObject(
    {
      text: 'the old ferry crew',
      difference: 'the old ferry [-krew-]{+crew+}',
    },
  );
});

test('the nearest passage must be similar, but may be longer or shorter', () => {
  const text = article('The old ferry crew left the pier at noon, before the storm came up.');
  const findDifference = (expected: string) =>
    createPassageFinder(indexArticle(text)).findNearest([expected])?.difference;
  expect(findDifference('old ferry crew left')).toBe('old ferry crew left');
  expect(findDifference('the ferry crew left')).toBe('[-the-]{+old+} ferry crew left');
  expect(findDifference('The very old ferry crew left')).toBe('The [-very-] old ferry crew left');
  expect(findDifference('ferry left the pier at noon')).toBe(
    '[-ferry-]{+crew+} left the pier at noon',
  );
  expect(findDifference('at noon, after the storm')).toBe('at noon, [-after-]{+before+} the storm');
  expect(findDifference('noon something entirely different here')).toBeUndefined();
});

test('finds a word with one wrong letter, but not a very long one', () => {
  const long = 'x'.repeat(40);
  const text = article(`The ferry ${long}a and ${long}ab stood there.`);
  const findText = (expected: string) =>
    createPassageFinder(indexArticle(text)).findNearest([expected])?.text;
  expect(findText('fery')).toBe('ferry');
  expect(findText('ferrry')).toBe('ferry');
  expect(findText('frery')).toBe('ferry');
  expect(findText(`${'x'.repeat(39)}y`)).toBeUndefined();
});

test('compares those of very many passages that share the most letters', () => {
  const decoys = Array.from({ length: 6 }, (_, at) => `one ${'xyzuvw'.charAt(at)}${at} has been`);
  const single = ['two', 'three', 'four'].flatMap((word) =>
    Array.from({ length: 7 }, (_, at) => `${word} a${at} b${at} c${at}`),
  );
  const text = article(...decoys, ...single, 'uno two three four');
  expect(createPassageFinder(indexArticle(text)).findNearest(['one two three four'])?.text).toBe(
    'uno two three four',
  );
});

test('the nearest passage may begin a word before most of the matching words', () => {
  const text = article('Boats: alpha more bravo charlie delta, echo.');
  expect(
    createPassageFinder(indexArticle(text)).findNearest(['alpha bravo charlie delta'])?.text,
  ).toBe('alpha more bravo charlie delta');
});

test('the nearest passage may begin with a word that is not recognised', () => {
  const text = article('Well, intarnasional a bravo charlie, they said.');
  expect(
    createPassageFinder(indexArticle(text)).findNearest(['international bravo charlie'])?.text,
  ).toBe('intarnasional a bravo charlie');
});

test('finds words of up to forty letters', () => {
  const text = article(`The ${'ab'.repeat(20)} and ${'x'.repeat(40)}a stood there.`);
  const findText = (expected: string) =>
    createPassageFinder(indexArticle(text)).findNearest([expected])?.text;
  expect(findText(`${'ab'.repeat(19)}ac`)).toBe('ab'.repeat(20));
  expect(findText('x'.repeat(40))).toBeUndefined();
  expect(findText('x'.repeat(45))).toBeUndefined();
});

test('the nearest passage includes punctuation at its ends if the article has it, but not spaces', () => {
  const text = article('They want (the new peer) now, and an old boat there.');
  const findText = (expected: string) =>
    createPassageFinder(indexArticle(text)).findNearest([expected])?.text;
  expect(findText('(the new pier)')).toBe('(the new peer)');
  expect(findText('“an old boot”')).toBe('an old boat');
});

test.each([
  ['a b c', 'a b c', 'a b c'],
  ['a b c', 'a x c', 'a [-b-]{+x+} c'],
  ['a b', 'b', '[-a-] b'],
  ['b', 'a b', '{+a+} b'],
  ['a', 'a b', 'a {+b+}'],
  [' a  b ', 'A b', 'A b'],
  ['a\tb', 'a c', 'a [-b-]{+c+}'],
])('marks %j against %j as %j', (expected, found, marked) => {
  expect(compareAndMark(expected, found)).toBe(marked);
});
