import type { AssertedRecord } from '../model/assertion.ts';
import type { Anchor } from '../model/record.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { countLeading } from '../text/count-leading.ts';
import { groupBy } from '../text/group-by.ts';
import { memoise } from '../text/memoise.ts';
import {
  findOccurrences,
  getPassage,
  type Passage,
  type TextRange,
  type WordIndex,
} from './article/word-index.ts';

/**
 * Anchor with the result of locating it. `remarks` are for a reader. `places` is the number of places that an ambiguous
 * anchor fits. `paragraphs` has one entry for each of the first places, so a paragraph may appear twice.
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

/** Maximum number of places listed for an ambiguous anchor. */
const maxListedPlaces = 20;

/** Occurrences of an anchor's start in the article and, if it has an end, of its end. */
interface Ends {
  readonly starts: readonly TextRange[];
  readonly ends: readonly TextRange[] | undefined;
}

/** An anchor with its occurrences. */
interface Candidates extends Ends {
  readonly anchor: Anchor;
}

const isBefore = (end: TextRange, start: TextRange): boolean =>
  end.paragraph < start.paragraph || (end.paragraph === start.paragraph && end.from < start.to);

/**
 * Yields the runs of starts, as ranges of indices, that share the first end after them, in the order of the article.
 * Runs are found by binary search, since each of very many anchors may fit very many places.
 */
function* findRuns(starts: readonly TextRange[], ends: readonly TextRange[]) {
  let next = 0;
  while (next < starts.length) {
    const start = assertDefined(starts[next]);
    const end = ends[countLeading(ends, (one) => isBefore(one, start))];
    if (!end) return;
    // Starts in the paragraphs before the end have no end of their own.
    const inParagraph = countLeading(starts, ({ paragraph }) => paragraph < end.paragraph);
    const to = countLeading(starts, (one) => !isBefore(end, one));
    yield { from: Math.max(inParagraph, next), to, end };
    next = to;
  }
}

/** Finds the places that an anchor fits, in the order of the article. */
function* findPlaces({ starts, ends }: Ends): Generator<TextRange> {
  if (!ends) yield* starts;
  else {
    for (const { from, to, end } of findRuns(starts, ends)) {
      for (let at = from; at < to; at += 1) yield { ...assertDefined(starts[at]), to: end.to };
    }
  }
}

function countPlaces({ starts, ends }: Ends): number {
  if (!ends) return starts.length;
  let count = 0;
  for (const { from, to } of findRuns(starts, ends)) count += to - from;
  return count;
}

function findCandidates(anchor: Anchor, index: WordIndex): Candidates {
  const { start, end } = anchor;
  const ends = end === undefined ? undefined : findOccurrences(index, end);
  return { anchor, starts: findOccurrences(index, start), ends };
}

/** Returns the only place of an anchor; undefined if it has none or several. */
function findOnlyPlace(candidates: Ends): TextRange | undefined {
  const [place, another] = findPlaces(candidates);
  return another ? undefined : place;
}

/** Number of paragraphs (`by`) by which the article has moved paragraph `hinted` of the dataset. */
interface Shift {
  readonly hinted: number;
  readonly by: number;
}

function findMostFrequent(shifts: readonly Shift[]): Shift {
  const alike = [...groupBy(shifts, ({ by }) => by).values()];
  return assertDefined(alike.reduce((a, b) => (b.length > a.length ? b : a))[0]);
}

/** Finds how paragraphs have moved. Only an anchor with a single place shows it. */
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

/** Lists where an anchor is expected: shifted like the paragraph before it, like the one after it, or not shifted. */
function listExpectedParagraphs(hinted: number, shifts: readonly Shift[]): readonly number[] {
  const count = countLeading(shifts, (shift) => shift.hinted <= hinted);
  const [before, after] = [shifts[count - 1], shifts[count]];
  return [hinted + (before?.by ?? 0), hinted + (after?.by ?? 0), hinted];
}

