import { assertDefined } from '../text/assert-defined.ts';
import { normaliseKeepingCase } from './article/normalise.ts';
import type { Paragraph, TextRange, WordIndex } from './article/word-index.ts';
import { type CountryWords, getCountryWords, toCountryKey } from './language/countries.ts';

/** Occurrence of a word for a country in an article. */
export interface CountryMention {
  /** ISO 3166-1 alpha-2 code. */
  readonly code: string;
  /** Word as the article spells it. */
  readonly spelling: string;
  readonly stretch: TextRange;
}

/** Phrase with a known key, and the words directly before and after it. */
interface Phrase {
  readonly key: string;
  readonly before: string;
  readonly after: string;
  readonly stretch: TextRange;
}

/** Returns part of the original text, given offsets into the normalised text. */
const getOriginalText = ({ original, normalised }: Paragraph, from: number, to: number): string =>
  original.slice(normalised.from[from], normalised.to[to - 1]);

/** Returns the key of successive words, given the indices of the first and the last. */
const readKey = (paragraph: Paragraph, first: number, last: number): string => {
  const { words } = paragraph;
  return toCountryKey(
    getOriginalText(paragraph, assertDefined(words[first]).from, assertDefined(words[last]).to),
  );
};

/** Titles and initials that may come before a name with a full stop. */
const abbreviation = /^(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St)$/u;

/** Returns the word before `first`; empty if they are separated by more than a blank or an abbreviation's full stop. */
function findWordBefore(paragraph: Paragraph, first: number): string {
  const { normalised, words } = paragraph;
  const before = words[first - 1];
  if (!before) return '';
  const gap = normalised.text.slice(before.to, assertDefined(words[first]).from);
  const word = readKey(paragraph, first - 1, first - 1);
  return gap === ' ' || (gap === '. ' && abbreviation.test(word)) ? word : '';
}

/** Returns the word after `last`; empty if they are separated by more than a blank. */
function findWordAfter(paragraph: Paragraph, last: number): string {
  const { normalised, words } = paragraph;
  const after = words[last + 1];
  if (!after || normalised.text.slice(assertDefined(words[last]).to, after.from) !== ' ') return '';
  return readKey(paragraph, last + 1, last + 1);
}

/** Finds phrases with a known key from left to right, the longest at each place. */
function* findPhrases(
  { paragraphs }: WordIndex,
  { codes, longest }: CountryWords,
): Generator<Phrase> {
  for (const [at, paragraph] of paragraphs.entries()) {
    const { words } = paragraph;
    for (let first = 0; first < words.length; first += 1) {
      const { text, from } = assertDefined(words[first]);
      const most = first + (longest.get(text) ?? 0);
      for (let last = Math.min(most, words.length) - 1; last >= first; last -= 1) {
        const key = readKey(paragraph, first, last);
        if (!codes.has(key)) continue;
        const before = findWordBefore(paragraph, first);
        const after = findWordAfter(paragraph, last);
        const { to } = assertDefined(words[last]);
        yield { key, before, after, stretch: { paragraph: at, from, to } };
        first = last;
        break;
      }
    }
  }
}

/** Checks for a word that only looks like a country, such as US in US$5 and in TELL US MORE. */
function isOtherWord(
  { key, before, after, stretch }: Phrase,
  text: string,
  { codes }: CountryWords,
) {
  if (/^\.? ?\p{Sc}/u.test(text.slice(stretch.to, stretch.to + 3))) return true;
  const isShouted = (word: string) => /^\p{Lu}{2,}$/u.test(word) && !codes.has(word);
  return key === 'US' && (isShouted(before) || isShouted(after));
}

/** Checks for a neighbour that may make it a person's name, such as Michael Jordan or Chad Smith. */
function isPartOfName(
  { before, after }: Phrase,
  { codes, opening, following }: CountryWords,
): boolean {
  const isName = (word: string, others: ReadonlySet<string>) =>
    /^\p{Lu}/u.test(word) && !others.has(word) && !codes.has(word);
  return isName(before, opening) || isName(after, following);
}

const placeWord = /^(?:in|into|of|from|across|throughout|outside)$/;

/**
 * Leaves out words that may be people. If such a name is part of a longer name anywhere in the article, it may be that
 * person everywhere, unless a word such as `in` comes before it.
 */
function leaveOutPeople(phrases: readonly Phrase[], words: CountryWords): readonly Phrase[] {
  const names = new Set(
    phrases.filter((phrase) => words.personal.has(phrase.key) && isPartOfName(phrase, words)),
  );
  const people = new Set([...names].map(({ key }) => key));
  return phrases.filter(
    (phrase) => !people.has(phrase.key) || (!names.has(phrase) && placeWord.test(phrase.before)),
  );
}

/** Adds the final full stop of initials such as U.S. to a range. */
function addFullStop(stretch: TextRange, text: string): TextRange {
  const { from, to } = stretch;
  const hasStop = text[to] === '.' && /\.\p{L}$/u.test(text.slice(from, to));
  return hasStop ? { ...stretch, to: to + 1 } : stretch;
}

/** Finds the words for countries in an article, in order, except those that may not mean a country. */
export function findCountryMentions(index: WordIndex, language: string): readonly CountryMention[] {
  const words = getCountryWords(language);
  const getParagraph = ({ paragraph }: TextRange) => assertDefined(index.paragraphs[paragraph]);
  const phrases = [...findPhrases(index, words)].filter(
    (phrase) => !isOtherWord(phrase, getParagraph(phrase.stretch).normalised.text, words),
  );
  return leaveOutPeople(phrases, words).flatMap(({ key, stretch: bare }) => {
    const code = words.codes.get(key);
    if (code === undefined) return [];
    const paragraph = getParagraph(bare);
    const stretch = addFullStop(bare, paragraph.normalised.text);
    const text = getOriginalText(paragraph, stretch.from, stretch.to);
    return { code, spelling: normaliseKeepingCase(text).normalize('NFC'), stretch };
  });
}
