import { distance } from 'fastest-levenshtein';
import { assertDefined } from '../text/assert-defined.ts';
import { groupBy } from '../text/group-by.ts';
import { once } from '../text/memoise.ts';
import { normalise } from './article/normalise.ts';
import { getPassage, type WordIndex, type WordPlace } from './article/word-index.ts';
import { splitWords, type Word } from './article/words.ts';
import { markDifference } from './difference.ts';

/** Passage of the article that is most similar to a text that was not found. */
export interface Nearest {
  /** Paragraph number, counted from 1. */
  readonly paragraph: number;
  readonly text: string;
  /** `text` with the differing words marked. */
  readonly difference: string;
}

/** Finds the passage nearest to one of the spellings of a text; undefined if none is similar enough. */
export type FindNearest = (spellings: readonly string[]) => Nearest | undefined;

const leastSimilarity = 0.4;

/** Limits on the work, not tuned: letters in a text, letters in a misspelt word, places and starts. */
const textLimit = 2000;
const wordLimit = 40;
const placeLimit = 100;
const startLimit = 5;

/**
 * Lists a word and its forms with one letter left out. Words that share a form differ by one slip (the method of
 * SymSpell).
 */
function listVariants(word: string): readonly string[] {
  if (word.length > wordLimit) return [];
  const letters = [...word.normalize('NFC')];
  const shorter = letters.map((_, at) => letters.toSpliced(at, 1).join(''));
  return [...new Set([letters.join(''), ...shorter])].filter((variant) => variant !== '');
}

/** Creates a lookup for the places of a word or, if the article does not have it, of words that differ by one slip. */
function createWordLookup({ places }: WordIndex): (word: string) => readonly WordPlace[] {
  const groupByVariant = once(() => {
    const words = [...places.keys()];
    const variants = words.flatMap((word) =>
      listVariants(word).map((variant) => ({ variant, word })),
    );
    return groupBy(variants, ({ variant }) => variant);
  });
  const findSimilar = (word: string) => {
    const shared = listVariants(word).flatMap((variant) => groupByVariant().get(variant) ?? []);
    const others = new Set(shared.map((one) => one.word));
    return [...others].slice(0, placeLimit).flatMap((other) => assertDefined(places.get(other)));
  };
  return (word) => (places.get(word) ?? findSimilar(word)).slice(0, placeLimit);
}

/** Finds where a window should start so that the most shared letters are in their places. */
function findLikelyStarts(
  words: readonly Word[],
  findPlaces: (word: string) => readonly WordPlace[],
): readonly WordPlace[] {
  const rarestFirst = words
    .map(({ text }, order) => ({ order, weight: text.length, places: findPlaces(text) }))
    .sort((a, b) => a.places.length - b.places.length);
  const starts: (WordPlace & { readonly weight: number })[] = [];
  for (const { order, weight, places } of rarestFirst) {
    if (starts.length >= placeLimit) break;
    for (const { paragraph, word } of places) {
      starts.push({ paragraph, word: Math.max(0, word - order), weight });
    }
  }
  return [...groupBy(starts, ({ paragraph, word }) => `${paragraph} ${word}`).values()]
    .map((same) => ({ same, weight: same.reduce((sum, start) => sum + start.weight, 0) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, startLimit)
    .map(({ same }) => assertDefined(same[0]));
}

/**
 * Lists the windows at a start and one word to either side of it, as long as the text, one word longer and one shorter.
 * `similarity` to the text is from 0 to 1. Symbols at an end of the text, as in $6, widen the window there by as many
 * characters, up to the next word.
 */
function listWindows(
  { paragraph, word }: WordPlace,
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
      return [{ paragraph, from, to, similarity }];
    }),
  );
}

/** Creates a finder of the passage of an article that is nearest to a text by edit distance. */
export function createNearestFinder(index: WordIndex): FindNearest {
  const findPlaces = createWordLookup(index);
  const findWindows = (expected: string) => {
    const text = normalise(expected);
    const words = text.length > textLimit ? [] : splitWords(text);
    return findLikelyStarts(words, findPlaces)
      .flatMap((start) => listWindows(start, text, words, index))
      .map((window) => ({ ...window, expected }));
  };
  return (spellings) => {
    const [best] = spellings.flatMap(findWindows).sort((a, b) => b.similarity - a.similarity);
    if (!best || best.similarity < leastSimilarity) return undefined;
    const { paragraph, text } = getPassage(index, best);
    return { paragraph, text: text.trim(), difference: markDifference(best.expected, text) };
  };
}
