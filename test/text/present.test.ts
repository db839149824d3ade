import { expect, test } from 'vitest';
import { present } from '../../src/text/present.ts';

test('a value that is there is itself, and one that is not is a bug', () => {
  for (const value of [0, '', null, false]) expect(present(value)).toBe(value);
  expect(() => present(undefined)).toThrow(TypeError);
});
