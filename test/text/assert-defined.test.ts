import { expect, test } from 'vitest';
import { assertDefined } from '../../src/text/assert-defined.ts';

test('a value that is there is itself, and one that is not is a bug', () => {
  for (const value of [0, '', null, false]) expect(assertDefined(value)).toBe(value);
  expect(() => assertDefined(undefined)).toThrow(TypeError);
});
