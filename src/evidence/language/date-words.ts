import { assertDefined } from '../../text/assert-defined.ts';
import { once } from '../../text/memoise.ts';
import { escapeRegExp } from '../../text/quote.ts';
import { normaliseKeepingCase } from '../article/normalise.ts';

/** Words, patterns and formats of dates in one language; the patterns are for text from `normaliseKeepingCase`. */
export interface DateWords {
  /** Number of each month, counted from 1, by name and abbreviation in lower case. */
  readonly months: ReadonlyMap<string, number>;
  /** True if month names are capitalised, which distinguishes May from the verb. */
  readonly isCapitalised: boolean;
  /** Days with their month: named groups `month` or `lastMonth`, `days` or `firstDays`, `year` or `earlier`. */
  readonly mention: RegExp;
  /** Month name with the year that follows it, if any: named groups `name` and `year`. */
  readonly month: RegExp;
  /** Day or range of days within a mention: groups 1 and 2. */
  readonly days: RegExp;
  /** Text between two mentions that makes them a range. */
  readonly range: RegExp;
  /** Formats of a day (any time in UTC) without and with its year. */
  readonly short: () => Intl.DateTimeFormat;
  readonly full: () => Intl.DateTimeFormat;
  /** Format of a month with its year. */
  readonly monthAndYear: () => Intl.DateTimeFormat;
}

/** Builds the source of a regular expression that matches any of the words. */
const buildAlternation = (words: readonly string[]): string =>
  `(?:${[...new Set(words)].map(escapeRegExp).join('|')})`;

/**
 * Letters and marks of all scripts, with a few other characters, for use in a character class. `\p{L}\p{M}` has so
 * many ranges that such a pattern takes longer to compile than an article takes to read.
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
      // Intl may put the ending of a month name in the next part: тавдугаар сар, ын 15 (Mongolian).
      const ending = assertDefined(/\p{L}*/u.exec(rest.join()));
      const whole = normaliseKeepingCase(`${name}${ending}`).replace(/\.$/, '');
      return [whole, month + 1] as const;
    })
    .filter(([name]) => /\p{L}/u.test(name));
}

/** Returns the text between a day and its month, with its blanks: ` de ` in Spanish, `-` in Uzbek. */
function findGlue(language: string): string {
  const [, glue] = assertDefined(formatParts(language, { month: 'long', day: 'numeric' })[0]);
  return normaliseKeepingCase(`1${assertDefined(glue).value}1`).slice(1, -1);
}

function listConjunctions(language: string): readonly string[] {
  const words = (['conjunction', 'disjunction'] as const).map((type) => {
    const parts = new Intl.ListFormat(language, { type }).formatToParts(['1', '2']);
    return normaliseKeepingCase(assertDefined(parts.find((part) => part.type === 'literal')).value);
  });
  return ['&', ...words];
}

/** Builds the date patterns of a known language from the Unicode CLDR through Intl. */
export function buildDateWords(language: string): DateWords {
  const isEnglish = new Intl.Locale(language).language === 'en';
  const known = listMonthNames(language);
  const names = isEnglish ? [...known, ['Sept', 9] as const] : known;
  const range = isEnglish ? ' ?(?:[-/]|to|through|thru|until|till) ?' : ' ?[-/] ?';
  const and = `,? ?${buildAlternation(listConjunctions(language))} `;
  const glue = findGlue(language);
  const link = escapeRegExp(glue.trim() || 'of');
  const ordinal = '(?:st|nd|rd|th|er|[.ºª])?';
  const day = String.raw`\d{1,2}(?!\d)${ordinal}(?![${letters}\d%]|[.,:]\d)`;
  const item = `${day}(?:${range}${day})?`;
  const days = `${item}(?:(?:, ${item}){0,9}${and}(?:the )?${item})?`;
  const month = `${buildAlternation(names.map(([name]) => name))}(?![${letters}\\d])\\.?`;
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
