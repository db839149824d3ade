import type { Format } from './format.ts';
import { cards } from './formats/cards.ts';
import { csv, tsv } from './formats/delimited.ts';
import { json, ndjson } from './formats/json.ts';
import { markdown } from './formats/markdown.ts';
import { table } from './formats/table.ts';

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

export const describeFormat = (name: FormatName): string => formats[name].description;
