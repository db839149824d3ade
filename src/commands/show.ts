import { createRecordJson } from '../dataset/query/all-records.ts';
import { formatAnchor, summarise, tabulate } from '../dataset/query/read.ts';
import { findRelations, indexRecords, type RecordIndex } from '../dataset/query/record-index.ts';
import {
  type AnyCollection,
  describeCollection,
  getFields,
} from '../dataset/schema/collections.ts';
import type { Entry } from '../dataset/schema/dataset.ts';
import { type Listing, none, notStated } from '../model/listing.ts';
import type { Anchor, AnyRecord } from '../model/record.ts';
import { completeFiles } from '../options/completers.ts';
import { listOptions } from '../options/list-options.ts';
import { defineFlag, defineFormatOption, defineTextOption } from '../options/option.ts';
import { renderCell } from '../output/cell.ts';
import { escapeUnsafe } from '../output/escape.ts';
import type { Format } from '../output/format.ts';
import { renderCard } from '../output/formats/cards.ts';
import { describeFormat, type FormatName, formatNames, formats } from '../output/formats.ts';
import type { RenderOptions } from '../output/render-options.ts';
import { layOutLabelled, layOutRows } from '../output/text.ts';
import { UserError } from '../system/user-error.ts';
import { groupBy } from '../text/group-by.ts';
import { defineCommand, groups } from './command.ts';
import { findRecords, recordsOperand } from './find-records.ts';
import { loadPassages, type ShownPassage } from './passages.ts';

const headings = [
  ['refersTo', 'Links to'],
  ['referredToBy', 'Linked from'],
  ['mentionedIn', 'Mentioned in'],
] as const;

/** Maximum number of linked records per collection shown below a heading without `--all`. */
const maxLinked = 5;

/** Settings shared by the sections of a record. */
interface ShowContext {
  readonly index: RecordIndex;
  readonly page: RenderOptions;
  readonly hasAll: boolean;
  /** Lists the passages of a record in a copy of the article, if there is one. */
  readonly listPassages: ((id: string) => readonly ShownPassage[]) | undefined;
}

const indent = '  ';

const indentLines = (text: string, by = indent) => text.replace(/^(?=.)/gm, by);

/** Returns the page for text that is indented. */
const narrow = (page: RenderOptions, by = indent): RenderOptions => ({
  ...page,
  width: page.width && Math.max(1, page.width - by.length),
});

/** Formats a heading and the linked records by collection, one per line, with the number of further ones. */
function formatSection(
  heading: string,
  entries: readonly Entry[],
  { index, page, hasAll }: ShowContext,
): string {
  if (entries.length === 0) return '';
  const { style } = page;
  const parts = [...groupBy(entries, ({ collection }) => collection)].map(([collection, some]) => {
    const noun = some.length === 1 ? describeCollection(collection).singular : collection;
    const shown = hasAll ? some : some.slice(0, maxLinked);
    const rows = shown.map(
      (entry) => [style.id(entry.record.id), escapeUnsafe(summarise(entry, index))] as const,
    );
    const more = some.length - shown.length;
    const rest = more > 0 ? `${style.dim(`${more} more (use --all)`)}\n` : '';
    const lines = `${layOutRows(rows, narrow(page, indent + indent))}${rest}`;
    return `${indent}${style.dim(noun)}\n${indentLines(lines, indent + indent)}`;
  });
  return `\n${style.heading(heading)}\n${parts.join('')}`;
}

/** Formats the evidence of a record: its anchors or, with a copy of the article, the whole passages. */
function formatEvidence({ id, evidence }: AnyRecord, { page, listPassages }: ShowContext): string {
  const { style } = page;
  const rows = listPassages
    ? listPassages(id).map(
        (one) => [style.dim(`¶${one.paragraph}`), renderCell(one, style)] as const,
      )
    : (evidence as readonly Anchor[]).map((anchor) => {
        const [place = '', ...words] = formatAnchor(anchor).split(' ');
        return [style.dim(place), escapeUnsafe(words.join(' '))] as const;
      });
  const nothing = `${style.dim('no passage: the article does not say')}\n`;
  const lines = layOutRows(rows, narrow(page)) || nothing;
  return `\n${style.heading('Evidence')}\n${indentLines(lines)}`;
}

const getFlatFields = (collection: AnyCollection) =>
  getFields(collection).filter(({ kind }) => kind !== 'evidence');

