import { diffArrays } from 'diff';
import { distance } from 'fastest-levenshtein';
import type { WordChange } from '../model/marked-article.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { countLeading } from '../text/count-leading.ts';
import { isSlip } from '../text/did-you-mean.ts';
import { groupBy } from '../text/group-by.ts';
import { memoise, once } from '../text/memoise.ts';
import { normalise } from './article/normalise.ts';
import type { Passage, TextRange, WordIndex, WordPlace } from './article/word-index.ts';
import { splitWords, type Word } from './article/words.ts';

/** Passage of the article that is most similar to a text that was not found. */
export interface NearestPassage {
  /** Paragraph number, counted from 1. */
  readonly paragraph: number;
  readonly text: string;
  /** `text` compared with the expected text. */
  readonly changes: readonly WordChange[];
  /** The same as one text, with the differing words marked. */
  readonly difference: string;
}

/** Part of a paragraph (counted from 1), as offsets into the original. */
type Extent = Pick<Passage, 'paragraph' | 'from' | 'to'>;

const minSimilarity = 0.4;

/** Limits on the work, not tuned: letters in a text and in a misspelt word, places, starts, extents and their words. */
const textLimit = 2000;
const wordLimit = 40;
const placeLimit = 100;
const startLimit = 5;
const extentLimit = 20;
const extentWordLimit = 200;

/**
 * Lists a word and its forms with one letter left out. Words that share a form differ by one slip (the method of
 * SymSpell).
 */
function listVariants(word: string): readonly string[] {
  if (word.length > wordLimit) return [];
  const composed = word.normalize('NFC');
  const variants = [composed];
  let at = 0;
  for (const letter of composed) {
    const next = at + letter.length;
    if (composed.length > letter.length)
      variants.push(composed.slice(0, at) + composed.slice(next));
    at = next;
  }
  return variants;
}

/** Finds the places of a word or, if it has none, of the words that differ from it by one slip. */
type FindPlaces = (word: string) => readonly WordPlace[];

function createWordLookup(places: WordIndex['places']): FindPlaces {
  const groupByVariant = once(() => {
    const pairs = [...places].flatMap(([word, all]) =>
      listVariants(word).map((variant) => ({ variant, all })),
    );
    return groupBy(pairs, ({ variant }) => variant);
  });
  return memoise((word) => {
    const own = places.get(word);
    if (own) return own.slice(0, placeLimit);
    const pairs = listVariants(word).flatMap((variant) => groupByVariant().get(variant) ?? []);
    return [...new Set(pairs.map(({ all }) => all))]
      .flatMap((all) => all.slice(0, placeLimit))
      .slice(0, placeLimit);
  });
}

/** Finds the places of the words in an extent. */
function listPlacesWithin({ paragraph, from, to }: Extent, { paragraphs }: WordIndex) {
  const { words, normalised } = assertDefined(paragraphs[paragraph - 1]);
  const countBefore = (offset: number) =>
    countLeading(words, (word) => assertDefined(normalised.from[word.from]) < offset);
  const start = countBefore(from);
  return words
    .slice(start, Math.min(countBefore(to), start + extentWordLimit))
    .map(({ text }, at) => ({ text, paragraph: paragraph - 1, word: start + at }));
}

