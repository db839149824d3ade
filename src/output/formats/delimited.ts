import type { Column, Listing } from '../../contracts/listing.ts';
import { visible } from '../escape.ts';
import type { Page } from '../page.ts';

/** What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection). */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
const number = /^-?\d+(?:\.\d+)?$/;

/** A text that a spreadsheet does not run, as it begins with an apostrophe; a number stays one. */
const guarded = (text: string) => (formula.test(text) && !number.test(text) ? `'${text}` : text);

/** Escapes an item so that its list can be split at each `;` without a backslash before it. */
const escapeItem = (item: string) => item.replace(/[\\;]/g, '\\$&');

/** A value as text without quoting: null is empty, lists are joined by `;`. */
function plain(
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
export function* delimited(
  listing: Listing,
  page: Page,
  line: (values: readonly string[]) => string,
  encode: (value: string) => string = (value) => value,
): Generator<string> {
  const { columns, records } = listing;
  const guard = page.isGuarded ? guarded : (text: string) => text;
  if (page.header) yield line(columns.map(({ field }) => field));
  for (const record of records) {
    const values = columns.map((column) => plain(listing, record, column, guard));
    const encoded = values.map(encode);
    yield line(page.isTerminal ? encoded.map(visible) : encoded);
  }
}
