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
import { createAnchorFinder, type FindAnchor, findText } from './find-anchor.ts';
import { guessLanguage, openLexicon } from './language/lexicon.ts';
import { type NamedCountry, readCountries } from './read-countries.ts';
import { extractDays, type NamedDays } from './read-days.ts';

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
function readQuotations(index: WordIndex, findAnchor: FindAnchor): ArticleDraft['quotations'] {
  return index.paragraphs.flatMap(({ original }, paragraph) =>
    findQuotations(original).flatMap(({ words, from }) => {
      const anchor = findAnchor(findText(words, { paragraph, from }, index));
      return anchor ? [{ words, evidence: [anchor] }] : [];
    }),
  );
}

/** Extracts a draft from an article; `verify` finds every value in its evidence. */
export function extractDraft(article: Article): ArticleDraft {
  const { paragraphs } = article;
  const [first, ...rest] = paragraphs;
  const title = assertDefined(first);
  const language = guessLanguage(paragraphs.join('\n'));
  const index = indexArticle(article);
  const passages = listParagraphPassages(index);
  const findAnchor = createAnchorFinder(index);
  const titleAnchor = findAnchor(findText(title, { paragraph: 0, from: 0 }, index));
  return {
    title,
    titleEvidence: titleAnchor ? [titleAnchor] : [],
    publisher: findFirstMatch(rest.slice(-2), published, passages),
    agency: findFirstMatch(rest.toReversed(), reported, passages),
    dateline: findFirstMatch(rest.slice(0, 3), placed, passages),
    language,
    countries: readCountries(index, language, findAnchor),
    quotations: readQuotations(index, findAnchor),
    days: extractDays(index, openLexicon(language), findAnchor),
  };
}
