import type { Anchor, VerificationTarget } from '../contracts/verification-target.ts';
import { groupBy } from '../text/group-by.ts';
import { present } from '../text/present.ts';
import {
  occurrences,
  type Passage,
  passageAt,
  type Stretch,
  type WordIndex,
} from './article/word-index.ts';

/**
 * An anchor and what became of it. A found one may have remarks for a reader; an ambiguous one has
 * the paragraph of each place, so that two places in one paragraph are two entries.
 */
export type LocatedAnchor = { readonly anchor: Anchor } & (
  | { readonly state: 'found'; readonly passage: Passage; readonly remarks: readonly string[] }
  | { readonly state: 'missing'; readonly part: 'start' | 'end' }
  | { readonly state: 'ambiguous'; readonly paragraphs: readonly number[] }
);

/** An anchor, whether its start occurs in the article, and every place that the anchor fits, in order. */
interface Candidates {
  readonly anchor: Anchor;
  readonly hasStart: boolean;
  readonly places: readonly Stretch[];
}

const isBefore = (end: Stretch, start: Stretch): boolean =>
  end.paragraph < start.paragraph || (end.paragraph === start.paragraph && end.from < start.to);

/** Finds the index of the first item that does not pass a test, in a list where all that pass come first. */
function partitionPoint<Item>(items: readonly Item[], passes: (item: Item) => boolean): number {
  let [from, to] = [0, items.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (passes(present(items[middle]))) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The first end behind a start; the ends are in the order of the article. */
const endOf = (start: Stretch, ends: readonly Stretch[]): Stretch | undefined =>
  ends[partitionPoint(ends, (end) => isBefore(end, start))];

function closed(starts: readonly Stretch[], ends: readonly Stretch[]): readonly Stretch[] {
  return starts.flatMap((start) => {
    const end = endOf(start, ends);
    return end?.paragraph === start.paragraph ? [{ ...start, to: end.to }] : [];
  });
}

function candidatesOf(anchor: Anchor, index: WordIndex): Candidates {
  const { start, end } = anchor;
  const starts = occurrences(index, start);
  const places = end === undefined ? starts : closed(starts, occurrences(index, end));
  return { anchor, hasStart: starts.length > 0, places };
}

/** Every place that an anchor fits, whatever its paragraph. */
export const placesOf = (anchor: Anchor, index: WordIndex): readonly Stretch[] =>
  candidatesOf(anchor, index).places;

/** By how many paragraphs the article has moved a paragraph that the dataset numbers `hinted`. */
interface Shift {
  readonly hinted: number;
  readonly by: number;
}

function mostFrequent(shifts: readonly Shift[]): Shift {
  const alike = [...groupBy(shifts, ({ by }) => by).values()];
  // Stryker disable next-line EqualityOperator: of two that are as frequent neither is better.
  return present(alike.reduce((a, b) => (b.length > a.length ? b : a))[0]);
}

// Only what stands in one place alone can tell where its paragraph has gone.
function shiftsOf(all: readonly Candidates[]): readonly Shift[] {
  const shifts = all
    .filter(({ places }) => places.length === 1)
    .map(({ anchor: { paragraph: hinted }, places: [place] }) => {
      return { hinted, by: present(place).paragraph + 1 - hinted };
    });
  return [...groupBy(shifts, ({ hinted }) => hinted).values()]
    .map(mostFrequent)
    .sort((a, b) => a.hinted - b.hinted);
}

/** The paragraphs where an anchor is to be expected: moved as those before and after it, or not. */
function expectedAt(hinted: number, shifts: readonly Shift[]): readonly number[] {
  const next = partitionPoint(shifts, (shift) => shift.hinted <= hinted);
  const [before, after] = [shifts[next - 1], shifts[next]];
  return [hinted + (before?.by ?? 0), hinted + (after?.by ?? 0), hinted];
}

/** The only place, or the only one in the first of the expected paragraphs that has just one. */
function choose({ anchor, places }: Candidates, shifts: readonly Shift[]): Stretch | undefined {
  if (places.length < 2) return places[0];
  return expectedAt(anchor.paragraph, shifts)
    .map((paragraph) => places.filter((place) => place.paragraph + 1 === paragraph))
    .find((inside) => inside.length === 1)?.[0];
}

function settle(candidates: Candidates, shifts: readonly Shift[], index: WordIndex): LocatedAnchor {
  const { anchor, hasStart, places } = candidates;
  if (!hasStart) return { anchor, state: 'missing', part: 'start' };
  if (places.length === 0) return { anchor, state: 'missing', part: 'end' };
  const found = choose(candidates, shifts);
  if (!found) {
    const paragraphs = places.map((place) => place.paragraph + 1);
    return { anchor, state: 'ambiguous', paragraphs };
  }
  const passage = passageAt(index, found);
  const { paragraph } = passage;
  const hasMoved = paragraph !== anchor.paragraph;
  const remarks = hasMoved ? [`stands in paragraph ${paragraph}, not ${anchor.paragraph}`] : [];
  return { anchor, state: 'found', passage, remarks };
}

/**
 * The anchors of each target, located in the article after the URL text-fragment rule
 * (`text=start,end`). A passage that stands in several places is looked for where the paragraphs
 * around it went, so that a copy with an extra caption settles it as the original does.
 */
export function locateAll(
  targets: readonly VerificationTarget[],
  index: WordIndex,
): readonly (readonly LocatedAnchor[])[] {
  const candidates = targets.map(({ anchors }) =>
    anchors === 'article' ? [] : anchors.map((anchor) => candidatesOf(anchor, index)),
  );
  const shifts = shiftsOf(candidates.flat());
  return candidates.map((ofTarget) => ofTarget.map((one) => settle(one, shifts, index)));
}

/** The passages of the anchors that were found, in order. */
export function passagesOf(anchors: readonly LocatedAnchor[]): readonly Passage[] {
  return anchors.flatMap((located) => (located.state === 'found' ? [located.passage] : []));
}
