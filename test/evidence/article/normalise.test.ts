import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, foldKeepingCase, normalise } from '../../../src/evidence/article/normalise.ts';

const scripts = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ...'aÀéİıßΣς“”„«»’‹-–—−\u00ad\u200b\u2060\ufeff\u00a0\t 🚢\u0301\u0323\u200d\ufe0f',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  ),
});

test('letter case, kinds of quotation mark and dash, and white space make no difference', () => {
  expect(fold('  The “Old”\u00a0\t\u200b Pier – „north‟ «side» ″1″ ')).toBe(
    'the "old" pier - "north" "side" "1"',
  );
  expect(fold('the captain’s ‘boat’ ‚her‛ ′own′ ‹one› `it`')).toBe(
    "the captain's 'boat' 'her' 'own' 'one' 'it'",
  );
  expect(fold('one\u2010two\u2011three\u2012four–five—six−seven')).toBe(
    'one-two-three-four-five-six-seven',
  );
  expect(fold('STRASSE ΟΔΟΣ')).toBe(fold('Straße οδος'));
});

test('what is different to a reader stays different', () => {
  const different = ['cafe', 'café', 'ca fe', 'ca-fe', '"cafe"', "'cafe'", 'cafe.'];
  expect(new Set(different.map(fold)).size).toBe(different.length);
});

test('soft hyphens and joiners vanish', () => {
  expect(fold('har\u00adbour')).toBe('harbour');
  expect(fold('❤️ می‌رود')).toBe(fold('❤ میرود'));
});

test('letter case is kept where it is asked for', () => {
  expect(foldKeepingCase(' “May”  18–19 ')).toBe('"May" 18-19');
});

test('composed and decomposed text are one', () => {
  fc.assert(
    fc.property(scripts, (text) => {
      expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
    }),
  );
});

test('upper and lower case are one, letters that grow with their case included', () => {
  expect(fold('İstanbul')).toBe(fold('i\u0307stanbul'));
  fc.assert(
    fc.property(scripts, (text) => {
      // Decomposed, as the capitals of ᾀ are two letters, of which a mark would stay with the second.
      expect(fold(text.normalize('NFD').toUpperCase())).toBe(fold(text));
    }),
  );
});

test('each unit of a folded text leads back to what it stands for', () => {
  fc.assert(
    fc.property(scripts, (text) => {
      const { text: folded, from, to } = normalise(text);
      expect([from.length, to.length]).toEqual([folded.length, folded.length]);
      for (const [index, start] of from.entries()) {
        const end = to[index] ?? 0;
        expect(end).toBeGreaterThan(start);
        expect(normalise(text.slice(start, end)).text).toContain(folded[index]);
        expect(start).toBeGreaterThanOrEqual(from[index - 1] ?? 0);
      }
    }),
  );
  const { text, from, to } = normalise('İİ\u00ad  “Pier”');
  const at = text.indexOf('"pier"');
  expect('İİ\u00ad  “Pier”'.slice(from[at], to[at + 5])).toBe('“Pier”');
});
