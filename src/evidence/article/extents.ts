import { countLeading } from '../../text/count-leading.ts';

/** Part of a text, such as a sentence of a paragraph. */
export interface TextExtent {
  readonly from: number;
  readonly to: number;
}

/** Sorts extents and joins those that overlap or touch. */
export function joinExtents(extents: readonly TextExtent[]): readonly TextExtent[] {
  const joined: TextExtent[] = [];
  for (const { from, to } of extents.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (!last || from > last.to) joined.push({ from, to });
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, to) };
  }
  return joined;
}

/** Selects the first extents, up to a number, that overlap a given one. They are sorted, and do not overlap each other. */
export function selectOverlapping<One extends TextExtent>(
  extents: readonly One[],
  { from, to }: TextExtent,
  maxCount = Number.POSITIVE_INFINITY,
): readonly One[] {
  const first = countLeading(extents, (one) => one.to <= from);
  const end = countLeading(extents, (one) => one.from < to);
  return extents.slice(first, Math.min(end, first + maxCount));
}
