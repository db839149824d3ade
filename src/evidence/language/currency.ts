import { assertDefined } from '../../text/assert-defined.ts';
import { groupBy } from '../../text/group-by.ts';
import { memoise } from '../../text/memoise.ts';
import { escapeRegExp } from '../../text/quote.ts';
import { normalise, normaliseKeepingCase } from '../article/normalise.ts';
import { findWhole, splitWords } from '../article/word.ts';
import type { Passage } from '../article/word-index.ts';

/** What stands for a currency in a text. */
export interface CurrencySigns {
  /** For texts that `normaliseKeepingCase` gave: the code and the signs, which may touch a number. */
  readonly signs: RegExp;
  /** Normalised names, singular and plural, in full and as the press has them: US dollars, dollars. */
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
    // Decimals ask for a plural of their own: 5 рублей, and 5,00 рубля.
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  });
  return [1, 2, 5, 1.5].map(
    (count) =>
      assertDefined(format.formatToParts(count).find(({ type }) => type === 'currency')).value,
  );
}

/** The names of a currency, singular and plural, in full. */
function listCurrencyNames(language: string, code: string): readonly string[] {
  const full = formatCurrency(language, code, 'name').filter((name) => name !== code);
  const title = new Intl.DisplayNames(language, { type: 'currency', fallback: 'none' }).of(code);
  // What has no letters, as that of the lira in Turkish, is one of the signs.
  return [...full, title ?? ''].filter((name) => /\p{L}/u.test(name));
}

/** Currencies whose units others have too in most languages, as dollars and crowns, and whose countries none. */
const withSharedUnits =
  'AUD CAD NZD USD EGP GBP DKK ISK NOK SEK CHF RWF ARS CLP MXN INR PKR KES TZS MDL RON JOD KWD TND IRR OMR QAR';

const splitName = (name: string): readonly string[] =>
  splitWords(normalise(name)).map(({ text }) => text);

/**
 * A search for the unit in a name of a currency, which is the first or the last word (dollars des États-Unis,
 * российских рублей): the one that more currencies have, or that at the end where the language has it as a rule.
 */
const createUnitFinder = memoise((language: string) => {
  const names = withSharedUnits
    .split(' ')
    .map((code) => listCurrencyNames(language, code).map(splitName));
  const carriers = groupBy(
    names.flatMap((own) => [...new Set(own.flat())]),
    (word) => word,
  );
  const countOf = (word: string): number => carriers.get(word)?.length ?? 0;
  const lead = (words: readonly string[]): number =>
    countOf(assertDefined(words.at(-1))) - countOf(assertDefined(words[0]));
  // Stryker disable next-line EqualityOperator: as many on either side are no rule, and none is as good.
  const isLast = names.flat().reduce((sum, words) => sum + Math.sign(lead(words)), 0) > 0;
  return (name: string): string => {
    const words = splitName(name);
    return assertDefined(words.at((lead(words) || Number(isLast)) > 0 ? -1 : 0));
  };
});

function buildSignPattern(code: string, signs: readonly string[]): RegExp {
  const patterns = signs.flatMap((sign) => {
    const isLetters = /^[\p{L}\p{M}.]+$/u.test(sign);
    // A lone R or kr is a currency only next to a number; $ may have its country before it (US$,
    // C$).
    if (isLetters)
      return [
        `${escapeRegExp(sign)}(?= ?\\d)`,
        `(?<=\\d ?)${escapeRegExp(sign)}(?![\\p{L}\\p{M}])`,
      ];
    // Stryker disable next-line Regex: a sign with letters behind it has its country there.
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
export function findCurrencySigns(language: string, code: string): CurrencySigns {
  // Stryker disable next-line ArrayDeclaration: whatever signs it had, they would be none.
  if (!/^[A-Z]{3}$/.test(code)) return { signs: buildSignPattern(code, []), names: [] };
  const signs = [
    ...formatCurrency(language, code, 'symbol'),
    ...formatCurrency(language, code, 'narrowSymbol'),
  ]
    .map(normaliseKeepingCase)
    .filter((sign) => sign !== '¤');
  const names = listCurrencyNames(language, code);
  const unitOf = createUnitFinder(language);
  return {
    signs: buildSignPattern(code, [...new Set(signs)]),
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
