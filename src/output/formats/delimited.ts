import type { Column, Listing } from '../../contracts/listing.ts';
import { escapeUnsafe } from '../escape.ts';
import type { RenderOptions } from '../render-options.ts';

/** What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection). */
const formulaPattern = /^[=+\-@\t\r\n＝＋－＠]/;
const numberPattern = /^-?\d+(?:\.\d+)?$/;

/** A text that a spreadsheet does not run, as it begins with an apostrophe; a number stays one. */
const escapeFormula = (text: string) =>
  formulaPattern.test(text) && !numberPattern.test(text) ? `'${text}` : text;

/** Escapes an item so that its list can be split at each `;` without a backslash before it. */
const escapeItem = (item: string) => item.replace(/[\\;]/g, '\\$&');

/** A value as text without quoting: null is empty, lists are joined by `;`. */
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
  // A spreadsheet that splits the list does so at each `;`.
  const items = value.map((item) => item.split(';').map(guard).join(';'));
  return guard((hasFreeItems ? items.map(escapeItem) : items).join(';'));
}

/** Lines of values, each encoded, the heads first: exact into a pipe, escaped at a terminal. */
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
