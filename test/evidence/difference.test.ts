import { expect, test } from 'vitest';
import { markDifference } from '../../src/evidence/difference.ts';

test.each([
  ['a b c', 'a b c', 'a b c'],
  ['a b c', 'a x c', 'a [-b-]{+x+} c'],
  ['a b', 'b', '[-a-] b'],
  ['b', 'a b', '{+a+} b'],
  ['a', 'a b', 'a {+b+}'],
  [' a  b ', 'A b', 'A b'],
  ['a\tb', 'a c', 'a [-b-]{+c+}'],
])('%j beside %j is %j', (expected, found, marked) => {
  expect(markDifference(expected, found)).toBe(marked);
});
