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

const nearest = createPassageFinder(indexArticle(news)).findNearest;

test('the nearest passage is shown with the difference marked', () => {
  expect(nearest(['a $6 billion bridge'])).toEqual({
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
  expect(nearest(['May 18'])?.difference).toBe('May [-18-]{+19+}');
  expect(nearest(['$6'])).toBeUndefined();
});

test('words that are left out, added or spelt otherwise are marked', () => {
  expect(nearest(['met the very old ferry crew'])?.difference).toBe(
    'met the [-very old-]{+“old”+} ferry crew',
  );
  expect(nearest(['wants a pier'])?.difference).toBe('wants a {+new+} pier');
  expect(nearest(['Ortitz'])).toMatchObject({ paragraph: 2, difference: '[-Ortitz-]{+Ortiz+}' });
  expect(nearest(['Majors Anna Ortitz'])).toMatchObject({ text: 'Mayor Ana Ortiz' });
});

test('a name is found with a letter left out, added, replaced or in the wrong order', () => {
  const names = createPassageFinder(
    indexArticle(article('They met Zoë Maréquin, said Ana.')),
  ).findNearest;
  for (const slip of ['Marquin', 'Maréquinn', 'Maréguin', 'Maréuqin', 'Naréquin']) {
    expect(names([slip])?.difference).toBe(`[-${slip}-]{+Maréquin+}`);
  }
  expect(names(['Zeo Maréquin'])?.difference).toBe('[-Zeo-]{+Zoë+} Maréquin');
});

test('the nearest of several spellings is taken', () => {
  expect(nearest(['something else', 'ferry plans'])).toMatchObject({
    difference: 'Ferry [-plans-]{+plan+}',
  });
});

test('nothing is near to what the article has nothing of', () => {
  for (const text of ['zebra', 'quantum zebras', '', '!!', 'x'.repeat(10_000)]) {
    expect(nearest([text])).toBeUndefined();
  }
  expect(nearest([])).toBeUndefined();
  expect(createPassageFinder(indexArticle(article())).findNearest(['ferry'])).toBeUndefined();
});

test('what matching ignores is no difference', () => {
  expect(compareAndMark('the "OLD" x-ray', 'The “old” x–ray')).toBe('The “old” x–ray');
  expect(compareAndMark('one two', 'one two three')).toBe('one two {+three+}');
  expect(compareAndMark('one two three', 'three')).toBe('[-one two-] three');
});

test('texts with hardly anything in common are marked as a whole', () => {
  const text = (word: string) =>
    Array.from({ length: 300 }, (_, index) => `${word}${index}`).join(' ');
  expect(compareAndMark(text('a'), text('b'))).toBe(`[-${text('a')}-]{+${text('b')}+}`);
});

test('of many places that are alike not all are looked at', () => {
  const text = article('the old ferry crew '.repeat(200).trim());
  expect(createPassageFinder(indexArticle(text)).findNearest(['the old ferry krew'])).toMatchObject(
    {
      text: 'the old ferry crew',
      difference: 'the old ferry [-krew-]{+crew+}',
    },
  );
});

test('what is near has to be alike, and may be longer or shorter than what was looked for', () => {
  const text = article('The old ferry crew left the pier at noon, before the storm came up.');
  const near = (expected: string) =>
    createPassageFinder(indexArticle(text)).findNearest([expected])?.difference;
  expect(near('old ferry crew left')).toBe('old ferry crew left');
  expect(near('the ferry crew left')).toBe('[-the-]{+old+} ferry crew left');
  expect(near('The very old ferry crew left')).toBe('The [-very-] old ferry crew left');
  expect(near('ferry left the pier at noon')).toBe('[-ferry-]{+crew+} left the pier at noon');
  expect(near('at noon, after the storm')).toBe('at noon, [-after-]{+before+} the storm');
  expect(near('noon something entirely different here')).toBeUndefined();
});

test('a slip of a letter is near, a longer word with one too, and a word without end is not', () => {
  const long = 'x'.repeat(40);
  const text = article(`The ferry ${long}a and ${long}ab stood there.`);
  const near = (expected: string) =>
    createPassageFinder(indexArticle(text)).findNearest([expected])?.text;
  expect(near('fery')).toBe('ferry');
  expect(near('ferrry')).toBe('ferry');
  expect(near('frery')).toBe('ferry');
  expect(near(`${'x'.repeat(39)}y`)).toBeUndefined();
});

test('of many places those are looked at that share the most letters', () => {
  const decoys = Array.from({ length: 6 }, (_, at) => `one ${'xyzuvw'.charAt(at)}${at} has been`);
  const single = ['two', 'three', 'four'].flatMap((word) =>
    Array.from({ length: 7 }, (_, at) => `${word} a${at} b${at} c${at}`),
  );
  const text = article(...decoys, ...single, 'uno two three four');
  expect(createPassageFinder(indexArticle(text)).findNearest(['one two three four'])?.text).toBe(
    'uno two three four',
  );
});

test('a passage may begin a word before most of its words are in their places', () => {
  const text = article('Boats: alpha more bravo charlie delta, echo.');
  expect(
    createPassageFinder(indexArticle(text)).findNearest(['alpha bravo charlie delta'])?.text,
  ).toBe('alpha more bravo charlie delta');
});

test('a passage may begin with a word that is not known again', () => {
  const text = article('Well, intarnasional a bravo charlie, they said.');
  expect(
    createPassageFinder(indexArticle(text)).findNearest(['international bravo charlie'])?.text,
  ).toBe('intarnasional a bravo charlie');
});

test('a word may have forty letters', () => {
  const text = article(`The ${'ab'.repeat(20)} and ${'x'.repeat(40)}a stood there.`);
  const near = (expected: string) =>
    createPassageFinder(indexArticle(text)).findNearest([expected])?.text;
  expect(near(`${'ab'.repeat(19)}ac`)).toBe('ab'.repeat(20));
  expect(near('x'.repeat(40))).toBeUndefined();
  expect(near('x'.repeat(45))).toBeUndefined();
});

test('signs at the ends are shown where the article has some, and blanks are not', () => {
  const text = article('They want (the new peer) now, and an old boat there.');
  const near = (expected: string) =>
    createPassageFinder(indexArticle(text)).findNearest([expected])?.text;
  expect(near('(the new pier)')).toBe('(the new peer)');
  expect(near('“an old boot”')).toBe('an old boat');
});

test.each([
  ['a b c', 'a b c', 'a b c'],
  ['a b c', 'a x c', 'a [-b-]{+x+} c'],
  ['a b', 'b', '[-a-] b'],
  ['b', 'a b', '{+a+} b'],
  ['a', 'a b', 'a {+b+}'],
  [' a  b ', 'A b', 'A b'],
  ['a\tb', 'a c', 'a [-b-]{+c+}'],
])('%j beside %j is %j', (expected, found, marked) => {
  expect(compareAndMark(expected, found)).toBe(marked);
});
