import { findField, parseQuery, type QueryOptions } from '../dataset/query/parse-query.ts';
import { tabulate } from '../dataset/query/read.ts';
import { indexRecords, type RecordIndex } from '../dataset/query/record-index.ts';
import { meets, type Query, selectRecords } from '../dataset/query/select.ts';
import {
  type Collection,
  type CollectionName,
  collections,
  getFields,
} from '../dataset/schema/collections.ts';
import { getRecords } from '../dataset/schema/dataset.ts';
import type { Field } from '../dataset/schema/fields.ts';
import type { Cell, Listing, RecordView } from '../model/listing.ts';
import type { AnyRecord } from '../model/record.ts';
import { type ListValues, listOptions } from '../options/list-options.ts';
import { escapeUnsafe } from '../output/escape.ts';
import type { Format } from '../output/format.ts';
import { formats } from '../output/formats.ts';
import { UserError } from '../system/user-error.ts';
import {
  type Command,
  type CommandContext,
  defineCommand,
  type Example,
  groups,
} from './command.ts';
import type { ExampleIds } from './example-ids.ts';

/** Records of a listing, and how to print them. */
interface ListSource extends RecordView {
  readonly fields: readonly Field[];
  /** Names of the fields that the formats for people show by default. */
  readonly defaultFields: readonly string[];
  readonly records: readonly AnyRecord[];
  readonly index: RecordIndex;
  /** Returns the ranges to highlight in a field of a record. */
  readonly highlights?: (record: AnyRecord, field: string) => Cell['highlights'];
  /** Draws the records, unless fields, ids or a count are asked for; undefined to print them in the format. */
  readonly draw?: (records: readonly AnyRecord[], query: Query) => Iterable<string> | undefined;
  /** Returns the error of an empty result. Without it, an empty result is not an error. */
  readonly explainEmpty?: () => UserError;
}

type ListCall = Pick<CommandContext, 'io' | 'page' | 'print'> & { readonly options: ListValues };

/** Builds the listing of some records: the chosen fields or, by default, those of the format. */
function buildListing(
  records: readonly AnyRecord[],
  source: ListSource,
  chosen: Query['fields'],
  { fields: shown }: Format,
  hasEvidence: boolean,
): Listing {
  const { fields, defaultFields, index, highlights, sentence, detailLine, toJson } = source;
  const usual =
    shown === 'default'
      ? defaultFields.map((name) => findField(name, fields))
      : fields.filter(({ kind }) => shown === 'every' || kind !== 'evidence');
  const evidence = hasEvidence ? [findField('evidence', fields)] : [];
  const columns = new Set([...(chosen ?? usual), ...evidence]);
  // Without a name, `show` finds a record only by its id.
  const isNeeded = (name: string) =>
    name === 'evidence' || (name === 'id' && !records.every((one) => typeof one.name === 'string'));
  const isPinned = (name: string) => chosen !== undefined || isNeeded(name);
  const listing = tabulate(records, [...columns], index, isPinned);
  return {
    ...listing,
    ...(!chosen && { sentence, detailLine, toJson }),
    ...(highlights && {
      read: (record, field) => ({
        ...listing.read(record, field),
        highlights: highlights(record, field),
      }),
    }),
  };
}

/**
 * Reports, if stdout is a terminal, why the result is empty: there are no records, or none meets a condition.
 * @throws UserError if the source has an error for an empty result
 */
async function reportEmptyResult(
  { io, page }: ListCall,
  { records, index, explainEmpty }: ListSource,
  { conditions }: Query,
): Promise<void> {
  if (explainEmpty) throw explainEmpty();
  if (!page.isTerminal) return;
  const unmet = conditions.find((one) => !records.some((record) => meets(record, one, index)));
  const why = unmet ? `: none has ${escapeUnsafe(unmet.text)}` : '';
  const text =
    records.length === 0 ? 'the dataset has no such records' : `no matching records${why}`;
  await io.stderr.write(`${text}\n`);
}

