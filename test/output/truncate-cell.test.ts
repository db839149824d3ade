import { expect, test } from 'vitest';
import { truncateCell } from '../../src/output/cell.ts';

test('truncates a cell longer than a screen, and keeps the remaining highlights', () => {
  const fitting = { text: 'x'.repeat(2_400), missing: false, highlights: [[0, 1]] } as const;
  expect(truncateCell(fitting)).toBe(fitting);
  const highlights = [
    [0, 1],
    [1_999, 2_000],
    [1_999, 2_001],
  ] as const;
  expect(truncateCell({ text: 'x'.repeat(2_401), missing: false, highlights: highlights })).toEqual(
    {
      text: `${'x'.repeat(2_000)}…`,
      missing: false,
      highlights: highlights.slice(0, 2),
    },
  );
  expect(truncateCell({ text: 'x'.repeat(2_401), missing: false })).toEqual({
    text: `${'x'.repeat(2_000)}…`,
    missing: false,
  });
});

test('truncates a long cell between two graphemes', () => {
  const family = '👨‍👩‍👧';
  for (let before = 1_990; before < 2_000; before += 1) {
    const { text } = truncateCell({
      text: 'x'.repeat(before) + family.repeat(100),
      missing: false,
    });
    expect(text.replace(/^x+/, '').replaceAll(family, '')).toBe('…');
  }
});
