import { isAcronym } from '../../text/fold.ts';
import { memoise } from '../../text/memoise.ts';
import { escapeRegExp } from '../../text/quote.ts';
import { normalise, normaliseKeepingCase } from '../article/normalise.ts';
import type { Passage } from '../article/word-index.ts';
import { findWhole, splitWords } from '../article/words.ts';

/** Patterns and names that identify a currency in a text. */
export interface CurrencySigns {
  /** Code and signs, which may touch a number; for text from `normaliseKeepingCase`. */
  readonly signs: RegExp;
  /** Normalised names, singular and plural, in full and as the unit alone: US dollars, dollars. */
  readonly names: readonly string[];
}

function formatCurrency(
  language: string,
  currency: string,
  currencyDisplay: 'symbol' | 'narrowSymbol' | 'name',
): readonly string[] {
  // Forced decimals would change the plural: 5 рублей, but 5,00 рубля.
  const digits = { minimumFractionDigits: 0, maximumFractionDigits: 1 };
  const options = { style: 'currency', currency, currencyDisplay, ...digits } as const;
  const format = new Intl.NumberFormat(language, options);
  return [1, 2, 5, 1.5].flatMap((count) =>
    format.formatToParts(count).flatMap(({ type, value }) => (type === 'currency' ? [value] : [])),
  );
}

/** Lists the full names of a currency, singular and plural. */
function listCurrencyNames(language: string, code: string): readonly string[] {
  const full = formatCurrency(language, code, 'name').filter((name) => name !== code);
  const title = new Intl.DisplayNames(language, { type: 'currency', fallback: 'none' }).of(code);
  // A name without letters is a sign, as for the lira in Turkish.
  return [...full, title ?? ''].filter((name) => /\p{L}/u.test(name));
}

/** Splits the name of a currency into normalised words, without the initials of a country (доллар США). */
const splitName = (name: string): readonly string[] =>
  splitWords(name)
    .filter(({ text }) => !isAcronym(text))
    .map(({ text }) => normalise(text));

/** Returns the position of the unit in the names of currencies: the first word (dollar canadien), else the last. */
const findUnitPosition = memoise((language: string): 0 | -1 => {
  const firstWords = ['USD', 'CAD'].map((code) => {
    const [word] = listCurrencyNames(language, code).slice(0, 1).flatMap(splitName);
    return word;
  });
  return new Set(firstWords).size === 1 ? 0 : -1;
});

function buildSignPattern(code: string, signs: readonly string[]): RegExp {
  const letters = '[\\p{L}\\p{M}]';
  const patterns = signs.map((sign) => {
    const source = escapeRegExp(sign);
    // Letters such as R or kr are a sign only next to a number.
    if (/^[\p{L}\p{M}.]+$/u.test(sign))
      return `${source}(?= ?\\d)|(?<=\\d ?)${source}(?!${letters})`;
    // A symbol may follow its country: US$, C$.
    return /^\p{L}/u.test(sign) ? source : `(?:${code.slice(0, 2)}|${code.slice(0, 1)})?${source}`;
  });
  const all = [`${escapeRegExp(code)}(?!${letters})`, ...patterns].join('|');
  return new RegExp(`(?<!${letters})(?:${all})`, 'u');
}

/**
 * Finds the signs and names of a currency (ISO 4217) in a known language, from the Unicode CLDR through Intl.
 * A malformed code matches only itself.
 */
export function findCurrencySigns(language: string, code: string): CurrencySigns {
  if (!/^[A-Z]{3}$/.test(code)) return { signs: buildSignPattern(code, []), names: [] };
  const signs = [
    ...formatCurrency(language, code, 'symbol'),
    ...formatCurrency(language, code, 'narrowSymbol'),
  ]
    .map(normaliseKeepingCase)
    .filter((sign) => sign !== '¤');
  const names = listCurrencyNames(language, code);
  const position = findUnitPosition(language);
  const units = names.flatMap((name) => splitName(name).slice(position).slice(0, 1));
  return {
    signs: buildSignPattern(code, [...new Set(signs)]),
    names: [...new Set([...names, ...units].map(normalise))],
  };
}

/** Checks whether a passage contains a sign or a name of a currency. */
export function hasCurrency(
  { text, normalised }: Passage,
  { signs, names }: CurrencySigns,
): boolean {
  const hasSign = signs.test(normaliseKeepingCase(text));
  return hasSign || names.some((name) => findWhole(normalised, name) >= 0);
}
