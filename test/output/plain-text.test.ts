import stringWidth from 'fast-string-width';
import { expect, it } from 'vitest';
import { isPlain } from '../../src/output/text.ts';

it('a character takes one column by the library too where it is held to do so at once', () => {
  const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
  const plain = characters.filter(isPlain);
  expect(plain.length).toBeGreaterThan(1_000);
  expect(plain.filter((one) => stringWidth(one) !== 1)).toEqual([]);
  // That two of them are one to the reader, nobody looks for.
  expect(plain.filter((one) => /\p{M}/u.test(one))).toEqual([]);
});
