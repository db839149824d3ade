import type { Anchor } from '../model/record.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { countLeading } from '../text/count-leading.ts';
import { parseSpan } from '../text/dates.ts';
import type { Article } from './article/article.ts';
import { normalise } from './article/normalise.ts';
import { findQuotations } from './article/sentences.ts';
import {
  hasPhrase,
  indexArticle,
  listParagraphPassages,
  type Passage,
  type WordIndex,
} from './article/word-index.ts';
import { findWhole } from './article/words.ts';
import { guessLanguage, type Lexicon, openLexicon } from './language/lexicon.ts';
import { readCountries } from './read-countries.ts';
import { findAnchorAround } from './shortest-anchor.ts';

const published = /[Pp]ublished (?:by|in|on) (?:the )?(\p{Lu}[^.:;,]*)/u;
const reported =
  /(?:[Rr]eporting by|[Nn]ews agency|Source:) (?:the )?(\p{Lu}[\p{L}\p{M}&'’-]*(?: \p{Lu}[\p{L}\p{M}&'’-]*)*(?: \([^)]*\))?)/u;
/** Byline of one or several people. */
const signed = /^By (\p{Lu}[\p{L}\p{M}.'’-]*(?:(?: and|,)? \p{Lu}[\p{L}\p{M}.'’-]*)+)$/u;
/** Dateline: a place, then perhaps a day without its year, and an agency in brackets. */
const dateline = `^(\\p{Lu}[\\p{L}\\p{M} .'’-]{2,40}?(?:, \\p{Lu}[\\p{L} ]+)?)(?:, \\p{Lu}\\p{L}+\\.? \\d{1,2})?`;
const placed = new RegExp(`${dateline}(?: \\(\\p{Lu}[^)]*\\))?(?: [—–-] |: )`, 'u');
const sentBy = new RegExp(`${dateline} \\((\\p{Lu}[^)]*)\\)(?: [—–-] |: )`, 'u');

/** Returns the last group of a pattern in the first text that matches; null if none does or it is not whole words. */
function findFirstMatch(
  texts: readonly string[],
  pattern: RegExp,
  passages: readonly Passage[],
): string | null {
  const [match] = texts.flatMap((text) => pattern.exec(text)?.at(-1) ?? []);
  const value = match?.trim() ?? null;
  return value !== null && hasPhrase(passages, [value]) ? value : null;
}

/** Finds an anchor for the first place of a text in a paragraph (counted from 0), at or after an offset. */
function findTextAnchor(
  text: string,
  paragraph: number,
  minOffset: number,
  index: WordIndex,
): Anchor | undefined {
  const { normalised } = assertDefined(index.paragraphs[paragraph]);
  const needle = normalise(text);
  const start = countLeading(normalised.from, (offset) => offset < minOffset);
  const from = findWhole(normalised.text, needle, start);
  if (from < 0) return undefined;
  return findAnchorAround({ paragraph, from, to: from + needle.length }, index);
}

/** Extracts the quotations, each with the anchor of its own occurrence. */
function readQuotations(index: WordIndex) {
  return index.paragraphs.flatMap(({ original }, paragraph) =>
    findQuotations(original).flatMap(({ words, from }) => {
      const anchor = findTextAnchor(words, paragraph, from, index);
      return anchor ? [{ words, evidence: [anchor] }] : [];
    }),
  );
}

/** Formats `month * 100 + day` of a year as an ISO 8601 date. */
function formatDay(year: number, monthAndDay: number): string {
  const [years, days] = [year, monthAndDay].map((number) => String(number).padStart(4, '0'));
  return `${years}${days}`.replace(/(....)(..)(..)/, '$1-$2-$3');
}

/** Returns the first range of days in a text that has a year, is in the calendar and ends after its start. */
function findRange(text: string, lexicon: Lexicon) {
  return lexicon
    .readDays(text)
    .flatMap(({ first, last, year }) =>
      year === undefined || last <= first
        ? []
        : { start: formatDay(year, first), end: formatDay(year, last) },
    )
    .find(({ start, end }) => parseSpan(start) && parseSpan(end));
}

/** Extracts the first range of days (ISO 8601). Its evidence is its sentence or, if that has no anchor, its paragraph. */
function readDayRange(index: WordIndex, lexicon: Lexicon) {
  for (const [paragraph, { original }] of index.paragraphs.entries()) {
    if (!findRange(original, lexicon)) continue;
    for (const { text, from } of [
      ...lexicon.splitSentences(original),
      { text: original, from: 0 },
    ]) {
      const days = findRange(text, lexicon);
      const anchor = days && findTextAnchor(text, paragraph, from, index);
      if (anchor) return { ...days, evidence: [anchor] };
    }
  }
  return null;
}

export type ArticleDraft = ReturnType<typeof extractDraft>;

/**
 * Extracts values from an article without understanding it; null if not found. `verify` finds every value in its
 * evidence. The language is a BCP 47 tag.
 */
export function extractDraft(article: Article) {
  const { paragraphs } = article;
  const [first, ...rest] = paragraphs;
  const title = assertDefined(first);
  const language = guessLanguage(paragraphs.join('\n'));
  const index = indexArticle(article);
  const passages = listParagraphPassages(index);
  const titleAnchor = findTextAnchor(title, 0, 0, index);
  const opening = rest.slice(0, 3);
  const author = findFirstMatch(opening, signed, passages);
  const sentFrom = findFirstMatch(opening, sentBy, passages);
  const reporter = findFirstMatch(rest.toReversed(), reported, passages);
  return {
    title,
    titleEvidence: titleAnchor ? [titleAnchor] : [],
    publisher: findFirstMatch(rest.slice(-2), published, passages),
    agency: sentFrom ?? (reporter === author ? null : reporter),
    dateline: findFirstMatch(opening, placed, passages),
    author,
    language,
    countries: readCountries(index, language),
    quotations: readQuotations(index),
    days: readDayRange(index, openLexicon(language)),
  };
}
