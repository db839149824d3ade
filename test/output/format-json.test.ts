import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toSafeJson } from '../../src/output/escape.ts';
import { formatJson } from '../../src/output/format-json.ts';

const formatAll = (value: unknown) => [...formatJson(value)].join('');

test('gives the same text in pieces as in one string', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(formatAll(value)).toBe(`${toSafeJson(value, 2)}\n`);
    }),
  );
});

test('leaves out a field whose value is undefined, which JSON cannot express', () => {
  for (const value of [{ a: undefined, b: 1 }, { a: [{ b: undefined }] }, { a: undefined }]) {
    expect(formatAll(value)).toBe(`${JSON.stringify(value, null, 2)}\n`);
  }
});

test('yields the items of a list one by one, also from a generator', () => {
  function* generateItems() {
    yield { a: [1, 2] };
    yield { b: '\u001b' };
  }
  expect([...formatJson({ items: generateItems() })]).toEqual([
    '{\n  "items": ',
    '[\n    {\n      "a": [\n        1,\n        2\n      ]\n    }',
    ',\n    {\n      "b": "\\u001b"\n    }',
    '\n  ]',
    '\n}',
    '\n',
  ]);
});
