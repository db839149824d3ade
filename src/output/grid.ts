import Table from 'cli-table3';
import { assertDefined } from '../text/assert-defined.ts';
import { measureWidest, measureWidth } from './text.ts';

const gap = '  ';

/** Number of lines passed to cli-table3 at once, because its time is quadratic in the number of lines. */
const linesPerChunk = 25;

/** Number of lines drawn by cli-table3; further lines are padded directly, which is about 100 times faster. */
const maxLibraryLines = 40 * linesPerChunk;

const noBorders = Object.fromEntries(
  ['top', 'bottom', 'left', 'mid', 'right'].flatMap((side) =>
    ['', '-mid', '-left', '-right'].map((part) => [side + part, '']),
  ),
);

/** Line of a grid: the texts of its cells, without line breaks. */
type Line = readonly string[];

export interface GridColumn {
  readonly width: number;
  readonly align: 'left' | 'right';
}

/** Width range of a column: `max` shows every cell on one line, `min` is just readable. */
export interface WidthRange {
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

/** Measures a column by its texts, the heading among them. */
export function measureColumn(texts: readonly string[]): WidthRange {
  const max = measureWidest(texts);
  if (max <= maxUnwrappedWidth) return { max, min: max };
  if (max > longTextWidth) return { max, min: minReadableWidth };
  const words = texts.flatMap((text) => text.split(/\s|(?<=-)/));
  // The further lines of a wrapped cell are indented by one column.
  return { max, min: Math.min(measureWidest(words) + 1, max, maxWordWidth) };
}

/** Returns the width of columns of these widths, with the space between them. */
export const measureGrid = (widths: readonly number[]): number =>
  widths.reduce((sum, width) => sum + width, gap.length * (widths.length - 1));

/**
 * Divides a total width among columns: each gets its minimum, then the narrowest grow up to their maximum. Without a
 * total, every column gets its maximum, up to `maxPaddedWidth`.
 * @returns undefined if not every column can get its minimum
 */
export function allocateWidths(
  columns: readonly WidthRange[],
  total: number | undefined,
): readonly number[] | undefined {
  if (total === undefined) return columns.map(({ max }) => Math.min(max, maxPaddedWidth));
  const widths = columns.map(({ min }) => min);
  const room = total - measureGrid(widths);
  if (room < 0) return undefined;
  for (let left = room; left > 0; left -= 1) {
    const growing = columns.map(({ max }, at) => {
      const width = assertDefined(widths[at]);
      return width < max ? width : Number.POSITIVE_INFINITY;
    });
    const narrowest = Math.min(...growing);
    if (narrowest === Number.POSITIVE_INFINITY) break;
    widths[growing.indexOf(narrowest)] = narrowest + 1;
  }
  return widths;
}

function drawLines(lines: readonly Line[], columns: readonly GridColumn[]): string {
  const table = new Table({
    chars: { ...noBorders, middle: gap },
    colWidths: columns.map(({ width }) => width),
    colAligns: columns.map(({ align }) => align),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  // cli-table3 measures some emoji and combining marks differently from terminals, so it lays out placeholders, which
  // the cells then replace.
  table.push(...lines.map((line) => line.map((cell) => '\ue000'.repeat(measureWidth(cell)))));
  const cells = lines
    .flat()
    .filter((cell) => measureWidth(cell) > 0)
    .values();
  return table
    .toString()
    .replace(/\ue000+/g, () => assertDefined(cells.next().value))
    .split('\n')
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

/** Formats a line exactly as cli-table3 does. */
function padLine(line: Line, columns: readonly GridColumn[]): string {
  const cells = columns.map(({ width, align }, at) => {
    const cell = assertDefined(line[at]);
    const blanks = ' '.repeat(Math.max(0, width - measureWidth(cell)));
    return align === 'right' ? blanks + cell : cell + blanks;
  });
  return `${cells.join(gap).trimEnd()}\n`;
}

/** Draws lines of cells as columns without borders. A cell that is wider than its column shifts those after it. */
export function* drawGrid(
  lines: readonly Line[],
  columns: readonly GridColumn[],
): Generator<string> {
  for (let from = 0; from < lines.length; from += linesPerChunk) {
    const chunk = lines.slice(from, from + linesPerChunk);
    // The library would truncate a cell that is wider than its column.
    const fits = (line: Line) =>
      columns.every(({ width }, at) => measureWidth(assertDefined(line[at])) <= width);
    if (from < maxLibraryLines && chunk.every(fits)) yield drawLines(chunk, columns);
    else yield chunk.map((line) => padLine(line, columns)).join('');
  }
}
