import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameTest, startOfWord, wholeWords } from '../../../src/dataset/schema/names.ts';
import { fold } from '../../../src/text/fold.ts';

const signs = fc.constantFrom('a', 's', 'á', '7', ' ', '-', '.', '𝒜', '\ud835');
const text = fc.string({ unit: signs, maxLength: 12 });

test('words are found as a pattern with the bounds of words would find them', () => {
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 3 }), (where, phrases) => {
      const any = phrases
        .map((one) => fold(one).trim().replaceAll('.', '\\.'))
        .filter((one) => one !== '')
        .join('|');
      const pattern = new RegExp(
        `(?<![\\p{L}\\p{N}])(?:${any || '(?!)'})s?(?![\\p{L}\\p{N}])`,
        'u',
      );
      expect(wholeWords(phrases)(fold(where))).toBe(pattern.test(fold(where)));
    }),
  );
});

test('a word begins where no letter or digit stands before it', () => {
  const isStart = startOfWord('Xi');
  expect(['xi said', 'of xian', 'the “xi”'].filter(isStart)).toHaveLength(3);
  expect(['taxi', '7xi', '𝒜xi'].filter(isStart)).toEqual([]);
});

test('blanks around a name are no part of it, and nothing is called by blanks alone', () => {
  expect(nameTest([' Xi '])('so Xi said')).toBe(true);
  expect(wholeWords([' xi '])('so xi said')).toBe(true);
  expect(startOfWord(' Xi ')('of xian')).toBe(true);
  for (const blank of ['', ' ']) {
    expect(nameTest([blank])(' a  b ')).toBe(false);
    expect(wholeWords([blank])(' a  b ')).toBe(false);
    expect(startOfWord(blank)(' a  b ')).toBe(false);
  }
});

test('an acronym is found with its capitals only, and a name in any case', () => {
  const isCalled = nameTest(['US', 'United States']);
  expect(isCalled('the US president')).toBe(true);
  expect(isCalled('the united states’s president')).toBe(true);
  expect(isCalled('he told us')).toBe(false);
});
