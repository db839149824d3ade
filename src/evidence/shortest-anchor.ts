import type { Anchor } from '../contracts/verification-target.ts';
import { present } from '../text/present.ts';
import {
  occurrences,
  type Passage,
  passageAt,
  type Stretch,
  type WordIndex,
} from './article/word-index.ts';
import { placesOf } from './locate.ts';

/** The most words of a start and of an end, and the least of a start. */
const mostInStart = 6;
const mostInEnd = 4;
const leastInStart = 2;

/** A place of a text in the article, with the shortest anchor that finds this place and no other, if there is one. */
export interface AnchoredPlace {
  readonly passage: Passage;
  readonly anchor: Anchor | undefined;
}

const withoutSigns = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}]+$/u, '');

/** The anchors of a passage, those with the fewest words first. */
function anchorsOf({ text, paragraph }: Passage): readonly Anchor[] {
  const words = [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
  }));
  const lengths = Array.from({ length: Math.min(words.length, mostInStart) }, (_, at) => at + 1);
  const sizes = lengths
    .filter((start) => start >= leastInStart)
    .flatMap((start) => {
      if (start === words.length) return [{ start, end: 0 }];
      const rest = Math.min(mostInEnd, words.length - start);
      return Array.from({ length: rest }, (_, at) => ({ start, end: at + 1 }));
    })
    .sort(
      (left, right) => left.start + left.end - (right.start + right.end) || left.end - right.end,
    );
  return sizes.map(({ start, end }) => {
    const first = withoutSigns(text.slice(0, present(words[start - 1]).to));
    if (end === 0) return { paragraph, start: first };
    return { paragraph, start: first, end: withoutSigns(text.slice(present(words.at(-end)).from)) };
  });
}

/** A stretch and, where it is a single word, with the next or the last one. */
function* widened(stretch: Stretch, index: WordIndex): Generator<Stretch> {
  const passage = passageAt(index, stretch);
  if (/\S\s+\S/u.test(passage.text)) {
    yield stretch;
    return;
  }
  const { text } = present(index.paragraphs[stretch.paragraph]).normalised;
  // The next word is not taken where it begins another sentence.
  const after = /^(?!\S*[.!?])\S* \S+/u.exec(text.slice(stretch.to))?.[0];
  if (after !== undefined) yield { ...stretch, to: stretch.to + after.length };
  const before = /\S+ \S*$/u.exec(text.slice(0, stretch.from))?.[0];
  if (before !== undefined) yield { ...stretch, from: stretch.from - before.length };
}

/** Every place of a text in the article, each with the shortest anchor (text=start,end) that finds it alone. */
export function anchoredPlaces(text: string, index: WordIndex): readonly AnchoredPlace[] {
  return occurrences(index, text).map((place) => {
    for (const stretch of widened(place, index)) {
      const passage = passageAt(index, stretch);
      // That it finds this place is sure: both its parts have been taken from it.
      const anchor = anchorsOf(passage).find((one) => placesOf(one, index).length === 1);
      if (anchor) return { passage, anchor };
    }
    return { passage: passageAt(index, place), anchor: undefined };
  });
}
