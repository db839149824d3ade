import type { Column, Listing } from '../../model/listing.ts';
import type { AnyRecord } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { renderCell, truncateCell } from '../cell.ts';
import { allocateWidths, type ColumnWidth, measureColumn } from '../column-width.ts';
import type { Format } from '../format.ts';
import { columnGap, drawGrid, type GridColumns } from '../grid.ts';
import { getStatusStyle, type RenderOptions } from '../render-options.ts';
import { renderSentences } from '../sentences.ts';
import { measureWidth, wrap } from '../text.ts';
import { cards } from './cards.ts';

/** Minimum width at which columns may be dropped; a narrower table that does not fit becomes cards. */
const minTableWidth = 60;

/** Column with its formatted cells, one per record. */
interface TableColumn extends Column {
  readonly cells: readonly string[];
  readonly width: ColumnWidth;
}

/** Table ready to draw. */
interface TableLayout extends GridColumns {
  readonly columns: readonly TableColumn[];
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

/**
 * Lists the sets of columns to try: all, then without the last ones that are not pinned, as long as two thirds are
 * left. A narrow table keeps all columns.
 */
function listColumnSets(
  all: readonly TableColumn[],
  isNarrow: boolean,
): readonly (readonly TableColumn[])[] {
  const sets = [all];
  for (let columns = all; !isNarrow; ) {
    const last = columns.findLastIndex(({ isPinned }) => !isPinned);
    if (last < 0 || (columns.length - 1) * 3 < all.length * 2) break;
    columns = columns.toSpliced(last, 1);
    sets.push(columns);
  }
  return sets;
}

/**
 * Returns the first layout that fits the width; undefined if none does. Ids must be easy to copy, so columns are
 * dropped before an id is broken.
 */
function layOut(listing: Listing, page: RenderOptions): TableLayout | undefined {
  const all = listing.columns.map((column): TableColumn => {
    const { field } = column;
    const cells = listing.records.map((record) => renderTableCell(listing, record, field, page));
    return { ...column, cells, width: measureColumn(page.header ? field : '', cells) };
  });
  const sets = listColumnSets(all, (page.width ?? minTableWidth) < minTableWidth);
  for (const breaksIds of [false, true]) {
    for (const columns of sets) {
      const limits = columns.map(({ field, width }) =>
        field === 'id' && !breaksIds ? { ...width, min: width.max } : width,
      );
      const widths = allocateWidths(limits, page.width, columnGap);
      if (widths) return { columns, widths, aligns: columns.map(({ align }) => align) };
    }
  }
  return undefined;
}

/** Wraps the cells of each row into lines. Puts a blank line between rows if most of them are wrapped. */
function* wrapRows(
  rows: readonly (readonly string[])[],
  widths: readonly number[],
): Generator<readonly string[]> {
  const isTall = (row: readonly string[]) =>
    widths.some((width, at) => measureWidth(assertDefined(row[at])) > width);
  const isSpaced = rows.filter(isTall).length * 2 > rows.length;
  for (const [at, row] of rows.entries()) {
    const cells = widths.map((width, column) => wrap(assertDefined(row[column]), width));
    const height = cells.reduce((most, { length }) => Math.max(most, length), 1);
    if (isSpaced && at > 0) yield widths.map(() => '');
    for (let line = 0; line < height; line++) yield cells.map((cell) => cell[line] ?? '');
  }
}

function* draw(layout: TableLayout, page: RenderOptions): Generator<string> {
  const { columns, widths } = layout;
  const { header, style, width } = page;
  if (header) {
    yield* drawGrid([columns.map(({ field }) => style.heading(field))], layout);
    const total = widths.reduce((sum, one) => sum + one, columnGap * (widths.length - 1));
    yield `${style.dim('─'.repeat(total))}\n`;
  }
  const count = assertDefined(columns[0]).cells.length;
  const rows = Array.from({ length: count }, (_, row) =>
    columns.map(({ cells }) => assertDefined(cells[row])),
  );
  // Without a width a row is a line.
  yield* drawGrid(width === undefined ? rows : wrapRows(rows, widths), layout);
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
    const layout = layOut(listing, page);
    if (!layout) return cards.render(listing, page);
    const shown = new Set(layout.columns.map(({ field }) => field));
    const fields = listing.columns.map(({ field }) => field);
    return { pieces: draw(layout, page), leftOut: fields.filter((field) => !shown.has(field)) };
  },
};
