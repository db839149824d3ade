import type { Anchor, VerificationTarget } from '../contracts/verification-target.ts';
import type { Passage, WordIndex } from './article/word-index.ts';
import { type Candidates, candidatesOf, type Located, settle } from './locate.ts';

interface Sighting {
  readonly anchor: Anchor;
  readonly candidates: Candidates;
}

/** By how many paragraphs the article has moved a paragraph that the dataset numbers `hinted`. */
interface Shift {
  readonly hinted: number;
  readonly by: number;
}

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])[0];
}

// Only what stands in one place alone can tell where its paragraph has gone.
function shiftsOf(sightings: readonly Sighting[]): readonly Shift[] {
  const seen = new Map<number, number[]>();
  for (const { anchor, candidates } of sightings) {
    const [place, another] = candidates.places;
    if (!place || another) continue;
    const by = place.paragraph + 1 - anchor.paragraph;
    const known = seen.get(anchor.paragraph);
    if (known) known.push(by);
    else seen.set(anchor.paragraph, [by]);
  }
  return [...seen]
    .map(([hinted, all]) => ({ hinted, by: mostFrequent(all) }))
    .sort((a, b) => a.hinted - b.hinted);
}

/** The paragraphs where an anchor is to be expected: moved as those before and after it, or not. */
function expectedAt(hinted: number, shifts: readonly Shift[]): readonly number[] {
  const before = shifts.findLast((shift) => shift.hinted <= hinted);
  const after = shifts.find((shift) => shift.hinted > hinted);
  return [hinted + (before?.by ?? 0), hinted + (after?.by ?? 0), hinted];
}

/** An anchor and what became of it. */
export interface Trace {
  readonly anchor: Anchor;
  readonly located: Located;
}

/**
 * Takes targets and an article; returns the traces of their anchors, a list for each target in
 * its order. A passage that stands in several places is looked for where the paragraphs around it
 * went, so that a copy with an extra caption settles it as the original does.
 */
export function survey(
  targets: readonly VerificationTarget[],
  index: WordIndex,
): readonly (readonly Trace[])[] {
  const sighted = targets.map(({ anchors }) =>
    (anchors === 'article' ? [] : anchors).map((anchor) => ({
      anchor,
      candidates: candidatesOf(anchor, index),
    })),
  );
  const shifts = shiftsOf(sighted.flat());
  return sighted.map((sightings) =>
    sightings.map(({ anchor, candidates }) => {
      const preferred = expectedAt(anchor.paragraph, shifts);
      return { anchor, located: settle(anchor, candidates, index, preferred) };
    }),
  );
}

/** Takes the traces of a record; returns the passages that were found, in order. */
export function passagesOf(traces: readonly Trace[]): readonly Passage[] {
  return traces.flatMap(({ located }) => (located.state === 'found' ? [located.passage] : []));
}
