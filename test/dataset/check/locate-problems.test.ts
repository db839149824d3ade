import { expect, it } from 'vitest';
import { locateProblems } from '../../../src/dataset/check/json.ts';

it('rethrows an error of the program, which is no problem of the file', () => {
  const unknown = { path: ['b'], message: 'unknown field', atKey: true };
  expect(() => locateProblems('{"a": 1}', [unknown])).toThrow(TypeError);
});
