import { assertDefined } from '../text/assert-defined.ts';
import { measureWidth } from './cell.ts';

/** How wide a column may be: `natural` to show every cell on one line, `least` to stay readable. */
export interface ColumnWidth {
  readonly max: number;
  readonly min: number;
}

/** Columns up to this width are never wrapped, and no word asks for more than the second figure. */
const maxUnwrappedWidth = 12;
const maxWordWidth = 16;

/** Text longer than this is read in lines of no less than the second figure. */
const longTextWidth = 48;
const minReadableWidth = 20;

/** The extent of a column with this head and these shown cells. */
export function measureColumn(head: string, cells: readonly string[]): ColumnWidth {
  const findWidest = (widths: (text: string) => number) =>
    cells.reduce((widest, text) => Math.max(widest, widths(text)), measureWidth(head));
  const natural = findWidest(measureWidth);
  if (natural <= maxUnwrappedWidth) return { max: natural, min: natural };
  return {
    max: natural,
    min:
      natural > longTextWidth
        ? minReadableWidth
        : Math.min(findWidest(measureLongestWord), maxWordWidth),
  };
}

function measureLongestWord(text: string): number {
  return text.split(/\s|(?<=-)/).reduce((most, part) => Math.max(most, measureWidth(part)), 0);
}

/**
 * Shares a width out among columns, with `gap` columns of space between them: what fits on one line gets
 * just that, and the others the same share of the rest. Undefined if they cannot all be readable. Without
 * a total every column gets its natural width.
 */
export function allocateWidths(
  extents: readonly ColumnWidth[],
  total: number | undefined,
  gap: number,
): readonly number[] | undefined {
  if (total === undefined) return extents.map(({ max }) => max);
  const room = total - gap * (extents.length - 1);
  const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, 0);
  const capWidths = (cap: number) =>
    extents.map(({ max, min }) => Math.min(max, Math.max(min, cap)));
  if (sum(extents.map(({ min }) => min)) > room) return undefined;
  let cap = room;
  while (sum(capWidths(cap)) > room) cap -= 1;
  const widths = capWidths(cap);
  let left = room - sum(widths);
  return widths.map((width, column) => {
    const grows = left > 0 && width === cap && width < assertDefined(extents[column]).max;
    left -= Number(grows);
    return width + Number(grows);
  });
}
