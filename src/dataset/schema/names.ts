import { assertDefined } from '../../text/assert-defined.ts';
import { fold, isAcronym } from '../../text/fold.ts';
import { indexPhrases, isEndOfWord } from './phrase-index.ts';

/** The fields with the names of a record. */
export const nameFields = ['name', 'aliases'] as const;

/** Every name and alias of a record. */
export function listNames({ name, aliases }: Readonly<Record<string, unknown>>): readonly string[] {
  const all: readonly unknown[] = [name, ...(Array.isArray(aliases) ? aliases : [])];
  return all.filter((one) => typeof one === 'string');
}

/** Tells whether a text has what is looked for. */
export type WordTest = (text: string) => boolean;

// As one class it misses letters beyond the basic plane on Node 26.
const letterBefore = /(?:\p{L}|\p{N})$/u;
const outsideOfWords = /[^\p{L}\p{N}]/gu;

/** Returns the index at which the word that goes on at an index ends. */
function findEndOfWord(text: string, index: number): number {
  outsideOfWords.lastIndex = index;
  return outsideOfWords.exec(text)?.index ?? text.length;
}

/**
 * Whether a text has a phrase where a word begins and, if it is to be whole, where one ends. A pattern for each of
 * so many names takes longer to compile than a text to look through.
 */
function hasPhrase(text: string, phrase: string, isWhole: boolean): boolean {
  let from = phrase === '' ? -1 : text.indexOf(phrase);
  while (from !== -1) {
    const isInWord = letterBefore.test(text.slice(Math.max(0, from - 2), from));
    if (!isInWord && (!isWhole || isEndOfWord(text, from + phrase.length))) return true;
    from = text.indexOf(phrase, Math.max(from + 1, isInWord ? findEndOfWord(text, from) : 0));
  }
  return false;
}

/** The number of phrases that are tried one by one, which takes a twentieth of a microsecond each: an index takes two. */
const maxTried = 16;

function matchAnyOf(phrases: readonly string[]): WordTest {
  if (phrases.length <= maxTried) {
    return (text) => phrases.some((phrase) => hasPhrase(text, phrase, true));
  }
  const findPhrases = indexPhrases(phrases);
  return (text) => findPhrases(text).next().done !== true;
}

/** Finds any of some phrases as whole words in a folded text. */
export const matchWholeWords = (phrases: readonly string[]): WordTest =>
  matchAnyOf(phrases.map((phrase) => fold(phrase).trim()));

/** Finds a phrase that begins where a word of a folded text does. */
export function matchWordStart(phrase: string): WordTest {
  const folded = fold(phrase).trim();
  return (text) => hasPhrase(text, folded, false);
}

/** The length of the longest name that is looked for: by a longer one no text calls anybody. */
const maxNameLength = 200;

/** The spellings by which a text may call something: folded, but for acronyms, which have their capitals. */
function separateAcronyms(names: readonly string[]) {
  const short = names.filter(({ length }) => length <= maxNameLength);
  return {
    folded: short.filter((name) => !isAcronym(name)).map((name) => fold(name).trim()),
    acronyms: short.filter(isAcronym),
  };
}

/** Finds what a text, which may come folded already, calls by a name. */
export interface NameFinder<Item> {
  /** Returns the first item, in the order in which they were given, that the text names and that passes a test. */
  findFirst(text: string, isMeant: (item: Item) => boolean, folded?: string): Item | undefined;
  /** Returns all items that the text names, in that order. */
  findAll(text: string, folded?: string): readonly Item[];
}

/** Indexes items by their spellings: what is found is what nameTest finds for each, without a test for each. */
export function indexNames<Item>(
  items: readonly Item[],
  spellingsOf: (item: Item) => readonly string[],
): NameFinder<Item> {
  const [byFolded, byAcronym] = [new Map<string, number[]>(), new Map<string, number[]>()];
  const add = (index: Map<string, number[]>, phrase: string, at: number) => {
    const places = index.get(phrase);
    if (places) places.push(at);
    else index.set(phrase, [at]);
  };
  for (const [at, item] of items.entries()) {
    const { folded, acronyms } = separateAcronyms(spellingsOf(item));
    for (const phrase of folded) add(byFolded, phrase, at);
    for (const phrase of acronyms) add(byAcronym, phrase, at);
  }
  const findFolded = indexPhrases(byFolded.keys());
  const findAcronyms = indexPhrases(byAcronym.keys());
  /** The places of the items that share each of the names in a text. */
  function* findPlaces(text: string, folded: string): Generator<readonly number[]> {
    for (const phrase of new Set(findFolded(folded))) yield assertDefined(byFolded.get(phrase));
    for (const phrase of new Set(findAcronyms(text))) yield assertDefined(byAcronym.get(phrase));
  }
  const itemAt = (at: number): Item => assertDefined(items[at]);
  return {
    findFirst: (text, isMeant, folded = fold(text)) => {
      let first = items.length;
      for (const places of findPlaces(text, folded)) {
        const at = places.find((place) => isMeant(itemAt(place)));
        first = Math.min(first, at ?? first);
      }
      return items[first];
    },
    findAll: (text, folded = fold(text)) => {
      const found = new Set([...findPlaces(text, folded)].flat());
      return [...found].sort((a, b) => a - b).map(itemAt);
    },
  };
}

/** Whether a text, which may come folded already, calls something by a name. */
export type NameTest = (text: string, folded?: string) => boolean;

/** The test for some spellings: without regard to case and diacritics, but for acronyms. */
export function createNameTest(names: readonly string[]): NameTest {
  const { folded: others, acronyms } = separateAcronyms(names);
  const isCalled = matchAnyOf(others);
  const isCalledByAcronym = matchAnyOf(acronyms);
  return (text, folded = fold(text)) => isCalled(folded) || isCalledByAcronym(text);
}
