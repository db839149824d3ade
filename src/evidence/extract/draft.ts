import { assertDefined } from '../../text/assert-defined.ts';
import { parseSpan } from '../../text/dates.ts';
import type { Article } from '../article/article.ts';
import { indexArticle, type WordIndex } from '../article/word-index.ts';
import { guessLanguage, type Lexicon, openLexicon } from '../language/lexicon.ts';
import { readAmounts } from './amounts.ts';
import { readCountries } from './countries.ts';
import { listCredited, readCredits } from './credits.ts';
import { readOrganizations } from './organizations.ts';
import { readPeople } from './people.ts';
import { findAnchors, findPlaceAnchor, formatDay } from './place.ts';
import { readQuotations } from './quotations.ts';
import { readTalksAndEvents } from './statements.ts';

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

/**
 * Extracts the first range of days (ISO 8601). Its evidence is its sentence or, if that has no anchor, its paragraph.
 */
function readDayRange(index: WordIndex, lexicon: Lexicon) {
  for (const [paragraph, { original }] of index.paragraphs.entries()) {
    if (!findRange(original, lexicon)) continue;
    for (const { text, from } of [
      ...lexicon.splitSentences(original),
      { text: original, from: 0 },
    ]) {
      const days = findRange(text, lexicon);
      const anchor = days && findPlaceAnchor({ text, paragraph, from }, index);
      if (anchor) return { ...days, evidence: [anchor] };
    }
  }
  return null;
}

export type ArticleDraft = ReturnType<typeof extractDraft>;

/**
 * Extracts values from an article without understanding it; null if not found. `verify` finds every value in its
 * evidence. The language is a BCP 47 tag; people, organizations, talks, deals and events are read only if it has forms.
 */
export function extractDraft(article: Article) {
  const { paragraphs } = article;
  const title = assertDefined(paragraphs[0]);
  const language = guessLanguage(paragraphs.join('\n'));
  const index = indexArticle(article);
  const lexicon = openLexicon(language);
  const { words } = lexicon;
  const credits = readCredits(index, lexicon);
  const organizations = words
    ? readOrganizations(index, words.forms, language, listCredited(credits, index))
    : [];
  const people = words ? readPeople(index, words.forms, language, organizations) : [];
  return {
    title,
    titleEvidence: findAnchors([{ text: title, paragraph: 0, from: 0 }], index) ?? [],
    credits,
    language,
    countries: readCountries(index, language),
    organizations,
    people,
    ...(words ? readTalksAndEvents(index, lexicon, words, people) : { talks: [], events: [] }),
    deals: words ? readAmounts(index, lexicon, words.forms) : [],
    quotations: readQuotations(index, lexicon, people),
    days: readDayRange(index, lexicon),
  };
}
