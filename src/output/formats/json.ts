import type { Fact, Listing } from '../../contracts/listing.ts';
import { safeJson } from '../escape.ts';
import type { Format } from '../format.ts';

/** The listing's fields of a record, as the dataset has them, or the whole that stands for it. */
export function dataOf({ columns, value, whole }: Listing, record: Fact): object {
  if (whole) return whole(record);
  return Object.fromEntries(columns.map(({ field }) => [field, value(record, field)]));
}

function* write(listing: Listing): Generator<string> {
  if (listing.records.length === 0) yield '[]\n';
  for (const [at, record] of listing.records.entries()) {
    const text = safeJson(dataOf(listing, record), 2).replaceAll('\n', '\n  ');
    const isLast = at === listing.records.length - 1;
    yield `${at === 0 ? '[\n' : ''}  ${text}${isLast ? '\n]' : ','}\n`;
  }
}

/** An array of records (RFC 8259). */
export const json: Format = {
  about: 'an array of records as the dataset has them',
  fields: 'every',
  render: (listing) => ({ pieces: write(listing) }),
};
