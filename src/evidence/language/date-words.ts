import { assertDefined } from '../../text/assert-defined.ts';
import { once } from '../../text/memoise.ts';
import { escapeRegExp } from '../../text/quote.ts';
import { normaliseKeepingCase } from '../article/normalise.ts';

/**
 * How a language writes a day and a month; the patterns are for texts that `normaliseKeepingCase` gave.
 */
export interface DateWords {
  /** Month names and abbreviations in lower case, each with its number from 1. */
  readonly months: ReadonlyMap<string, number>;
  /** Whether the names have a capital, which parts the month of May from the verb. */
  readonly isCapitalised: boolean;
  /** A mention of a day: named groups `month` or `lastMonth`, `days` or `firstDays`, `year`. */
  readonly mention: RegExp;
  /** A month by name, with its year if that stands beside it: named groups `name` and `year`. */
  readonly month: RegExp;
  /** A day or a range of days within a mention: groups 1 and 2. */
  readonly days: RegExp;
  /** What makes a range of the two mentions that it stands between. */
  readonly range: RegExp;
  /** How the language writes a day (UTC, any moment of it) without the year, and with it. */
  readonly short: () => Intl.DateTimeFormat;
  readonly full: () => Intl.DateTimeFormat;
  /** How it writes a month with its year. */
  readonly monthAndYear: () => Intl.DateTimeFormat;
}

/** The source of a regular expression for one of some words, each but once. */
const matchOneOf = (words: readonly string[]): string =>
  `(?:${[...new Set(words)].map(escapeRegExp).join('|')})`;

/**
 * The letters and marks of all scripts, and few other signs, for a class of a pattern: those of Unicode itself are
 * so many ranges that a pattern of them takes longer to compile than an article to read.
 */
const letters = [
  String.raw`A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2dff`,
  String.raw`\u3040-\ud7ff\uf900-\ufdff\ufe20-\ufe2f\ufe70-\ufefc\uff21-\uff3a\uff41-\uff5a`,
  String.raw`\uff66-\uffdc\u{10000}-\u{1efff}\u{20000}-\u{3ffff}`,
].join('');

const calendar = { calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC' } as const;

const widths = [
  { month: 'long' },
  { month: 'short' },
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
] as const;

function formatParts(language: string, options: Intl.DateTimeFormatOptions) {
  const format = new Intl.DateTimeFormat(language, { ...options, ...calendar });
  return Array.from({ length: 12 }, (_, month) => format.formatToParts(Date.UTC(2024, month, 15)));
}

function listMonthNames(language: string): readonly (readonly [string, number])[] {
  return widths
    .flatMap((width) => [...formatParts(language, width).entries()])
    .map(([month, parts]) => {
      const at = parts.findIndex((part) => part.type === 'month');
      const [name, ...rest] = parts.slice(at).map((part) => part.value);
      // Intl has an ending with what comes behind it: тавдугаар сар, ын 15.
      const ending = assertDefined(/\p{L}*/u.exec(rest.join()));
      const whole = normaliseKeepingCase(`${name}${ending}`).replace(/\.$/, '');
      return [whole, month + 1] as const;
    })
    .filter(([name]) => /\p{L}/u.test(name));
}

/** What stands between a day and its month, with its blanks: ` de ` in Spanish, `-` in Uzbek. */
function findGlue(language: string): string {
  const [, glue] = assertDefined(formatParts(language, { month: 'long', day: 'numeric' })[0]);
  return normaliseKeepingCase(`1${assertDefined(glue).value}1`).slice(1, -1);
}

function listConjunctions(language: string): readonly string[] {
  const words = (['conjunction', 'disjunction'] as const).map((type) => {
    // Stryker disable next-line StringLiteral: what is joined is not looked at.
    const parts = new Intl.ListFormat(language, { type }).formatToParts(['1', '2']);
    return normaliseKeepingCase(assertDefined(parts.find((part) => part.type === 'literal')).value);
  });
  return ['&', ...words];
}

/** The month names and joints of a known language, from the Unicode CLDR by way of Intl. */
export function buildDateWords(language: string): DateWords {
  const isEnglish = new Intl.Locale(language).language === 'en';
  const known = listMonthNames(language);
  const names = isEnglish ? [...known, ['Sept', 9] as const] : known;
  const range = isEnglish ? ' ?(?:[-/]|to|through|thru|until|till) ?' : ' ?[-/] ?';
  const and = `,? ?${matchOneOf(listConjunctions(language))} `;
  const glue = findGlue(language);
  const link = escapeRegExp(glue.trim() || 'of');
  const ordinal = '(?:st|nd|rd|th|er|[.ºª])?';
  const day = String.raw`\d{1,2}(?!\d)${ordinal}(?![${letters}\d%]|[.,:]\d)`;
  const item = `${day}(?:${range}${day})?`;
  const days = `${item}(?:(?:, ${item}){0,9}${and}(?:the )?${item})?`;
  const month = `${matchOneOf(names.map(([name]) => name))}(?![${letters}\\d])\\.?`;
  const year = String.raw`(?:,? (?:${link} )?(?<year>\d{4})(?![\d${letters}]|[.,]\d))?`;
  const start = String.raw`(?<![${letters}\d\p{Sc}]|\d[.,:])(?:(?<earlier>\d{4}),? )?`;
  const format = (options: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(language, { ...options, ...calendar }));
  return {
    months: new Map(names.map(([name, number]) => [name.toLowerCase(), number])),
    isCapitalised: names.every(([name]) => /^\p{Lu}/u.test(name)),
    mention: new RegExp(
      `${start}(?:(?<month>${month}) (?:the )?(?<days>${days})|` +
        `(?<firstDays>${days})(?: (?:${link} )?|${escapeRegExp(glue)})(?<lastMonth>${month}))${year}`,
      'giu',
    ),
    month: new RegExp(`(?<![${letters}\\d])(?<name>${month})${year}`, 'giu'),
    days: new RegExp(String.raw`(\d{1,2})${ordinal}(?:${range}(\d{1,2})${ordinal})?`, 'giu'),
    range: new RegExp(`^${range}(?:the )?$`, 'iu'),
    short: format({ day: 'numeric', month: 'long' }),
    full: format({ dateStyle: 'long' }),
    monthAndYear: format({ month: 'long', year: 'numeric' }),
  };
}
