import type { AssertedRecord } from '../model/assertion.ts';
import type { Anchor } from '../model/record.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { countLeading } from '../text/count-leading.ts';
import { groupBy } from '../text/group-by.ts';
import { memoise } from '../text/memoise.ts';
import type { Article } from './article/article.ts';
import {
  indexArticle,
  type Passage,
  type TextRange,
  type WordIndex,
} from './article/word-index.ts';

/**
 * Anchor with the result of locating it. `part` is the part to report, `places` the number of places that an ambiguous
 * anchor fits, and `paragraphs` has the paragraph of each of the first places, so that it may appear twice.
 */
export type LocatedAnchor = { readonly anchor: Anchor } & (
  | { readonly state: 'found'; readonly passage: Passage }
  | { readonly state: 'not found'; readonly part: 'start' | 'end' }
  | {
      readonly state: 'ambiguous';
      readonly part: 'start';
      readonly places: number;
      readonly paragraphs: readonly number[];
    }
);

const maxListedPlaces = 20;

/** Occurrences of an anchor's start in the article and, if it has an end, of its end. */
interface Ends {
  readonly starts: readonly TextRange[];
  readonly ends: readonly TextRange[] | undefined;
}

type Candidates = Ends & { readonly anchor: Anchor };

const isBefore = (end: TextRange, start: TextRange): boolean =>
  end.paragraph < start.paragraph || (end.paragraph === start.paragraph && end.from < start.to);

/**
 * Yields the runs of starts, as ranges of indices, that share the first end after them, in the order of the article.
 * Runs are found by binary search, since each of very many anchors may fit very many places.
 */
function* findRuns({ starts, ends }: Ends) {
  if (!ends) {
    yield { from: 0, to: starts.length, end: undefined };
    return;
  }
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

function* findPlaces(candidates: Ends): Generator<TextRange> {
  for (const { from, to, end } of findRuns(candidates)) {
    for (let at = from; at < to; at += 1) {
      const start = assertDefined(candidates.starts[at]);
      yield { ...start, to: (end ?? start).to };
    }
  }
}

const countPlaces = (candidates: Ends): number =>
  [...findRuns(candidates)].reduce((count, { from, to }) => count + to - from, 0);

function findCandidates(anchor: Anchor, index: WordIndex): Candidates {
  const { start, end } = anchor;
  const ends = end === undefined ? undefined : index.findOccurrences(end);
  return { anchor, starts: index.findOccurrences(start), ends };
}

/** Returns the only place of an anchor; undefined if it has none or several. */
function findOnlyPlace(candidates: Ends): TextRange | undefined {
  const [place, another] = findPlaces(candidates);
  return another ? undefined : place;
}

/** Number of paragraphs (`by`) by which the article has moved paragraph `hinted` of the dataset. */
type Shift = Readonly<Record<'hinted' | 'by', number>>;

/** Finds how most anchors of each paragraph have moved. Only an anchor with a single place shows it. */
function findShifts(all: readonly Candidates[]): readonly Shift[] {
  const shifts = all.flatMap((candidates) => {
    const place = findOnlyPlace(candidates);
    const hinted = candidates.anchor.paragraph;
    return place ? { hinted, by: place.paragraph + 1 - hinted } : [];
  });
  return [...groupBy(shifts, ({ hinted }) => hinted).values()]
    .map((same) => {
      const alike = [...groupBy(same, ({ by }) => by).values()];
      return assertDefined(alike.reduce((a, b) => (b.length > a.length ? b : a))[0]);
    })
    .sort((a, b) => a.hinted - b.hinted);
}

/** Returns the only place of an anchor in a paragraph, counted from 1. */
function findPlaceForParagraph(paragraph: number, { starts, ends }: Ends): TextRange | undefined {
  const from = countLeading(starts, (start) => start.paragraph + 1 < paragraph);
  const to = countLeading(starts, (start) => start.paragraph + 1 <= paragraph);
  // Two starts are enough to see that there are several places.
  return findOnlyPlace({ starts: starts.slice(from, Math.min(from + 2, to)), ends });
}

/**
 * Returns the only place of an anchor. If there are several, returns the only place in the first paragraph that has
 * exactly one: the hinted paragraph shifted like the one before it, like the one after it, or not shifted.
 */
function choosePlace(candidates: Candidates, shifts: readonly Shift[]): TextRange | undefined {
  const only = findOnlyPlace(candidates);
  if (only) return only;
  const hinted = candidates.anchor.paragraph;
  const next = countLeading(shifts, (shift) => shift.hinted <= hinted);
  for (const by of new Set([shifts[next - 1]?.by ?? 0, shifts[next]?.by ?? 0, 0])) {
    const place = findPlaceForParagraph(hinted + by, candidates);
    if (place) return place;
  }
  return undefined;
}

function resolveAnchor(
  candidates: Candidates,
  shifts: readonly Shift[],
  index: WordIndex,
  count: (candidates: Candidates) => number,
): LocatedAnchor {
  const { anchor, starts } = candidates;
  if (starts.length === 0) return { anchor, state: 'not found', part: 'start' };
  const found = choosePlace(candidates, shifts);
  if (found) return { anchor, state: 'found', passage: index.getPassage(found) };
  const paragraphs: number[] = [];
  for (const { paragraph } of findPlaces(candidates)) {
    paragraphs.push(paragraph + 1);
    if (paragraphs.length === maxListedPlaces) break;
  }
  if (paragraphs.length === 0) return { anchor, state: 'not found', part: 'end' };
  return { anchor, state: 'ambiguous', part: 'start', places: count(candidates), paragraphs };
}

/**
 * Locates an anchor on its own, without other anchors that show how paragraphs have moved. `isOnly` is true if the
 * anchor fits no other place in the article.
 */
export function locateAlone(anchor: Anchor, index: WordIndex) {
  const candidates = findCandidates(anchor, index);
  const place = choosePlace(candidates, []);
  if (!place) return undefined;
  return { passage: index.getPassage(place), isOnly: findOnlyPlace(candidates) !== undefined };
}

/**
 * Locates the anchors of each record in the article by the rule of URL text fragments (`text=start,end`). If a passage
 * occurs more than once, the shift of the surrounding paragraphs decides, so an extra caption in the copy does not make
 * it ambiguous.
 */
export function locateAll(
  records: readonly Pick<AssertedRecord, 'anchors'>[],
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

/** Locates the anchors of each record in an article. */
export const locateInArticle = (article: Article, records: readonly AssertedRecord[]) =>
  locateAll(records, indexArticle(article));

export function selectPassages(anchors: readonly LocatedAnchor[]): readonly Passage[] {
  return anchors.flatMap((located) => (located.state === 'found' ? [located.passage] : []));
}

/** Length of a passage, in UTF-16 units, from which values are looked for in its whole paragraph. */
const longPassageLength = 5000;

/**
 * Selects the passages in which the values of a record are looked for. A very long one is replaced with its paragraph:
 * to read very many, one within another, would take time that grows with the square.
 */
export function selectReadPassages(
  anchors: readonly LocatedAnchor[],
  { paragraphs, getPassage }: WordIndex,
): readonly Passage[] {
  const passages = selectPassages(anchors).map((passage) => {
    const { range, normalised } = passage;
    if (normalised.length < longPassageLength) return passage;
    const { text } = assertDefined(paragraphs[range.paragraph]).normalised;
    return getPassage({ ...range, from: 0, to: text.length });
  });
  return [...new Set(passages)];
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
