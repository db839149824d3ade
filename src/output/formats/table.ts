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

/** Lists the sets of columns to try: all, then without the last ones that are not pinned, at most a share of all. */
function listColumnSets(
  all: readonly TableColumn[],
  maxShare: number,
): readonly (readonly TableColumn[])[] {
  const droppable = all.filter(({ isPinned }) => !isPinned).reverse();
  const most = Math.min(droppable.length, Math.floor(all.length * maxShare));
  return Array.from({ length: most + 1 }, (_, count) =>
    all.filter((column) => !droppable.slice(0, count).includes(column)),
  );
}

/** Wraps a cell. All lines but the first are indented, which tells the rows of a table apart. */
const wrapCell = (text: string, width: number): readonly string[] =>
  measureWidth(text) <= width && !text.includes('\n')
    ? [text]
    : wrap(text, Math.max(1, width - 1)).map((line, at) => (at > 0 ? ` ${line}` : line));

const wrapRow = (columns: readonly SizedColumn[], row: number) =>
  columns.map(({ cells, width }) => wrapCell(assertDefined(cells[row]), width));

/** Sizes columns for a total width. Returns undefined if they do not fit. */
function sizeColumns(
  columns: readonly TableColumn[],
  total: number | undefined,
  breaksIds: boolean,
): readonly SizedColumn[] | undefined {
  const ranges = columns.map(({ field, range }) =>
    field === 'id' && !breaksIds ? { ...range, min: range.max } : range,
  );
  const widths = allocateWidths(ranges, total);
  return widths && columns.map((column, at) => ({ ...column, width: assertDefined(widths[at]) }));
}

/** Number of records that decide whether rows are low; to wrap each of 100,000 twice takes half as long again. */
const sampleSize = 1_000;

/**
 * Sizes the first set of columns that fits the width. At most a third of the columns are dropped for rows of three lines
 * or less; half for rows of four, or not to break an id, because ids must be easy to copy.
 * @returns undefined if no set fits
 */
function layOut(listing: Listing, page: RenderOptions): readonly SizedColumn[] | undefined {
  const { width } = page;
  const all = listing.columns.map((column): TableColumn => {
    const { field } = column;
    const cells = listing.records.map((record) =>
      renderTableCell(listing.read(record, field), field, page.style),
    );
    return { ...column, cells, range: measureColumn(page.header ? [field, ...cells] : cells) };
  });
  if (width === undefined) return sizeColumns(all, width, false);
  const isLow = (maxLines: number) => (columns: readonly SizedColumn[]) =>
    listing.records
      .slice(0, sampleSize)
      .every((_, row) => wrapRow(columns, row).every(({ length }) => length <= maxLines));
  const listFitting = (maxShare: number, breaksIds: boolean) =>
    (width < minTableWidth ? [all] : listColumnSets(all, maxShare))
      .map((columns) => sizeColumns(columns, width, breaksIds))
      .filter((columns) => columns !== undefined);
  const usual = listFitting(1 / 3, false);
  const [broken] = usual.length > 0 ? usual : listFitting(1 / 3, true);
  if (!broken) return undefined;
  const fewer = listFitting(1 / 2, false);
  return usual.find(isLow(3)) ?? fewer.find(isLow(4)) ?? usual[0] ?? fewer[0] ?? broken;
}

function* draw(
  columns: readonly SizedColumn[],
  { header, style, width }: RenderOptions,
): Generator<string> {
  if (header) {
    yield* drawGrid([columns.map(({ field }) => style.heading(field))], columns);
    yield `${style.dim('─'.repeat(measureGrid(columns.map((column) => column.width))))}\n`;
  }
  const rows = assertDefined(columns[0]).cells.flatMap((_, row) => {
    // Without a width, a row is a line.
    if (width === undefined) return [columns.map(({ cells }) => assertDefined(cells[row]))];
    const cells = wrapRow(columns, row);
    const height = Math.max(...cells.map(({ length }) => length));
    return Array.from({ length: height }, (_line, at) => cells.map((cell) => cell[at] ?? ''));
  });
  yield* drawGrid(rows, columns);
}

const indent = '  ';

/** Formats the other fields of a record, always the same ones in the same order. */
function formatDetails(listing: Listing, record: AnyRecord, { style }: RenderOptions): string {
  return listing.columns
    .filter(({ field }) => field !== listing.sentence)
    .map(({ field }) => {
      const cell = listing.read(record, field);
      if (cell.missing) return style.dim(`no ${field}`);
      return (field === 'id' ? style.id : style.dim)(renderCell(cell, style));
    })
    .join(style.dim(' · '));
}

/** Formats records with a sentence: the sentence across the width, and the other fields below it, dimmed. */
function* renderSentences(
  listing: Listing,
  sentence: string,
  page: RenderOptions,
  width: number,
): Generator<string> {
  const { records, read, detailLine } = listing;
  const indentLines = (text: string) =>
    wrap(text, Math.max(1, width - indent.length)).map((line) => indent + line);
  for (const record of records) {
    const further = detailLine?.(record);
    const lines = [
      ...wrap(renderCell(read(record, sentence), page.style), width),
      ...indentLines(formatDetails(listing, record, page)),
      ...(further === undefined ? [] : indentLines(page.style.dim(escapeUnsafe(further)))),
    ];
    yield lines.map((line) => `${line}\n`).join('');
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
