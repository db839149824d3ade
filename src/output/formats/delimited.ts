import type { Listing } from '../../contracts/listing.ts';
import { visible } from '../escape.ts';
import type { Page } from '../page.ts';

/** A value as text without quoting: null is empty, lists are joined by `;`. */
function plain(listing: Listing, record: Listing['records'][number], field: string): string {
  const value = listing.value(record, field);
  if (value === null) return '';
  if (!Array.isArray(value)) return String(value);
  const isText = value.every((item) => typeof item === 'string');
  return isText ? value.join(';') : listing.read(record, field).text;
}

/** What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection). */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
const number = /^-?\d+(?:\.\d+)?$/;

/** A text that a spreadsheet does not run, as it begins with an apostrophe; a number stays one. */
const guarded = (text: string) => (formula.test(text) && !number.test(text) ? `'${text}` : text);

/** Lines of values, each encoded, the heads first: exact into a pipe, escaped at a terminal. */
export function* delimited(
  listing: Listing,
  page: Page,
  line: (values: readonly string[]) => string,
  encode: (value: string) => string = (value) => value,
): Generator<string> {
  const { columns, records } = listing;
  if (page.header) yield line(columns.map(({ field }) => field));
  for (const record of records) {
    const values = columns.map(({ field }) => plain(listing, record, field));
    const encoded = (page.isGuarded ? values.map(guarded) : values).map(encode);
    yield line(page.isTerminal ? encoded.map(visible) : encoded);
  }
}
