import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createNameTest,
  findWordStart,
  indexNames,
  matchWholeWords,
} from '../../../src/dataset/schema/names.ts';
import { fold } from '../../../src/text/fold.ts';

const characters = fc.constantFrom('a', 's', 'á', '7', ' ', '-', '.', '𝒜', '\ud835');
const text = fc.string({ unit: characters, maxLength: 12 });

test('finds words exactly like a pattern with word boundaries', () => {
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
      expect(matchWholeWords(phrases)(fold(where))).toBe(pattern.test(fold(where)));
    }),
  );
});

/** Parts of names and texts: acronyms, diacritics, genitives, hyphens, other scripts, unusual characters. */
const parts = fc.constantFrom(
  ...['Ana', 'ana', 'an', 'Xi', 'US', 'us', 'U.S.', 'UN', 'Zoë', 'Zoe\u0308', 'Ёж', 'ß', 'ς', '7'],
  ...["'s", '’s', 's', ' ', ' ', ' ', '  ', '\u00a0', '-', '–', '.', '(', '$', '/'],
  ...['国', '中国', '\u{20000}', '\u{10400}', '😀', '\ud83d', '\u0301', '\u0308'],
);
const joinParts = (maxParts: number) =>
  fc.array(parts, { maxLength: maxParts }).map((some) => some.join(''));

test('finds the same names with an index as with a test for each name, in the same order', () => {
  const people = fc.array(fc.array(joinParts(4), { maxLength: 3 }), { maxLength: 8 });
  fc.assert(
    fc.property(people, joinParts(16), fc.nat(7), (all, where, without) => {
      const finder = indexNames(all, (names) => names);
      const isNamed = (names: readonly string[]) =>
        names.some((name) => createNameTest([name])(where));
      const named = all.filter(isNamed);
      expect(finder.findAll(where)).toEqual(named);
      const isMeant = (names: readonly string[]) => names !== all[without];
      expect(finder.findFirst(where, isMeant)).toBe(named.find(isMeant));
    }),
  );
});

test('finds one of many names wherever a test for each name finds one', () => {
  fc.assert(
    fc.property(
      fc.array(joinParts(3), { minLength: 17, maxLength: 30 }),
      joinParts(8),
      (names, where) => {
        expect(createNameTest(names)(where)).toBe(
          names.some((name) => createNameTest([name])(where)),
        );
      },
    ),
  );
});

test('finds names that thousands of records share, or that begin with each other', () => {
  const shared = Array.from({ length: 5_000 }, (_, at) => ({ at, names: ['Aland', `Land ${at}`] }));
  const { findAll, findFirst } = indexNames(shared, ({ names }) => names);
  expect(findAll('of Aland')).toEqual(shared);
  expect(findFirst('of Aland', ({ at }) => at > 2)).toEqual(shared[3]);
  expect(findAll('Land 4999 and Land 4').map(({ at }) => at)).toEqual([4, 4_999]);
  const nested = Array.from({ length: 90 }, (_, at) => `x${' x'.repeat(at)}`);
  const finder = indexNames(nested, (name) => [name]);
  expect(finder.findAll('x'.padEnd(41, ' x'))).toEqual(nested.slice(0, 21));
});

test('ignores names longer than two hundred characters', () => {
  const [long, longer] = ['x'.repeat(200), 'x'.repeat(201)];
  expect(createNameTest([long])(`of ${long}`)).toBe(true);
  expect(createNameTest([longer])(`of ${longer}`)).toBe(false);
  const { findAll } = indexNames([long, longer], (name) => [name]);
  expect(findAll(`of ${long}`)).toEqual([long]);
  expect(findAll(`of ${longer}`)).toEqual([]);
});

test('looks for a repetitive phrase up to the end of a repetitive text', () => {
  const [text, phrase] = ['a'.repeat(1_000_000), 'a'.repeat(300_000)];
  expect(matchWholeWords([phrase])(text)).toBe(false);
  expect(matchWholeWords([phrase])(`${text} ${phrase}`)).toBe(true);
});

test('a word begins where no letter or digit precedes it', () => {
  const isStart = (text: string) => findWordStart(text, 'xi') >= 0;
  expect(['xi said', 'of xian', 'the “xi”'].filter(isStart)).toHaveLength(3);
  expect(['taxi', '7xi', '𝒜xi'].filter(isStart)).toEqual([]);
});

test('ignores spaces around a name, and names that are only spaces', () => {
  expect(createNameTest([' Xi '])('so Xi said')).toBe(true);
  expect(matchWholeWords([' xi '])('so xi said')).toBe(true);
  for (const blank of ['', ' ']) {
    expect(createNameTest([blank])(' a  b ')).toBe(false);
    expect(matchWholeWords([blank])(' a  b ')).toBe(false);
  }
});

test('finds an acronym only in capitals, and a name in any case', () => {
  const isNamed = createNameTest(['US', 'United States']);
  expect(isNamed('the US president')).toBe(true);
  expect(isNamed('the united states’s president')).toBe(true);
  expect(isNamed('he told us')).toBe(false);
});
