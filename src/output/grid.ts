import Table from 'cli-table3';
import { assertDefined } from '../text/assert-defined.ts';
import { measureWidth } from './cell.ts';
import { createGlyphs, type Glyphs } from './glyphs.ts';

/** Width of the space between two columns of a table. */
export const columnGap = 2;

/** Number of lines passed to cli-table3 at once, because its time is quadratic in the number of lines. */
const rowsPerChunk = 25;

/** Number of lines drawn by cli-table3; further lines are padded directly, which is about 100 times faster. */
const maxLibraryRows = 40 * rowsPerChunk;

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

/** Removes the spaces at the end of a line; a regular expression would take quadratic time. */
function trimBlanks(line: string): string {
  let end = line.length;
  while (line.charAt(end - 1) === ' ') end -= 1;
  return line.slice(0, end);
}

function drawChunk(
  lines: readonly (readonly string[])[],
  widths: readonly number[],
  aligns: readonly ('left' | 'right')[],
  { hide, restore }: Glyphs,
): string {
  const table = new Table({
    chars: noBorders,
    colWidths: [...widths],
    colAligns: [...aligns],
    style: { border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  table.push(...lines.map((line) => line.map(hide)));
  return `${restore(table.toString().split('\n').map(trimBlanks).join('\n'))}\n`;
}

/** Formats a line exactly as cli-table3 does. */
function padLine(
  line: readonly string[],
  widths: readonly number[],
  aligns: readonly ('left' | 'right')[],
): string {
  const cells = line.map((cell, at) => {
    const blanks = ' '.repeat(Math.max(0, assertDefined(widths[at]) - measureWidth(cell)));
    return aligns[at] === 'right' ? blanks + cell : cell + blanks;
  });
  return `${trimBlanks(cells.join(noBorders.middle))}\n`;
}

/** Draws lines of cells as columns without borders. A cell that is wider than its column shifts those after it. */
export function* drawGrid(
  lines: Iterable<readonly string[]>,
  widths: readonly number[],
  aligns: readonly ('left' | 'right')[],
): Generator<string> {
  let batch: (readonly string[])[] = [];
  let count = 0;
  for (const line of lines) {
    count += 1;
    // The library would cut a cell that is wider than its column.
    const isPadded =
      count > maxLibraryRows ||
      line.some((cell, at) => measureWidth(cell) > assertDefined(widths[at]));
    if (!isPadded) batch.push(line);
    if (batch.length > 0 && (isPadded || batch.length === rowsPerChunk)) {
      yield drawChunk(batch, widths, aligns, createGlyphs());
      batch = [];
    }
    if (isPadded) yield padLine(line, widths, aligns);
  }
  if (batch.length > 0) yield drawChunk(batch, widths, aligns, createGlyphs());
}
