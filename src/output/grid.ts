import Table from 'cli-table3';
import { assertDefined } from '../text/assert-defined.ts';
import { measureWidth } from './cell.ts';
import { createGlyphs, type Glyphs } from './glyphs.ts';

/** Columns of space between two columns. */
export const columnGap = 2;

/** Lines that the table library is handed at once: its time grows with their square. */
const rowsPerChunk = 25;

/** Lines that the table library draws; what comes behind these nobody looks at, and it takes a hundred times as long. */
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

/** A line without the blanks at its end; a pattern for these takes the square of a long line's time. */
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
    // Stryker disable next-line ArrayDeclaration: a colour of another name is none.
    style: { border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  table.push(...lines.map((line) => line.map(hide)));
  return `${restore(table.toString().split('\n').map(trimBlanks).join('\n'))}\n`;
}

/** A line as the library draws it. */
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

/** Draws lines of cells, none wider than its column, as columns without borders. */
export function* drawGrid(
  lines: Iterable<readonly string[]>,
  widths: readonly number[],
  aligns: readonly ('left' | 'right')[],
): Generator<string> {
  let batch: (readonly string[])[] = [];
  let count = 0;
  for (const line of lines) {
    // Stryker disable all: either way of drawing gives the same.
    count += 1;
    if (count > maxLibraryRows) yield padLine(line, widths, aligns);
    else batch.push(line);
    // Stryker restore all
    if (batch.length < rowsPerChunk) continue;
    yield drawChunk(batch, widths, aligns, createGlyphs());
    batch = [];
  }
  if (batch.length > 0) yield drawChunk(batch, widths, aligns, createGlyphs());
}
