import { present } from '../text/present.ts';
import { widthOf } from './cell.ts';

/** How wide a column may be: `natural` to show every cell on one line, `least` to stay readable. */
export interface Extent {
  readonly natural: number;
  readonly least: number;
}

/** Columns up to this width are never wrapped, and no word asks for more than the second figure. */
const short = 12;
const longestWord = 16;

/** Text longer than this is read in lines of no less than the second figure. */
const long = 48;
const readable = 20;

/** The extent of a column with this head and these shown cells. */
export function extentOf(head: string, cells: readonly string[]): Extent {
  const most = (widths: (text: string) => number) =>
    cells.reduce((widest, text) => Math.max(widest, widths(text)), widthOf(head));
  const natural = most(widthOf);
  if (natural <= short) return { natural, least: natural };
  return { natural, least: natural > long ? readable : Math.min(most(longestPart), longestWord) };
}

function longestPart(text: string): number {
  return text.split(/\s|(?<=-)/).reduce((most, part) => Math.max(most, widthOf(part)), 0);
}

/**
 * Shares a width out among columns, with `gap` columns of space between them: what fits on one line gets
 * just that, and the others the same share of the rest. Undefined if they cannot all be readable. Without
 * a total every column gets its natural width.
 */
export function shareWidth(
  extents: readonly Extent[],
  total: number | undefined,
  gap: number,
): readonly number[] | undefined {
  if (total === undefined) return extents.map(({ natural }) => natural);
  const room = total - gap * (extents.length - 1);
  const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, 0);
  const capped = (cap: number) =>
    extents.map(({ natural, least }) => Math.min(natural, Math.max(least, cap)));
  if (sum(extents.map(({ least }) => least)) > room) return undefined;
  let cap = room;
  while (sum(capped(cap)) > room) cap -= 1;
  const widths = capped(cap);
  let left = room - sum(widths);
  return widths.map((width, column) => {
    const grows = left > 0 && width === cap && width < present(extents[column]).natural;
    left -= Number(grows);
    return width + Number(grows);
  });
}
