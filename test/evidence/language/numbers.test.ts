import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  buildNumberWords,
  isSameNumber,
  parseAmount,
  readQuantities,
} from '../../../src/evidence/language/numbers.ts';

const english = buildNumberWords('en');

function readValues(text: string, language = 'en'): readonly (number | string)[] {
  return readQuantities(text, buildNumberWords(language)).map(({ value }) => value);
}

test('reads amounts in all usual forms', () => {
  const amounts: readonly (readonly [string, number])[] = [
    ['$6 billion', 6e9],
    ['6bn euros', 6e9],
    ['EUR6bn', 6e9],
    ['US$6-billion', 6e9],
    ['€1.2 million', 1.2e6],
    ['1,200', 1200],
    ['1,234,567.5', 1_234_567.5],
    ['1.200.000', 1.2e6],
    ['6\u202f500', 6500],
    ["1'200 francs", 1200],
    ['500 thousand', 5e5],
    ['a trillion', 1e12],
    ['trillion-dollar', 1e12],
    ['six hundred thousand dollars', 6e5],
    ['two hundred and five', 205],
    ['0.125', 0.125],
    ['£3.5m', 3.5e6],
    ['one euro', 1],
  ];
  expect(amounts.map(([written]) => [written, parseAmount(written, english)])).toEqual(amounts);
});

test('reads no amount if there is no number, or several', () => {
  for (const written of [
    '',
    'some dollars',
    'G7',
    '5 to 6 billion',
    '$6 billion (€5 billion)',
    '1.2.3',
  ]) {
    expect(parseAmount(written, english)).toBeUndefined();
  }
});

test('separators and powers of a thousand depend on the language', () => {
  expect(parseAmount('1.200', buildNumberWords('de'))).toBe(1200);
  expect(parseAmount('1.200', english)).toBe(1.2);
  expect(parseAmount('1,2 Milliarden Euro', buildNumberWords('de'))).toBe(1.2e9);
  expect(parseAmount('2 Billionen', buildNumberWords('de'))).toBe(2e12);
  expect(parseAmount('6 mil millones', buildNumberWords('es'))).toBe(6e9);
});

test('reads numbers in digits, ordinals and words', () => {
  expect(readValues('On the 18th, two ferries and twenty-one boats of 1,200 tonnes')).toEqual([
    18, 2, 21, 1200,
  ]);
  expect(readValues('the two-day, three–hour trip in the 1990s')).toEqual([2, 3, 1990]);
  expect(readValues('from 18-19 May, or 18/19')).toEqual([18, 19, 18, 19]);
  expect(readValues('6 billion, two boats and six million and two')).toEqual([6e9, 2, 6e6, 2]);
  expect(readValues('two thousand five hundred')).toEqual([2500]);
  expect(readValues('a hundred boats, a hundred thousand people')).toEqual([100, 1e5]);
});

test('keeps names with digits unchanged', () => {
  expect(readValues('The G7 and the 5G mast of B-52')).toEqual(['g7', '5g', 52]);
  expect(readValues('on 18.05.2023')).toEqual(['18.05.2023']);
});

test('does not read words that only begin like numbers', () => {
  expect(readValues('often, tend, sixes, twofold, someone, thousandth')).toEqual([]);
});

test('reads the same number with and without grouping', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), (number) => {
      const grouped = number.toLocaleString('en');
      expect(parseAmount(grouped, english)).toBe(number);
      expect(parseAmount(`${number}`, english)).toBe(number);
      expect(parseAmount(number.toLocaleString('de'), buildNumberWords('de'))).toBe(number);
    }),
  );
});

test('does not confuse infinity with another number', () => {
  const [{ value } = { value: 0 }] = readQuantities('million '.repeat(60), english);
  expect(value).toBe(Number.POSITIVE_INFINITY);
  expect(isSameNumber(Number(value), 18)).toBe(false);
  expect(isSameNumber(0.1 + 0.2, 0.3)).toBe(true);
});

test('joins several words into one number only if they belong together', () => {
  expect(readValues('twenty-five boats, twenty five, twenty two hundred')).toEqual([25, 25, 2200]);
  expect(readValues('twenty, five')).toEqual([20, 5]);
  expect(readValues('twenty ten')).toEqual([20, 10]);
  expect(readValues('one two')).toEqual([1, 2]);
  expect(readValues('two hundred and five')).toEqual([205]);
  expect(readValues('two thousand and five')).toEqual([2005]);
  expect(readValues('two million and five')).toEqual([2e6, 5]);
  expect(readValues('two hundred, five')).toEqual([200, 5]);
  expect(readValues('two hundred-five')).toEqual([200, 5]);
  expect(readValues('2 hundred five')).toEqual([200, 5]);
  expect(readValues('a thousand million')).toEqual([1e9]);
  expect(readValues('two thousand million')).toEqual([2e9]);
  expect(readValues('G7 million')).toEqual(['g7', 1e6]);
  expect(readValues('six 7')).toEqual([6, 7]);
  expect(readValues('six-million')).toEqual([6e6]);
  expect(readValues('six/million')).toEqual([6, 1e6]);
});

test('reads digits with the marks of the language', () => {
  expect(readValues('1,234')).toEqual([1234]);
  expect(readValues('1,234', 'de')).toEqual([1.234]);
  expect(readValues('0,125')).toEqual([0.125]);
  expect(readValues('0.125', 'de')).toEqual([0.125]);
  expect(readValues("1'234'567")).toEqual([1_234_567]);
  expect(readValues('1,23')).toEqual([1.23]);
  expect(readValues('0 boats, 007 and 0.0')).toEqual([0, 7, 0]);
  expect(readValues('1,2,3')).toEqual(['1,2,3']);
  expect(readValues('1,234,56')).toEqual(['1,234,56']);
  expect(readValues('eur5 xyz5 usd5m')).toEqual([5, 'xyz5', 5e6]);
});

test('compares numbers up to rounding, and names exactly', () => {
  expect(isSameNumber('g7', 'g7')).toBe(true);
  expect(isSameNumber('g7', 'g8')).toBe(false);
  expect(isSameNumber('7', 7)).toBe(false);
  expect(isSameNumber(7, '7')).toBe(false);
  expect(isSameNumber(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)).toBe(true);
  expect(isSameNumber(0, 0)).toBe(true);
  expect(isSameNumber(1e12, 1e12 + 2)).toBe(false);
  expect(isSameNumber(1e-13, 2e-13)).toBe(false);
});

test('does not join a scale with digits or a name after it, and counts hundreds before thousands', () => {
  expect(readValues('two million G7 boats')).toEqual([2e6, 'g7']);
  expect(readValues('two million 5 boats')).toEqual([2e6, 5]);
  expect(readValues('two million three hundred thousand boats')).toEqual([2_300_000]);
});

test('knows the inflected names of powers of a thousand', () => {
  expect(readValues('2 миллиона и 5 миллионов', 'ru')).toEqual([2e6, 5e6]);
  expect(readValues('two boats', 'de')).toEqual([]);
  expect(buildNumberWords('ar-EG').decimal).toBe('.');
  expect(buildNumberWords('sw').words.get('elfu')).toEqual({ kind: 'scale', value: 1e3 });
});
