import type { Listing } from '../../model/listing.ts';
import type { AnyRecord } from '../../model/record.ts';
import type { Format } from '../format.ts';
import { formatJson } from '../format-json.ts';

/** Returns `toJson` of a record if the listing has it; otherwise the listed fields as the dataset has them. */
function toData({ columns, value, toJson }: Listing, record: AnyRecord): object {
  if (toJson) return toJson(record);
  return Object.fromEntries(columns.map(({ field }) => [field, value(record, field)]));
}

/** Yields the JSON object of each record. */
export function* listData(listing: Listing): Generator<object> {
  for (const record of listing.records) yield toData(listing, record);
}

/** Array of records (RFC 8259). */
export const json: Format = {
  about: 'an array of records as the dataset has them',
  fields: 'every',
  render: (listing) => ({ pieces: formatJson(listData(listing)) }),
};
