import stringWidth from 'fast-string-width';
import { expect, it } from 'vitest';
import { isPlain } from '../../src/output/text.ts';

it('isPlain accepts only characters that take one column by the library too', () => {
  const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
  const plain = characters.filter(isPlain);
  expect(plain.length).toBeGreaterThan(1_000);
  expect(plain.filter((one) => stringWidth(one) !== 1)).toEqual([]);
  // Two of them must not combine into one grapheme.
  expect(plain.filter((one) => /\p{M}/u.test(one))).toEqual([]);
});
