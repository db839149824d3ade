import { expect, it } from 'vitest';
import { locateProblems } from '../../../src/dataset/check/json.ts';

it('does not take a fault of the program for one of the file', () => {
  const unknown = { path: ['b'], message: 'unknown field', atKey: true };
  expect(() => locateProblems('{"a": 1}', [unknown])).toThrow(TypeError);
});
