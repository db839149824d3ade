import type { Column, Listing } from '../../model/listing.ts';
import type { AnyRecord } from '../../model/record.ts';
import { escapeUnsafe } from '../escape.ts';
import type { Format } from '../format.ts';
import type { RenderOptions } from '../render-options.ts';

/** Start of a text that a spreadsheet takes for a formula (OWASP, CSV Injection). */
const formulaPattern = /^[=+\-@\t\r\n＝＋－＠]/;
const numberPattern = /^-?\d+(?:\.\d+)?$/;

/** Puts an apostrophe before a text that a spreadsheet would run as a formula. Numbers stay unchanged. */
const escapeFormula = (text: string) =>
  formulaPattern.test(text) && !numberPattern.test(text) ? `'${text}` : text;

/** Formats a value as text without quoting: null is empty, lists are joined with `;`. */
function formatValue(
  listing: Listing,
  record: AnyRecord,
  { field, hasFreeItems }: Column,
  guard: (text: string) => string,
): string {
  const value = listing.value(record, field);
  if (value === null) return '';
  if (!Array.isArray(value)) return guard(String(value));
  const isText = value.every((item) => typeof item === 'string');
  if (!isText) return guard(listing.read(record, field).text);
  // A spreadsheet may split the list at any `;`, so every part is guarded.
  const items = value.map((item) => item.split(';').map(guard).join(';'));
  return guard(
    items.map((item) => (hasFreeItems ? item.replace(/[\\;]/g, '\\$&') : item)).join(';'),
  );
}

/** Formats the header and one line per record, each value encoded. At a terminal unsafe characters are escaped. */
function* renderLines(
  listing: Listing,
  page: RenderOptions,
  formatLine: (values: readonly string[]) => string,
  encode: (value: string) => string = (value) => value,
): Generator<string> {
  const { columns, records } = listing;
  const guard = page.escapesFormulas ? escapeFormula : (text: string) => text;
  if (page.header) yield formatLine(columns.map(({ field }) => field));
  for (const record of records) {
    const values = columns.map((column) => encode(formatValue(listing, record, column, guard)));
    yield formatLine(page.isTerminal ? values.map(escapeUnsafe) : values);
  }
}

const quoteValue = (value: string) =>
  /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/** Formats a line of CSV. A lone empty value is quoted, because the line would be empty otherwise. */
const formatCsvLine = (values: readonly string[]) =>
  `${values.map(quoteValue).join(',') || '""'}\r\n`;

/** Comma-separated values (RFC 4180) with CR LF at the end of lines. */
export const csv: Format = {
  description: 'comma-separated values (RFC 4180)',
  fields: 'flat',
  render: (listing, page) => ({ pieces: renderLines(listing, page, formatCsvLine) }),
};

const formatTsvLine = (values: readonly string[]) => `${values.join('\t')}\n`;

const escapeTsv = (value: string) =>
  value
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');

/** Tab-separated values, always one line per record. */
export const tsv: Format = {
  description: 'tab-separated values, tab and newline as \\t and \\n',
  fields: 'flat',
  render: (listing, page) => ({ pieces: renderLines(listing, page, formatTsvLine, escapeTsv) }),
};
