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

test('ignores letter case, kinds of quotation mark and dash, and white space', () => {
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

test('keeps differences that readers see', () => {
  const different = ['cafe', 'café', 'ca fe', 'ca-fe', "'cafe'", 'cafe.'];
  expect(new Set(different.map(normalise)).size).toBe(different.length);
});

test('removes soft hyphens and joiners', () => {
  expect(normalise('har\u00adbour')).toBe('harbour');
  expect(normalise('❤️ می‌رود')).toBe(normalise('❤ میرود'));
});

test('ignores dots in abbreviations', () => {
  expect(normalise('The U.N. and the U.S.-led E.U')).toBe('the un and the us-led eu');
  expect(normaliseKeepingCase('U.N. staff at 9 a.m.')).toBe('UN staff at 9 am');
  for (const text of ['on plan b. a new one', 'no. 1.2', 'j. smith', 'e.on.com', 'x..y']) {
    expect(normalise(text)).toBe(text);
  }
  const { text, from, to } = normaliseWithOffsets('at the U.N. now');
  const at = text.indexOf('un');
  expect('at the U.N. now'.slice(from[at], to[at + 1])).toBe('U.N.');
});

test('keeps letter case on request', () => {
  expect(normaliseKeepingCase(' “May”  18–19 ')).toBe("'May' 18-19");
});

test('treats composed and decomposed text as the same', () => {
  fc.assert(
    fc.property(scripts, (text) => {
      expect(normalise(text.normalize('NFD'))).toBe(normalise(text.normalize('NFC')));
    }),
  );
});

test('treats upper and lower case as the same, even for letters that grow with their case', () => {
  expect(normalise('İstanbul')).toBe(normalise('i\u0307stanbul'));
  fc.assert(
    fc.property(scripts, (text) => {
      // Decomposed, because the capital of ᾀ is two letters, and a mark would stay with the second.
      expect(normalise(text.normalize('NFD').toUpperCase())).toBe(normalise(text));
    }),
  );
});

test('maps each unit of a normalised text to its original', () => {
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

test('a paragraph and a text on its own are normalised alike', () => {
  const words = fc.array(fc.oneof(scripts, fc.constantFrom('The boat ', 'U.N. ', 'a.m.', '  ')));
  fc.assert(
    fc.property(words, (parts) => {
      const text = parts.join('');
      // Marks that a joiner separated are put in order only in the whole text.
      expect(normaliseWithOffsets(text).text.normalize('NFD').trim()).toBe(normalise(text));
    }),
  );
  expect(normalise('Ⅰ.Ⅱ and Û.N.')).toBe('ⅰⅱ and u\u0302n');
});
