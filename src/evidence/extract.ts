import type { Anchor } from '../model/record.ts';
import { assertDefined } from '../text/assert-defined.ts';
import type { Article } from './article/article.ts';
import { findQuotations } from './article/sentences.ts';
import {
  hasPhrase,
  indexArticle,
  listParagraphPassages,
  type Passage,
  type WordIndex,
} from './article/word-index.ts';
import type { DayRange } from './language/dates.ts';
import { guessLanguage, type Lexicon, openLexicon } from './language/lexicon.ts';
import { type NamedCountry, readCountries } from './read-countries.ts';
import { findAnchorAround, findText } from './shortest-anchor.ts';

/** Range of days (ISO 8601) with its evidence. */
interface NamedDays {
  readonly start: string;
  readonly end: string;
  readonly evidence: readonly Anchor[];
}

/** Values extracted from an article without understanding it; null if not found. */
export interface ArticleDraft {
  readonly title: string;
  readonly titleEvidence: readonly Anchor[];
  readonly publisher: string | null;
  readonly agency: string | null;
  readonly dateline: string | null;
  /** BCP 47 tag. */
  readonly language: string;
  readonly countries: readonly NamedCountry[];
  readonly quotations: readonly { readonly words: string; readonly evidence: readonly Anchor[] }[];
  /** First range of days that the article gives with a year. */
  readonly days: NamedDays | null;
}

const published = /[Pp]ublished (?:by|in|on) (?:the )?(\p{Lu}[^.:;,]*)/u;
const reported =
  /(?:[Rr]eporting by|[Nn]ews agency|Source:) (?:the )?(\p{Lu}[\p{L}\p{M}&'’-]*(?: \p{Lu}[\p{L}\p{M}&'’-]*)*(?: \([^)]*\))?)/u;
const placed = /^(\p{Lu}[\p{L}\p{M} .'’-]{2,40}(?:, \p{Lu}[\p{L} ]+)?)(?: [—–-] |: )/u;

/**
 * Returns the first group of a pattern in the first text that matches; null if none does, or if it is not whole words.
 */
function findFirstMatch(
  texts: readonly string[],
  pattern: RegExp,
  passages: readonly Passage[],
): string | null {
  for (const text of texts) {
    const match = pattern.exec(text);
    if (!match) continue;
    const value = assertDefined(match[1]).trim();
    return hasPhrase(passages, [value]) ? value : null;
  }
  return null;
}

/** Extracts the quotations, each with the anchor of its own occurrence. */
function readQuotations(index: WordIndex): ArticleDraft['quotations'] {
  return index.paragraphs.flatMap(({ original }, paragraph) =>
    findQuotations(original).flatMap(({ words, from }) => {
      const anchor = findAnchorAround(findText(words, { paragraph, from }, index), index);
      return anchor ? [{ words, evidence: [anchor] }] : [];
    }),
  );
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
function readDayRange(index: WordIndex, lexicon: Lexicon): NamedDays | null {
  const findRange = (text: string) =>
    lexicon.daysIn(text).flatMap((one) => readRange(one) ?? [])[0];
  for (const [paragraph, { original }] of index.paragraphs.entries()) {
    if (!findRange(original)) continue;
    for (const { text, from } of [...lexicon.sentencesOf(original), { text: original, from: 0 }]) {
      const days = findRange(text);
      const anchor = days && findAnchorAround(findText(text, { paragraph, from }, index), index);
      if (anchor) return { ...days, evidence: [anchor] };
    }
  }
  return null;
}

/** Extracts a draft from an article; `verify` finds every value in its evidence. */
export function extractDraft(article: Article): ArticleDraft {
  const { paragraphs } = article;
  const [first, ...rest] = paragraphs;
  const title = assertDefined(first);
  const language = guessLanguage(paragraphs.join('\n'));
  const index = indexArticle(article);
  const passages = listParagraphPassages(index);
  const titleAnchor = findAnchorAround(findText(title, { paragraph: 0, from: 0 }, index), index);
  return {
    title,
    titleEvidence: titleAnchor ? [titleAnchor] : [],
    publisher: findFirstMatch(rest.slice(-2), published, passages),
    agency: findFirstMatch(rest.toReversed(), reported, passages),
    dateline: findFirstMatch(rest.slice(0, 3), placed, passages),
    language,
    countries: readCountries(index, language),
    quotations: readQuotations(index),
    days: readDayRange(index, openLexicon(language)),
  };
}
