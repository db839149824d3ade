import type { Anchor } from '../model/record.ts';
import type { WordIndex } from './article/word-index.ts';
import { type FindAnchor, findText } from './find-anchor.ts';
import type { DayRange } from './language/dates.ts';
import type { Lexicon } from './language/lexicon.ts';

/** Range of days (ISO 8601) with its evidence. */
export interface NamedDays {
  readonly start: string;
  readonly end: string;
  readonly evidence: readonly Anchor[];
}

/** Converts `month * 100 + day` of a year to an ISO 8601 date; undefined if the calendar does not have it. */
function toDay(year: number, monthAndDay: number): string | undefined {
  const [month, day] = [Math.floor(monthAndDay / 100), monthAndDay % 100];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}

/** Returns the first and last day of a range; undefined if it has no year or does not end after its start. */
function readRange({ first, last, year }: DayRange) {
  if (year === undefined || last <= first) return undefined;
  const [start, end] = [toDay(year, first), toDay(year, last)];
  return start && end ? { start, end } : undefined;
}

/** Extracts the first range of days. Its evidence is its sentence or, if that has no anchor, its paragraph. */
export function extractDays(
  index: WordIndex,
  lexicon: Lexicon,
  findAnchor: FindAnchor,
): NamedDays | null {
  const findRange = (text: string) =>
    lexicon.daysIn(text).flatMap((one) => readRange(one) ?? [])[0];
  for (const [paragraph, { original }] of index.paragraphs.entries()) {
    if (!findRange(original)) continue;
    for (const { text, from } of [...lexicon.sentencesOf(original), { text: original, from: 0 }]) {
      const days = findRange(text);
      const anchor = days && findAnchor(findText(text, { paragraph, from }, index));
      if (anchor) return { ...days, evidence: [anchor] };
    }
  }
  return null;
}
