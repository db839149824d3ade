import { expect, test } from 'vitest';
import { findQuotations, removeQuotations } from '../../../src/evidence/article/quotation.ts';

test.each([
  ['a “b” c', ['b']],
  ['a „b“ c «d» e »f« g "h" i ″j″', ['b', 'd', 'f', 'h', 'j']],
  ['a ‘b’ c', ['b']],
  ['the crew’s ‘old’ boat’s', ['old']],
  ['“ b, ” “c.” “d...” “e;”', ['b', 'c', 'd', 'e']],
  ['“so.,”', ['so']],
  ['“” “ ” “!”', []],
  ['“b that goes on', ['b that goes on']],
  ['“7”', ['7']],
])('in %j %j is quoted', (text, words) => {
  expect(findQuotations(text).map((one) => one.words)).toEqual(words);
});

test('a quotation has its place, marks and all', () => {
  expect(findQuotations('a “b” c')).toEqual([{ words: 'b', from: 2, to: 5 }]);
});

test('without its quotations a text has a blank for each', () => {
  expect(removeQuotations('a “b” c «d» e')).toBe('a   c   e');
  expect(removeQuotations('a b')).toBe('a b');
});
