import { assertDefined } from '../../text/assert-defined.ts';
import { normaliseKeepingCase } from '../article/normalise.ts';
import type { DateWords } from './date-words.ts';

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

/** Returns the range that two mentions form (28 May to 3 June), or none if the text between them does not join them. */
function joinMentions(before: Mention, after: Mention, text: string, words: DateWords) {
  const [start, end] = [assertDefined(before.ranges.at(-1)), assertDefined(after.ranges[0])];
  if (!words.range.test(text.slice(before.to, after.from))) return [];
  return [{ first: start.first, last: end.last, year: start.year ?? end.year }];
}

/** Lists the days in a text: ISO 8601 dates, and month names with days or ranges of days and an adjacent year. */
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

/** Month named in a text, with its year if given. */
export interface NamedMonth {
  readonly month: number;
  readonly year: number | undefined;
}

/** Lists the months named in a text, with or without a day. */
export function readMonths(text: string, words: DateWords): readonly NamedMonth[] {
  return [...normaliseKeepingCase(text).matchAll(words.month)].flatMap(({ groups }) => {
    const { name, year } = assertDefined(groups);
    const month = findMonth(assertDefined(name), words);
    return month === undefined ? [] : [{ month, year: year === undefined ? year : Number(year) }];
  });
}

/** Checks whether a range includes a day; the range may cross the end of a year. */
export function hasDay({ first, last }: DayRange, month: number, day: number): boolean {
  const at = month * 100 + day;
  return first <= last ? first <= at && at <= last : at >= first || at <= last;
}
