import { assertDefined } from '../../text/assert-defined.ts';
import { groupBy } from '../../text/group-by.ts';
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
  code: string,
  display: 'symbol' | 'narrowSymbol' | 'name',
) {
  const format = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: code,
    currencyDisplay: display,
    // Forced decimals would change the plural: 5 рублей, but 5,00 рубля.
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  });
  return [1, 2, 5, 1.5].map(
    (count) =>
      assertDefined(format.formatToParts(count).find(({ type }) => type === 'currency')).value,
  );
}

/** Lists the full names of a currency, singular and plural. */
function listCurrencyNames(language: string, code: string): readonly string[] {
  const full = formatCurrency(language, code, 'name').filter((name) => name !== code);
  const title = new Intl.DisplayNames(language, { type: 'currency', fallback: 'none' }).of(code);
  // A name without letters is a sign, as for the lira in Turkish.
  return [...full, title ?? ''].filter((name) => /\p{L}/u.test(name));
}

/** Currencies that share their unit with others in most languages (dollar, crown), but not their country. */
const withSharedUnits =
  'AUD CAD NZD USD EGP GBP DKK ISK NOK SEK CHF RWF ARS CLP MXN INR PKR KES TZS MDL RON JOD KWD TND IRR OMR QAR';

const splitName = (name: string): readonly string[] =>
  splitWords(normalise(name)).map(({ text }) => text);

/**
 * Returns a function that finds the unit in the name of a currency: its first or last word (dollars des États-Unis,
 * российских рублей), whichever more currencies share. On a tie, the usual position in the language decides.
 */
const createUnitFinder = memoise((language: string) => {
  const names = withSharedUnits
    .split(' ')
    .map((code) => listCurrencyNames(language, code).map(splitName));
  const carriers = groupBy(
    names.flatMap((own) => [...new Set(own.flat())]),
    (word) => word,
  );
  const countCarriers = (word: string): number => carriers.get(word)?.length ?? 0;
  const lead = (words: readonly string[]): number =>
    countCarriers(assertDefined(words.at(-1))) - countCarriers(assertDefined(words[0]));
  const isLast = names.flat().reduce((sum, words) => sum + Math.sign(lead(words)), 0) > 0;
  return (name: string): string => {
    const words = splitName(name);
    return assertDefined(words.at((lead(words) || Number(isLast)) > 0 ? -1 : 0));
  };
});

function buildSignPattern(code: string, signs: readonly string[]): RegExp {
  const patterns = signs.flatMap((sign) => {
    const isLetters = /^[\p{L}\p{M}.]+$/u.test(sign);
    // Letters such as R or kr are a sign only next to a number. A symbol may follow its country: US$, C$.
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
  const findUnit = createUnitFinder(language);
  return {
    signs: buildSignPattern(code, [...new Set(signs)]),
    names: [...new Set([...names.map(normalise), ...names.map(findUnit)])],
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
