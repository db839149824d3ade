import type { Format } from './format.ts';
import { cards } from './formats/cards.ts';
import { csv } from './formats/csv.ts';
import { json } from './formats/json.ts';
import { markdown } from './formats/markdown.ts';
import { ndjson } from './formats/ndjson.ts';
import { table } from './formats/table.ts';
import { tsv } from './formats/tsv.ts';

/** Registry of formats, the default first. To add a format, add its file and its name here. */
export const formats = {
  table,
  cards,
  json,
  ndjson,
  csv,
  tsv,
  markdown,
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly FormatName[];

export const describeFormat = (name: FormatName): string => formats[name].about;
