import type { Column, Listing } from '../../model/listing.ts';
import type { AnyRecord } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { measureWidth, renderCell, truncateCell } from '../cell.ts';
import type { Format } from '../format.ts';
import { columnGap, drawGrid } from '../grid.ts';
import { allocateWidths, measureColumn } from '../layout.ts';
import { getStatusStyle, type RenderOptions } from '../render-options.ts';
import { renderSentences } from '../sentences.ts';
import { wrap } from '../wrap.ts';
import { cards } from './cards.ts';

/** Minimum width at which columns may be dropped; a narrower table that does not fit becomes cards. */
const minTableWidth = 60;

/** Table ready to draw; each row holds the formatted cells in the order of the fields. */
interface TableLayout {
  readonly fields: readonly string[];
  readonly aligns: readonly ('left' | 'right')[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

function renderTableCell(
  listing: Listing,
  record: AnyRecord,
  field: string,
  { style }: RenderOptions,
): string {
  const cell = listing.read(record, field);
  const shown = renderCell(cell, style);
  if (field === 'id') return style.id(shown);
  return field === 'status' && !cell.missing ? getStatusStyle(cell.text, style)(shown) : shown;
}

/** Drops the last column that is not pinned. Returns undefined if all are pinned. */
function dropLast(columns: readonly Column[]): readonly Column[] | undefined {
  const last = columns.findLastIndex(({ isPinned }) => !isPinned);
  return last < 0 ? undefined : columns.toSpliced(last, 1);
}

/** Candidate layout: its columns, and whether ids stay unbroken (`whole`). */
interface Choice {
  readonly columns: readonly Column[];
  readonly extent: 'whole' | 'extent';
}

/**
 * Lists the layouts to try, the best first. Ids must be easy to copy, so up to a third of the columns are dropped
 * before an id is broken. Narrow tables keep all columns.
 */
function* listLayouts(columns: readonly Column[], isNarrow: boolean): Generator<Choice> {
  const choices = [columns];
  for (let kept = dropLast(columns); kept && !isNarrow; kept = dropLast(kept)) {
    if (kept.length * 3 < columns.length * 2) break;
    choices.push(kept);
  }
  for (const choice of choices) yield { columns: choice, extent: 'whole' };
  for (const choice of choices) yield { columns: choice, extent: 'extent' };
}

/** Returns the first layout that fits the width; undefined if none does. */
function layOut(listing: Listing, page: RenderOptions): TableLayout | undefined {
  const shown = listing.columns.map((column) => {
    const { field } = column;
    const cells = listing.records.map((record) => renderTableCell(listing, record, field, page));
    const extent = measureColumn(page.header ? field : '', cells);
    const whole = field === 'id' ? { ...extent, min: extent.max } : extent;
    return { column, cells, extent, whole };
  });
  const isNarrow = (page.width ?? minTableWidth) < minTableWidth;
  for (const { columns, extent } of listLayouts(listing.columns, isNarrow)) {
    const kept = shown.filter(({ column }) => columns.includes(column));
    const extents = kept.map((one) => one[extent]);
    const widths = allocateWidths(extents, page.width, columnGap);
    if (!widths) continue;
    const rows = listing.records.map((_, row) =>
      kept.map(({ cells }) => assertDefined(cells[row])),
    );
    const aligns = columns.map(({ align }) => align);
    return { fields: columns.map(({ field }) => field), aligns, widths, rows };
  }
  return undefined;
}

/** Wraps the cells of each row into lines. Puts a blank line between rows if most of them are wrapped. */
function* layOutLines({ rows, widths }: TableLayout): Generator<readonly string[]> {
  const isTall = (row: readonly string[]) =>
    widths.some((width, at) => measureWidth(assertDefined(row[at])) > width);
  const isWrapped = rows.filter(isTall).length * 2 > rows.length;
  for (const [at, row] of rows.entries()) {
    const cells = widths.map((width, column) => wrap(assertDefined(row[column]), width));
    const height = cells.reduce((most, { length }) => Math.max(most, length), 1);
    if (isWrapped && at > 0) yield widths.map(() => '');
    for (let line = 0; line < height; line++) yield cells.map((cell) => cell[line] ?? '');
  }
}

function* draw(drawing: TableLayout, page: RenderOptions): Generator<string> {
  const { fields, aligns, widths, rows } = drawing;
  const { header, style, width } = page;
  if (header) {
    yield* drawGrid([fields.map(style.heading)], widths, aligns);
    const total = widths.reduce((sum, width) => sum + width, columnGap * (widths.length - 1));
    yield `${style.dim('─'.repeat(total))}\n`;
  }
  // Without a width a row is a line.
  yield* drawGrid(width === undefined ? rows : layOutLines(drawing), widths, aligns);
}

/**
 * Table drawn by cli-table3. It is fitted to a width: very long cells are truncated, and a table that would be
 * unreadable becomes cards. Without a width, each record is one line.
 */
export const table: Format = {
  about: 'columns, fitted to the terminal',
  fields: 'default',
  isDrawn: true,
  render(given, page) {
    if (given.records.length === 0) return { pieces: [] };
    const read: Listing['read'] = (record, field) => truncateCell(given.read(record, field));
    const listing = page.width === undefined ? given : { ...given, read };
    const isSentences = listing.columns.some(({ field }) => field === listing.sentence);
    if (isSentences && page.width !== undefined) {
      return { pieces: renderSentences(listing, page, page.width) };
    }
    const drawing = layOut(listing, page);
    if (!drawing) return cards.render(listing, page);
    const fields = listing.columns.map(({ field }) => field);
    return {
      pieces: draw(drawing, page),
      leftOut: fields.filter((field) => !drawing.fields.includes(field)),
    };
  },
};
