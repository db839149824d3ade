import { present } from '../../text/present.ts';
import { escapeRegExp } from '../../text/quote.ts';
import { normalise, normaliseKeepingCase } from '../article/normalise.ts';
import { findWhole, wordsOf } from '../article/word.ts';
import type { Passage } from '../article/word-index.ts';

/** What stands for a currency in a text. */
export interface CurrencySigns {
  /** For texts that `normaliseKeepingCase` gave: the code and the signs, which may touch a number. */
  readonly signs: RegExp;
  /** Normalised names, singular and plural, in full and as the press has them: US dollars, dollars. */
  readonly names: readonly string[];
}

// Dollars of the US, dollars des États-Unis: the unit is the first word where that is no name.
function unitOf(name: string): string {
  const words = wordsOf(normaliseKeepingCase(name));
  const first = present(words[0]).text;
  return normalise(/^\p{Ll}/u.test(first) ? first : present(words.at(-1)).text);
}

function shown(language: string, code: string, display: 'symbol' | 'narrowSymbol' | 'name') {
  const options = { style: 'currency', currency: code, currencyDisplay: display } as const;
  const format = new Intl.NumberFormat(language, options);
  return [1, 2, 5].map(
    (count) => present(format.formatToParts(count).find(({ type }) => type === 'currency')).value,
  );
}

function signPattern(code: string, signs: readonly string[]): RegExp {
  const patterns = signs.flatMap((sign) => {
    const isLetters = /^[\p{L}\p{M}.]+$/u.test(sign);
    // A lone R or kr is a currency only next to a number; $ may have its country before it (US$,
    // C$).
    if (isLetters)
      return [
        `${escapeRegExp(sign)}(?= ?\\d)`,
        `(?<=\\d ?)${escapeRegExp(sign)}(?![\\p{L}\\p{M}])`,
      ];
    const country = /^\p{L}/u.test(sign) ? '' : `(?:${code.slice(0, 2)}|${code.slice(0, 1)})?`;
    return [`${country}${escapeRegExp(sign)}`];
  });
  const whole = `${escapeRegExp(code)}(?![\\p{L}\\p{M}])`;
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${[whole, ...patterns].join('|')})`, 'u');
}

/**
 * The signs and names of a currency (ISO 4217) in a known language, from the Unicode CLDR by way of
 * Intl. A code that is none has itself alone.
 */
export function currencySigns(language: string, code: string): CurrencySigns {
  if (!/^[A-Z]{3}$/.test(code)) return { signs: signPattern(code, []), names: [] };
  const signs = [...shown(language, code, 'symbol'), ...shown(language, code, 'narrowSymbol')]
    .map(normaliseKeepingCase)
    .filter((sign) => sign !== code && sign !== '¤');
  const full = shown(language, code, 'name').filter((name) => name !== code);
  const title = new Intl.DisplayNames(language, { type: 'currency', fallback: 'none' }).of(code);
  // What has no letters, as that of the lira in Turkish, is one of the signs.
  const names = [...full, title ?? ''].filter((name) => /\p{L}/u.test(name));
  return {
    signs: signPattern(code, [...new Set(signs)]),
    names: [...new Set([...names.map(normalise), ...names.map(unitOf)])],
  };
}

/** Whether a passage has a sign or a name of that currency. */
export function hasCurrency(
  { text, normalised }: Passage,
  { signs, names }: CurrencySigns,
): boolean {
  const hasSign = signs.test(normaliseKeepingCase(text));
  return hasSign || names.some((name) => findWhole(normalised, name) >= 0);
}
