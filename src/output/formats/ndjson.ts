import type { Format } from '../format.ts';
import { formatJsonLines } from '../format-json.ts';
import { listData } from './json.ts';

/** One JSON object per line (ndjson.org). */
export const ndjson: Format = {
  about: 'one JSON object per line',
  fields: 'every',
  render: (listing) => ({ pieces: formatJsonLines(listData(listing)) }),
};
