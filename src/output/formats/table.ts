import type { Cell, Column, Listing } from '../../model/listing.ts';
import type { AnyRecord } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { renderCell, truncateCell } from '../cell.ts';
import { escapeUnsafe } from '../escape.ts';
import type { Format } from '../format.ts';
import {
  allocateWidths,
  drawGrid,
  type GridColumn,
  measureColumn,
  measureGrid,
  type WidthRange,
} from '../grid.ts';
import { getStatusStyle, type RenderOptions, type Style } from '../render-options.ts';
import { measureWidth, wrap } from '../text.ts';
import { cards } from './cards.ts';

/** Minimum width at which columns may be dropped; a narrower table that does not fit becomes cards. */
const minTableWidth = 60;

/** Column with its formatted cells, one per record. */
interface TableColumn extends Column {
  readonly cells: readonly string[];
  readonly range: WidthRange;
}

type SizedColumn = TableColumn & GridColumn;

function renderTableCell(cell: Cell, field: string, style: Style): string {
  const shown = renderCell(cell, style);
  if (field === 'id') return style.id(shown);
  return field === 'status' && !cell.missing ? getStatusStyle(cell.text, style)(shown) : shown;
}

/** Lists the sets of columns to try: all, then without the last ones that are not pinned, at most a third of all. */
function listColumnSets(all: readonly TableColumn[]): readonly (readonly TableColumn[])[] {
  const droppable = all.filter(({ isPinned }) => !isPinned).reverse();
  const most = Math.min(droppable.length, Math.floor(all.length / 3));
  return Array.from({ length: most + 1 }, (_, count) =>
    all.filter((column) => !droppable.slice(0, count).includes(column)),
  );
}

/**
 * Returns the first set of columns that fits the width, with the width of each; undefined if none does. Ids must be
 * easy to copy, so columns are dropped before an id is broken.
 */
function layOut(listing: Listing, page: RenderOptions): readonly SizedColumn[] | undefined {
  const all = listing.columns.map((column): TableColumn => {
    const { field } = column;
    const cells = listing.records.map((record) =>
      renderTableCell(listing.read(record, field), field, page.style),
    );
    return { ...column, cells, range: measureColumn(page.header ? [field, ...cells] : cells) };
  });
  const sets = (page.width ?? minTableWidth) < minTableWidth ? [all] : listColumnSets(all);
  for (const breaksIds of [false, true]) {
    for (const columns of sets) {
      const ranges = columns.map(({ field, range }) =>
        field === 'id' && !breaksIds ? { ...range, min: range.max } : range,
      );
      const widths = allocateWidths(ranges, page.width);
      if (widths) {
        return columns.map((column, at) => ({ ...column, width: assertDefined(widths[at]) }));
      }
    }
  }
  return undefined;
}

/** Wraps the cells of each row into lines. Puts a blank line between rows if most of them are wrapped. */
function wrapRows(
  rows: readonly (readonly string[])[],
  columns: readonly GridColumn[],
): readonly (readonly string[])[] {
  const wrapped = rows.map((row) =>
    columns.map(({ width }, at) => wrap(assertDefined(row[at]), width)),
  );
  const heights = wrapped.map((cells) => Math.max(...cells.map(({ length }) => length)));
  const isSpaced = heights.filter((height) => height > 1).length * 2 > rows.length;
  return wrapped.flatMap((cells, row) => {
    const height = assertDefined(heights[row]);
    const lines = Array.from({ length: height }, (_, line) =>
      cells.map((cell) => cell[line] ?? ''),
    );
    return isSpaced && row > 0 ? [columns.map(() => ''), ...lines] : lines;
  });
}

function* draw(
  columns: readonly SizedColumn[],
  { header, style, width }: RenderOptions,
): Generator<string> {
  if (header) {
    yield* drawGrid([columns.map(({ field }) => style.heading(field))], columns);
    yield `${style.dim('─'.repeat(measureGrid(columns.map((column) => column.width))))}\n`;
  }
  const rows = assertDefined(columns[0]).cells.map((_, row) =>
    columns.map(({ cells }) => assertDefined(cells[row])),
  );
  // Without a width a row is a line.
  yield* drawGrid(width === undefined ? rows : wrapRows(rows, columns), columns);
}

const indent = '  ';

/** Formats the other fields of a record on one line, without those that are not stated. */
function formatDetails(listing: Listing, record: AnyRecord, { style }: RenderOptions): string {
  const { sentence, columns, read } = listing;
  return columns
    .filter(({ field }) => field !== sentence && !read(record, field).missing)
    .map(({ field }) =>
      (field === 'id' ? style.id : style.dim)(renderCell(read(record, field), style)),
    )
    .join(style.dim(' · '));
}

/** Formats records with a sentence: the sentence across the width, then the other fields dimmed. */
function* renderSentences(
  listing: Listing,
  sentence: string,
  page: RenderOptions,
  width: number,
): Generator<string> {
  const { records, read, detailLine } = listing;
  const { style } = page;
  const indentLines = (text: string) =>
    wrap(text, Math.max(1, width - indent.length)).map((line) => indent + line);
  for (const record of records) {
    const lines = wrap(renderCell(read(record, sentence), style), width);
    const detail = formatDetails(listing, record, page);
    const last = `${assertDefined(lines.at(-1))}${indent}${detail}`;
    // The details follow on the last line of the sentence if they fit.
    const shown =
      measureWidth(last) <= width
        ? [...lines.slice(0, -1), last]
        : [...lines, ...indentLines(detail)];
    const more = detailLine?.(record);
    const further = more === undefined ? [] : indentLines(style.dim(escapeUnsafe(more)));
    yield [...shown, ...further].map((line) => `${line}\n`).join('');
  }
}

/**
 * Table drawn by cli-table3. It is fitted to a width: very long cells are truncated, and a table that would be
 * unreadable becomes cards. Without a width, each record is one line.
 */
export const table: Format = {
  description: 'columns, fitted to the terminal',
  fields: 'default',
  isDrawn: true,
  render(given, page) {
    if (given.records.length === 0) return { pieces: [] };
    const read: Listing['read'] = (record, field) => truncateCell(given.read(record, field));
    const listing = page.width === undefined ? given : { ...given, read };
    const fields = listing.columns.map(({ field }) => field);
    const { sentence } = listing;
    if (sentence !== undefined && fields.includes(sentence) && page.width !== undefined) {
      return { pieces: renderSentences(listing, sentence, page, page.width) };
    }
    const columns = layOut(listing, page);
    if (!columns) return cards.render(listing, page);
    const shown = new Set(columns.map(({ field }) => field));
    return { pieces: draw(columns, page), leftOut: fields.filter((field) => !shown.has(field)) };
  },
};
