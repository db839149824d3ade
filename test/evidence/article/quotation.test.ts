import { expect, test } from 'vitest';
import { quotationsIn, withoutQuotations } from '../../../src/evidence/article/quotation.ts';

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
  expect(quotationsIn(text).map((one) => one.words)).toEqual(words);
});

test('a quotation has its place, marks and all', () => {
  expect(quotationsIn('a “b” c')).toEqual([{ words: 'b', from: 2, to: 5 }]);
});

test('without its quotations a text has a blank for each', () => {
  expect(withoutQuotations('a “b” c «d» e')).toBe('a   c   e');
  expect(withoutQuotations('a b')).toBe('a b');
});
