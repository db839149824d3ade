import Table from 'cli-table3';
import type { Column } from '../model/listing.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { measureWidth } from './text.ts';

/** Width of the space between two columns of a table. */
export const columnGap = 2;

/** Number of lines passed to cli-table3 at once, because its time is quadratic in the number of lines. */
const linesPerChunk = 25;

/** Number of lines drawn by cli-table3; further lines are padded directly, which is about 100 times faster. */
const maxLibraryLines = 40 * linesPerChunk;

const noBorders = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' '.repeat(columnGap),
};

/** Line of a grid: the texts of its cells, without line breaks. */
type Line = readonly string[];

/** Widths of the columns of a grid, and the sides to which they are aligned. */
export interface GridColumns {
  readonly widths: readonly number[];
  readonly aligns: readonly Column['align'][];
}

/** Removes the spaces at the end of a line; a regular expression would take quadratic time. */
function trimBlanks(line: string): string {
  let end = line.length;
  while (line.charAt(end - 1) === ' ') end -= 1;
  return line.slice(0, end);
}

/**
 * Returns a placeholder as wide as a cell. cli-table3 measures some emoji and combining marks differently from
 * terminals, so it lays out placeholders, which the cells then replace.
 */
const createPlaceholder = (cell: string): string => {
  const width = measureWidth(cell);
  return width === 0 ? '' : `\ue000${'\uf8ff'.repeat(width - 1)}`;
};

function drawLines(lines: readonly Line[], { widths, aligns }: GridColumns): string {
  const table = new Table({
    chars: noBorders,
    colWidths: [...widths],
    colAligns: [...aligns],
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  table.push(...lines.map((line) => line.map(createPlaceholder)));
  const left = lines
    .flat()
    .filter((cell) => measureWidth(cell) > 0)
    .values();
  return table
    .toString()
    .split('\n')
    .map((line) => line.replace(/\ue000\uf8ff*/g, () => assertDefined(left.next().value)))
    .map((line) => `${trimBlanks(line)}\n`)
    .join('');
}

/** Formats a line exactly as cli-table3 does. */
function padLine(line: Line, { widths, aligns }: GridColumns): string {
  const cells = line.map((cell, at) => {
    const blanks = ' '.repeat(Math.max(0, assertDefined(widths[at]) - measureWidth(cell)));
    return aligns[at] === 'right' ? blanks + cell : cell + blanks;
  });
  return `${trimBlanks(cells.join(noBorders.middle))}\n`;
}

/** Draws lines of cells as columns without borders. A cell that is wider than its column shifts those after it. */
export function* drawGrid(lines: Iterable<Line>, columns: GridColumns): Generator<string> {
  let batch: Line[] = [];
  let count = 0;
  for (const line of lines) {
    count += 1;
    // The library would truncate a cell that is wider than its column.
    const isPadded =
      count > maxLibraryLines ||
      line.some((cell, at) => measureWidth(cell) > assertDefined(columns.widths[at]));
    if (!isPadded) batch.push(line);
    if (batch.length > 0 && (isPadded || batch.length === linesPerChunk)) {
      yield drawLines(batch, columns);
      batch = [];
    }
    if (isPadded) yield padLine(line, columns);
  }
  if (batch.length > 0) yield drawLines(batch, columns);
}
