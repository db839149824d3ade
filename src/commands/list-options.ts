import { Option } from 'commander';
import type { Field, Label } from '../dataset/fields.ts';
import { type Query, type Sort, select } from '../dataset/select.ts';
import { tabulate } from '../dataset/tabulate.ts';
import { type Condition, findField, parseCondition } from '../dataset/where.ts';
import { Failure, type Status } from '../failure.ts';
import type { Cell, Fact } from '../listing.ts';
import { choiceOption, countOption } from '../options.ts';
import type { Format } from '../output/format.ts';
import { type FormatName, formatNames, formats } from '../output/formats.ts';
import type { Call } from './command.ts';

export interface ListOptions {
  readonly format?: FormatName;
  readonly fields?: string;
  readonly where?: readonly string[];
  readonly country?: string;
  readonly sort?: string;
  readonly limit?: number;
  readonly count?: boolean;
  readonly ids?: boolean;
  readonly header?: boolean;
  readonly evidence?: boolean;
}

const collect = (value: string, before: readonly string[] = []) => [...before, value];

/** The options of every listing. */
export function listOptions(): readonly Option[] {
  return [
    choiceOption('-f, --format <name>', 'how to print the records', formatNames),
    new Option('--fields <a,b,c>', 'these fields, in this order'),
    new Option(
      '--where <expression>',
      'only records that meet it: field=value, field!=value, field~text, field>value, >=, <, <=; ' +
        'field= is "not stated"; repeatable, all must hold',
    ).argParser(collect),
    new Option('--country <country>', 'only records tied to this country: id, name or ISO code'),
    new Option('--sort <field>', 'sort by this field, -field descends; what is not stated is last'),
    countOption('--limit <n>', 'at most so many records', 0),
    new Option('--count', 'print how many records there are'),
    new Option('--ids', 'print the ids, one a line'),
    new Option('--no-header', 'leave the heads out'),
    new Option('--evidence', 'add a column with the places in the article'),
  ];
}

/** What a listing is drawn from. */
export interface Source {
  readonly fields: readonly Field[];
  /** The names of the fields that formats for people show. */
  readonly chief: readonly string[];
  readonly records: readonly Fact[];
  readonly label: Label;
  /** The test for `--country`. */
  readonly tied: (country: string) => (record: Fact) => boolean;
  /** How a field reads, where it is not read as a dataset's fields are. */
  readonly read?: (record: Fact, field: string) => Cell;
}

function sortOf(text: string | undefined, fields: readonly Field[]): Sort | undefined {
  if (text === undefined) return undefined;
  const descending = text.startsWith('-');
  return { field: findField(descending ? text.slice(1) : text, fields), descending };
}

/** The records of a source that the options ask for. */
export function selectBy(source: Source, options: ListOptions): readonly Fact[] {
  const conditions: Condition[] = (options.where ?? []).map((expression) =>
    parseCondition(expression, source.fields),
  );
  const query: Query = {
    conditions,
    only: options.country === undefined ? undefined : source.tied(options.country),
    sort: sortOf(options.sort, source.fields),
    limit: options.limit,
  };
  return select(source.records, query, source.label);
}

/** The names of the fields that a format shows if none are asked for. */
function namesOf({ fields, chief }: Source, format: Format): readonly string[] {
  if (format.fields === 'chief') return chief;
  return fields.filter(({ kind }) => kind !== 'evidence').map(({ name }) => name);
}

function columnsOf(source: Source, options: ListOptions, format: Format): readonly Field[] {
  const { fields } = source;
  const asked = options.fields?.split(',').map((name) => name.trim());
  const names = (asked ?? namesOf(source, format)).map((name) => findField(name, fields).name);
  const more =
    options.evidence && fields.some(({ name }) => name === 'evidence') ? ['evidence'] : [];
  return [...new Set([...names, ...more])].map((name) => findField(name, fields));
}

/** Tells what the output does not show. */
async function tell(
  call: Call,
  records: readonly Fact[],
  leftOut: readonly string[],
): Promise<void> {
  if (records.length === 0 && call.page.isTerminal) await call.io.stderr.write('nothing matches\n');
  if (leftOut.length === 0) return;
  await call.io.stderr.write(`no room for ${leftOut.join(', ')} (-f cards has all)\n`);
}

/** Prints what the options ask for of a source, in the format that they ask for. */
export async function printList(call: Call<ListOptions>, source: Source): Promise<Status> {
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
    const usual = options.fields === undefined ? namesOf(source, format) : [];
    const listing = tabulate(records, fields, usual, source.label);
    const shown = source.read ? { ...listing, read: source.read } : listing;
    const sheet = { ...page, header: options.header !== false };
    await call.print(format.render(shown, sheet));
    await tell(call, records, format.leftOut?.(shown, sheet) ?? []);
  }
  return 0;
}
