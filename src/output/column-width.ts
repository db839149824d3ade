import { assertDefined } from '../text/assert-defined.ts';
import { measureWidth } from './text.ts';

/** Width range of a column: `max` shows every cell on one line, `min` is just readable. */
export interface ColumnWidth {
  readonly max: number;
  readonly min: number;
}

/** Width up to which a column is never wrapped, and the limit on the minimum that its longest word sets. */
const maxUnwrappedWidth = 12;
const maxWordWidth = 16;

/** Width above which a column counts as long text, and the minimum width of such a column. */
const longTextWidth = 48;
const minReadableWidth = 20;

/** Maximum width of a column without a total width. Padding all cells to a wider one would take too much space. */
const maxPaddedWidth = 1_000;

const measureLongestWord = (text: string): number =>
  text.split(/\s|(?<=-)/).reduce((most, part) => Math.max(most, measureWidth(part)), 0);

export function measureColumn(head: string, cells: readonly string[]): ColumnWidth {
  const findWidest = (measure: (text: string) => number) =>
    cells.reduce((widest, text) => Math.max(widest, measure(text)), measureWidth(head));
  const max = findWidest(measureWidth);
  if (max <= maxUnwrappedWidth) return { max, min: max };
  if (max > longTextWidth) return { max, min: minReadableWidth };
  return { max, min: Math.min(findWidest(measureLongestWord), maxWordWidth) };
}

/**
 * Divides a total width among columns with `gap` spaces between them. Columns that fit on one line get their maximum,
 * and the others share the rest equally. Without a total, every column gets its maximum, up to `maxPaddedWidth`.
 *
 * @returns undefined if not every column can get its minimum
 */
export function allocateWidths(
  columns: readonly ColumnWidth[],
  total: number | undefined,
  gap: number,
): readonly number[] | undefined {
  if (total === undefined) return columns.map(({ max }) => Math.min(max, maxPaddedWidth));
  const room = total - gap * (columns.length - 1);
  const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, 0);
  const capWidths = (cap: number) =>
    columns.map(({ max, min }) => Math.min(max, Math.max(min, cap)));
  if (sum(columns.map(({ min }) => min)) > room) return undefined;
  let cap = room;
  while (sum(capWidths(cap)) > room) cap -= 1;
  const widths = capWidths(cap);
  let left = room - sum(widths);
  return widths.map((width, column) => {
    const grows = left > 0 && width === cap && width < assertDefined(columns[column]).max;
    left -= Number(grows);
    return width + Number(grows);
  });
}
