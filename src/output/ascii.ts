import { assertDefined } from '../text/assert-defined.ts';

/** What drawings and sentences are set with, each with what stands for it in ASCII, of the same width. */
const asciiSigns: ReadonlyMap<string, string> = new Map([
  ...[...'─·–—'].map((sign) => [sign, '-'] as const),
  ...[...'┌├└'].map((sign) => [sign, '+'] as const),
  ...[...'“”'].map((sign) => [sign, '"'] as const),
  ...[...'‘’'].map((sign) => [sign, "'"] as const),
  ['│', '|'],
  ['●', '*'],
  ['◐', '%'],
  ['◌', '~'],
  ['○', 'o'],
  ['✓', '+'],
  ['✗', 'x'],
  ['¶', '#'],
  ['…', '~'],
]);

const anySign = new RegExp(`[${[...asciiSigns.keys()].join('')}]`, 'gu');

/** A text for a terminal that may not have these signs; letters stay as they are. */
export const toAscii = (text: string): string =>
  text.replace(anySign, (sign) => assertDefined(asciiSigns.get(sign)));

/** Whether the locale, if the environment names one, is of UTF-8 (POSIX: LC_ALL beats LC_CTYPE, which beats LANG). */
export function isUtf8({
  LC_ALL,
  LC_CTYPE,
  LANG,
}: Readonly<Record<string, string | undefined>>): boolean {
  const locale = LC_ALL || LC_CTYPE || LANG;
  return !locale || /utf-?8/i.test(locale);
}
