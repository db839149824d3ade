import type { Column, Listing } from '../../model/listing.ts';
import { escapeUnsafe } from '../escape.ts';
import type { RenderOptions } from '../render-options.ts';

/** Start of a text that a spreadsheet takes for a formula (OWASP, CSV Injection). */
const formulaPattern = /^[=+\-@\t\r\n＝＋－＠]/;
const numberPattern = /^-?\d+(?:\.\d+)?$/;

/** Puts an apostrophe before a text that a spreadsheet would run as a formula. Numbers stay unchanged. */
const escapeFormula = (text: string) =>
  formulaPattern.test(text) && !numberPattern.test(text) ? `'${text}` : text;

/** Escapes `;` and backslashes in an item, so that its list can be split at each unescaped `;`. */
const escapeItem = (item: string) => item.replace(/[\\;]/g, '\\$&');

/** Formats a value as text without quoting: null is empty, lists are joined with `;`. */
function formatValue(
  listing: Listing,
  record: Listing['records'][number],
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
  return guard((hasFreeItems ? items.map(escapeItem) : items).join(';'));
}

/** Formats the header and one line per record, each value encoded. At a terminal unsafe characters are escaped. */
export function* renderDelimited(
  listing: Listing,
  page: RenderOptions,
  line: (values: readonly string[]) => string,
  encode: (value: string) => string = (value) => value,
): Generator<string> {
  const { columns, records } = listing;
  const guard = page.escapesFormulas ? escapeFormula : (text: string) => text;
  if (page.header) yield line(columns.map(({ field }) => field));
  for (const record of records) {
    const values = columns.map((column) => formatValue(listing, record, column, guard));
    const encoded = values.map(encode);
    yield line(page.isTerminal ? encoded.map(escapeUnsafe) : encoded);
  }
}
