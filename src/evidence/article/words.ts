import { listMatches } from '../../text/list-matches.ts';
import { normaliseKeepingCase } from './normalise.ts';

/** Word of a text (letters, marks and digits), with its offsets in UTF-16 units. */
export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;

/** Splits a text into its words (runs of Unicode letters, marks and digits), in order. */
export function splitWords(text: string): readonly Word[] {
  return listMatches(text, wordPattern).map(({ 0: word, index }) => ({
    text: word,
    from: index,
    to: index + word.length,
  }));
}

/** Characters that are not part of a word, such as quotation marks, commas and blanks. */
export const signsAtEnd = /(?<![^\p{L}\p{M}\p{N}])[^\p{L}\p{M}\p{N}]+$/u;

const fourLetters = /^\P{L}*(?:\p{L}\P{L}*){4}/u;

/** Finds the words that carry the content of a text: long ones, numbers and names, except function words. */
export function findContentWords(
  text: string,
  functionWords: ReadonlySet<string> = new Set(),
): readonly string[] {
  return splitWords(normaliseKeepingCase(text))
    .map((word) => word.text.normalize('NFC'))
    .filter((word, index) => {
      if (functionWords.has(word.toLowerCase())) return false;
      if (fourLetters.test(word) || /\p{N}/u.test(word)) return true;
      // A first word has its capital from the sentence, so a short one is a name only in all capitals (EU).
      return index > 0 ? /^\p{Lu}/u.test(word) : /^\p{Lu}{2,}$/u.test(word);
    });
}

/** Matches where no word begins or ends: between two letters, or within 1.6 or 1,200. */
const insideWord =
  /(?<=[\p{L}\p{M}\p{N}])(?=[\p{L}\p{M}\p{N}])|(?<=\d)(?=[.,]\d)|(?<=\d[.,])(?=\d)/uy;

function isBoundary(text: string, index: number): boolean {
  insideWord.lastIndex = index;
  return !insideWord.test(text);
}

/** Checks for word boundaries at both ends of a part of a text. */
export const hasBoundaries = (text: string, from: number, to: number): boolean =>
  isBoundary(text, from) && isBoundary(text, to);

/** Checks whether `needle` is at `index` of `text`, with word boundaries on both sides. */
export const isWholeAt = (text: string, needle: string, index: number): boolean =>
  text.startsWith(needle, index) && hasBoundaries(text, index, index + needle.length);

/** Finds the first offset, from `from` on, of `needle` as whole words; -1 if there is none. Both are normalised. */
export function findWhole(text: string, needle: string, from = 0): number {
  if (needle === '') return -1;
  let index = text.indexOf(needle, from);
  while (index >= 0 && !isWholeAt(text, needle, index)) index = text.indexOf(needle, index + 1);
  return index;
}