/** Lists the fields of a record. An amount is said once: with its code, and its wording only if that differs. */
function listFields({ collection, record }: Entry, index: RecordIndex): Listing {
  const fields = getFlatFields(collection);
  const listing = tabulate([record], fields, index);
  const amount = fields.find(({ schema }) => schema['x-currency']);
  if (!amount || record[amount.name] === null) return listing;
  const { 'x-currency': currency = '', 'x-written': wording = '' } = amount.schema;
  const cell = listing.read(record, amount.name);
  const isRepeated = (field: string) =>
    field === currency || (field === wording && record[field] === cell.text);
  return {
    ...listing,
    columns: listing.columns.filter(({ field }) => !isRepeated(field)),
    read: (one, field) =>
      field === amount.name
        ? { ...cell, text: `${cell.text} (${record[currency]})` }
        : listing.read(one, field),
  };
}

/** Formats the stated fields, one per line, then the names of the fields not stated and of the empty lists. */
function formatFields(entry: Entry, { index, page }: ShowContext): string {
  const { record } = entry;
  const listing = listFields(entry, index);
  const cells = listing.columns.map((column) => ({
    column,
    ...listing.read(record, column.field),
  }));
  const columns = cells.filter(({ missing }) => !missing).map(({ column }) => column);
  const rest = [notStated, none].map((label) => {
    const empty = cells.filter(({ missing, text }) => missing && text === label);
    if (empty.length === 0) return '';
    const line = `${label}: ${empty.map(({ column }) => column.field).join(', ')}`;
    return layOutLabelled('', page.style.dim(line), 0, page).trimStart();
  });
  return [renderCard({ ...listing, columns }, record, page), ...rest].join('');
}

/** Yields each record in full: its fields, its passages, and the records linked to it. */
function* renderRecords(entries: readonly Entry[], context: ShowContext): Generator<string> {
  for (const [at, entry] of entries.entries()) {
    const relations = findRelations(entry.record, context.index);
    if (at > 0) yield '\n';
    yield formatFields(entry, context);
    yield formatEvidence(entry.record, context);
    for (const [kind, heading] of headings) yield formatSection(heading, relations[kind], context);
  }
}

/**
 * Renders records in a format of listings. Their JSON has the collection and the ids of the linked records.
 * @throws UserError if the format has columns and the records belong to more than one collection
 */
function renderListing(
  name: FormatName,
  entries: readonly Entry[],
  { index, page, listPassages }: ShowContext,
): Iterable<string> {
  const format: Format = formats[name];
  const [collection, another] = [...new Set(entries.map((entry) => entry.collection))];
  if (format.fields !== 'every' && another !== undefined) {
    const hint = `records are from ${collection} and ${another}; use json or ndjson`;
    throw new UserError(`${name} is limited to one collection`, { hint });
  }
  const fields = collection === undefined ? [] : getFlatFields(collection);
  const records = entries.map(({ record }) => record);
  const toRecordJson = createRecordJson(index);
  const toJson = (record: AnyRecord) => {
    const relations = findRelations(record, index);
    const links = headings.map(([kind]) => [kind, relations[kind].map((one) => one.record.id)]);
    const passages = listPassages?.(record.id).map(({ text, missing }) => (missing ? null : text));
    return {
      ...toRecordJson(record),
      links: Object.fromEntries(links),
      ...(passages && { passages }),
    };
  };
  return format.render({ ...tabulate(records, fields, index), toJson }, page).pieces;
}

export const show = defineCommand({
  name: 'show',
  group: groups.reading,
  summary: 'Show full records, with links and supporting passages.',
  operands: { record: recordsOperand },
  options: {
    format: defineFormatOption(
      formatNames.filter((name) => name !== 'table'),
      describeFormat,
    ),
    article: defineTextOption(
      '--article <file>',
      'a copy of the article: show whole passages, with the words that the record repeats highlighted',
      completeFiles,
    ),
    all: defineFlag('--all', 'show all linked records'),
    csvSafe: listOptions.csvSafe,
  },
  examples: ({ leader, country, talk }) => [
    [`show ${leader}`, 'a leader, with talks and quotes'],
    [`show ${country}`, 'a country, with everything linked to it'],
    ['talks --ids | summit show -', 'every talk in full'],
    [`show ${talk} --article article.txt`, 'the whole passages, from a copy of the article'],
    [`show ${talk} -f json | jq '.[].links'`, 'the ids of the linked records'],
  ],
  more: 'Exits with 1 if an argument matches no record or more than one.',
  async run({ operands: { record: words }, options, page, print, ...call }) {
    const { article } = options;
    if (article === '-' && words.includes('-')) {
      throw new UserError('standard input cannot be both the article and the ids');
    }
    const dataset = await call.load();
    const index = indexRecords(dataset);
    const entries = await findRecords(words, index, call);
    const listPassages =
      article === undefined
        ? undefined
        : await loadPassages(article, { ...call, load: async () => dataset });
    const context = { index, page, hasAll: options.all === true, listPassages };
    const { format = 'cards' } = options;
    if (format === 'cards') await print(renderRecords(entries, context));
    else await print(renderListing(format, entries, context));
    return 0;
  },
});
