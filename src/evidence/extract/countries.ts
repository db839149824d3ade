import { assertDefined } from '../../text/assert-defined.ts';
import { groupBy } from '../../text/group-by.ts';
import { normalise, normaliseKeepingCase } from '../article/normalise.ts';
import type { Paragraph, Passage, TextRange, WordIndex } from '../article/word-index.ts';
import { isWholeAt } from '../article/words.ts';
import { type CountryWords, getCountryWords, toCountryKey } from '../language/countries.ts';
import { findAnchorAround } from '../shortest-anchor.ts';
import { isTitleCase } from './place.ts';

/** Phrase that is a word for a country or a longer name with one, and the words directly before and after it. */
interface Phrase {
  readonly key: string;
  readonly before: string;
  readonly after: string;
  readonly isInTitle: boolean;
  /** Normalised text of its paragraph. */
  readonly text: string;
  readonly range: TextRange;
}

/** Returns the key of successive words, given the indices of the first and the last; empty if there are none. */
function readKey({ original, normalised, words }: Paragraph, first: number, last = first): string {
  const [start, end] = [words[first], words[last]];
  if (!start || !end) return '';
  return toCountryKey(original.slice(normalised.from[start.from], normalised.to[end.to - 1]));
}

/** Titles and initials that may come before a name with a full stop, unlike the last letter of U.N. */
const abbreviation = /^(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St)$/u;

/** Returns the words next to a phrase; empty if more than a blank or an abbreviation's full stop separates them. */
function findNeighbours(paragraph: Paragraph, first: number, last: number) {
  const { words } = paragraph;
  const { text } = paragraph.normalised;
  const getGap = (at: number) => text.slice(words[at - 1]?.to ?? 0, words[at]?.from ?? 0);
  const before = readKey(paragraph, first - 1);
  const isInitials = text.charAt((words[first - 1]?.from ?? 0) - 1) === '.';
  const isStop = getGap(first) === '. ' && abbreviation.test(before) && !isInitials;
  return {
    before: getGap(first) === ' ' || isStop ? before : '',
    after: getGap(last + 1) === ' ' ? readKey(paragraph, last + 1) : '',
  };
}

/** Finds phrases with a known key from left to right, the longest at each place. */
function* findPhrases(
  { paragraphs }: WordIndex,
  { codes, longest }: CountryWords,
): Generator<Phrase> {
  for (const [at, paragraph] of paragraphs.entries()) {
    const { original, normalised, words } = paragraph;
    const place = { isInTitle: isTitleCase(original), text: normalised.text };
    for (let first = 0; first < words.length; first += 1) {
      const { text, from } = assertDefined(words[first]);
      const end = Math.min(first + (longest.get(text) ?? 0), words.length);
      for (let last = end - 1; last >= first; last -= 1) {
        const key = readKey(paragraph, first, last);
        if (!codes.has(key)) continue;
        const range = { paragraph: at, from, to: assertDefined(words[last]).to };
        yield { key, ...findNeighbours(paragraph, first, last), ...place, range };
        first = last;
        break;
      }
    }
  }
}

/** Checks for a word that is not a country: US in US$5 and in TELL US MORE, Lebanon in Lebanon, Pennsylvania. */
function isOtherWord(
  { key, before, after, text, range: { to } }: Phrase,
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
  if (!isUsualName && !personalNames.has(key)) return false;
  // Without a list of openings, such as La in La France, a capital says nothing.
  if (isInTitle || openingWords.size === 0) return false;
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

/** Returns a text as the article spells it, with the dots of an abbreviation. */
const getSpelling = ({ text }: Passage): string =>
  text.includes('.') ? text : normaliseKeepingCase(text).normalize('NFC');

const maxMentionsTried = 20;

/**
 * Extracts the countries of an article in the order of their first mention, except those without an anchor: their usual
 * names, their codes (ISO 3166-1 alpha-2) and the other words for them in the article.
 */
export function readCountries(index: WordIndex, language: string) {
  const words = getCountryWords(language);
  const phrases = [...findPhrases(index, words)].filter((phrase) => !isOtherWord(phrase, words));
  const byCode = groupBy(leaveOutNames(phrases, words), ({ key }) => words.codes.get(key));
  return [...byCode].flatMap(([code, mentions]) => {
    // Other names that contain a word for a country have no code.
    if (code === undefined) return [];
    const name = assertDefined(words.names.get(code));
    const ranges = mentions.map(({ range }) => range);
    const bySpelling = groupBy(ranges, (range) => getSpelling(index.getPassage(range)));
    const found = [...bySpelling].flatMap(([spelling, places]) => {
      for (const range of places.slice(0, maxMentionsTried)) {
        const anchor = findAnchorAround(range, index);
        if (anchor) return { spelling, anchor, isName: normalise(spelling) === normalise(name) };
      }
      return [];
    });
    if (found.length === 0) return [];
    const others = found.filter(({ isName }) => !isName);
    return {
      name,
      code,
      aliases: others.map(({ spelling }) => spelling),
      evidence: [...found.filter(({ isName }) => isName), ...others].map(({ anchor }) => anchor),
    };
  });
}
