import type { Anchor } from '../model/record.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { countLeading } from '../text/count-leading.ts';
import { listMatches } from '../text/list-matches.ts';
import type { Passage, TextRange, WordIndex } from './article/word-index.ts';
import { signsAtEnd } from './article/words.ts';
import { locateAlone } from './locate.ts';

// The format allows no longer anchors.
const maxStartWords = 6;
const maxEndWords = 4;

const countWords = (text: string): number =>
  text.split(/\s+/u).filter((word) => word !== '').length;

/** Checks whether the start and the end of an anchor have as few words as the format demands. */
export const isShort = ({ start, end = '' }: Anchor): boolean =>
  countWords(start) <= maxStartWords && countWords(end) <= maxEndWords;

/** One word alone says little to a reader. A passage of one word has no longer start. */
const minStartWords = 2;
const maxNeighbourWords = 4;

const writtenWord = /\S+/gu;

/** Yields the possible anchors of a passage, those with the fewest words first. */
function* listAnchors({ text, paragraph }: Passage): Generator<Anchor> {
  const words = listMatches(text, writtenWord);
  const minWords = Math.min(minStartWords, words.length);
  const maxWords = Math.min(maxStartWords + maxEndWords, words.length);
  for (let count = minWords; count <= maxWords; count += 1) {
    for (let endCount = 0; endCount <= Math.min(maxEndWords, count - minWords); endCount += 1) {
      const lastOfStart = words[count - endCount - 1];
      if (!lastOfStart || count - endCount > maxStartWords) continue;
      const start = text.slice(0, lastOfStart.index + lastOfStart[0].length);
      const firstOfEnd = words[words.length - endCount];
      if (firstOfEnd) yield { paragraph, start, end: text.slice(firstOfEnd.index) };
      else if (count === words.length) yield { paragraph, start };
    }
  }
}

/**
 * Finds the shortest anchor (text=start,end) that locates exactly this passage; undefined if none does. Prefers one
 * that fits no other place in the article, since a link to the passage has no paragraph.
 */
export function findShortestAnchor(passage: Passage, index: WordIndex): Anchor | undefined {
  const { paragraph, from, to, text } = passage;
  // Words that occur again in their paragraph have no anchor, and there may be many such places.
  const whole = locateAlone({ paragraph, start: text }, index);
  if (!whole) return undefined;
  let inParagraph: Anchor | undefined;
  for (const anchor of listAnchors(passage)) {
    const { passage: found, isOnly } = locateAlone(anchor, index) ?? {};
    if (found?.paragraph !== paragraph || found.from !== from || found.to !== to) continue;
    // Where all the words occur again, so does each anchor of them.
    if (isOnly || !whole.isOnly) return anchor;
    inParagraph ??= anchor;
  }
  return inParagraph;
}

const findWordStart = (text: string, at: number): number => text.lastIndexOf(' ', at - 1) + 1;

const findWordEnd = (text: string, at: number): number => {
  const blank = text.indexOf(' ', at);
  return blank < 0 ? text.length : blank;
};

const sentenceEnd = /[.!?]/u;

const signsAtStart = /^[^\p{L}\p{M}\p{N}]+/u;

/** Yields a range, then the range with more and more of the words after it, or before it, in its sentence. */
function* widen(range: TextRange, index: WordIndex): Generator<TextRange> {
  yield range;
  const { from, to } = range;
  const { text } = assertDefined(index.paragraphs[range.paragraph]).normalised;
  let start = findWordStart(text, from);
  let end = findWordEnd(text, to);
  for (let count = 0; count < maxNeighbourWords; count += 1) {
    if (!sentenceEnd.test(text.slice(to, end))) {
      end = findWordEnd(text, end + 1);
      yield { ...range, to: to + text.slice(to, end).replace(signsAtEnd, '').length };
    }
    start = findWordStart(text, start - 1);
    const before = text.slice(start, from);
    if (sentenceEnd.test(before)) continue;
    yield { ...range, from: from - before.replace(signsAtStart, '').length };
  }
}

/** Number of places of the same words in a paragraph from which one of them is not looked for by its neighbours. */
const maxPlaces = 100;

/** Checks whether the words of a range have so many places in their paragraph. */
function isFrequent(range: TextRange, index: WordIndex): boolean {
  const places = index.findOccurrences(index.getPassage(range).text);
  const first = countLeading(places, ({ paragraph }) => paragraph < range.paragraph);
  return places[first + maxPlaces - 1]?.paragraph === range.paragraph;
}

/**
 * Finds the shortest anchor of a passage that contains a range: the range itself or, if its text occurs several times
 * in the paragraph, the range with as few neighbouring words as possible.
 */
export function findAnchorAround(range: TextRange, index: WordIndex): Anchor | undefined {
  if (isFrequent(range, index)) return undefined;
  for (const wider of widen(range, index)) {
    const anchor = findShortestAnchor(index.getPassage(wider), index);
    if (anchor) return anchor;
  }
  return undefined;
}
