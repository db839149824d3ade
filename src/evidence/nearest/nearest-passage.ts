import { memoise } from '../../text/memoise.ts';
import { normalise } from '../article/normalise.ts';
import { type Word, wordsOf } from '../article/word.ts';
import { passageAt, type WordIndex, type WordPlace } from '../article/word-index.ts';
import { markDifference } from './difference.ts';
import { indexSpellings } from './similarity.ts';
import { bestWindow, mostAlike } from './window.ts';

/**
 * What the article has nearest to a text that was not found; `difference` marks where they part.
 */
export interface Nearest {
  /** Counted from 1. */
  readonly paragraph: number;
  readonly text: string;
  readonly difference: string;
}

/**
 * Takes the spellings of a text; returns the passage nearest to one, `undefined` where none is
 * near.
 */
export type FindNearest = (spellings: readonly string[]) => Nearest | undefined;

interface Rated extends Nearest {
  readonly similarity: number;
}

const leastSimilarity = 0.4;
/**
 * Bounds on the work for one text: letters, places of its words, and windows compared by letters.
 */
const lengthLimit = 4000;
const placeLimit = 100;
const windowLimit = 5;

type Places = (word: string) => readonly WordPlace[];

/** Room for a paragraph's words where a place is written as one number. */
const paragraphRoom = 2 ** 21;

/** Where a window would begin so that most of the shared letters are in their places. */
function likelyStarts(words: readonly Word[], places: Places): readonly WordPlace[] {
  const rarestFirst = words
    .map(({ text }, order) => ({ order, weight: text.length, at: places(text) }))
    .sort((a, b) => a.at.length - b.at.length);
  const votes = new Map<number, number>();
  let looked = 0;
  for (const { order, weight, at } of rarestFirst) {
    if (looked >= placeLimit) break;
    looked += at.length;
    for (const { paragraph, word } of at) {
      const start = paragraph * paragraphRoom + Math.max(0, word - order);
      votes.set(start, (votes.get(start) ?? 0) + weight);
    }
  }
  return [...votes]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, windowLimit)
    .map(([start]) => ({
      paragraph: Math.floor(start / paragraphRoom),
      word: start % paragraphRoom,
    }));
}

/** The places of a word in an article, or of words spelt much like it where it has none. */
function placesIn({ places }: WordIndex): Places {
  const likeSpelt = indexSpellings(places.keys());
  return memoise((word: string) => {
    const found = places.get(word);
    if (found) return found.slice(0, placeLimit);
    const alike = likeSpelt(word).flatMap((other) => places.get(other)?.slice(0, placeLimit) ?? []);
    return alike.slice(0, placeLimit);
  });
}

/**
 * Takes an article; returns a search for the passage that is nearest to a text, by edit distance.
 */
export function nearestIn(index: WordIndex): FindNearest {
  const places = placesIn(index);
  const rate = memoise((expected: string): Rated | undefined => {
    const needle = normalise(expected);
    if (needle.length > lengthLimit) return undefined;
    const words = wordsOf(needle);
    const window = mostAlike(
      likelyStarts(words, places).map((start) => bestWindow(start, words.length, needle, index)),
    );
    if (!window || window.similarity < leastSimilarity) return undefined;
    const { paragraph, text } = passageAt(index, window);
    const difference = markDifference(expected, text);
    return { paragraph, text, difference, similarity: window.similarity };
  });
  return (spellings) => {
    const found = mostAlike(spellings.map(rate));
    if (!found) return undefined;
    const { paragraph, text, difference } = found;
    return { paragraph, text, difference };
  };
}
