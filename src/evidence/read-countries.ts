import type { Anchor } from '../model/record.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { groupBy } from '../text/group-by.ts';
import { normalise, normaliseKeepingCase } from './article/normalise.ts';
import {
  getPassage,
  type Paragraph,
  type TextRange,
  type WordIndex,
} from './article/word-index.ts';
import { isWholeAt } from './article/words.ts';
import { type CountryWords, getCountryWords, toCountryKey } from './language/countries.ts';
import { findAnchorAround } from './shortest-anchor.ts';

/** Country that an article names. */
export interface NamedCountry {
  readonly name: string;
  /** ISO 3166-1 alpha-2 code. */
  readonly code: string;
  /** Other words for it in the article. */
  readonly aliases: readonly string[];
  readonly evidence: readonly Anchor[];
}

/** Phrase with a known key, and the words directly before and after it. */
interface Phrase {
  readonly key: string;
  readonly before: string;
  readonly after: string;
  readonly isInTitle: boolean;
  readonly range: TextRange;
}

/** Returns the key of successive words, given the indices of the first and the last. */
const readKey = ({ original, normalised, words }: Paragraph, first: number, last = first): string =>
  toCountryKey(
    original.slice(
      normalised.from[assertDefined(words[first]).from],
      normalised.to[assertDefined(words[last]).to - 1],
    ),
  );

/** Titles and initials that may come before a name with a full stop, unlike the last letter of U.N. */
const abbreviation = /^(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St)$/u;

/** Returns the words beside a phrase; empty if more than a blank or an abbreviation's full stop separates them. */
function findNeighbours(paragraph: Paragraph, first: number, last: number) {
  const { normalised, words } = paragraph;
  const getGap = (at: number) =>
    normalised.text.slice(words[at - 1]?.to ?? 0, words[at]?.from ?? 0);
  const before = first > 0 ? readKey(paragraph, first - 1) : '';
  const isInitials = normalised.text.charAt((words[first - 1]?.from ?? 0) - 1) === '.';
  const isStop = getGap(first) === '. ' && abbreviation.test(before) && !isInitials;
  return {
    before: getGap(first) === ' ' || isStop ? before : '',
    after: getGap(last + 1) === ' ' ? readKey(paragraph, last + 1) : '',
  };
}

