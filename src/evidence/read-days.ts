import type { Anchor } from '../contracts/verification-target.ts';
import type { WordIndex } from './article/word-index.ts';
import { type FindAnchor, findText } from './find-anchor.ts';
import type { DayRange } from './language/date.ts';
import type { Lexicon } from './language/lexicon.ts';

/** Days from one to another (ISO 8601), with their passage. */
export interface NamedDays {
  readonly start: string;
  readonly end: string;
  readonly evidence: readonly Anchor[];
}

/** Returns a day of a year (ISO 8601), given as `month * 100 + day`; undefined if the calendar does not have it. */
function toDay(year: number, monthAndDay: number): string | undefined {
  const [month, day] = [Math.floor(monthAndDay / 100), monthAndDay % 100];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}

/** Returns both days of a range, undefined if they are not two, in order and of a stated year. */
function readRange({ first, last, year }: DayRange) {
  if (year === undefined || last <= first) return undefined;
  const [start, end] = [toDay(year, first), toDay(year, last)];
  return start && end ? { start, end } : undefined;
}

/** Reads the first days from one to another, with their sentence or, if it has none of its own, their paragraph. */
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
