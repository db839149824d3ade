import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  normalise,
  normaliseKeepingCase,
  normaliseWithOffsets,
} from '../../../src/evidence/article/normalise.ts';

const scripts = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ...'.aÀéİıßΣς“”„«»’‹-–—−\u00ad\u200b\u2060\ufeff\u00a0\t 🚢\u0301\u0323\u200d\ufe0f',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  ),
});

test('letter case, kinds of quotation mark and dash, and white space make no difference', () => {
  expect(normalise('  The “Old”\u00a0\t\u200b Pier – „north‟ «side» ″1″ ')).toBe(
    "the 'old' pier - 'north' 'side' '1'",
  );
  expect(normalise('the captain’s ‘boat’ ‚her‛ ′own′ ‹one› `it`')).toBe(
    "the captain's 'boat' 'her' 'own' 'one' 'it'",
  );
  expect(normalise('one\u2010two\u2011three\u2012four–five—six−seven')).toBe(
    'one-two-three-four-five-six-seven',
  );
  expect(normalise('STRASSE ΟΔΟΣ')).toBe(normalise('Straße οδος'));
});

test('what is different to a reader stays different', () => {
  const different = ['cafe', 'café', 'ca fe', 'ca-fe', "'cafe'", 'cafe.'];
  expect(new Set(different.map(normalise)).size).toBe(different.length);
});

test('soft hyphens and joiners vanish', () => {
  expect(normalise('har\u00adbour')).toBe('harbour');
  expect(normalise('❤️ می‌رود')).toBe(normalise('❤ میرود'));
});

test('dots in abbreviations make no difference', () => {
  expect(normalise('The U.N. and the U.S.-led E.U')).toBe('the un and the us-led eu');
  expect(normaliseKeepingCase('U.N. staff at 9 a.m.')).toBe('UN staff at 9 am');
  for (const text of ['on plan b. a new one', 'no. 1.2', 'j. smith', 'e.on.com', 'x..y']) {
    expect(normalise(text)).toBe(text);
  }
  const { text, from, to } = normaliseWithOffsets('at the U.N. now');
  const at = text.indexOf('un');
  expect('at the U.N. now'.slice(from[at], to[at + 1])).toBe('U.N.');
});

test('letter case is kept where it is asked for', () => {
  expect(normaliseKeepingCase(' “May”  18–19 ')).toBe("'May' 18-19");
});

test('composed and decomposed text are one', () => {
  fc.assert(
    fc.property(scripts, (text) => {
      expect(normalise(text.normalize('NFD'))).toBe(normalise(text.normalize('NFC')));
    }),
  );
});

test('upper and lower case are one, letters that grow with their case included', () => {
  expect(normalise('İstanbul')).toBe(normalise('i\u0307stanbul'));
  fc.assert(
    fc.property(scripts, (text) => {
      // Decomposed, as the capitals of ᾀ are two letters, of which a mark would stay with the second.
      expect(normalise(text.normalize('NFD').toUpperCase())).toBe(normalise(text));
    }),
  );
});

test('each unit of a normalised text leads back to what it stands for', () => {
  fc.assert(
    fc.property(scripts, (text) => {
      const { text: normalised, from, to } = normaliseWithOffsets(text);
      expect([from.length, to.length]).toEqual([normalised.length, normalised.length]);
      for (const [index, start] of from.entries()) {
        const end = to[index] ?? 0;
        expect(end).toBeGreaterThan(start);
        expect(normaliseWithOffsets(text.slice(start, end)).text).toContain(normalised[index]);
        expect(start).toBeGreaterThanOrEqual(from[index - 1] ?? 0);
      }
    }),
  );
  const { text, from, to } = normaliseWithOffsets('İİ\u00ad  “Pier”');
  const at = text.indexOf("'pier'");
  expect('İİ\u00ad  “Pier”'.slice(from[at], to[at + 5])).toBe('“Pier”');
});
