import type { AnyRecord, Cell, Listing } from '../contracts/listing.ts';
import { findRecord, type Scope } from '../dataset/query/find-record.ts';
import type { RecordIndex } from '../dataset/query/record-index.ts';
import { type Query, selectRecords } from '../dataset/query/select.ts';
import { tabulate } from '../dataset/query/tabulate.ts';
import { findField, meets, type ResolveReference } from '../dataset/query/where.ts';
import type { Field } from '../dataset/schema/fields.ts';
import { type Presentation, readQuery, type Selection } from '../options/list-options.ts';
import { escapeUnsafe } from '../output/escape.ts';
import type { Format } from '../output/format.ts';
import { formats } from '../output/formats.ts';
import { UserError } from '../system/user-error.ts';
import type { CommandContext } from './command.ts';

/** What a listing is drawn from. */
export interface ListSource {
  readonly fields: readonly Field[];
  /** The names of the fields that formats for people show. */
  readonly defaultFields: readonly string[];
  /** Those of them that are never left out for want of room. */
  readonly pinned?: readonly string[];
  readonly records: readonly AnyRecord[];
  readonly names: RecordIndex;
  /** The test for `--country`. */
  readonly tied: (countries: string) => (record: AnyRecord) => boolean;
  /** Stretches to point out in how a field of a record reads. */
  readonly highlights?: (record: AnyRecord, field: string) => Cell['highlights'];
  /** The field with the sentence that a record is, where it is one. */
  readonly sentence?: string | undefined;
  /** What else is to be read with it. */
  readonly detailLine?: ((record: AnyRecord) => string | undefined) | undefined;
  /** What stands for a record in JSON, unless fields are asked for. */
  readonly toJson?: (record: AnyRecord) => object;
}

/** A call of a command that lists records. */
type ListCall = Pick<CommandContext, 'io' | 'page' | 'print'> & { readonly options: Presentation };

/** What a call asks of a source, and the records that meet it. */
export function runQuery(source: ListSource, options: Selection & Presentation) {
  if (options.count && options.ids) throw new UserError('--count and --ids exclude each other');
  const { fields, tied, names } = source;
  // A reference is to a collection, or to any: the schema has no other words for it.
  const resolveReference: ResolveReference = (word, collection) =>
    findRecord(word, names, collection as Scope).record.id;
  const query = readQuery(options, { fields, tied, resolveReference });
  return { query, records: selectRecords(source.records, query, names) };
}

/** The fields that a format shows if none are asked for. */
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

/** A listing with the stretches marked that its source points out. */
function withHighlights(listing: Listing, { highlights }: ListSource): Listing {
  if (!highlights) return listing;
  const read = (record: AnyRecord, field: string) => ({
    ...listing.read(record, field),
    highlights: highlights(record, field) ?? [],
  });
  return { ...listing, read };
}

/** Prints the columns of records in the format asked for, and says which found no room. */
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
  const them = leftOut.length === 1 ? 'it' : 'them';
  await io.stderr.write(`no room for ${leftOut.join(', ')}; -f cards shows ${them}\n`);
}

/** Prints records as the call asks: how many they are, their ids, or their columns. */
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

/** Says at a terminal that there are no records, and which condition no record meets, be it alone. */
export async function reportEmptyResult(
  { io, page }: Pick<CommandContext, 'io' | 'page'>,
  { records, names }: ListSource,
  { conditions }: Query,
): Promise<void> {
  if (!page.isTerminal) return;
  const unmet = conditions.find((one) => !records.some((record) => meets(record, one, names)));
  const why = unmet ? `: no record has ${escapeUnsafe(unmet.text)}` : '';
  await io.stderr.write(`nothing matches${why}\n`);
}