/** Finds where a window should start so that the most shared letters are in their places. */
function findLikelyStarts(words: readonly Word[], findPlaces: FindPlaces): readonly WordPlace[] {
  const starts = words
    .map(({ text }, order) =>
      findPlaces(text).map(({ paragraph, word }) => {
        return { paragraph, word: Math.max(0, word - order), weight: text.length };
      }),
    )
    .sort((a, b) => a.length - b.length)
    .flat()
    .slice(0, placeLimit);
  return [...groupBy(starts, ({ paragraph, word }) => `${paragraph} ${word}`).values()]
    .map((same) => ({ same, weight: same.reduce((sum, start) => sum + start.weight, 0) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, startLimit)
    .map(({ same }) => assertDefined(same[0]));
}

/**
 * Lists the windows at a start and one word to either side of it, as long as the text, one word longer and one shorter.
 * `similarity` to the text is from `minSimilarity` to 1. Symbols at an end of the text, as in $6, widen the window
 * there by as many characters, up to the next word.
 */
function listWindows(
  { paragraph, word }: WordPlace,
  expected: string,
  text: string,
  wanted: readonly Word[],
  { paragraphs }: WordIndex,
) {
  const { normalised, words } = assertDefined(paragraphs[paragraph]);
  const lead = assertDefined(wanted[0]).from;
  const tail = text.length - assertDefined(wanted.at(-1)).to;
  // The longest window comes first and wins a tie: an extra word is easier to read than half a replacement.
  return [1, 0, -1].flatMap((more) =>
    [0, -1, 1].flatMap((shift) => {
      const start = word + shift;
      const end = Math.min(start + wanted.length + more, words.length);
      const [first, last] = [words[start], words[end - 1]];
      if (!first || !last) return [];
      const from = Math.max(first.from - lead, words[start - 1]?.to ?? 0);
      const to = Math.min(last.to + tail, words[end]?.from ?? normalised.text.length);
      const window = normalised.text.slice(from, to).trim();
      const similarity = 1 - distance(text, window) / Math.max(text.length, window.length);
      return similarity < minSimilarity ? [] : [{ paragraph, from, to, similarity, expected }];
    }),
  );
}

function tokenise(text: string) {
  const tokens = text.split(/\s/u).filter((token) => token !== '');
  return tokens.map((original) => ({ original, normalised: normalise(original) }));
}

/** Maximum number of words removed and added; beyond it, texts are not compared. Time grows with its square. */
const maxEdits = 400;

/** Compares the words of an expected and a found text. Differences that matching ignores are none. */
export function compareWords(expected: string, found: string): readonly WordChange[] {
  const changes = diffArrays(tokenise(expected), tokenise(found), {
    comparator: (a, b) => a.normalised === b.normalised,
    maxEditLength: maxEdits,
  });
  if (!changes) {
    return [
      { kind: 'removed', words: expected },
      { kind: 'added', words: found },
    ];
  }
  return changes.map(({ value, added, removed }) => ({
    kind: removed ? 'removed' : added ? 'added' : 'same',
    words: value.map(({ original }) => original).join(' '),
  }));
}

const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;

/** Marks the words that differ as `git diff --word-diff` does: `[-expected-]{+found+}`. */
export function markDifference(changes: readonly WordChange[]): string {
  const marked = changes.map(({ kind, words }, at) => {
    const isReplacement = kind === 'added' && changes[at - 1]?.kind === 'removed';
    const [before, after] = marks[kind];
    return `${at === 0 || isReplacement ? '' : ' '}${before}${words}${after}`;
  });
  return marked.join('');
}

/** Lists the windows of an article in which words of the spellings are, the most similar first. */
function rankWindows(spellings: readonly string[], findPlaces: FindPlaces, index: WordIndex) {
  const windows = spellings.flatMap((expected) => {
    const text = normalise(expected);
    const words = text.length > textLimit ? [] : splitWords(text);
    return findLikelyStarts(words, findPlaces).flatMap((start) =>
      listWindows(start, expected, text, words, index),
    );
  });
  return windows.sort((a, b) => b.similarity - a.similarity);
}

function createLookupWithin(extents: readonly Extent[], index: WordIndex): FindPlaces {
  const within = extents.slice(0, extentLimit).flatMap((one) => listPlacesWithin(one, index));
  return createWordLookup(groupBy(within, ({ text }) => text));
}

/** Checks whether a text is a passage with slips: another word, or one more or less, may say something else. */
function isMisspelt(text: string, { normalised }: Passage): boolean {
  const words = splitWords(normalise(text));
  const others = splitWords(normalised);
  return (
    words.length === others.length &&
    words.every((word, at) => {
      const other = assertDefined(others[at]).text;
      return word.text === other || isSlip(word.text, other);
    })
  );
}

/**
 * Similarity from which a passage is taken for a misspelt text, and by which it must exceed that of any other place.
 */
const clearSimilarity = 0.8;
const clearLead = 0.1;

export type PassageFinder = ReturnType<typeof createPassageFinder>;

/** Creates finders of the passage of an article that is nearest to a text by edit distance. */
export function createPassageFinder(index: WordIndex) {
  const findPlaces = createWordLookup(index.places);
  const nearest = new Map<string, NearestPassage | undefined>();
  const searchNearest = (spellings: readonly string[], first: readonly Extent[]) => {
    const findBest = (find: FindPlaces) => rankWindows(spellings, find, index)[0];
    const near = first.length > 0 ? findBest(createLookupWithin(first, index)) : undefined;
    const best = near ?? findBest(findPlaces);
    if (!best) return undefined;
    const { paragraph, text } = index.getPassage(best);
    const changes = compareWords(best.expected, text);
    return { paragraph, text: text.trim(), changes, difference: markDifference(changes) };
  };
  return {
    /**
     * Finds the passage nearest to one of the spellings of a text; undefined if none is similar enough. Looks in the
     * `first` extents, then in the rest of the article. Thousands of records may lack the same words.
     */
    findNearest(
      spellings: readonly string[],
      first: readonly Extent[] = [],
    ): NearestPassage | undefined {
      const key = JSON.stringify([
        spellings,
        first.map(({ paragraph, from, to }) => [paragraph, from, to]),
      ]);
      if (!nearest.has(key)) nearest.set(key, searchNearest(spellings, first));
      return nearest.get(key);
    },
    /**
     * Finds the passage that a misspelt text clearly stands for, in an extent or the whole article, with its
     * similarity from 0 to 1; undefined if another place is about as similar.
     */
    findClearlyNearest(text: string, within?: Extent) {
      const lookup = within ? createLookupWithin([within], index) : findPlaces;
      const windows = rankWindows([text], lookup, index);
      const [best] = windows;
      if (!best || best.similarity < clearSimilarity) return undefined;
      const overlapsBest = ({ paragraph, from, to }: TextRange) =>
        paragraph === best.paragraph && from < best.to && to > best.from;
      const rival = windows.find((window) => !overlapsBest(window));
      if (rival && rival.similarity > best.similarity - clearLead) return undefined;
      const passage = index.getPassage(best);
      return isMisspelt(text, passage) ? { passage, similarity: best.similarity } : undefined;
    },
  };
}
