import { expect, it } from 'vitest';
import { checkSchema } from '../../../src/dataset/check/check-schema.ts';
import { countKeys } from '../../../src/dataset/check/json.ts';
import { validateDataset } from '../../../src/dataset/check/validate.ts';
import { skeleton } from '../../skeleton.ts';

it.each([
  ['{}', 0],
  ['5', 0],
  ['{"a":1,"b" \t\r\n: {"c": ["d", {"e":2}]}}', 4],
  ['{"a": "no: key"}', 1],
  ['{"a": "a \\": b"}', 2],
  ['{"":1}', 1],
])('counts the keys of %s, or a few less: %i', (text, keys) => {
  expect(countKeys(text)).toBe(keys);
});

it('validateDataset returns a dataset only if nothing is wrong with it', () => {
  const validateFile = (file: object) =>
    validateDataset(new TextEncoder().encode(JSON.stringify(file)));
  expect(validateFile(skeleton)).toEqual({
    dataset: expect.objectContaining({ source: skeleton.source }),
    problems: [],
  });
  expect(validateFile({ ...skeleton, talks: {} }).dataset).toBeUndefined();
});

it('checkSchema counts all keys of a valid dataset', () => {
  const text = JSON.stringify(skeleton);
  expect(checkSchema(skeleton)).toMatchObject({ problems: [], keys: countKeys(text) });
  expect(countKeys(text)).toBe(text.split('":').length - 1);
});
