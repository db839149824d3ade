import { assertDefined } from '../../text/assert-defined.ts';
import { listMatches } from '../../text/list-matches.ts';
import { normalise } from '../article/normalise.ts';
import { getLanguageWords, type LanguageWords } from './languages.ts';

/** Word in a number: a `teen` (10 to 19) takes no unit after it, a `ten` (20 to 90) may. */
export interface NumberWord {
  readonly kind: 'unit' | 'teen' | 'ten' | 'scale';
  readonly value: number;
}

/** Decimal mark and number words of one language. */
export interface NumberWords {
  readonly decimal: string;
  readonly words: ReadonlyMap<string, NumberWord>;
  /** Values of the suffixes that may touch digits, such as bn in 6bn. */
  readonly suffixes: ReadonlyMap<string, number>;
  /** Normalised currency codes, which may touch the digits after them. */
  readonly currencies: ReadonlySet<string>;
}

/** Powers of a thousand. Most languages have borrowed their names, so the English ones apply to all. */
const scales = [1e3, 1e6, 1e9, 1e12] as const;
const englishScales = {
  ...{ hundred: 100, hundreds: 100, thousand: 1e3, thousands: 1e3 },
  ...{ million: 1e6, millions: 1e6, mn: 1e6, mln: 1e6 },
  ...{ billion: 1e9, billions: 1e9, bn: 1e9, bln: 1e9 },
  ...{ trillion: 1e12, trillions: 1e12, tn: 1e12, trn: 1e12 },
};
const suffixes = { k: 1e3, m: 1e6, b: 1e9, t: 1e12, '': 1, s: 1, st: 1, nd: 1, rd: 1, th: 1 };

function listCompactNames(language: string): readonly (readonly [string, number])[] {
  return (['long', 'short'] as const).flatMap((compactDisplay) => {
    const options = { notation: 'compact', useGrouping: false, numberingSystem: 'latn' } as const;
    const format = new Intl.NumberFormat(language, { ...options, compactDisplay });
    return scales
      .flatMap((scale) => [scale, 2 * scale, 5 * scale])
      .flatMap((number) => {
        const parts = format.formatToParts(number);
        const digits = parts.find((part) => part.type === 'integer')?.value;
        const name = parts.find((part) => part.type === 'compact')?.value;
        // Not every language counts in thousands, so the scale is the number divided by the digits shown.
        if (!digits || !name) return [];
        return [[normalise(name).replace(/\.$/, ''), number / Number(digits)] as const];
      });
  });
}

const listCardinals = ({
  ones,
  tens,
}: LanguageWords): readonly (readonly [string, NumberWord])[] => [
  ...ones.map((word, at) => [word, { kind: at < 9 ? 'unit' : 'teen', value: at + 1 }] as const),
  ...tens.map((word, at) => [word, { kind: 'ten', value: (at + 2) * 10 }] as const),
];

/**
 * Builds the number words of a known language: powers of a thousand from the Unicode CLDR through Intl and in
 * English, and the cardinals from one where the language has a list of them.
 */
export function buildNumberWords(language: string): NumberWords {
  const parts = new Intl.NumberFormat(language, { numberingSystem: 'latn' }).formatToParts(1.5);
  const words = getLanguageWords(language);
  // Later entries win: Billion is 10^12 in German.
  const scaleValues = new Map([...Object.entries(englishScales), ...listCompactNames(language)]);
  // A single letter after a blank is often a unit of length or weight: 5 m.
  const scaleWords = [...scaleValues].filter(([word]) => word.length > 1);
  return {
    decimal: assertDefined(parts.find((part) => part.type === 'decimal')).value,
    words: new Map([
      ...(words ? listCardinals(words) : []),
      ...scaleWords.map(([word, value]) => [word, { kind: 'scale', value }] as const),
    ]),
    suffixes: new Map([...Object.entries(suffixes), ...scaleValues]),
    currencies: new Set(Intl.supportedValuesOf('currency').map((code) => code.toLowerCase())),
  };
}

/** Number in a text; `value` is a string for a name with a digit, such as G7. */
export interface Quantity {
  readonly text: string;
  readonly value: number | string;
}

interface Term {
  readonly kind: NumberWord['kind'] | 'digits' | 'name';
  readonly value: number | string;
  readonly from: number;
  readonly to: number;
}

/** Number being read: the sum of its finished groups, and the group being built. */
interface Sum {
  readonly sum: number;
  readonly group: number;
  readonly first: Term;
  readonly last: Term;
}

