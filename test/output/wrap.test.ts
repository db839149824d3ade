import { describe, expect, it } from 'vitest';
import { wrap } from '../../src/output/text.ts';

it('closes a colour at the end of a line and opens it again on the next', () => {
  expect(wrap('\u001b[36mone two\u001b[39m \u001b[1mthree four\u001b[22m', 9)).toEqual([
    '\u001b[36mone two\u001b[39m',
    '\u001b[1mthree\u001b[22m',
    '\u001b[1mfour\u001b[22m',
  ]);
});

it.each([2, 3, 4, 5, 6, 7])('keeps a mark with the letter before it at width %i', (width) => {
  const lines = wrap('น้ำ'.repeat(8) + 'क्षे'.repeat(8), width);
  expect(lines.length).toBeGreaterThan(4);
  expect(lines.filter((line) => /^\p{M}/u.test(line))).toEqual([]);
});

describe('spaces in a text', () => {
  it.each([
    ['abc ', 3, ['abc']],
    ['abc def ', 3, ['abc', 'def']],
    ['abc  def', 3, ['abc', 'def']],
    [' abcd', 4, ['abcd']],
  ])('are dropped where a line is broken: "%s" at width %i', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });
});

describe('a word wider than the line', () => {
  it.each([
    ['China-Kyrgyzstan-Uzbekistan line', 12, ['China-', 'Kyrgyzstan-', 'Uzbekistan', 'line']],
    ['a well-known-thing', 10, ['a well-', 'known-', 'thing']],
    ['twelve-chars', 12, ['twelve-chars']],
    ['to-twelve-chars', 14, ['to-twelve-', 'chars']],
    ['ab-abcd-efgh', 5, ['ab-', 'abcd-', 'efgh']],
    // The part itself is too wide, so hyphens do not help.
    ['a-pneumonoultramicroscopic', 12, ['a-pneumonoul', 'tramicroscop', 'ic']],
    ['pneumonoultra', 12, ['pneumonoultr', 'a']],
    [
      '\u001b[1mbold-and-more\u001b[22m',
      9,
      ['\u001b[1mbold-and-\u001b[22m', '\u001b[1mmore\u001b[22m'],
    ],
    [`${'x'.repeat(600)} y`, 500, ['x'.repeat(500), `${'x'.repeat(100)} y`]],
    [`${'x'.repeat(600)}-y`, 500, ['x'.repeat(500), `${'x'.repeat(100)}-y`]],
    [`${'漢'.repeat(600)}`, 500, ['漢'.repeat(250), '漢'.repeat(250), '漢'.repeat(100)]],
  ])('is broken after its hyphens where that helps: %s', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });

  it('is left alone if there is no width', () => {
    expect(wrap('China-Kyrgyzstan-Uzbekistan line', undefined)).toEqual([
      'China-Kyrgyzstan-Uzbekistan line',
    ]);
  });
});
