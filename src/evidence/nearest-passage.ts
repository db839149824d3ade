import { distance } from 'fastest-levenshtein';
import { assertDefined } from '../text/assert-defined.ts';
import { groupBy } from '../text/group-by.ts';
import { once } from '../text/memoise.ts';
import { normalise } from './article/normalise.ts';
import { splitWords, type Word } from './article/word.ts';
import { getPassage, type WordIndex, type WordPlace } from './article/word-index.ts';
import { markDifference } from './difference.ts';

/** What the article has nearest to a text that was not found. */
export interface Nearest {
  /** Counted from 1. */
  readonly paragraph: number;
  readonly text: string;
  /** `text` with what differs marked. */
  readonly difference: string;
}

/** The passage nearest to one of the spellings of a text, `undefined` where none is near. */
export type FindNearest = (spellings: readonly string[]) => Nearest | undefined;

const leastSimilarity = 0.4;

/** Bounds on the work, any of which might be another: letters of a text and of a misspelt word, places and starts. */
const textLimit = 2000;
const wordLimit = 40;
const placeLimit = 100;
const startLimit = 5;

/**
 * A word, and it with any one letter left out: two words that share one are a slip apart (the method
 * of SymSpell).
 */
function listVariants(word: string): readonly string[] {
  if (word.length > wordLimit) return [];
  const letters = [...word.normalize('NFC')];
  const shorter = letters.map((_, at) => letters.toSpliced(at, 1).join(''));
  return [...new Set([letters.join(''), ...shorter])].filter((variant) => variant !== '');
}

/** A look-up for the places of a word, or of words a slip apart where the article has it nowhere. */
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
    // Stryker disable next-line MethodExpression: only bounds the work.
    return [...others].slice(0, placeLimit).flatMap((other) => assertDefined(places.get(other)));
  };
  // Stryker disable next-line MethodExpression: only bounds the work.
  return (word) => (places.get(word) ?? findSimilar(word)).slice(0, placeLimit);
}

/** Where a window would begin so that most of the shared letters are in their places. */
function findLikelyStarts(
  words: readonly Word[],
  placesOf: (word: string) => readonly WordPlace[],
): readonly WordPlace[] {
  // Stryker disable MethodExpression,ArrowFunction,ArithmeticOperator,ConditionalExpression,EqualityOperator: bounds the work.
  const rarestFirst = words
    .map(({ text }, order) => ({ order, weight: text.length, places: placesOf(text) }))
    .sort((a, b) => a.places.length - b.places.length);
  const starts: (WordPlace & { readonly weight: number })[] = [];
  for (const { order, weight, places } of rarestFirst) {
    if (starts.length >= placeLimit) break;
    // Stryker restore all
    for (const { paragraph, word } of places) {
      starts.push({ paragraph, word: Math.max(0, word - order), weight });
    }
  }
  // Stryker disable next-line MethodExpression: only bounds the work.
  return [...groupBy(starts, ({ paragraph, word }) => `${paragraph} ${word}`).values()]
    .map((same) => ({ same, weight: same.reduce((sum, start) => sum + start.weight, 0) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, startLimit)
    .map(({ same }) => assertDefined(same[0]));
}

/**
 * The windows at a start or a word beside it, as long as a text or a word longer or shorter, with
 * how alike they are to it, from 0 to 1. Signs at an end of the text ($6) have them take as many of
 * the article, short of the next word.
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
  // Of equals the longer one: a word too many is easier to read than half a replacement.
  return [1, 0, -1].flatMap((more) =>
    [0, -1, 1].flatMap((shift) => {
      // Stryker disable next-line ArithmeticOperator: both ways are gone.
      const start = word + shift;
      const end = Math.min(start + wanted.length + more, words.length);
      const [first, last] = [words[start], words[end - 1]];
      if (!first || !last) return [];
      const from = Math.max(first.from - lead, words[start - 1]?.to ?? 0);
      const to = Math.min(last.to + tail, words[end]?.from ?? normalised.text.length);
      // Stryker disable next-line MethodExpression: a blank more hardly counts.
      const window = normalised.text.slice(from, to).trim();
      const similarity = 1 - distance(text, window) / Math.max(text.length, window.length);
      return [{ paragraph, from, to, similarity }];
    }),
  );
}

/** A search for the passage of an article that is nearest to a text, by edit distance. */
export function createNearestFinder(index: WordIndex): FindNearest {
  const placesOf = createWordLookup(index);
  const findWindows = (expected: string) => {
    const text = normalise(expected);
    // Stryker disable next-line ConditionalExpression,EqualityOperator: only bounds the work.
    const words = text.length > textLimit ? [] : splitWords(text);
    return findLikelyStarts(words, placesOf)
      .flatMap((start) => listWindows(start, text, words, index))
      .map((window) => ({ ...window, expected }));
  };
  return (spellings) => {
    const [best] = spellings.flatMap(findWindows).sort((a, b) => b.similarity - a.similarity);
    // Stryker disable next-line EqualityOperator: near enough is near enough.
    if (!best || best.similarity < leastSimilarity) return undefined;
    const { paragraph, text } = getPassage(index, best);
    return { paragraph, text: text.trim(), difference: markDifference(best.expected, text) };
  };
}