/** Blanks that group digits and never separate words. */
const groupingBlank = /(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))/gu;
const tokenPattern = /[\p{L}\p{M}\p{N}]+(?:(?<=\d)[.,'](?=\d)[\p{L}\p{M}\p{N}]+)*/gu;
const figurePattern = /^([a-z]{3})?(\d+(?:[.,']\d+)*)([\p{L}\p{M}]*)$/u;

const integer = /^(?:\d+|\d{1,3}([.,'])\d{3}(?:\1\d{3})*)$/;

/** Parses digits with separators. Returns undefined for 1.2.3 and the like. */
function readDigits(digits: string, decimal: string): number | undefined {
  const mark = digits.replace(/[\d']/g, '').at(-1);
  // Without a mark, `digits` is not split.
  const [before, after, ...more] = digits.split(String(mark));
  // 1.250 may be a decimal or grouped, so the language decides; 0.125 is always a decimal.
  const isGrouping = mark !== decimal && !digits.startsWith('0') && integer.test(digits);
  const [whole, fraction] =
    after === undefined || more.length > 0 || isGrouping
      ? [digits, '']
      : [assertDefined(before), after];
  if (!integer.test(whole)) return undefined;
  return Number(`${whole.replace(/\D/g, '')}.${fraction}`);
}

/** Parses digits with a currency code before them or a suffix after them: eur6, 6bn. */
function readFigures(token: string, words: NumberWords): number | undefined {
  const match = figurePattern.exec(token);
  if (!match) return undefined;
  const [, prefix, digits, suffix] = match;
  if (prefix !== undefined && !words.currencies.has(prefix)) return undefined;
  const value = readDigits(assertDefined(digits), words.decimal);
  const scale = words.suffixes.get(assertDefined(suffix));
  return value === undefined || scale === undefined ? undefined : value * scale;
}

function readTerm(token: string, from: number, words: NumberWords): Term | undefined {
  const place = { from, to: from + token.length };
  const word = words.words.get(token);
  if (word) return { ...word, ...place };
  const value = readFigures(token, words);
  if (value !== undefined) return { kind: 'digits', value, ...place };
  return /\p{N}/u.test(token) ? { kind: 'name', value: token, ...place } : undefined;
}

function isJoined({ first, last }: Sum, term: Term, text: string): boolean {
  const gap = text.slice(last.to, term.from);
  if (last.kind === 'name' || term.kind === 'name' || term.kind === 'digits') return false;
  if (term.kind === 'scale') return gap === ' ' || gap === '-';
  if (last.kind === 'ten') return term.kind === 'unit' && (gap === ' ' || gap === '-');
  // After a scale, a number goes on only if it began with a word: two million three, not 6 billion two.
  if (last.kind !== 'scale' || first.kind === 'digits') return false;
  return gap === ' ' || (gap === ' and ' && Number(last.value) <= 1e3);
}

function extendSum(open: Sum, term: Term): Sum {
  const { sum, group } = open;
  const value = Number(term.value);
  if (term.kind !== 'scale') return { ...open, group: group + value, last: term };
  if (value < 1e3) return { ...open, group: (group || 1) * value, last: term };
  // Two scales in a row, such as a thousand million.
  if (group === 0 && sum > 0) return { ...open, sum: sum * value, last: term };
  return { ...open, sum: sum + (group || 1) * value, group: 0, last: term };
}

function joinTerms(terms: readonly Term[], text: string): readonly Sum[] {
  const sums: Sum[] = [];
  for (const term of terms) {
    const open = sums.at(-1);
    if (open && isJoined(open, term, text)) sums.splice(-1, 1, extendSum(open, term));
    else sums.push(extendSum({ sum: 0, group: 0, first: term, last: term }, term));
  }
  return sums;
}

/**
 * Lists the numbers in a text, in order: digits with separators, ordinals (18th is 18), number words, digits with
 * words (6 billion), and names with a digit (G7).
 */
export function readQuantities(text: string, words: NumberWords): readonly Quantity[] {
  const normalised = normalise(text.replace(groupingBlank, ''));
  const terms = listMatches(normalised, tokenPattern).flatMap(({ 0: token, index }) => {
    const term = readTerm(token, index, words);
    return term ? [term] : [];
  });
  return joinTerms(terms, normalised).map(({ sum, group, first, last }) => ({
    text: normalised.slice(first.from, last.to),
    value: first.kind === 'name' ? first.value : sum + group,
  }));
}

/** Checks whether two numbers are equal except for rounding errors, or two names are equal. */
export function isSameNumber(a: Quantity['value'], b: Quantity['value']): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return a === b || Math.abs(a - b) < 1e-12 * Math.min(Math.abs(a), Math.abs(b));
}

/** Parses an amount ("$6 billion", "6bn euros", "1,200"). Returns undefined unless it has exactly one number. */
export function parseAmount(written: string, words: NumberWords): number | undefined {
  const numbers = readQuantities(written, words)
    .map((quantity) => quantity.value)
    .filter((value) => typeof value === 'number');
  return numbers.length === 1 ? numbers[0] : undefined;
}
