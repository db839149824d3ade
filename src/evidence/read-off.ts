import type { Anchor } from '../contracts/verification-target.ts';
import { countryNames } from '../text/country-names.ts';
import { groupBy } from '../text/group-by.ts';
import { present } from '../text/present.ts';
import { escapeRegExp } from '../text/quote.ts';
import type { Article } from './article/article.ts';
import { quotationsIn } from './article/quotation.ts';
import { indexArticle, type WordIndex } from './article/word-index.ts';
import type { DayRange } from './language/date.ts';
import { guessLanguage } from './language/guess-language.ts';
import { openLexicon } from './language/lexicon.ts';
import { anchoredPlaces } from './shortest-anchor.ts';

/** A country that an article names. */
export interface NamedCountry {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  /** The other words by which the article seems to call it. */
  readonly aliases: readonly string[];
  readonly evidence: readonly Anchor[];
}

/** What can be read off an article without understanding it; what is not there is null. */
export interface ReadOff {
  readonly title: string;
  readonly titleEvidence: readonly Anchor[];
  readonly publisher: string | null;
  readonly agency: string | null;
  readonly dateline: string | null;
  /** BCP 47 tag. */
  readonly language: string;
  readonly countries: readonly NamedCountry[];
  readonly quotations: readonly { readonly words: string; readonly evidence: readonly Anchor[] }[];
  /** ISO 8601 days from one to another, where the article gives both and a year. */
  readonly days: readonly [start: string, end: string] | null;
}

/** The first place of a text, as evidence. */
function evidenceFor(text: string, index: WordIndex): readonly Anchor[] {
  const anchor = anchoredPlaces(text, index).find((place) => place.anchor)?.anchor;
  return anchor ? [anchor] : [];
}

const published = /[Pp]ublished (?:by|in|on) (?:the )?(\p{Lu}[^.:;,]*)/u;
const reported =
  /(?:[Rr]eporting by|[Nn]ews agency|Source:) (?:the )?(\p{Lu}[\p{L}\p{M}&'’-]*(?: \p{Lu}[\p{L}\p{M}&'’-]*)*(?: \([^)]*\))?)/u;
const placed = /^(\p{Lu}[\p{L}\p{M} .'’-]{2,40}(?:, \p{Lu}[\p{L} ]+)?)(?: [—–-] |: )/u;

/** What the first group of a pattern is in the first of some texts that it matches. */
function firstMatch(texts: readonly string[], pattern: RegExp): string | null {
  for (const text of texts) {
    const match = pattern.exec(text);
    if (match) return present(match[1]).trim();
  }
  return null;
}

/** The endings with which English makes an adjective of a country. */
const adjective = '(?:ese|egian|ian|ean|an|ish|i|ic|ch|er)?s?';

/** What an article seems to call a country besides by its name: its adjective, or its initials. */
function aliasesIn(text: string, name: string): readonly string[] {
  const stem = name.replace(/(?:stan|land|[aeiouy]+)$/u, '');
  // Most countries are in no article, and a pattern for each takes long.
  if (stem.length < 3 || !text.includes(stem)) return [];
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${escapeRegExp(stem)}${adjective}(?![\\p{L}\\p{N}])`,
    'gu',
  );
  return [...text.matchAll(pattern)].map(([word]) => word);
}

/** Some names, and those of them that are initials with points (U.S.), which others would not be found with. */
function spellingsOf(names: readonly string[]): readonly string[] {
  // Stryker disable next-line MethodExpression,Regex: no article has other names with a point behind each letter.
  const initials = names.filter((name) => /^\p{Lu}{2,3}$/u.test(name));
  return [...new Set([...names, ...initials.map((name) => name.replace(/./gu, '$&.'))])];
}

function countriesIn(text: string, index: WordIndex, language: string): readonly NamedCountry[] {
  const byCode = groupBy(countryNames(language), ({ code }) => code);
  return [...byCode].flatMap(([code, named]) => {
    const names = named.map((one) => one.name);
    const isIn = (name: string) =>
      text.includes(name) &&
      new RegExp(`(?<![\\p{L}\\p{N}])${escapeRegExp(name)}(?![\\p{L}\\p{N}])`, 'u').test(text);
    const found = spellingsOf(names).filter(isIn);
    const name = present(names[0]);
    const aliases = [...new Set([...found, ...aliasesIn(text, name)])].filter(
      (one) => one !== name,
    );
    const isCalled = found.length > 0 || aliases.some((one) => /(?:ese|ian|ean|ish)$/u.test(one));
    if (!isCalled) return [];
    const evidence = [...new Set([...found, ...aliases])].flatMap((one) => evidenceFor(one, index));
    return evidence.length > 0 ? [{ name, code, aliases, evidence }] : [];
  });
}

const dayOf = (year: number, monthAndDay: number): string =>
  `${year}-${String(Math.floor(monthAndDay / 100)).padStart(2, '0')}-${String(monthAndDay % 100).padStart(2, '0')}`;

/** The first days from one to another that an article gives with their year. */
function daysIn(ranges: readonly DayRange[]): ReadOff['days'] {
  const range = ranges.find(({ first, last, year }) => last > first && year !== undefined);
  if (range?.year === undefined) return null;
  return [dayOf(range.year, range.first), dayOf(range.year, range.last)];
}

/** The words in quotation marks, each with the anchor of its own place. */
function quotationsOf({ paragraphs }: Article, index: WordIndex): ReadOff['quotations'] {
  return paragraphs.flatMap((paragraph, at) =>
    quotationsIn(paragraph).flatMap(({ words, from }) => {
      const own = anchoredPlaces(words, index).find(
        // Stryker disable next-line EqualityOperator: between two words there is more than a quotation mark.
        ({ passage }) => passage.paragraph === at + 1 && passage.to > from,
      );
      // Stryker disable next-line OptionalChaining: words in quotation marks have a place there.
      return own?.anchor ? [{ words, evidence: [own.anchor] }] : [];
    }),
  );
}

/** What can be read off an article. */
export function readOff(article: Article): ReadOff {
  const { paragraphs } = article;
  const [first, ...rest] = paragraphs;
  const title = present(first);
  const text = paragraphs.join('\n');
  const index = indexArticle(article);
  const language = guessLanguage(text);
  return {
    title,
    titleEvidence: evidenceFor(title, index),
    publisher: firstMatch(rest.slice(-2), published),
    agency: firstMatch(rest.toReversed(), reported),
    dateline: firstMatch(rest.slice(0, 3), placed),
    language,
    countries: countriesIn(text, index, language),
    quotations: quotationsOf(article, index),
    days: daysIn(openLexicon(language).daysIn(text)),
  };
}
