import { assertDefined } from '../text/assert-defined.ts';

/** ASCII replacements of the same width for the signs in drawings and sentences. */
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

/** Replaces the signs that a terminal without UTF-8 may not show; leaves letters alone. */
export const toAscii = (text: string): string =>
  text.replace(anySign, (sign) => assertDefined(asciiSigns.get(sign)));

/** True if the locale is UTF-8 or not set (POSIX: LC_ALL beats LC_CTYPE, which beats LANG). */
export function isUtf8({
  LC_ALL,
  LC_CTYPE,
  LANG,
}: Readonly<Record<string, string | undefined>>): boolean {
  const locale = LC_ALL || LC_CTYPE || LANG;
  return !locale || /utf-?8/i.test(locale);
}
