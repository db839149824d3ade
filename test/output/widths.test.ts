import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateWidths, measureColumn } from '../../src/output/grid.ts';
import { wrap } from '../../src/output/text.ts';

const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, 0);

const repeatX = (length: number) => 'x'.repeat(length);

describe('the width range of a column', () => {
  it.each([
    ['head', [], 4, 4],
    ['head', ['a longer one'], 12, 12],
    ['head', ['a longer text'], 13, 7],
    ['a_head', ['one two three four five'], 23, 7],
    ['head', ['one-way streets here'], 20, 8],
    ['head', [`one ${repeatX(15)}`, `one ${repeatX(9)}`], 19, 16],
    ['head', [`one ${repeatX(16)}`, `one ${repeatX(18)} it`], 25, 16],
    ['head', [`one ${repeatX(20)}`], 24, 16],
    ['head', [`${repeatX(16)} ${repeatX(16)} ${repeatX(14)}`], 48, 16],
    ['head', [`${repeatX(3)} ${repeatX(16)} ${repeatX(16)} ${repeatX(11)}`], 49, 20],
  ])('with the heading %j and the cells %j: at most %i, at least %i', (head, cells, max, min) => {
    expect(measureColumn([head, ...cells])).toEqual({ max, min });
  });
});

describe('allocating a width to columns', () => {
  it('gives each column its maximum if everything fits, or without a total', () => {
    const ranges = [
      { max: 10, min: 10 },
      { max: 30, min: 8 },
    ];
    expect(allocateWidths(ranges, 80)).toEqual([10, 30]);
    expect(allocateWidths(ranges, 42)).toEqual([10, 30]);
    expect(allocateWidths(ranges, undefined)).toEqual([10, 30]);
  });

  it('divides the rest equally among the wide columns, down to the last column', () => {
    const ranges = [
      { max: 10, min: 10 },
      { max: 50, min: 8 },
      { max: 90, min: 8 },
    ];
    expect(allocateWidths(ranges, 59)).toEqual([10, 23, 22]);
  });

  it('gives a remaining column to the first range that can use it', () => {
    const wide = { max: 50, min: 4 };
    expect(allocateWidths([{ max: 10, min: 4 }, wide, wide], 35)).toEqual([10, 11, 10]);
    expect(allocateWidths([{ max: 50, min: 16 }, wide, wide], 41)).toEqual([16, 11, 10]);
    expect(allocateWidths([wide, wide], 43)).toEqual([21, 20]);
  });

  it('gives nothing if not every column would be readable', () => {
    expect(allocateWidths([{ max: 50, min: 16 }], 15)).toBeUndefined();
    expect(allocateWidths([{ max: 50, min: 16 }], 16)).toEqual([16]);
  });

  it('fills the width exactly, and keeps each column between its minimum and maximum', () => {
    const range = fc
      .tuple(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 0, max: 90 }))
      .map(([min, more]) => ({ min, max: min + more }));
    fc.assert(
      fc.property(
        fc.array(range, { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 1, max: 200 }),
        (ranges, total) => {
          const gaps = 2 * (ranges.length - 1);
          const widths = allocateWidths(ranges, total);
          const needed = sum(ranges.map(({ min }) => min)) + gaps;
          if (widths === undefined) {
            expect(needed).toBeGreaterThan(total);
            return;
          }
          const wanted = sum(ranges.map(({ max }) => max)) + gaps;
          expect(sum(widths) + gaps).toBe(Math.min(total, wanted));
          for (const [at, { min, max }] of ranges.entries()) {
            expect(widths[at]).toBeGreaterThanOrEqual(min);
            expect(widths[at]).toBeLessThanOrEqual(max);
          }
        },
      ),
    );
  });
});

describe('wrapping a text', () => {
  it.each([
    ['nothing to wrap', 20, ['nothing to wrap']],
    ['broken between words', 10, ['broken', 'between', 'words']],
    ['kassym-jomart-tokayev', 14, ['kassym-jomart-', 'tokayev']],
    [
      'the China-Kyrgyzstan-Uzbekistan line',
      12,
      ['the China-', 'Kyrgyzstan-', 'Uzbekistan', 'line'],
    ],
    ['one-on-one talks', 10, ['one-on-one', 'talks']],
    ['incomprehensibilities', 8, ['incompre', 'hensibil', 'ities']],
    ['漢字漢字', 5, ['漢字', '漢字']],
  ])('breaks "%s" at %i columns', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
    expect(wrap(text, undefined)).toEqual([text]);
  });
});
