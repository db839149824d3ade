import type { Anchor } from '../model/record.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { countLeading } from '../text/count-leading.ts';
import { normalise } from './article/normalise.ts';
import { getPassage, type Passage, type TextRange, type WordIndex } from './article/word-index.ts';
import { findWhole } from './article/words.ts';
import { locateAlone } from './locate.ts';

/** Maximum number of words in a start and in an end; the format allows no more. */
const maxStartWords = 6;
const maxEndWords = 4;

/** Minimum number of words in a start, if the passage has as many: one word alone says little to a reader. */
const minStartWords = 2;

/** Maximum number of neighbouring words added to a text. */
const maxNeighbours = 4;

/** Lists the possible anchors of a passage, those with the fewest words first. */
function listAnchors({ text, paragraph }: Passage): readonly Anchor[] {
  const words = [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
  }));
  return words
    .slice(0, maxStartWords)
    .flatMap(({ to }, at) => {
      const rest = words.slice(at + 1);
      if (at + 1 < Math.min(minStartWords, words.length)) return [];
      const start = text.slice(0, to);
      if (rest.length === 0) return { anchor: { paragraph, start }, size: at + 1, endSize: 0 };
      return rest
        .slice(-maxEndWords)
        .reverse()
        .map(({ from }, endAt) => {
          const anchor = { paragraph, start, end: text.slice(from) };
          return { anchor, size: at + 1 + endAt + 1, endSize: endAt + 1 };
        });
    })
    .sort((left, right) => left.size - right.size || left.endSize - right.endSize)
    .map(({ anchor }) => anchor);
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

/**
 * Finds the shortest anchor of a passage that contains a range: the range itself or, if its text occurs several times
 * in the paragraph, the range with as few neighbouring words as possible. Returns undefined without a range.
 */
export function findAnchorAround(
  range: TextRange | undefined,
  index: WordIndex,
): Anchor | undefined {
  if (!range) return undefined;
  for (const wider of widen(range, index)) {
    const anchor = findShortestAnchor(getPassage(index, wider), index);
    if (anchor) return anchor;
  }
  return undefined;
}

/** Finds a text in a paragraph (counted from 0), at or after an offset in the original. */
export function findText(
  text: string,
  { paragraph, from: minOffset }: { readonly paragraph: number; readonly from: number },
  { paragraphs }: WordIndex,
): TextRange | undefined {
  const { normalised } = assertDefined(paragraphs[paragraph]);
  const needle = normalise(text);
  const start = countLeading(normalised.from, (offset) => offset < minOffset);
  const from = findWhole(normalised.text, needle, start);
  return from < 0 ? undefined : { paragraph, from, to: from + needle.length };
}
