import type { Anchor, VerificationTarget } from '../contracts/verification-target.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { countLeading } from '../text/count-leading.ts';
import { groupBy } from '../text/group-by.ts';
import {
  findOccurrences,
  getPassage,
  type Passage,
  type TextRange,
  type WordIndex,
} from './article/word-index.ts';

/**
 * An anchor and what became of it. A found one may have remarks for a reader; an ambiguous one has the number of
 * its places and the paragraphs of the first of them, so that two places in one paragraph are two entries.
 */
export type LocatedAnchor = { readonly anchor: Anchor } & (
  | { readonly state: 'found'; readonly passage: Passage; readonly remarks: readonly string[] }
  | { readonly state: 'missing'; readonly part: 'start' | 'end' }
  | {
      readonly state: 'ambiguous';
      readonly places: number;
      readonly paragraphs: readonly number[];
    }
);

/** The number of places of an ambiguous anchor that are listed: nobody reads thousands. */
const maxListedPlaces = 20;

/** Every place in the article where an anchor's start stands, and every place where its end does, if it has one. */
interface Candidates {
  readonly anchor: Anchor;
  readonly starts: readonly TextRange[];
  readonly ends: readonly TextRange[] | undefined;
}

const isBefore = (end: TextRange, start: TextRange): boolean =>
  end.paragraph < start.paragraph || (end.paragraph === start.paragraph && end.from < start.to);

/** The first end behind a start; the ends are in the order of the article. */
const findEnd = (start: TextRange, ends: readonly TextRange[]): TextRange | undefined =>
  ends[countLeading(ends, (end) => isBefore(end, start))];

/** Finds the places that an anchor fits, in the order of the article. */
function* findPlaces({ starts, ends }: Omit<Candidates, 'anchor'>): Generator<TextRange> {
  let next = 0;
  for (let start = starts[next]; start; start = starts[next]) {
    next += 1;
    const end = ends ? findEnd(start, ends) : start;
    if (!end) return;
    if (end.paragraph === start.paragraph) yield { ...start, to: end.to };
    // No other start in that paragraph has an end either.
    else next = countLeading(starts, ({ paragraph }) => paragraph < end.paragraph);
  }
}

function findCandidates(anchor: Anchor, index: WordIndex): Candidates {
  const { start, end } = anchor;
  const ends = end === undefined ? undefined : findOccurrences(index, end);
  return { anchor, starts: findOccurrences(index, start), ends };
}

/** The only place of an anchor, or undefined if it has none or several. */
function findOnlyPlace(candidates: Omit<Candidates, 'anchor'>): TextRange | undefined {
  const [place, another] = findPlaces(candidates);
  return another ? undefined : place;
}

/** By how many paragraphs the article has moved a paragraph that the dataset numbers `hinted`. */
interface Shift {
  readonly hinted: number;
  readonly by: number;
}

function findMostFrequent(shifts: readonly Shift[]): Shift {
  const alike = [...groupBy(shifts, ({ by }) => by).values()];
  // Stryker disable next-line EqualityOperator: of two that are as frequent neither is better.
  return assertDefined(alike.reduce((a, b) => (b.length > a.length ? b : a))[0]);
}

// Only what stands in one place alone can tell where its paragraph has gone.
function findShifts(all: readonly Candidates[]): readonly Shift[] {
  const shifts = all.flatMap((candidates): readonly Shift[] => {
    const place = findOnlyPlace(candidates);
    const hinted = candidates.anchor.paragraph;
    return place ? [{ hinted, by: place.paragraph + 1 - hinted }] : [];
  });
  return [...groupBy(shifts, ({ hinted }) => hinted).values()]
    .map(findMostFrequent)
    .sort((a, b) => a.hinted - b.hinted);
}

/** The paragraphs where an anchor is to be expected: moved as those before and after it, or not. */
function listExpectedParagraphs(hinted: number, shifts: readonly Shift[]): readonly number[] {
  const count = countLeading(shifts, (shift) => shift.hinted <= hinted);
  const [before, after] = [shifts[count - 1], shifts[count]];
  return [hinted + (before?.by ?? 0), hinted + (after?.by ?? 0), hinted];
}

/** The only place of an anchor in a paragraph, counted from 1. */
function findOnlyPlaceIn(paragraph: number, { starts, ends }: Candidates): TextRange | undefined {
  const from = countLeading(starts, (start) => start.paragraph + 1 < paragraph);
  const to = countLeading(starts, (start) => start.paragraph + 1 <= paragraph);
  // Whether there are more than two makes no difference.
  return findOnlyPlace({ starts: starts.slice(from, Math.min(from + 2, to)), ends });
}

/** The only place, or the only one in the first of the expected paragraphs that has just one. */
function choosePlace(candidates: Candidates, shifts: readonly Shift[]): TextRange | undefined {
  const only = findOnlyPlace(candidates);
  if (only) return only;
  return listExpectedParagraphs(candidates.anchor.paragraph, shifts)
    .map((paragraph) => findOnlyPlaceIn(paragraph, candidates))
    .find((place) => place !== undefined);
}

function resolveAnchor(
  candidates: Candidates,
  shifts: readonly Shift[],
  index: WordIndex,
): LocatedAnchor {
  const { anchor, starts } = candidates;
  if (starts.length === 0) return { anchor, state: 'missing', part: 'start' };
  const found = choosePlace(candidates, shifts);
  if (found) {
    const passage = getPassage(index, found);
    const { paragraph } = passage;
    const hasMoved = paragraph !== anchor.paragraph;
    const remarks = hasMoved ? [`stands in paragraph ${paragraph}, not ${anchor.paragraph}`] : [];
    return { anchor, state: 'found', passage, remarks };
  }
  const places = [...findPlaces(candidates)];
  if (places.length === 0) return { anchor, state: 'missing', part: 'end' };
  const paragraphs = places.slice(0, maxListedPlaces).map((place) => place.paragraph + 1);
  return { anchor, state: 'ambiguous', places: places.length, paragraphs };
}

/**
 * Finds the passage that an anchor locates where no other anchors tell how paragraphs have moved;
 * `isOnly` if the anchor fits no other place in the article.
 */
export function locateAlone(
  anchor: Anchor,
  index: WordIndex,
): { readonly passage: Passage; readonly isOnly: boolean } | undefined {
  const candidates = findCandidates(anchor, index);
  const place = choosePlace(candidates, []);
  return (
    place && { passage: getPassage(index, place), isOnly: findOnlyPlace(candidates) !== undefined }
  );
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
    anchors === 'article' ? [] : anchors.map((anchor) => findCandidates(anchor, index)),
  );
  const shifts = findShifts(candidates.flat());
  return candidates.map((ofTarget) => ofTarget.map((one) => resolveAnchor(one, shifts, index)));
}

/** The passages of the anchors that were found, in order. */
export function selectPassages(anchors: readonly LocatedAnchor[]): readonly Passage[] {
  return anchors.flatMap((located) => (located.state === 'found' ? [located.passage] : []));
}
