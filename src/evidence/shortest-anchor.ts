import type { Anchor } from '../model/record.ts';
import { assertDefined } from '../text/assert-defined.ts';
import {
  findOccurrences,
  getPassage,
  type Passage,
  type TextRange,
  type WordIndex,
} from './article/word-index.ts';
import { locateAlone } from './locate.ts';

/** Maximum number of words in a start and in an end; the format allows no more. */
const maxStartWords = 6;
const maxEndWords = 4;

/** Minimum number of words in a start, if the passage has as many: one word alone says little to a reader. */
const minStartWords = 2;

/** Maximum number of neighbouring words added to a text. */
const maxNeighbours = 4;

/** Occurrence of a text, with the shortest anchor of a passage that contains it, if there is one. */
export interface AnchoredPlace {
  readonly passage: Passage;
  readonly anchor: Anchor | undefined;
}

/** Lists the possible anchors of a passage, those with the fewest words first. */
function listAnchors({ text, paragraph }: Passage): readonly Anchor[] {
  const words = [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
  }));
  const lengths = Array.from({ length: Math.min(words.length, maxStartWords) }, (_, at) => at + 1);
  const sizes = lengths
    .filter((start) => start >= Math.min(minStartWords, words.length))
    .flatMap((start) => {
      if (start === words.length) return [{ start, end: 0 }];
      const rest = Math.min(maxEndWords, words.length - start);
      return Array.from({ length: rest }, (_, at) => ({ start, end: at + 1 }));
    })
    .sort(
      (left, right) => left.start + left.end - (right.start + right.end) || left.end - right.end,
    );
  return sizes.map(({ start, end }) => {
    const first = text.slice(0, assertDefined(words[start - 1]).to);
    if (end === 0) return { paragraph, start: first };
    return { paragraph, start: first, end: text.slice(assertDefined(words.at(-end)).from) };
  });
}

/**
 * Finds the shortest anchor (text=start,end) that locates exactly this passage; undefined if none does. Prefers one
 * that fits no other place in the article, since a link to the passage has no paragraph.
 */
export function findShortestAnchor(passage: Passage, index: WordIndex): Anchor | undefined {
  // Words that occur again in their paragraph have no anchor, and there may be many such places.
  if (!locateAlone({ paragraph: passage.paragraph, start: passage.text }, index)) return undefined;
  let inParagraph: Anchor | undefined;
  for (const anchor of listAnchors(passage)) {
    const located = locateAlone(anchor, index);
    const { paragraph, from, to } = located?.passage ?? {};
    if (paragraph !== passage.paragraph || from !== passage.from || to !== passage.to) continue;
    if (located?.isOnly) return anchor;
    inParagraph ??= anchor;
  }
  return inParagraph;
}

const findWordEnd = (text: string, at: number): number => {
  const blank = text.indexOf(' ', at);
  return blank < 0 ? text.length : blank;
};

const findWordStart = (text: string, at: number): number => text.lastIndexOf(' ', at - 1) + 1;

const hasSentenceEnd = (text: string): boolean => /[.!?]/u.test(text);

/** Characters that are not part of a word, such as quotation marks, commas and blanks. */
const signsAtStart = /^[^\p{L}\p{M}\p{N}]+/u;
const signsAtEnd = /(?<![^\p{L}\p{M}\p{N}])[^\p{L}\p{M}\p{N}]+$/u;

/** Yields a place, then the place with more and more of the words after it, or before it, in its sentence. */
function* widen(place: TextRange, index: WordIndex): Generator<TextRange> {
  yield place;
  const { from, to } = place;
  const { text } = assertDefined(index.paragraphs[place.paragraph]).normalised;
  let start = findWordStart(text, from);
  let end = findWordEnd(text, to);
  for (let count = 0; count < maxNeighbours; count += 1) {
    if (!hasSentenceEnd(text.slice(to, end))) {
      end = findWordEnd(text, end + 1);
      yield { ...place, to: to + text.slice(to, end).replace(signsAtEnd, '').length };
    }
    start = findWordStart(text, start - 1);
    const before = text.slice(start, from);
    if (!hasSentenceEnd(before)) {
      yield { ...place, from: from - before.replace(signsAtStart, '').length };
    }
  }
}

function findAnchor(place: TextRange, index: WordIndex): Anchor | undefined {
  for (const stretch of widen(place, index)) {
    const anchor = findShortestAnchor(getPassage(index, stretch), index);
    if (anchor) return anchor;
  }
  return undefined;
}

/**
 * Finds every occurrence of a text, each with the shortest anchor of a passage that contains it: the text itself or, if
 * it occurs several times in its paragraph, the text with as few neighbouring words as possible.
 */
export function findAnchoredPlaces(text: string, index: WordIndex): readonly AnchoredPlace[] {
  return findOccurrences(index, text).map((place) => ({
    passage: getPassage(index, place),
    // Computed on demand: callers need the anchors of few places.
    get anchor() {
      return findAnchor(place, index);
    },
  }));
}
