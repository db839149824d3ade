import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareWidth } from '../../src/output/layout.ts';
import { wrap } from '../../src/output/wrap.ts';

const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, 0);

describe('sharing a width out among columns', () => {
  it('gives each what it needs where all fits, and without a total', () => {
    const extents = [
      { natural: 10, least: 10 },
      { natural: 30, least: 8 },
    ];
    expect(shareWidth(extents, 80, 2)).toEqual([10, 30]);
    expect(shareWidth(extents, 42, 2)).toEqual([10, 30]);
    expect(shareWidth(extents, undefined, 2)).toEqual([10, 30]);
  });

  it('gives the long ones the same share of the rest, to the last column', () => {
    const extents = [
      { natural: 10, least: 10 },
      { natural: 50, least: 8 },
      { natural: 90, least: 8 },
    ];
    expect(shareWidth(extents, 59, 2)).toEqual([10, 23, 22]);
  });

  it('gives none where they cannot all be readable', () => {
    expect(shareWidth([{ natural: 50, least: 16 }], 15, 2)).toBeUndefined();
    expect(shareWidth([{ natural: 50, least: 16 }], 16, 2)).toEqual([16]);
  });

  it('fills the width, never more, and keeps every column between least and natural', () => {
    const extent = fc
      .tuple(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 0, max: 90 }))
      .map(([least, more]) => ({ least, natural: least + more }));
    fc.assert(
      fc.property(
        fc.array(extent, { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 1, max: 200 }),
        (extents, total) => {
          const gaps = 2 * (extents.length - 1);
          const widths = shareWidth(extents, total, 2);
          const needed = sum(extents.map(({ least }) => least)) + gaps;
          if (widths === undefined) {
            expect(needed).toBeGreaterThan(total);
            return;
          }
          const wanted = sum(extents.map(({ natural }) => natural)) + gaps;
          expect(sum(widths) + gaps).toBe(Math.min(total, wanted));
          for (const [at, { least, natural }] of extents.entries()) {
            expect(widths[at]).toBeGreaterThanOrEqual(least);
            expect(widths[at]).toBeLessThanOrEqual(natural);
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
