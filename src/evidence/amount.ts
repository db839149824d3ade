import { isSameNumber, readQuantities } from './number.ts';
import { type NumberWords, numberWords } from './number-words.ts';

/**
 * Takes an amount as written ("$6 billion", "6bn euros", "1,200") and how its language writes
 * numbers (default English); returns it as a number, `undefined` where there is not exactly one in
 * it.
 */
export function parseAmount(
  written: string,
  words: NumberWords = numberWords('en'),
): number | undefined {
  const numbers = readQuantities(written, words)
    .map((quantity) => quantity.value)
    .filter((value) => typeof value === 'number');
  return numbers.length === 1 ? numbers[0] : undefined;
}

/** Whether `written` says `amount`. */
export function isWrittenAs(amount: number, written: string, words: NumberWords): boolean {
  const parsed = parseAmount(written, words);
  return parsed !== undefined && isSameNumber(parsed, amount);
}
