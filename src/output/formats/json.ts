import type { Listing } from '../../model/listing.ts';
import { toSafeJson } from '../escape.ts';
import type { Format } from '../format.ts';
import { formatJson } from '../format-json.ts';

/** Yields the JSON object of each record: `toJson` if the listing has it, otherwise the listed fields. */
function* listObjects({ columns, records, value, toJson }: Listing): Generator<object> {
  for (const record of records) {
    if (toJson) yield toJson(record);
    else yield Object.fromEntries(columns.map(({ field }) => [field, value(record, field)]));
  }
}

function* formatLines(listing: Listing): Generator<string> {
  for (const item of listObjects(listing)) yield `${toSafeJson(item)}\n`;
}

/** Array of records (RFC 8259). */
export const json: Format = {
  description: 'an array of records as the dataset has them',
  fields: 'every',
  render: (listing) => ({ pieces: formatJson(listObjects(listing)) }),
};

/** One JSON object per line (ndjson.org). */
export const ndjson: Format = {
  description: 'one JSON object per line',
  fields: 'every',
  render: (listing) => ({ pieces: formatLines(listing) }),
};
