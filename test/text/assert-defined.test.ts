import { expect, test } from 'vitest';
import { assertDefined } from '../../src/text/assert-defined.ts';

test('assertDefined returns any value but undefined, which is a bug', () => {
  for (const value of [0, '', null, false]) expect(assertDefined(value)).toBe(value);
  expect(() => assertDefined(undefined)).toThrow(TypeError);
});
