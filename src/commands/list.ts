import { findField, parseQuery } from '../dataset/query/parse-query.ts';
import { tabulate } from '../dataset/query/read.ts';
import type { RecordIndex } from '../dataset/query/record-index.ts';
import { meets, type Query, selectRecords } from '../dataset/query/select.ts';
import type { Field } from '../dataset/schema/fields.ts';
import type { Cell, Listing, RecordView } from '../model/listing.ts';
import type { AnyRecord } from '../model/record.ts';
import type { ListValues } from '../options/list-options.ts';
import { escapeUnsafe } from '../output/escape.ts';
import type { Format } from '../output/format.ts';
import { formats } from '../output/formats.ts';
import { UserError } from '../system/user-error.ts';
import type { CommandContext } from './command.ts';

/** Records of a listing, and how to print them. */
interface ListSource extends RecordView {
  readonly fields: readonly Field[];
  /** Names of the fields that the formats for people show by default. */
  readonly defaultFields: readonly string[];
  /** Names of the default fields that are never left out for lack of space. */
  readonly pinned?: readonly string[];
  readonly records: readonly AnyRecord[];
  readonly index: RecordIndex;
  /** Returns the ranges to highlight in a field of a record. */
  readonly highlights?: (record: AnyRecord, field: string) => Cell['highlights'];
  /** Draws the records, unless fields, ids or a count are asked for; undefined to print them in the format. */
  readonly draw?: (records: readonly AnyRecord[], query: Query) => Iterable<string> | undefined;
  /** Returns the error of an empty result. Without it, an empty result is none. */
  readonly explainEmpty?: () => UserError;
}

type ListCall = Pick<CommandContext, 'io' | 'page' | 'print'> & { readonly options: ListValues };

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

/** Builds the listing of some records: the chosen fields or, by default, those of the format. */
function buildListing(
  records: readonly AnyRecord[],
  source: ListSource,
  chosen: Query['fields'],
  options: ListValues,
  format: Format,
): Listing {
  const { pinned = [], index, highlights } = source;
  const evidence = options.evidence ? [findField('evidence', source.fields)] : [];
  const fields = new Set([...(chosen ?? selectFields(source, format)), ...evidence]);
  const isPinned = (name: string) =>
    chosen !== undefined || pinned.includes(name) || evidence.some((field) => field.name === name);
  const listing = tabulate(records, [...fields], index, isPinned);
  const view: RecordView = chosen ? {} : source;
  return {
    ...listing,
    sentence: view.sentence,
    detailLine: view.detailLine,
    toJson: view.toJson,
    ...(highlights && {
      read: (record, field) => ({
        ...listing.read(record, field),
        highlights: highlights(record, field),
      }),
    }),
  };
}

/** Prints a listing, and reports the columns that did not fit. */
async function printListing(call: ListCall, listing: Listing, format: Format): Promise<void> {
  const { io, options, page, print } = call;
  const header = options.header !== false;
  const escapesFormulas = options.csvSafe === true;
  const { pieces, leftOut = [] } = format.render(listing, { ...page, header, escapesFormulas });
  await print(pieces);
  if (leftOut.length === 0) return;
  await io.stderr.write(`hidden for lack of space: ${leftOut.join(', ')} (try -f cards)\n`);
}

/** Reports, if stdout is a terminal, that there are no records, or that none matches and the first condition unmet. */
async function reportEmptyResult(
  { io, page }: ListCall,
  { records, index }: ListSource,
  { conditions }: Query,
): Promise<void> {
  if (!page.isTerminal) return;
  if (records.length === 0) {
    await io.stderr.write('the dataset has no such records\n');
    return;
  }
  const unmet = conditions.find((one) => !records.some((record) => meets(record, one, index)));
  const why = unmet ? `: none has ${escapeUnsafe(unmet.text)}` : '';
  await io.stderr.write(`no matching records${why}\n`);
}

/**
 * Runs a listing: selects the records that the options ask for, and prints their number, their ids or their fields.
 * @throws UserError if an option is wrong, or if the result is empty and the source has an error for that
 */
export async function list(call: ListCall, source: ListSource): Promise<0> {
  const { options, print } = call;
  if (options.count && options.ids) throw new UserError('--count and --ids cannot be combined');
  const query = parseQuery(options, source.fields, source.index);
  const records = selectRecords(source.records, query, source.index);
  const format: Format = formats[options.format ?? 'table'];
  const drawing = query.fields ? undefined : source.draw?.(records, query);
  if (options.count) await print([`${records.length}\n`]);
  else if (options.ids) await print(records.map(({ id }) => `${id}\n`));
  else if (drawing) await print(drawing);
  else {
    const listing = buildListing(records, source, query.fields, options, format);
    await printListing(call, listing, format);
  }
  if (records.length > 0) return 0;
  if (source.explainEmpty) throw source.explainEmpty();
  await reportEmptyResult(call, source, query);
  return 0;
}
