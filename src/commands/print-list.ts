import type { Cell, Fact, Listing } from '../contracts/listing.ts';
import { type Scope, theOneCalled } from '../dataset/query/called.ts';
import type { Links } from '../dataset/query/links.ts';
import { type Query, select } from '../dataset/query/select.ts';
import { tabulate } from '../dataset/query/tabulate.ts';
import { type Caller, findField, meets } from '../dataset/query/where.ts';
import type { Field } from '../dataset/schema/fields.ts';
import { type Presentation, readQuery, type Selection } from '../options/list-options.ts';
import { visible } from '../output/escape.ts';
import type { Format } from '../output/format.ts';
import { formats } from '../output/formats.ts';
import { Failure } from '../system/failure.ts';
import type { Call } from './command.ts';

/** What a listing is drawn from. */
export interface RecordSource {
  readonly fields: readonly Field[];
  /** The names of the fields that formats for people show. */
  readonly chief: readonly string[];
  /** Those of them that are never left out for want of room. */
  readonly kept?: readonly string[];
  readonly records: readonly Fact[];
  readonly names: Links;
  /** The test for `--country`. */
  readonly tied: (countries: string) => (record: Fact) => boolean;
  /** Stretches to point out in how a field of a record reads. */
  readonly marks?: (record: Fact, field: string) => Cell['marks'];
  /** The field with the sentence that a record is, where it is one. */
  readonly sentence?: string | undefined;
  /** What else is to be read with it. */
  readonly remark?: ((record: Fact) => string | undefined) | undefined;
  /** What stands for a record in JSON, unless fields are asked for. */
  readonly whole?: (record: Fact) => object;
}

/** A call of a command that lists records. */
type ListCall = Pick<Call, 'io' | 'page' | 'print'> & { readonly options: Presentation };

/** What a call asks of a source, and the records that meet it. */
export function ask(source: RecordSource, options: Selection & Presentation) {
  if (options.count && options.ids) throw new Failure('--count and --ids exclude each other');
  const { fields, tied, names } = source;
  // A reference is to a collection, or to any: the schema has no other words for it.
  const caller: Caller = (word, collection) =>
    theOneCalled(word, names, collection as Scope).record.id;
  const query = readQuery(options, { fields, tied, caller });
  return { query, records: select(source.records, query, names) };
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
  const { kept = [], names, whole, sentence, remark } = source;
  const format: Format = formats[options.format ?? 'table'];
  const evidence = options.evidence ? [findField('evidence', source.fields)] : [];
  const fields = new Set([...(asked ?? fieldsFor(source, format)), ...evidence]);
  const isKept = (name: string) =>
    asked !== undefined || kept.includes(name) || evidence.some((field) => field.name === name);
  const columns = marked(tabulate(records, [...fields], names, isKept), source);
  const listing: Listing = asked
    ? columns
    : {
        ...columns,
        ...(whole && { whole }),
        ...(sentence && { sentence }),
        ...(remark && { remark }),
      };
  const isGuarded = options.csvSafe === true;
  const sheet = { ...page, header: options.header !== false, isGuarded };
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
  if (call.options.count) await call.print([`${records.length}\n`]);
  else if (call.options.ids) await call.print(records.map(({ id }) => `${id}\n`));
  else await printColumns(call, source, query, records);
}

/** Says at a terminal that there are no records, and which condition no record meets, be it alone. */
export async function tellNone(
  { io, page }: Pick<Call, 'io' | 'page'>,
  { records, names }: RecordSource,
  { conditions }: Query,
): Promise<void> {
  if (!page.isTerminal) return;
  const unmet = conditions.find((one) => !records.some((record) => meets(record, one, names)));
  const why = unmet ? `: no record has ${visible(unmet.text)}` : '';
  await io.stderr.write(`nothing matches${why}\n`);
}
