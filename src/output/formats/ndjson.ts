import type { Listing } from '../../contracts/listing.ts';
import { safeJson } from '../escape.ts';
import type { Format } from '../format.ts';
import { dataOf } from './json.ts';

function* write(listing: Listing): Generator<string> {
  for (const record of listing.records) yield `${safeJson(dataOf(listing, record))}\n`;
}

/** A JSON object a line (ndjson.org). */
export const ndjson: Format = {
  about: 'one JSON object per line',
  fields: 'every',
  render: (listing) => ({ pieces: write(listing) }),
};
