import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAllOffsets, findAtOffsets } from '../../../src/evidence/article/find-offsets.ts';

const repeatText = (unit: string, count: number) => unit.repeat(count);

test('finds a text at every offset, even if it is long or overlaps itself', () => {
  expect(findAllOffsets('a-a-a', 'a-a')).toEqual([0, 2]);
  expect(findAllOffsets('a-a', 'b')).toEqual([]);
  expect(findAllOffsets(repeatText('ab', 200), repeatText('ab', 150))).toEqual(
    Array.from({ length: 51 }, (_, at) => 2 * at),
  );
  expect(
    findAllOffsets(`${repeatText('a', 299)}b${repeatText('a', 300)}`, repeatText('a', 300)),
  ).toEqual([300]);
});

test('finds a text among the given offsets', () => {
  expect(findAtOffsets('a b a', 'a', [0, 2, 4])).toEqual([0, 4]);
  expect(findAtOffsets(repeatText('ab', 200), repeatText('ab', 150), [0, 1, 40, 101, 102])).toEqual(
    [0, 40],
  );
});

test('finds a long text wherever a comparison at each offset does', () => {
  const texts = fc.array(fc.constantFrom('a', 'b', 'ab', 'aa'), { maxLength: 12 });
  fc.assert(
    fc.property(texts, texts, fc.integer({ min: 201, max: 260 }), (one, other, count) => {
      const needle = `${one.join('')}a`.repeat(count).slice(0, count);
      const text = `${needle}${other.join('')}${needle}${one.join('')}${needle}`;
      const everywhere = Array.from(text, (_, at) => at);
      const expected = everywhere.filter((at) => text.startsWith(needle, at));
      expect(findAllOffsets(text, needle)).toEqual(expected);
      expect(findAtOffsets(text, needle, expected)).toEqual(expected);
    }),
  );
});
