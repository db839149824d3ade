import { findField, type ResolveReference } from '../dataset/query/condition.ts';
import { findRecord, type Scope } from '../dataset/query/find-record.ts';
import { meets } from '../dataset/query/meets.ts';
import type { RecordIndex } from '../dataset/query/record-index.ts';
import { type Query, selectRecords } from '../dataset/query/select.ts';
import { tabulate } from '../dataset/query/tabulate.ts';
import type { Field } from '../dataset/schema/fields.ts';
import type { Cell, Listing } from '../model/listing.ts';
import type { AnyRecord } from '../model/record.ts';
import { type Presentation, readQuery, type Selection } from '../options/list-options.ts';
import { escapeUnsafe } from '../output/escape.ts';
import type { Format } from '../output/format.ts';
import { formats } from '../output/formats.ts';
import { UserError } from '../system/user-error.ts';
import type { CommandContext } from './command.ts';

/** Records of a listing, and settings for printing them. */
export interface ListSource {
  readonly fields: readonly Field[];
  /** Names of the fields that the formats for people show by default. */
  readonly defaultFields: readonly string[];
  /** Names of the default fields that are never left out for lack of space. */
  readonly pinned?: readonly string[];
  readonly records: readonly AnyRecord[];
  readonly names: RecordIndex;
  /** Turns the value of `--country` into a filter. */
  readonly tied: (countries: string) => (record: AnyRecord) => boolean;
  /** Returns the ranges to highlight in a field of a record. */
  readonly highlights?: (record: AnyRecord, field: string) => Cell['highlights'];
  /** Name of the field that holds a whole sentence, if there is one. */
  readonly sentence?: string | undefined;
  /** Returns the text to print below that sentence. */
  readonly detailLine?: ((record: AnyRecord) => string | undefined) | undefined;
  /** Converts a record for JSON output; not used with `--fields`. */
  readonly toJson?: (record: AnyRecord) => object;
}

type ListCall = Pick<CommandContext, 'io' | 'page' | 'print'> & { readonly options: Presentation };

/** Parses the query options and selects the matching records. */
export function runQuery(source: ListSource, options: Selection & Presentation) {
  if (options.count && options.ids) throw new UserError('--count and --ids cannot be combined');
  const { fields, tied, names } = source;
  // `collection` comes from the schema: a collection's name or `any`.
  const resolveReference: ResolveReference = (word, collection) =>
    findRecord(word, names, collection as Scope).record.id;
  const query = readQuery(options, { fields, tied, resolveReference });
  return { query, records: selectRecords(source.records, query, names) };
}

/** Returns the fields that a format shows by default. */
function selectFields({ fields, defaultFields }: ListSource, format: Format): readonly Field[] {
  switch (format.fields) {
    case 'default':
      return defaultFields.map((name) => findField(name, fields));
    case 'flat':
      return fields.filter(({ kind }) => kind !== 'evidence');
    case 'every':
      return fields;
  }
}

/** Adds the highlights of the source to a listing. */
function withHighlights(listing: Listing, { highlights }: ListSource): Listing {
  if (!highlights) return listing;
  const read = (record: AnyRecord, field: string) => ({
    ...listing.read(record, field),
    highlights: highlights(record, field) ?? [],
  });
  return { ...listing, read };
}

/** Prints records in the chosen format, and reports the columns that did not fit. */
async function printColumns(
  { io, options, page, print }: ListCall,
  source: ListSource,
  { fields: asked }: Query,
  records: readonly AnyRecord[],
): Promise<void> {
  const { pinned = [], names, toJson, sentence, detailLine } = source;
  const format: Format = formats[options.format ?? 'table'];
  const evidence = options.evidence ? [findField('evidence', source.fields)] : [];
  const fields = new Set([...(asked ?? selectFields(source, format)), ...evidence]);
  const isPinned = (name: string) =>
    asked !== undefined || pinned.includes(name) || evidence.some((field) => field.name === name);
  const columns = withHighlights(tabulate(records, [...fields], names, isPinned), source);
  const listing: Listing = asked
    ? columns
    : {
        ...columns,
        ...(toJson && { toJson }),
        ...(sentence && { sentence }),
        ...(detailLine && { detailLine }),
      };
  const escapesFormulas = options.csvSafe === true;
  const sheet = { ...page, header: options.header !== false, escapesFormulas };
  const { pieces, leftOut = [] } = format.render(listing, sheet);
  await print(pieces);
  if (leftOut.length === 0) return;
  await io.stderr.write(`hidden for lack of space: ${leftOut.join(', ')} (try -f cards)\n`);
}

/** Prints the number of records, their ids or their columns, depending on the options. */
export async function printList(
  call: ListCall,
  source: ListSource,
  query: Query,
  records: readonly AnyRecord[],
): Promise<void> {
  if (call.options.count) await call.print([`${records.length}\n`]);
  else if (call.options.ids) await call.print(records.map(({ id }) => `${id}\n`));
  else await printColumns(call, source, query, records);
}

/** Reports, if stdout is a terminal, that no matching records, and names the first condition that no record meets. */
export async function reportEmptyResult(
  { io, page }: Pick<CommandContext, 'io' | 'page'>,
  { records, names }: ListSource,
  { conditions }: Query,
): Promise<void> {
  if (!page.isTerminal) return;
  const unmet = conditions.find((one) => !records.some((record) => meets(record, one, names)));
  const why = unmet ? `: none has ${escapeUnsafe(unmet.text)}` : '';
  await io.stderr.write(`no matching records${why}\n`);
}
