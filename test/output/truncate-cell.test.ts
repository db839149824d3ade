import { expect, test } from 'vitest';
import { truncateCell } from '../../src/output/cell.ts';

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

test('a long cell is truncated between two graphemes', () => {
  const family = '👨‍👩‍👧';
  for (let before = 1_990; before < 2_000; before += 1) {
    const { text } = truncateCell({
      text: 'x'.repeat(before) + family.repeat(100),
      missing: false,
    });
    expect(text.replace(/^x+/, '').replaceAll(family, '')).toBe('…');
  }
});
