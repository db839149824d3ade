import { assertDefined } from '../../text/assert-defined.ts';
import { countLeading } from '../../text/count-leading.ts';
import { fold, isAcronym } from '../../text/fold.ts';
import { groupBy } from '../../text/group-by.ts';

export const nameFields = ['name', 'aliases'] as const;

/** Lists the name and the aliases of a record. */
export function listNames({ name, aliases }: Readonly<Record<string, unknown>>): readonly string[] {
  const all: readonly unknown[] = [name, ...(Array.isArray(aliases) ? aliases : [])];
  return all.filter((one) => typeof one === 'string');
}

/** Checks whether a text contains certain words. */
type WordTest = (text: string) => boolean;

/** Position at which a word may begin: no letter or digit precedes it. */
const startOfWord = /(?<!\p{L}|\p{N})/gu;

/** End of a word, or an s before it: a genitive keeps its s when its apostrophe is folded away. */
const endOfWord = /^s?(?![\p{L}\p{N}\udc00-\udfff])/u;

/** Checks whether a word of a text may end at an index. */
const isEndOfWord = (text: string, index: number): boolean =>
  endOfWord.test(text.slice(index, index + 3));

// A single class of letters and digits misses letters beyond the basic plane on Node 26.
const letterBefore = /(?:\p{L}|\p{N})$/u;
const outsideOfWords = /[^\p{L}\p{N}]/gu;

/** Returns the index at which the word that continues at an index ends. */
function findEndOfWord(text: string, index: number): number {
  outsideOfWords.lastIndex = index;
  return outsideOfWords.exec(text)?.index ?? text.length;
}

/**
 * Returns the next index of a phrase at the start of a word and, if `isWhole`, up to the end of one; -1 if there is none.
 * Compiling a pattern for each of many names would take longer than the search.
 */
function findPhrase(text: string, phrase: string, start: number, isWhole: boolean): number {
  let from = phrase === '' ? -1 : text.indexOf(phrase, start);
  while (from !== -1) {
    const isInWord = letterBefore.test(text.slice(Math.max(0, from - 2), from));
    if (!isInWord && (!isWhole || isEndOfWord(text, from + phrase.length))) break;
    from = text.indexOf(phrase, Math.max(from + 1, isInWord ? findEndOfWord(text, from) : 0));
  }
  return from;
}

/** Returns the next index at which a folded text has a folded phrase as whole words; -1 if there is none. */
export const findWholeWords = (text: string, phrase: string, start = 0): number =>
  findPhrase(text, phrase, start, true);

/** Returns the next index at which a folded text has a folded phrase at the start of a word; -1 if there is none. */
export const findWordStart = (text: string, phrase: string, start = 0): number =>
  findPhrase(text, phrase, start, false);

/** Position at which a word may end: no letter or digit follows it, nor half of one. */
const wordEnd = /(?![\p{L}\p{N}\udc00-\udfff])/gu;

const listWordEnds = (text: string): readonly number[] =>
  Array.from(text.matchAll(wordEnd), ({ index }) => index);

/** Yields the parts of a text from the start of a word to each end of one, as long as there is more to look for. */
function* listParts(
  text: string,
  start: number,
  ends: readonly number[],
  beginnings: ReadonlySet<string>,
): Generator<string> {
  for (let at = countLeading(ends, (end) => end <= start); at < ends.length; at += 1) {
    const part = text.slice(start, ends[at]);
    yield part;
    // A genitive keeps its s.
    if (part.endsWith('s')) yield part.slice(0, -1);
    if (!beginnings.has(part)) return;
  }
}

/** Indexes phrases, to find those that a text contains as whole words without trying each. May yield one repeatedly. */
function indexPhrases(phrases: Iterable<string>): (text: string) => Generator<string> {
  const known = new Set(phrases);
  known.delete('');
  const beginnings = new Set(
    [...known].flatMap((phrase) => listWordEnds(phrase).map((end) => phrase.slice(0, end))),
  );
  return function* findPhrases(text) {
    const ends = listWordEnds(text);
    for (const { index } of text.matchAll(startOfWord)) {
      for (const part of listParts(text, index, ends, beginnings)) {
        if (known.has(part)) yield part;
      }
    }
  };
}

