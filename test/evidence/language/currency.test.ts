import { expect, test } from 'vitest';
import { currencySigns } from '../../../src/evidence/language/currency.ts';

test('a currency has the names that a language has for it, and a code without any has itself', () => {
  expect(currencySigns('en', 'USD').names).toEqual([
    'us dollars',
    'us dollar',
    'dollars',
    'dollar',
  ]);
  expect(currencySigns('en', 'QQQ').names).toEqual([]);
  expect(currencySigns('en', 'QQQ').signs.test('QQQ 5')).toBe(true);
});
