import type { AnyRecord, Listing } from '../../contracts/listing.ts';
import type { Format } from '../format.ts';
import { formatJson } from '../format-json.ts';

/** The listing's fields of a record, as the dataset has them, or the whole that stands for it. */
function toData({ columns, value, toJson }: Listing, record: AnyRecord): object {
  if (toJson) return toJson(record);
  return Object.fromEntries(columns.map(({ field }) => [field, value(record, field)]));
}

/** What stands for each record of a listing in JSON. */
export function* listData(listing: Listing): Generator<object> {
  for (const record of listing.records) yield toData(listing, record);
}

/** An array of records (RFC 8259). */
export const json: Format = {
  about: 'an array of records as the dataset has them',
  fields: 'every',
  render: (listing) => ({ pieces: formatJson(listData(listing)) }),
};
