import type { Format } from '../format.ts';
import { formatJsonLines } from '../format-json.ts';
import { listData } from './json.ts';

/** A JSON object a line (ndjson.org). */
export const ndjson: Format = {
  about: 'one JSON object per line',
  fields: 'every',
  render: (listing) => ({ pieces: formatJsonLines(listData(listing)) }),
};
