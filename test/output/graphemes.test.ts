import { expect, test } from 'vitest';
import { truncateCell } from '../../src/output/cell.ts';
import { splitChunks, splitGraphemes } from '../../src/output/graphemes.ts';

const family = '👨‍👩‍👧';

test('a long text is cut between graphemes', () => {
  for (let before = 0; before < 12; before += 1) {
    const text = 'x'.repeat(995 + before) + family.repeat(300);
    const pieces = [...splitChunks(text)];
    expect(pieces.join('')).toBe(text);
    expect(pieces.length).toBeGreaterThan(2);
    expect(splitGraphemes(text).filter((one) => one !== 'x')).toEqual(
      Array.from({ length: 300 }, () => family),
    );
  }
});

test('a grapheme that has no end is cut somewhere', () => {
  const text = `a${'\u0301'.repeat(5_000)}`;
  const pieces = [...splitChunks(text)];
  expect(pieces.join('')).toBe(text);
  expect(pieces.map(({ length }) => length)).toEqual([1000, 1000, 1000, 1000, 1001]);
});

test('a cell of more than a screen is clipped, with the marks that are left', () => {
  const whole = { text: 'x'.repeat(2_400), missing: false, highlights: [[0, 1]] } as const;
  expect(truncateCell(whole)).toBe(whole);
  const marks = [
    [0, 1],
    [1_999, 2_000],
    [1_999, 2_001],
  ] as const;
  expect(truncateCell({ text: 'x'.repeat(2_401), missing: false, highlights: marks })).toEqual({
    text: `${'x'.repeat(2_000)}…`,
    missing: false,
    highlights: marks.slice(0, 2),
  });
  expect(truncateCell({ text: 'x'.repeat(2_401), missing: false })).toEqual({
    text: `${'x'.repeat(2_000)}…`,
    missing: false,
  });
});
