import { assertDefined } from '../../text/assert-defined.ts';
import { normaliseKeepingCase } from '../article/normalise.ts';
import type { DateWords } from './date-words.ts';

/** Days of the calendar that a text mentions, both ends included; `month * 100 + day`. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
  readonly year: number | undefined;
}

/** A mention in words, with its offsets in the normalised text. */
interface Mention {
  readonly ranges: readonly DayRange[];
  readonly from: number;
  readonly to: number;
}

const isoDates = /(?<!\d|\d-)(\d{4})-(\d{2})-(\d{2})(?!\d)/g;

/** The number of a month by name, from 1; undefined for the verb that May is without its capital. */
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

/**
 * From the last day of a mention to the first of the next, where that is what stands between them.
 */
function joinMentions(before: Mention, after: Mention, text: string, words: DateWords) {
  const [start, end] = [assertDefined(before.ranges.at(-1)), assertDefined(after.ranges[0])];
  if (!words.range.test(text.slice(before.to, after.from))) return [];
  return [{ first: start.first, last: end.last, year: start.year ?? end.year }];
}

/**
 * The days that a text mentions: ISO 8601 dates, and a month name next to one or more day numbers,
 * with the days within a range and the year that stands right beside.
 */
export function readDays(text: string, words: DateWords): readonly DayRange[] {
  const normalised = normaliseKeepingCase(text);
  const iso = [...normalised.matchAll(isoDates)].map(([, year, month, day]) => {
    const at = Number(month) * 100 + Number(day);
    return { first: at, last: at, year: Number(year) };
  });
  const mentions = [...normalised.matchAll(words.mention)].flatMap(
    (match) => readMention(match, words) ?? [],
  );
  const bridges = mentions.flatMap((mention, index) => {
    const next = mentions[index + 1];
    return next ? joinMentions(mention, next, normalised, words) : [];
  });
  return [...iso, ...mentions.flatMap((mention) => mention.ranges), ...bridges];
}

/** A month that a text names, and its year where that is given. */
export interface NamedMonth {
  readonly month: number;
  readonly year: number | undefined;
}

/** The months that a text names, with a day or without. */
export function readMonths(text: string, words: DateWords): readonly NamedMonth[] {
  return [...normaliseKeepingCase(text).matchAll(words.month)].flatMap(({ groups }) => {
    const { name, year } = assertDefined(groups);
    const month = findMonth(assertDefined(name), words);
    return month === undefined ? [] : [{ month, year: year === undefined ? year : Number(year) }];
  });
}

/** Whether a range has that day; a range may run over the end of a year. */
export function hasDay({ first, last }: DayRange, month: number, day: number): boolean {
  const at = month * 100 + day;
  return first <= last ? first <= at && at <= last : at >= first || at <= last;
}