/**
 * Runs a listing: selects the records that the options ask for, and prints their number, their ids or their fields.
 * @throws UserError if an option is wrong, or if the result is empty and the source has an error for that
 */
export async function list(call: ListCall, source: ListSource): Promise<0> {
  const { io, options, page, print } = call;
  if (options.count && options.ids) throw new UserError('--count and --ids cannot be combined');
  const query = parseQuery(options, source.fields, source.index);
  const records = selectRecords(source.records, query, source.index);
  const drawing = query.fields ? undefined : source.draw?.(records, query);
  if (options.count) await print([`${records.length}\n`]);
  else if (options.ids) await print(records.map(({ id }) => `${id}\n`));
  else if (drawing) await print(drawing);
  else {
    const format: Format = formats[options.format ?? 'table'];
    const hasEvidence = options.evidence === true;
    const listing = buildListing(records, source, query.fields, format, hasEvidence);
    const { pieces, leftOut = [] } = format.render(listing, page);
    await print(pieces);
    if (leftOut.length > 0) {
      await io.stderr.write(`hidden for lack of space: ${leftOut.join(', ')} (try -f cards)\n`);
    }
  }
  if (records.length === 0) await reportEmptyResult(call, source, query);
  return 0;
}

/** Help on how dates are compared, for listings that have dates. */
export const datesHelp =
  'A date can span several days (a month, a year, an entry of the timeline): = tests whether they overlap the days ' +
  'given, > and >= compare the last day, < and <= the first.';

/** Lists the examples for a collection. Those that match no record of the dataset are left out. */
function listExamples(name: CollectionName, { dataset, country }: ExampleIds): readonly Example[] {
  const { exampleQueries }: Collection = collections[name];
  const records: readonly AnyRecord[] = dataset ? getRecords(dataset, name) : [];
  const index = dataset && indexRecords(dataset);
  const hasMatch = (query: QueryOptions) =>
    !index || selectRecords(records, parseQuery(query, getFields(name), index), index).length > 0;
  const queries = exampleQueries.flatMap(([condition, question]): readonly Example[] => {
    const field = condition.replace(/!?=.*/, '');
    const [value] = records.flatMap((record) => [record[field] ?? []].flat().map(String));
    if (index && value === undefined && condition.includes('{}')) return [];
    const where = condition.replace('{}', value ?? `<${field}>`);
    return hasMatch({ where: [where] }) ? [[`${name} --where ${where}`, question]] : [];
  });
  const linked: Example = [
    `${name} --country ${country} --evidence`,
    'linked to a country, with supporting passages',
  ];
  const isLinked = !dataset || (dataset.countries.length > 0 && hasMatch({ country }));
  return isLinked ? [...queries, linked] : queries;
}

export function createListCommand(name: CollectionName): Command<typeof listOptions> {
  const collection: Collection = collections[name];
  const { description, defaultFields } = collection;
  const fields = getFields(name);
  const hasDates = fields.some(({ kind }) => kind === 'date');
  return defineCommand({
    name,
    group: groups.facts,
    summary: `List the ${name}: ${description}.`,
    operands: {},
    options: listOptions,
    fields,
    examples: (ids) => [
      [name, `list the ${name}`],
      ...listExamples(name, ids),
      [`${name} -f csv --fields ${defaultFields.slice(0, 3).join(',')}`, 'selected fields, as CSV'],
    ],
    more:
      'Text comparison ignores case; a list matches if any member does; a reference matches by id, name, alias or code. Data ' +
      'formats (json, ndjson, csv, tsv) have every field; in csv and tsv, missing values are empty and list items ' +
      `are separated by semicolons.${hasDates ? ` ${datesHelp}` : ''}`,
    async run(call) {
      const dataset = await call.load();
      const records = getRecords(dataset, name);
      return list(call, { ...collection, fields, records, index: indexRecords(dataset) });
    },
  });
}
