import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toSafeJson } from '../../src/output/escape.ts';
import { formatJson } from '../../src/output/format-json.ts';

const json = (value: unknown) => [...formatJson(value)].join('');

test('JSON in pieces is the same text as JSON in one', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(json(value)).toBe(`${toSafeJson(value, 2)}\n`);
    }),
  );
});

test('a field without a value is left out, as JSON has no word for it', () => {
  for (const value of [{ a: undefined, b: 1 }, { a: [{ b: undefined }] }, { a: undefined }]) {
    expect(json(value)).toBe(`${JSON.stringify(value, null, 2)}\n`);
  }
});

test('the items of a list come one by one, and may come from a generator', () => {
  function* items() {
    yield { a: [1, 2] };
    yield { b: '\u001b' };
  }
  expect([...formatJson({ items: items() })]).toEqual([
    '{\n  "items": ',
    '[\n    {\n      "a": [\n        1,\n        2\n      ]\n    }',
    ',\n    {\n      "b": "\\u001b"\n    }',
    '\n  ]',
    '\n}',
    '\n',
  ]);
});
