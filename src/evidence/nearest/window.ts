import type { Stretch, WordIndex, WordPlace } from '../article/word-index.ts';
import { similarity } from './similarity.ts';

/** A run of words of the article, and how alike it is to a text, from 0 to 1. */
interface RatedWindow extends Stretch {
  readonly similarity: number;
}

const sign = /[^\p{L}\p{M}\p{N}\s]/u;

/** How many signs the text has from an index on, in one direction, up to a limit. */
function countSigns(text: string, index: number, step: 1 | -1, limit: number): number {
  let count = 0;
  while (count < limit && sign.test(text.charAt(index + step * count))) count += 1;
  return count;
}

/** Takes what has been rated; returns the one most alike, the first of equals. */
export function mostAlike<Rated extends { readonly similarity: number }>(
  rated: readonly (Rated | undefined)[],
): Rated | undefined {
  return rated.reduce<Rated | undefined>(
    (a, b) => (b && (!a || b.similarity > a.similarity) ? b : a),
    undefined,
  );
}

/**
 * Takes a place to begin at and a normalised text with its count of words; returns the window there, or
 * a word before or behind, or a word shorter or longer, that is most alike. Signs at an end of the
 * text ($6) have it take those of the article too.
 */
export function bestWindow(
  { paragraph, word }: WordPlace,
  count: number,
  needle: string,
  { paragraphs }: WordIndex,
): RatedWindow | undefined {
  const { words, normalised } = paragraphs[paragraph] ?? { words: [], normalised: { text: '' } };
  const lead = countSigns(needle, 0, 1, needle.length);
  const tail = countSigns(needle, needle.length - 1, -1, needle.length);
  const rate = (start: number, length: number) => {
    const first = words[start];
    const last = words[Math.min(start + length, words.length) - 1];
    if (!first || !last || last.to <= first.from) return undefined;
    const from = first.from - countSigns(normalised.text, first.from - 1, -1, lead);
    const to = last.to + countSigns(normalised.text, last.to, 1, tail);
    const text = normalised.text.slice(from, to);
    return { paragraph, from, to, start, similarity: similarity(needle, text) };
  };
  const placed = mostAlike([rate(word, count), rate(word - 1, count), rate(word + 1, count)]);
  const start = placed?.start ?? word;
  // Of equals the longer one: a word too many is easier to read than half a replacement.
  return mostAlike([rate(start, count + 1), placed, rate(start, count - 1)]);
}
