import type { Cell, Fact, Listing } from '../contracts/listing.ts';
import { type Query, type Sort, select } from '../dataset/query/select.ts';
import { tabulate } from '../dataset/query/tabulate.ts';
import { type Condition, findField, parseCondition } from '../dataset/query/where.ts';
import type { Field, Names } from '../dataset/schema/fields.ts';
import type { ListOptions } from '../options/list-options.ts';
import { inWords } from '../options/option.ts';
import type { Format } from '../output/format.ts';
import { formats } from '../output/formats.ts';
import { Failure } from '../system/failure.ts';
import type { Call } from './command.ts';

/** What a listing is drawn from. */
export interface RecordSource {
  readonly fields: readonly Field[];
  /** The names of the fields that formats for people show. */
  readonly chief: readonly string[];
  readonly records: readonly Fact[];
  readonly names: Names;
  /** Those of them that are never left out for want of room. */
  readonly essential?: readonly string[];
  /** The test for `--country`. */
  readonly tied: (country: string) => (record: Fact) => boolean;
  /** Stretches to point out in how a field of a record reads. */
  readonly marks?: (record: Fact, field: string) => Cell['marks'];
}

function sortOf(text: string | undefined, fields: readonly Field[]): Sort | undefined {
  if (text === undefined) return undefined;
  const descending = text.startsWith('-');
  return { field: findField(descending ? text.slice(1) : text, fields), descending };
}

function conditionsOf({ fields }: RecordSource, { where = [] }: ListOptions): readonly Condition[] {
  return where.map((expression) => parseCondition(expression, fields));
}

/** The records of a source that the options ask for. */
export function selectBy(source: RecordSource, options: ListOptions): readonly Fact[] {
  const query: Query = {
    conditions: conditionsOf(source, options),
    only: options.country === undefined ? undefined : source.tied(options.country),
    sort: sortOf(options.sort, source.fields),
    limit: options.limit,
  };
  return select(source.records, query, source.names);
}

/** The names of the fields that a format shows if none are asked for. */
function namesOf({ fields, chief }: RecordSource, format: Format): readonly string[] {
  if (format.fields === 'chief') return chief;
  return fields.filter(({ kind }) => kind !== 'evidence').map(({ name }) => name);
}

function columnsOf(source: RecordSource, options: ListOptions, format: Format): readonly Field[] {
  const { fields } = source;
  const asked = options.fields?.split(',').map((name) => name.trim());
  const names = (asked ?? namesOf(source, format)).map((name) => findField(name, fields).name);
  const more = options.evidence ? ['evidence'] : [];
  return [...new Set([...names, ...more])].map((name) => findField(name, fields));
}

/** A listing with the stretches marked that its source points out. */
function marked(listing: Listing, { marks }: RecordSource): Listing {
  if (!marks) return listing;
  return {
    ...listing,
    read: (record, field) => ({
      ...listing.read(record, field),
      marks: marks(record, field) ?? [],
    }),
  };
}

/** What may stand in a field for which a word was asked that never does. */
function choicesOf({ field, operator, wanted }: Condition): readonly string[] {
  const { enum: choices } = field.schema;
  const isOdd = operator === '=' && wanted !== '' && !choices?.includes(wanted.toLowerCase());
  return choices && isOdd ? [`${field.name} is ${inWords(choices)}`] : [];
}

/** Says at a terminal that there are no records, and why if a word that was asked for never stands there. */
export async function tellNone(
  { io, page, options }: Call<ListOptions>,
  source: RecordSource,
): Promise<void> {
  if (!page.isTerminal) return;
  const why = conditionsOf(source, options).flatMap(choicesOf);
  await io.stderr.write(`${['nothing matches', ...why].join('; ')}\n`);
}

/** Prints the records that the options ask for, in the format that they ask for, and returns them. */
export async function printList(
  call: Call<ListOptions>,
  source: RecordSource,
): Promise<readonly Fact[]> {
  const { options, page } = call;
  if (options.count && options.ids) {
    throw new Failure('--count and --ids exclude each other');
  }
  const format: Format = formats[options.format ?? 'table'];
  const fields = columnsOf(source, options, format);
  const records = selectBy(source, options);
  // A search finds a record by several fields; it is one record all the same.
  const ids = new Set(records.map(({ id }) => id));
  if (options.count) {
    await call.print([`${ids.size}\n`]);
  } else if (options.ids) {
    await call.print([...ids].map((id) => `${id}\n`));
  } else {
    const { essential = [] } = source;
    const shown = options.fields === undefined ? namesOf(source, format) : [];
    const usual = shown.filter((name) => !essential.includes(name));
    const listing = marked(tabulate(records, fields, usual, source.names.label), source);
    const { pieces, leftOut = [] } = format.render(listing, {
      ...page,
      header: options.header !== false,
    });
    await call.print(pieces);
    if (leftOut.length > 0) {
      const them = leftOut.length === 1 ? 'it' : 'them';
      await call.io.stderr.write(`no room for ${leftOut.join(', ')}; -f cards shows ${them}\n`);
    }
  }
  return records;
}
