import { assertDefined } from '../../text/assert-defined.ts';
import { listWeekdays } from '../../text/language.ts';
import { listMatches } from '../../text/list-matches.ts';
import { memoise, once } from '../../text/memoise.ts';
import { escapeRegExp } from '../../text/quote.ts';
import { normaliseKeepingCase } from '../article/normalise.ts';
import { getLanguageWords, type LanguageWords } from './languages.ts';
import { wordCharacters } from './patterns.ts';

/** Names, patterns and formats of dates in one language; the patterns are for text from `normaliseKeepingCase`. */
export interface DateWords {
  /** Number of each month, counted from 1, by name and abbreviation in lower case. */
  readonly months: ReadonlyMap<string, number>;
  /** Lists the names of the days of the week, from Monday. */
  readonly weekdays: () => readonly string[];
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

/** Maximum number of years from the first to the last of a span in which the last has only two digits. */
const maxSpanYears = 10;

/** Lists the spellings of a year: alone, and as the last of a span (2019-20, 2019/20). */
export const listYearSpellings = memoise((year: string): readonly string[] => {
  const firsts = Array.from({ length: maxSpanYears }, (_, at) => Number(year) - at - 1);
  const spans = firsts.flatMap((first) =>
    ['-', '/'].map((mark) => `${first}${mark}${year.slice(-2)}`),
  );
  return [year, ...spans];
});

/**
 * Builds the source of a pattern that matches any of the words in any case. With the flag `i` instead, the pattern of a
 * mention takes 5 ms longer to compile.
 */
function buildAlternation(words: readonly string[]): string {
  const ignoreCase = (letter: string) => {
    const [small, large] = [letter.toLowerCase(), letter.toUpperCase()];
    return small === large ? letter : `[${small}${large}]`;
  };
  const sources = [...new Set(words)].map((word) =>
    escapeRegExp(word).replace(/\p{L}/gu, ignoreCase),
  );
  return `(?:${sources.join('|')})`;
}

const calendar = { calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC' } as const;

/** Lists the names of the months, long and short, alone and next to a day (май, мая). */
function listMonthNames(language: string): readonly (readonly [string, number])[] {
  return (['long', 'short'] as const)
    .flatMap((month) => [{ month }, { month, day: 'numeric' }] as const)
    .map((options) => new Intl.DateTimeFormat(language, { ...options, ...calendar }))
    .flatMap((format) => {
      const dates = Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 15));
      return dates.map((date, month): readonly [string, number] => {
        const part = format.formatToParts(date).find(({ type }) => type === 'month');
        return [normaliseKeepingCase(assertDefined(part).value).replace(/\.$/, ''), month + 1];
      });
    })
    .filter(([name]) => /\p{L}/u.test(name));
}

/** Returns what stands between a day and its month besides blanks: `de` in Spanish; `of` where nothing does. */
function findJoint(language: string): string {
  const options = { ...calendar, month: 'long', day: 'numeric' } as const;
  const [, joint] = new Intl.DateTimeFormat(language, options).formatToParts(0);
  return normaliseKeepingCase(assertDefined(joint).value) || 'of';
}

/** Lists the words for `and` and `or` in a language. */
const listConjunctions = (language: string): readonly string[] =>
  (['conjunction', 'disjunction'] as const).map((type) =>
    normaliseKeepingCase(new Intl.ListFormat(language, { type }).format(['1', '2']).slice(1, -1)),
  );

/** Lists the words in dates that the Unicode CLDR has for a language through Intl. */
const listDateWords = (language: string): LanguageWords['dates'] => ({
  months: listMonthNames(language),
  rangeWords: [],
  conjunctions: listConjunctions(language),
  joint: findJoint(language),
});