/** Returns the only place of an anchor in a paragraph, counted from 1. */
function findPlaceForParagraph(
  paragraph: number,
  { starts, ends }: Candidates,
): TextRange | undefined {
  const from = countLeading(starts, (start) => start.paragraph + 1 < paragraph);
  const to = countLeading(starts, (start) => start.paragraph + 1 <= paragraph);
  // Two starts are enough to see that there are several places.
  return findOnlyPlace({ starts: starts.slice(from, Math.min(from + 2, to)), ends });
}

/**
 * Returns the only place of an anchor. If there are several, returns the only place in the first expected paragraph
 * that has exactly one.
 */
function choosePlace(candidates: Candidates, shifts: readonly Shift[]): TextRange | undefined {
  const only = findOnlyPlace(candidates);
  if (only) return only;
  return listExpectedParagraphs(candidates.anchor.paragraph, shifts)
    .map((paragraph) => findPlaceForParagraph(paragraph, candidates))
    .find((place) => place !== undefined);
}

function resolveAnchor(
  candidates: Candidates,
  shifts: readonly Shift[],
  index: WordIndex,
  count: (candidates: Candidates) => number,
): LocatedAnchor {
  const { anchor, starts } = candidates;
  if (starts.length === 0) return { anchor, state: 'missing', part: 'start' };
  const found = choosePlace(candidates, shifts);
  if (found) {
    const passage = getPassage(index, found);
    const { paragraph } = passage;
    const hasMoved = paragraph !== anchor.paragraph;
    const remarks = hasMoved ? [`is in paragraph ${paragraph}, not ${anchor.paragraph}`] : [];
    return { anchor, state: 'found', passage, remarks };
  }
  const paragraphs: number[] = [];
  for (const { paragraph } of findPlaces(candidates)) {
    paragraphs.push(paragraph + 1);
    if (paragraphs.length === maxListedPlaces) break;
  }
  if (paragraphs.length === 0) return { anchor, state: 'missing', part: 'end' };
  return { anchor, state: 'ambiguous', places: count(candidates), paragraphs };
}

/**
 * Locates an anchor on its own, without other anchors that show how paragraphs have moved. `isOnly` is true if the
 * anchor fits no other place in the article.
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
 * Locates the anchors of each record in the article by the rule of URL text fragments (`text=start,end`). If a passage
 * occurs more than once, the shift of the surrounding paragraphs decides, so an extra caption in the copy does not make
 * it ambiguous.
 */
export function locateAll(
  records: readonly AssertedRecord[],
  index: WordIndex,
): readonly (readonly LocatedAnchor[])[] {
  const candidates = records.map(({ anchors }) =>
    anchors === 'article' ? [] : anchors.map((anchor) => findCandidates(anchor, index)),
  );
  const shifts = findShifts(candidates.flat());
  // Anchors with the same words share their lists of occurrences.
  const countFrom = memoise((starts: Ends['starts']) =>
    memoise((ends: Ends['ends']) => countPlaces({ starts, ends })),
  );
  const count = ({ starts, ends }: Candidates) => countFrom(starts)(ends);
  return candidates.map((own) => own.map((one) => resolveAnchor(one, shifts, index, count)));
}

/** Returns the passages of the anchors that were found, in order. */
export function selectPassages(anchors: readonly LocatedAnchor[]): readonly Passage[] {
  return anchors.flatMap((located) => (located.state === 'found' ? [located.passage] : []));
}

/** Minimum share of anchors found; below it, the article is a different one. Not applied to fewer than `minAnchors`. */
const minFoundShare = 0.1;
const minAnchors = 10;

/** Checks whether so few anchors of all records were found that they must be of a different article. */
export function isOfDifferentArticle(located: readonly (readonly LocatedAnchor[])[]): boolean {
  const anchors = located.flat();
  return (
    anchors.length >= minAnchors && selectPassages(anchors).length < anchors.length * minFoundShare
  );
}
