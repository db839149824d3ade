import type { Format } from './format.ts';
import { cards } from './formats/cards.ts';
import { csv } from './formats/csv.ts';
import { json } from './formats/json.ts';
import { markdown } from './formats/markdown.ts';
import { ndjson } from './formats/ndjson.ts';
import { table } from './formats/table.ts';
import { tsv } from './formats/tsv.ts';

/** The one registry: a new format is a file and its name here. */
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

/** The names of the formats, the default first. */
export const formatNames = Object.keys(formats) as readonly FormatName[];

/** What a format prints, in a few words. */
export const describeFormat = (name: FormatName): string => formats[name].about;