/** Builds the date patterns of a known language from the words in its file, or else from those that Intl knows. */
export function buildDateWords(language: string): DateWords {
  const words = getLanguageWords(language)?.dates ?? listDateWords(language);
  const range = ` ?${buildAlternation(['-', '/', ...words.rangeWords])} ?`;
  const and = `,? ?${buildAlternation(['&', ...words.conjunctions])} `;
  const joint = buildAlternation([words.joint]);
  const the = `(?:${buildAlternation(['the'])} )?`;
  const ordinal = `${buildAlternation(['st', 'nd', 'rd', 'th', 'er', '.', 'º', 'ª'])}?`;
  const day = String.raw`\d{1,2}(?!\d)${ordinal}(?![${wordCharacters}%]|[.,:]\d)`;
  const item = `${day}(?:${range}${day})?`;
  const days = `${item}(?:(?:, ${item}){0,9}${and}${the}${item})?`;
  const month = `${buildAlternation(words.months.map(([name]) => name))}(?![${wordCharacters}])\\.?`;
  const year = String.raw`(?:,? (?:${joint} )?(?<year>\d{4})(?![${wordCharacters}]|[.,]\d))?`;
  const start = String.raw`(?<![${wordCharacters}\p{Sc}]|\d[.,:])(?:(?<earlier>\d{4}),? )?`;
  const format = (options: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(language, { ...options, ...calendar }));
  return {
    months: new Map(words.months.map(([name, number]) => [name.toLowerCase(), number])),
    weekdays: once(() => listWeekdays(language)),
    isCapitalised: words.months.every(([name]) => /^\p{Lu}/u.test(name)),
    mention: new RegExp(
      // Each month is looked for ahead, or else what follows is compiled once for each of its names.
      `${start}(?:(?=(?<month>${month}))\\k<month> ${the}(?<days>${days})|` +
        `(?<firstDays>${days})(?: | ?${joint} ?)(?=(?<lastMonth>${month}))\\k<lastMonth>)${year}`,
      'gu',
    ),
    month: new RegExp(`(?<![${wordCharacters}])(?<name>${month})${year}`, 'gu'),
    days: new RegExp(String.raw`(\d{1,2})${ordinal}(?:${range}(\d{1,2})${ordinal})?`, 'gu'),
    range: new RegExp(`^${range}${the}$`, 'u'),
    short: format({ day: 'numeric', month: 'long' }),
    full: format({ dateStyle: 'long' }),
    monthAndYear: format({ month: 'long', year: 'numeric' }),
  };
}

/** Range of calendar days in a text, both ends included; a day is `month * 100 + day`. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
  readonly year: number | undefined;
}

/** Mention of days with a month name, with its offsets in the normalised text. */
interface Mention {
  readonly ranges: readonly DayRange[];
  readonly from: number;
  readonly to: number;
}

const isoDates = /(?<!\d|\d-)(\d{4})-(\d{2})-(\d{2})(?!\d)/g;

/** Returns the number of a month, counted from 1. Returns undefined for the verb may, which has no capital. */
function findMonth(written: string, words: DateWords): number | undefined {
  const name = written.replace(/\.$/, '');
  const isVerb = words.isCapitalised && !/^\p{Lu}/u.test(name);
  return isVerb ? undefined : words.months.get(name.toLowerCase());
}

function readMention(match: RegExpExecArray, words: DateWords): Mention | undefined {
  const { month, lastMonth, days, firstDays, year, earlier } = assertDefined(match.groups);
  const number = findMonth(assertDefined(month ?? lastMonth), words);
  if (number === undefined) return undefined;
  const written = year ?? earlier;
  const ranges = [...assertDefined(days ?? firstDays).matchAll(words.days)].map(
    ([, first, last]) => ({
      first: number * 100 + Number(first),
      last: number * 100 + Math.max(Number(first), Number(last ?? first)),
      year: written === undefined ? undefined : Number(written),
    }),
  );
  return { ranges, from: match.index, to: match.index + match[0].length };
}

/** Lists the days in a text: ISO 8601 dates, and month names with days or ranges of days and an adjacent year. */
export function readDays(text: string, words: DateWords): readonly DayRange[] {
  const normalised = normaliseKeepingCase(text);
  const iso = listMatches(normalised, isoDates).map(([, year, month, day]) => {
    const at = Number(month) * 100 + Number(day);
    return { first: at, last: at, year: Number(year) };
  });
  const mentions = listMatches(normalised, words.mention).flatMap(
    (match) => readMention(match, words) ?? [],
  );
  // The text between two mentions may join them: 28 May to 3 June.
  const bridges = mentions.flatMap((mention, index) => {
    const next = mentions[index + 1];
    if (!next || !words.range.test(normalised.slice(mention.to, next.from))) return [];
    const [start, end] = [assertDefined(mention.ranges.at(-1)), assertDefined(next.ranges[0])];
    return [{ first: start.first, last: end.last, year: start.year ?? end.year }];
  });
  return [...iso, ...mentions.flatMap((mention) => mention.ranges), ...bridges];
}

/** Lists the months named in a text, with or without a day, and the year if given. */
export function readMonths(text: string, words: DateWords) {
  return listMatches(normaliseKeepingCase(text), words.month).flatMap(({ groups }) => {
    const { name, year } = assertDefined(groups);
    const month = findMonth(assertDefined(name), words);
    return month === undefined ? [] : [{ month, year: year === undefined ? year : Number(year) }];
  });
}

/** Checks whether a range includes a day, `month * 100 + day`; the range may cross the end of a year. */
export function hasDay({ first, last }: DayRange, at: number): boolean {
  return first <= last ? first <= at && at <= last : at >= first || at <= last;
}
