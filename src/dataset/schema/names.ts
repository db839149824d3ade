import { assertDefined } from '../../text/assert-defined.ts';
import { countLeading } from '../../text/count-leading.ts';
import { fold, isAcronym } from '../../text/fold.ts';

export const nameFields = ['name', 'aliases'] as const;

/** Lists the name and the aliases of a record. */
export function listNames({ name, aliases }: Readonly<Record<string, unknown>>): readonly string[] {
  const all: readonly unknown[] = [name, ...(Array.isArray(aliases) ? aliases : [])];
  return all.filter((one) => typeof one === 'string');
}

/** Checks whether a text contains certain words. */
export type WordTest = (text: string) => boolean;

// A single class of letters and digits misses letters beyond the basic plane on Node 26.
const letterBefore = /(?:\p{L}|\p{N})$/u;
const outsideOfWords = /[^\p{L}\p{N}]/gu;

/** Returns the index at which the word that continues at an index ends. */
function findEndOfWord(text: string, index: number): number {
  outsideOfWords.lastIndex = index;
  return outsideOfWords.exec(text)?.index ?? text.length;
}

/**
 * Checks whether a text contains a phrase at the start of a word and, if `isWhole`, up to the end of one. Compiling a
 * pattern for each of many names would take longer than the search.
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

/** Position at which a word may begin: no letter or digit precedes it. */
const startOfWord = /(?<!\p{L}|\p{N})/gu;

/** End of a word, or an s before it: a genitive keeps its s when its apostrophe is folded away. */
const endOfWord = /^s?(?![\p{L}\p{N}])/u;

/** Checks whether a word of a text may end at an index. */
const isEndOfWord = (text: string, index: number): boolean =>
  endOfWord.test(text.slice(index, index + 3));

/** Finds, for each of the sorted phrases, the index of the longest other phrase that it begins with, or -1. */
function findBeginnings(sorted: readonly string[]): readonly number[] {
  const open: number[] = [];
  return sorted.map((phrase, at) => {
    while (open.length > 0 && !phrase.startsWith(assertDefined(sorted[assertDefined(open.at(-1))])))
      open.pop();
    const beginning = open.at(-1) ?? -1;
    open.push(at);
    return beginning;
  });
}

/**
 * Indexes phrases, to find those that a text contains as whole words without trying each. A phrase is yielded once for
 * each place where it occurs.
 */
function indexPhrases(phrases: Iterable<string>): (text: string) => Generator<string> {
  const distinct = [...new Set(phrases)].filter((phrase) => phrase !== '');
  const sorted = distinct.sort((a, b) => (a < b ? -1 : 1));
  const beginnings = findBeginnings(sorted);
  const longest = sorted.reduce((most, { length }) => Math.max(most, length), 0);
  return function* findPhrases(text) {
    for (const { index } of text.matchAll(startOfWord)) {
      const rest = text.slice(index, index + longest);
      // Any phrase that `rest` begins with is the last one sorted up to `rest`, or a beginning of that one.
      let at = countLeading(sorted, (phrase) => phrase <= rest) - 1;
      for (let phrase = sorted[at]; phrase !== undefined; phrase = sorted[at]) {
        if (rest.startsWith(phrase) && isEndOfWord(text, index + phrase.length)) yield phrase;
        at = assertDefined(beginnings[at]);
      }
    }
  };
}

/** Maximum number of phrases tried one by one, at 0.05 µs each. A search in an index takes 2 µs. */
const maxTried = 16;

function createPhraseTest(phrases: readonly string[]): WordTest {
  if (phrases.length <= maxTried) {
    return (text) => phrases.some((phrase) => hasPhrase(text, phrase, true));
  }
  const findPhrases = indexPhrases(phrases);
  return (text) => findPhrases(text).next().done !== true;
}

/** Builds a test for any of the phrases as whole words in a folded text. */
export const matchWholeWords = (phrases: readonly string[]): WordTest =>
  createPhraseTest(phrases.map((phrase) => fold(phrase).trim()));

/** Builds a test for a phrase at the start of a word in a folded text. */
export function matchWordStart(phrase: string): WordTest {
  const folded = fold(phrase).trim();
  return (text) => hasPhrase(text, folded, false);
}

/** Maximum length of a name to search for. No text uses a longer one. */
const maxNameLength = 200;

/** Splits names into folded ones and acronyms, which keep their capitals. Drops names that are too long. */
function separateAcronyms(names: readonly string[]) {
  const short = names.filter(({ length }) => length <= maxNameLength);
  return {
    folded: short.filter((name) => !isAcronym(name)).map((name) => fold(name).trim()),
    acronyms: short.filter(isAcronym),
  };
}

/** Index of items by their names. `folded` is the folded text, if it is known already. */
export interface NameFinder<Item> {
  /** Returns the first item, in the order given, that the text names and `isWanted` accepts. */
  findFirst(text: string, isWanted: (item: Item) => boolean, folded?: string): Item | undefined;
  /** Returns all items that the text names, in the order given. */
  findAll(text: string, folded?: string): readonly Item[];
}

/** Indexes items by their names. Finds what createNameTest finds for each item, without a test for each. */
export function indexNames<Item>(
  items: readonly Item[],
  getNames: (item: Item) => readonly string[],
): NameFinder<Item> {
  const [byFolded, byAcronym] = [new Map<string, number[]>(), new Map<string, number[]>()];
  const add = (index: Map<string, number[]>, phrase: string, at: number) => {
    const places = index.get(phrase);
    if (places) places.push(at);
    else index.set(phrase, [at]);
  };
  for (const [at, item] of items.entries()) {
    const { folded, acronyms } = separateAcronyms(getNames(item));
    for (const phrase of folded) add(byFolded, phrase, at);
    for (const phrase of acronyms) add(byAcronym, phrase, at);
  }
  const findFolded = indexPhrases(byFolded.keys());
  const findAcronyms = indexPhrases(byAcronym.keys());
  /** Yields, for each name in a text, the positions of the items that share it. */
  function* findPlaces(text: string, folded: string): Generator<readonly number[]> {
    for (const phrase of new Set(findFolded(folded))) yield assertDefined(byFolded.get(phrase));
    for (const phrase of new Set(findAcronyms(text))) yield assertDefined(byAcronym.get(phrase));
  }
  const itemAt = (at: number): Item => assertDefined(items[at]);
  return {
    findFirst: (text, isWanted, folded = fold(text)) => {
      let first = items.length;
      for (const places of findPlaces(text, folded)) {
        const at = places.find((place) => isWanted(itemAt(place)));
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

/** Checks whether a text contains a name. `folded` is the folded text, if it is known already. */
export type NameTest = (text: string, folded?: string) => boolean;

/** Builds a test for names that ignores case and diacritics, except for acronyms. */
export function createNameTest(names: readonly string[]): NameTest {
  const { folded: others, acronyms } = separateAcronyms(names);
  const [hasName, hasAcronym] = [createPhraseTest(others), createPhraseTest(acronyms)];
  return (text, folded = fold(text)) => hasName(folded) || hasAcronym(text);
}