/** Checks for a paragraph with capitals in title case, which do not tell a name from another word. */
const isTitleCase = (text: string): boolean =>
  !/[.!?]["”’)]?$/u.test(text) && !/(?<![\p{L}\p{M}'’])\p{Ll}{5}/u.test(text);

/** Finds phrases with a known key from left to right, the longest at each place. */
function* findPhrases(
  { paragraphs }: WordIndex,
  { codes, longest }: CountryWords,
): Generator<Phrase> {
  for (const [at, paragraph] of paragraphs.entries()) {
    const { original, words } = paragraph;
    const isInTitle = isTitleCase(original);
    for (let first = 0; first < words.length; first += 1) {
      const { text, from } = assertDefined(words[first]);
      const end = Math.min(first + (longest.get(text) ?? 0), words.length);
      for (let last = end - 1; last >= first; last -= 1) {
        const key = readKey(paragraph, first, last);
        if (!codes.has(key)) continue;
        const { to } = assertDefined(words[last]);
        const range = { paragraph: at, from, to };
        yield { key, ...findNeighbours(paragraph, first, last), isInTitle, range };
        first = last;
        break;
      }
    }
  }
}

/** Checks for a word that is not a country: US in US$5 and in TELL US MORE, Lebanon in Lebanon, Pennsylvania. */
function isOtherWord(
  { key, before, after, range: { to } }: Phrase,
  text: string,
  { codes, regions }: CountryWords,
): boolean {
  if (/^\.? ?\p{Sc}/u.test(text.slice(to, to + 3))) return true;
  const mayNameRegion = [', ', ' ('].includes(text.slice(to, to + 2));
  if (mayNameRegion && [...regions].some((one) => isWholeAt(text, one, to + 2))) return true;
  const isShouted = (word: string) => /^\p{Lu}{2,}$/u.test(word) && !codes.has(word);
  return key === 'US' && (isShouted(before) || isShouted(after));
}

/** Checks for a country with a capitalised neighbour that makes it a longer name: Chad Smith, Panama Canal. */
function isPartOfName({ key, before, after, isInTitle }: Phrase, words: CountryWords): boolean {
  const { names, codes, personalNames, openingWords, followingWords } = words;
  const isUsualName = names.get(codes.get(key) ?? '') === key && !key.includes(' ');
  // Without a list of openings, such as La in La France, a capital says nothing.
  if (isInTitle || openingWords.size === 0) return false;
  if (!isUsualName && !personalNames.has(key)) return false;
  const isName = (word: string, others: ReadonlySet<string>) =>
    /^\p{Lu}(?:\p{Ll}|$)/u.test(word) && !others.has(word) && !codes.has(word);
  return isName(before, openingWords) || isName(after, followingWords);
}

/**
 * Leaves out words in longer names. If such a name may be a person's, the word may be that person everywhere in the
 * article, unless a word such as `in` comes before it.
 */
function leaveOutNames(phrases: readonly Phrase[], words: CountryWords): readonly Phrase[] {
  const inNames = new Set(phrases.filter((phrase) => isPartOfName(phrase, words)));
  const people = new Set(
    [...inNames].map(({ key }) => key).filter((key) => words.personalNames.has(key)),
  );
  return phrases.filter(
    (phrase) =>
      !inNames.has(phrase) && (!people.has(phrase.key) || words.placeWords.has(phrase.before)),
  );
}

/** Adds the final full stop of initials such as U.S. to a range. */
function addFullStop(range: TextRange, text: string): TextRange {
  const { from, to } = range;
  const hasStop = text[to] === '.' && /\.\p{L}$/u.test(text.slice(from, to));
  return hasStop ? { ...range, to: to + 1 } : range;
}

/** Finds the words for countries in an article, in order, except those that may not mean a country. */
function findMentions(index: WordIndex, words: CountryWords) {
  const getText = ({ paragraph }: TextRange) =>
    assertDefined(index.paragraphs[paragraph]).normalised.text;
  const phrases = [...findPhrases(index, words)].filter(
    (phrase) => !isOtherWord(phrase, getText(phrase.range), words),
  );
  return leaveOutNames(phrases, words).flatMap(({ key, range: bare }) => {
    const code = words.codes.get(key);
    if (code === undefined) return [];
    const range = addFullStop(bare, getText(bare));
    const spelling = normaliseKeepingCase(getPassage(index, range).text).normalize('NFC');
    return { code, spelling, range };
  });
}

/** Maximum number of mentions tried as evidence for a spelling. */
const maxTries = 20;

/** Extracts the countries of an article in the order of their first mention, except those without an anchor. */
export function readCountries(index: WordIndex, language: string): readonly NamedCountry[] {
  const words = getCountryWords(language);
  const byCode = groupBy(findMentions(index, words), ({ code }) => code);
  return [...byCode].flatMap(([code, mentions]) => {
    const name = assertDefined(words.names.get(code));
    const found = [...groupBy(mentions, ({ spelling }) => spelling)].flatMap(
      ([spelling, places]) => {
        for (const { range } of places.slice(0, maxTries)) {
          const anchor = findAnchorAround(range, index);
          if (anchor) return { spelling, anchor, isName: normalise(spelling) === normalise(name) };
        }
        return [];
      },
    );
    if (found.length === 0) return [];
    const others = found.filter(({ isName }) => !isName);
    const evidence = [...found.filter(({ isName }) => isName), ...others];
    return {
      name,
      code,
      aliases: others.map(({ spelling }) => spelling),
      evidence: evidence.map(({ anchor }) => anchor),
    };
  });
}
