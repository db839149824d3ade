import { groupRecords } from '../dataset/query/groups.ts';
import { findField, parseQuery } from '../dataset/query/parse-query.ts';
import { tabulate } from '../dataset/query/read.ts';
import type { RecordIndex } from '../dataset/query/record-index.ts';
import { findMatchingIds, foldPhrases } from '../dataset/query/search.ts';
import { meets, type Query, selectRecords } from '../dataset/query/select.ts';
import { type Collection, collectionNames } from '../dataset/schema/collections.ts';
import type { Field } from '../dataset/schema/fields.ts';
import type { Cell, Listing, RecordView } from '../model/listing.ts';
import type { AnyRecord } from '../model/record.ts';
import type { ListValues } from '../options/list-options.ts';
import type { Format } from '../output/format.ts';
import { formats } from '../output/formats.ts';
import { UserError } from '../system/user-error.ts';
import { quoteForShell } from '../text/quote.ts';
import type { CommandContext, Operand } from './command.ts';

/** Records of a listing, and how to print them. */
interface ListSource extends RecordView {
  readonly fields: readonly Field[];
  /** Names of the fields that the formats for people show by default. */
  readonly defaultFields: readonly string[];
  readonly records: readonly AnyRecord[];
  readonly index: RecordIndex;
  /** Words that the records have to contain. */
  readonly texts?: readonly string[];
  readonly needsColumn?: Collection['needsColumn'];
  /** Returns the ranges to highlight in a field of a record. */
  readonly highlights?: (record: AnyRecord, field: string) => Cell['highlights'];
  /** Draws the records, unless fields, ids or a count are asked for; undefined to print them in the format. */
  readonly draw?: (records: readonly AnyRecord[], query: Query) => Iterable<string> | undefined;
  /** Returns the error of an empty result. Without it, an empty result is not an error. */
  readonly explainEmpty?: () => UserError;
}

type ListCall = Pick<CommandContext, 'page' | 'print' | 'note'> & {
  readonly options: ListValues;
};

/** Builds the listing of some records: the chosen fields or, by default, those of the format. */
function buildListing(
  records: readonly AnyRecord[],
  source: ListSource,
  chosen: Query['fields'],
  options: ListValues,
): Listing {
  const { fields: shown }: Format = formats[options.format ?? 'table'];
  const { fields, defaultFields, index, highlights, needsColumn } = source;
  const { sentence, detailLine, toJson } = source;
  const usual =
    shown === 'default'
      ? defaultFields.map((name) => findField(name, fields))
      : fields.filter(({ kind }) => shown === 'every' || kind !== 'evidence');
  const evidence = options.evidence ? [findField('evidence', fields)] : [];
  const columns = new Set([...(chosen ?? usual), ...evidence]);
  // Without a name, `show` finds a record only by its id.
  const isNeeded = (name: string) =>
    name === 'evidence' ||
    (name === 'id' && !records.every((one) => typeof one.name === 'string')) ||
    needsColumn?.(name, records, index) === true;
  const isPinned = (name: string) => chosen !== undefined || isNeeded(name);
  const listing = tabulate(records, [...columns], index, isPinned);
  return {
    ...listing,
    ...(!chosen && { toJson }),
    // A table that is asked for by name has columns.
    ...(!chosen && options.format === undefined && { sentence, detailLine }),
    ...(highlights && {
      read: (record, field) => ({
        ...listing.read(record, field),
        highlights: highlights(record, field),
      }),
    }),
  };
}

/** Keeps the records that contain all words, as `search` finds them. */
function filterByText({ texts = [], records, index }: ListSource) {
  if (texts.length === 0) return records;
  const entries = records.flatMap(({ id }) => index.findEntry(id) ?? []);
  const found = findMatchingIds(entries, foldPhrases(texts), index);
  return records.filter(({ id }) => found.has(id));
}

/** Says why a result is empty: there are no records, none contains the words, or none meets a condition. */
function explainEmptyResult(
  { texts = [], records, index }: ListSource,
  { conditions }: Query,
  withText: readonly AnyRecord[],
): readonly string[] {
  if (records.length === 0) return ['the dataset has no such records'];
  if (withText.length > 0) {
    const unmet = conditions.find((one) => !withText.some((record) => meets(record, one, index)));
    return [`no matching records${unmet ? `: none has ${unmet.text}` : ''}`];
  }
  const words = texts.map(quoteForShell);
  const areCollections = texts.every((word) => collectionNames.some((name) => name === word));
  return [
    `no matching records: none contains ${words.join(' ')}`,
    areCollections
      ? `did you mean --linked ${words.join(',')}?`
      : `summit search ${words.join(' ')} searches all records`,
  ];
}

/** Prints records of a listing: their number, their ids, a drawing, or their fields in the format. */
async function printRecords(
  { options, page, print, note }: ListCall,
  source: ListSource,
  query: Query,
  records: readonly AnyRecord[],
): Promise<void> {
  if (options.count) return print([`${records.length}\n`]);
  if (options.ids) return print(records.map(({ id }) => `${id}\n`));
  const drawing = query.fields ? undefined : source.draw?.(records, query);
  if (drawing) return print(drawing);
  const format: Format = formats[options.format ?? 'table'];
  const { pieces, leftOut = [] } = format.render(
    buildListing(records, source, query.fields, options),
    page,
  );
  await print(pieces);
  if (leftOut.length > 0) note(`hidden for lack of space: ${leftOut.join(', ')} (try -f cards)`);
}

/**
 * Lists the values of a field with the number of records that have each.
 * @throws UserError if an option chooses what to show of each record
 */
async function listGroups(
  call: ListCall,
  { fields, index }: ListSource,
  records: readonly AnyRecord[],
  groupBy: string,
): Promise<void> {
  const { where, country, linked, paragraph, ...order } = call.options;
  const excluded = (['fields', 'ids', 'evidence'] as const).find((name) => order[name]);
  if (excluded) throw new UserError(`--group-by and --${excluded} cannot be combined`);
  const groups = groupRecords(records, findField(groupBy, fields), index);
  const source = { ...groups, defaultFields: groups.fields.map(({ name }) => name), index };
  const query = parseQuery(order, groups.fields, index);
  await printRecords(call, source, query, selectRecords(groups.records, query, index));
}

/**
 * Runs a listing: selects the records that the words and options ask for, and prints their number, their ids, their fields
 * or the values of one field.
 * @throws UserError if an option is wrong, or if the result is empty and the source has an error for that
 */
export async function list(call: ListCall, source: ListSource): Promise<0> {
  const { count, ids, groupBy, sort, limit, ...selection } = call.options;
  if (count && ids) throw new UserError('--count and --ids cannot be combined');
  const { fields, index } = source;
  const isGrouped = groupBy !== undefined;
  const query = parseQuery(isGrouped ? selection : call.options, fields, index);
  const withText = filterByText(source);
  const records = selectRecords(withText, query, index);
  if (isGrouped) await listGroups(call, source, records, groupBy);
  else await printRecords(call, source, query, records);
  if (records.length > 0) return 0;
  if (source.explainEmpty) throw source.explainEmpty();
  if (call.page.isTerminal) explainEmptyResult(source, query, withText).forEach(call.note);
  return 0;
}

/** Help on how dates are compared, for listings that have dates. */
export const datesHelp =
  'A date can span several days (a month, a year, an entry of the timeline): = tests whether they overlap the days ' +
  'given, > and >= compare the last day, < and <= the first.';

/** Operand of every listing but `search`. */
export const textOperand = {
  form: 'any',
  description: 'only records that contain all of these words; quote a phrase',
} as const satisfies Operand;
