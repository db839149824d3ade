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
