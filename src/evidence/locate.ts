import type { Anchor } from '../contracts/verification-target.ts';
import { fold } from './article/normalise.ts';
import {
  occurrences,
  type Passage,
  passageAt,
  type Stretch,
  type WordIndex,
} from './article/word-index.ts';

/** What a reader should know of a passage that was found. Paragraphs count from 1. */
export type Remark =
  | { readonly kind: 'other paragraph'; readonly hinted: number; readonly actual: number }
  | { readonly kind: 'repeated start'; readonly times: number };

/**
 * What became of an anchor. `paragraphs` of an ambiguous one has the paragraph of each place, so
 * that two places in one paragraph are two entries.
 */
export type Located =
  | { readonly state: 'found'; readonly passage: Passage; readonly remarks: readonly Remark[] }
  | { readonly state: 'missing'; readonly part: 'start' | 'end' }
  | { readonly state: 'ambiguous'; readonly paragraphs: readonly number[] };

/**
 * How often the start of an anchor stands in the article, and the places where start and end match.
 */
export interface Candidates {
  readonly starts: number;
  readonly places: readonly Stretch[];
}

function isBefore(end: Stretch, start: Stretch): boolean {
  if (end.paragraph !== start.paragraph) return end.paragraph < start.paragraph;
  return end.from < start.to;
}

/** Both lists are in the order of the article, so that one walk along the ends will do. */
function closed(starts: readonly Stretch[], ends: readonly Stretch[]): readonly Stretch[] {
  let next = 0;
  return starts.flatMap((start) => {
    for (let end = ends[next]; end && isBefore(end, start); end = ends[next]) next += 1;
    const end = ends[next];
    return end?.paragraph === start.paragraph ? [{ ...start, to: end.to }] : [];
  });
}

/**
 * Takes an anchor and an article; returns every place that the anchor fits, after `text=start,end`.
 */
export function candidatesOf(anchor: Anchor, index: WordIndex): Candidates {
  const starts = fold(anchor.start) === '' ? [] : occurrences(index, anchor.start);
  const { end } = anchor;
  if (end === undefined) return { starts: starts.length, places: starts };
  const ends = fold(end) === '' ? [] : occurrences(index, end);
  return { starts: starts.length, places: closed(starts, ends) };
}

function remarksOn(anchor: Anchor, found: Stretch, starts: number): readonly Remark[] {
  const actual = found.paragraph + 1;
  const moved: readonly Remark[] =
    actual === anchor.paragraph
      ? []
      : [{ kind: 'other paragraph', hinted: anchor.paragraph, actual }];
  return starts > 1 ? [...moved, { kind: 'repeated start', times: starts }] : moved;
}

function choose(places: readonly Stretch[], preferred: readonly number[]): Stretch | undefined {
  if (places.length < 2) return places[0];
  return preferred
    .map((paragraph) => places.filter((place) => place.paragraph + 1 === paragraph))
    .find((inside) => inside.length === 1)?.[0];
}

/**
 * Takes the candidates of an anchor and the paragraphs (from 1) to prefer, best first; returns the
 * passage where it is the only one, or the only one in a preferred paragraph.
 */
export function settle(
  anchor: Anchor,
  { starts, places }: Candidates,
  index: WordIndex,
  preferred: readonly number[],
): Located {
  if (starts === 0) return { state: 'missing', part: 'start' };
  if (places.length === 0) return { state: 'missing', part: 'end' };
  const found = choose(places, preferred);
  if (!found) return { state: 'ambiguous', paragraphs: places.map((place) => place.paragraph + 1) };
  return {
    state: 'found',
    passage: passageAt(index, found),
    remarks: remarksOn(anchor, found, starts),
  };
}