/** Maximum number of phrases tried one by one, at 0.05 µs each. A search in an index takes 2 µs. */
const maxTried = 16;

function createPhraseTest(phrases: readonly string[]): WordTest {
  if (phrases.length <= maxTried) {
    return (text) => phrases.some((phrase) => findWholeWords(text, phrase) >= 0);
  }
  const findPhrases = indexPhrases(phrases);
  return (text) => findPhrases(text).next().done !== true;
}

/** Builds a test for any of the phrases as whole words in a folded text. */
export const matchWholeWords = (phrases: readonly string[]): WordTest =>
  createPhraseTest(phrases.map((phrase) => fold(phrase).trim()));

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

/** Indexes items by their names. Finds what createNameTest finds for each item, without a test for each. */
export function indexNames<Item>(
  items: readonly Item[],
  getNames: (item: Item) => readonly string[],
) {
  const names = items.map((item) => separateAcronyms(getNames(item)));
  const indexPositions = (phrases: readonly (readonly string[])[]) => {
    const all = phrases.flatMap((some, at) => some.map((phrase) => ({ phrase, at })));
    const positions = groupBy(all, ({ phrase }) => phrase);
    const findPhrases = indexPhrases(positions.keys());
    /** Lists, for each phrase in a text, the positions of the items that share it. */
    return (text: string) =>
      Array.from(new Set(findPhrases(text)), (phrase) => assertDefined(positions.get(phrase)));
  };
  const findFolded = indexPositions(names.map(({ folded }) => folded));
  const findAcronyms = indexPositions(names.map(({ acronyms }) => acronyms));
  const findPositions = (text: string) => [...findFolded(fold(text)), ...findAcronyms(text)];
  const itemAt = (at: number): Item => assertDefined(items[at]);
  return {
    /** Returns the first item, in the order given, that the text names and `isWanted` accepts. */
    findFirst(text: string, isWanted: (item: Item) => boolean): Item | undefined {
      const firsts = findPositions(text).map((some) => some.find(({ at }) => isWanted(itemAt(at))));
      return items[firsts.reduce((first, one) => Math.min(first, one?.at ?? first), items.length)];
    },
    /** Returns all items that the text names, in the order given. */
    findAll(text: string): readonly Item[] {
      const found = findPositions(text).flatMap((some) => some.map(({ at }) => at));
      return [...new Set(found)].sort((a, b) => a - b).map(itemAt);
    },
  };
}

/**
 * Indexes items by the names in their texts, as they are and folded. Returns a function that lists the items in whose
 * texts createNameTest finds one of these names.
 */
export function indexByNames<Item>(
  items: readonly Item[],
  getTexts: (item: Item) => readonly [text: string, folded: string],
  names: readonly string[],
): (name: string) => readonly Item[] {
  const indexItems = (phrases: readonly string[], getText: (item: Item) => string) => {
    const findPhrases = indexPhrases(phrases);
    const pairs = items.flatMap((item) =>
      Array.from(new Set(findPhrases(getText(item))), (phrase) => ({ phrase, item })),
    );
    const byPhrase = groupBy(pairs, ({ phrase }) => phrase);
    return (phrase: string) => (byPhrase.get(phrase) ?? []).map(({ item }) => item);
  };
  const { folded, acronyms } = separateAcronyms(names);
  const listByName = indexItems(folded, (item) => getTexts(item)[1]);
  const listByAcronym = indexItems(acronyms, (item) => getTexts(item)[0]);
  return (name) => {
    const own = separateAcronyms([name]);
    return [...own.folded.flatMap(listByName), ...own.acronyms.flatMap(listByAcronym)];
  };
}

/** Builds a test for names that ignores case and diacritics, except for acronyms. */
export function createNameTest(names: readonly string[]) {
  const { folded: others, acronyms } = separateAcronyms(names);
  const [hasName, hasAcronym] = [createPhraseTest(others), createPhraseTest(acronyms)];
  return (text: string, folded = fold(text)): boolean => hasName(folded) || hasAcronym(text);
}
