import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import wrapAnsi from 'wrap-ansi';
import { wrap } from '../../src/output/wrap.ts';

const word = fc.stringMatching(/^[a-zé“”·…¶●]{1,12}$/);
const colours = [
  [1, 22],
  [4, 24],
  [36, 39],
] as const;

/** Words in voices of which one is in the other. */
const voiced = fc
  .tuple(fc.array(word, { minLength: 1 }), fc.subarray([...colours]), fc.boolean())
  .map(([words, codes, isSpaced]) => {
    const text = words.join(isSpaced ? '  ' : ' ');
    return codes.reduce((inner, [open, close]) => `\u001b[${open}m${inner}\u001b[${close}m`, text);
  });

describe('wrapping of plain text', () => {
  it('gives what wrap-ansi gives', () => {
    fc.assert(
      fc.property(
        fc.array(voiced, { minLength: 1 }),
        fc.constantFrom(' ', ' · ', '  '),
        fc.integer({ min: 12, max: 60 }),
        (parts, between, width) => {
          const text = parts.join(between);
          expect(wrap(text, width)).toEqual(wrapAnsi(text, width, { hard: true }).split('\n'));
        },
      ),
    );
  });
});

describe('the blanks of a text', () => {
  it.each([
    ['abc ', 3, ['abc']],
    ['abc def ', 3, ['abc', 'def']],
    ['abc  def', 3, ['abc', 'def']],
    [' abcd', 4, ['abcd']],
  ])('go where a line is broken: "%s" at %i', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
    expect(wrapAnsi(text, width, { hard: true }).split('\n')).toEqual(lines);
  });
});

describe('a word that is wider than the width', () => {
  it.each([
    ['China-Kyrgyzstan-Uzbekistan line', 12, ['China-', 'Kyrgyzstan-', 'Uzbekistan', 'line']],
    ['a well-known-thing', 10, ['a well-', 'known-', 'thing']],
    ['twelve-chars', 12, ['twelve-chars']],
    ['to-twelve-chars', 14, ['to-twelve-', 'chars']],
    ['ab-abcd-efgh', 5, ['ab-', 'abcd-', 'efgh']],
    // A part that is too wide itself: hyphens are no help.
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

  it('is left alone where there is no width', () => {
    expect(wrap('China-Kyrgyzstan-Uzbekistan line', undefined)).toEqual([
      'China-Kyrgyzstan-Uzbekistan line',
    ]);
  });
});
