import type { Cell, Fact, Listing } from '../contracts/listing.ts';
import { type Query, select } from '../dataset/query/select.ts';
import { tabulate } from '../dataset/query/tabulate.ts';
import { type Condition, findField } from '../dataset/query/where.ts';
import { choicesOf } from '../dataset/schema/field-schema.ts';
import type { Field, Names } from '../dataset/schema/fields.ts';
import { type Presentation, readQuery, type Selection } from '../options/list-options.ts';
import type { Format } from '../output/format.ts';
import { formats } from '../output/formats.ts';
import { Failure } from '../system/failure.ts';
import { inWords } from '../text/suggest.ts';
import type { Call } from './command.ts';

/** What a listing is drawn from. */
export interface RecordSource {
  readonly fields: readonly Field[];
  /** The names of the fields that formats for people show. */
  readonly chief: readonly string[];
  /** Those of them that are never left out for want of room. */
  readonly kept?: readonly string[];
  readonly records: readonly Fact[];
  readonly names: Names;
  /** The test for `--country`. */
  readonly tied: (country: string) => (record: Fact) => boolean;
  /** Stretches to point out in how a field of a record reads. */
  readonly marks?: (record: Fact, field: string) => Cell['marks'];
}

/** A call of a command that lists records. */
type ListCall = Pick<Call, 'io' | 'page' | 'print'> & { readonly options: Presentation };

/** What a call asks of a source, and the records that meet it. */
export function ask(source: RecordSource, options: Selection & Presentation) {
  if (options.count && options.ids) throw new Failure('--count and --ids exclude each other');
  const query = readQuery(options, source);
  return { query, records: select(source.records, query, source.names) };
}

/** The fields that a format shows if none are asked for. */
function fieldsFor({ fields, chief }: RecordSource, format: Format): readonly Field[] {
  switch (format.fields) {
    case 'chief':
      return chief.map((name) => findField(name, fields));
    case 'flat':
      return fields.filter(({ kind }) => kind !== 'evidence');
    case 'every':
      return fields;
  }
}

/** A listing with the stretches marked that its source points out. */
function marked(listing: Listing, { marks }: RecordSource): Listing {
  if (!marks) return listing;
  const read = (record: Fact, field: string) => ({
    ...listing.read(record, field),
    marks: marks(record, field) ?? [],
  });
  return { ...listing, read };
}

/** Prints the columns of records in the format asked for, and says which found no room. */
async function printColumns(
  { io, options, page, print }: ListCall,
  source: RecordSource,
  { fields: asked }: Query,
  records: readonly Fact[],
): Promise<void> {
  const { kept = [], names } = source;
  const format: Format = formats[options.format ?? 'table'];
  const evidence = options.evidence ? [findField('evidence', source.fields)] : [];
  const fields = new Set([...(asked ?? fieldsFor(source, format)), ...evidence]);
  const isKept = (name: string) =>
    asked !== undefined || kept.includes(name) || evidence.some((field) => field.name === name);
  const listing = marked(tabulate(records, [...fields], names.label, isKept), source);
  const sheet = { ...page, header: options.header !== false };
  const { pieces, leftOut = [] } = format.render(listing, sheet);
  await print(pieces);
  if (leftOut.length === 0) return;
  const them = leftOut.length === 1 ? 'it' : 'them';
  await io.stderr.write(`no room for ${leftOut.join(', ')}; -f cards shows ${them}\n`);
}

/** Prints records as the call asks: how many they are, their ids, or their columns. */
export async function printList(
  call: ListCall,
  source: RecordSource,
  query: Query,
  records: readonly Fact[],
): Promise<void> {
  // A search finds a record by several fields; it is one record all the same.
  const ids = new Set(records.map(({ id }) => id));
  if (call.options.count) await call.print([`${ids.size}\n`]);
  else if (call.options.ids) await call.print([...ids].map((id) => `${id}\n`));
  else await printColumns(call, source, query, records);
}

/** What may stand in a field for which a word was asked that never does. */
function oddChoice({ field, operator, wanted }: Condition): readonly string[] {
  const choices = choicesOf(field.schema);
  const isOdd = operator === '=' && wanted !== '' && !choices?.includes(wanted.toLowerCase());
  return choices && isOdd ? [`${field.name} is ${inWords(choices)}`] : [];
}

/** Says at a terminal that there are no records, and why if a word that was asked for never stands there. */
export async function tellNone(
  { io, page }: Pick<Call, 'io' | 'page'>,
  { conditions }: Query,
): Promise<void> {
  if (!page.isTerminal) return;
  const why = conditions.flatMap(oddChoice);
  await io.stderr.write(`${['nothing matches', ...why].join('; ')}\n`);
}
