import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countRows } from '../../src/output/text.ts';
import { numRuns, seed } from '../seed.mts';

it.each([
  ['an empty line', '', 1],
  ['a line as wide as the screen', 'x'.repeat(10), 1],
  ['a line one column wider', 'x'.repeat(11), 2],
  ['a line of two and a half rows', 'x'.repeat(25), 3],
  ['colours', `\u001b[1m${'x'.repeat(10)}\u001b[22m`, 1],
  ['a coloured wide word', `\u001b[1m${'湖'.repeat(5)}\u001b[22m`, 1],
  ['wide characters', '湖'.repeat(6), 2],
  ['a wide character that would start in the last column', `${'x'.repeat(9)}湖`, 2],
  ['a tab, as eight columns', `x\txx`, 2],
  ['combining marks', 'e\u0301'.repeat(10), 1],
])('counts the rows of %s on a screen of 10 columns', (_, line, rows) => {
  expect(countRows(line, 10)).toBe(rows);
});

it('counts the column that wide characters leave empty at the end of a row', () => {
  expect(countRows('湖'.repeat(13), 9)).toBe(4);
});

it('counts the same rows of ASCII with and without a combining mark after it', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 12 }), (text, columns) => {
      const measured = countRows(`${text}x\u0301`, columns);
      expect(measured).toBe(countRows(`${text}x`, columns));
    }),
    { seed, numRuns },
  );
});
