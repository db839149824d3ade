import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateWidths, measureColumn } from '../../src/output/grid.ts';
import { wrap } from '../../src/output/text.ts';

const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, 0);

const x = (length: number) => 'x'.repeat(length);

describe('the extent of a column', () => {
  it.each([
    ['head', [], 4, 4],
    ['head', ['a longer one'], 12, 12],
    ['head', ['a longer text'], 13, 7],
    ['a_head', ['one two three four five'], 23, 7],
    ['head', ['one-way streets here'], 20, 8],
    ['head', [`one ${x(15)}`, `one ${x(9)}`], 19, 16],
    ['head', [`one ${x(16)}`, `one ${x(18)} it`], 25, 16],
    ['head', [`one ${x(20)}`], 24, 16],
    ['head', [`${x(16)} ${x(16)} ${x(14)}`], 48, 16],
    ['head', [`${x(3)} ${x(16)} ${x(16)} ${x(11)}`], 49, 20],
  ])('with the head %j and %j is %i at most and %i at min', (head, cells, max, min) => {
    expect(measureColumn([head, ...cells])).toEqual({ max, min });
  });
});

describe('sharing a width out among columns', () => {
  it('gives each what it needs where all fits, and without a total', () => {
    const extents = [
      { max: 10, min: 10 },
      { max: 30, min: 8 },
    ];
    expect(allocateWidths(extents, 80)).toEqual([10, 30]);
    expect(allocateWidths(extents, 42)).toEqual([10, 30]);
    expect(allocateWidths(extents, undefined)).toEqual([10, 30]);
  });

  it('gives the long ones the same share of the rest, to the last column', () => {
    const extents = [
      { max: 10, min: 10 },
      { max: 50, min: 8 },
      { max: 90, min: 8 },
    ];
    expect(allocateWidths(extents, 59)).toEqual([10, 23, 22]);
  });

  it('gives a column that is left over to the first that can do with it', () => {
    const wide = { max: 50, min: 4 };
    expect(allocateWidths([{ max: 10, min: 4 }, wide, wide], 35)).toEqual([10, 11, 10]);
    expect(allocateWidths([{ max: 50, min: 16 }, wide, wide], 41)).toEqual([16, 11, 10]);
    expect(allocateWidths([wide, wide], 43)).toEqual([21, 20]);
  });

  it('gives none where they cannot all be readable', () => {
    expect(allocateWidths([{ max: 50, min: 16 }], 15)).toBeUndefined();
    expect(allocateWidths([{ max: 50, min: 16 }], 16)).toEqual([16]);
  });

  it('fills the width, never more, and keeps every column between min and max', () => {
    const extent = fc
      .tuple(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 0, max: 90 }))
      .map(([min, more]) => ({ min, max: min + more }));
    fc.assert(
      fc.property(
        fc.array(extent, { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 1, max: 200 }),
        (extents, total) => {
          const gaps = 2 * (extents.length - 1);
          const widths = allocateWidths(extents, total);
          const needed = sum(extents.map(({ min }) => min)) + gaps;
          if (widths === undefined) {
            expect(needed).toBeGreaterThan(total);
            return;
          }
          const wanted = sum(extents.map(({ max }) => max)) + gaps;
          expect(sum(widths) + gaps).toBe(Math.min(total, wanted));
          for (const [at, { min, max }] of extents.entries()) {
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
