import { indexRecords, type RecordIndex } from '../dataset/query/record-index.ts';
import { findRelations, type Relations } from '../dataset/query/relations.ts';
import { summarise } from '../dataset/query/summary.ts';
import { formatAnchor, tabulate } from '../dataset/query/tabulate.ts';
import {
  type AnyCollection,
  describeCollection,
  getFields,
} from '../dataset/schema/collections.ts';
import { type Dataset, type Entry, listEntries } from '../dataset/schema/dataset.ts';
import { none, notStated } from '../model/listing.ts';
import type { Anchor } from '../model/record.ts';
import { listOptions } from '../options/list-options.ts';
import { defineFlag, defineFormatOption } from '../options/option.ts';
import { escapeUnsafe } from '../output/escape.ts';
import { formatJson, formatJsonLines } from '../output/format-json.ts';
import { renderCard } from '../output/formats/cards.ts';
import { formats } from '../output/formats.ts';
import type { RenderOptions } from '../output/render-options.ts';
import { layOutLabelled, measureWidth } from '../output/text.ts';
import { UserError } from '../system/user-error.ts';
import { defineCommand, groups } from './command.ts';
import { findRecords, recordsOperand } from './find-records.ts';

const headings: Readonly<Record<keyof Relations, string>> = {
  refersTo: 'Links to',
  referredToBy: 'Linked from',
  mentionedIn: 'Mentioned in',
};
const kinds = Object.keys(headings) as readonly (keyof Relations)[];

/** Maximum number of linked records per collection shown below a heading without `--all`. */
const maxLinked = 5;

/** Settings shared by the sections of a record. */
interface ShowContext {
  readonly links: RecordIndex;
  readonly page: RenderOptions;
  readonly hasAll: boolean;
}

/** Formats the linked records of one collection, one per line, and the number of further ones. */
function formatGroup(
  collection: AnyCollection,
  entries: readonly Entry[],
  view: ShowContext,
): string {
  const { links, page, hasAll } = view;
  const { singular } = describeCollection(collection);
  const shown = hasAll ? entries : entries.slice(0, maxLinked);
  const widest = shown.reduce((width, { record }) => Math.max(width, measureWidth(record.id)), 0);
  const lines = shown.map((entry) => {
    const label = `  ${page.style.id(entry.record.id)}`;
    return layOutLabelled(label, escapeUnsafe(summarise(entry, links)), widest + 2, page);
  });
  const more = entries.length - shown.length;
  const rest = more > 0 ? [`  ${page.style.dim(`${more} more (use --all)`)}\n`] : [];
  return `${page.style.dim(entries.length === 1 ? singular : collection)}\n${[...lines, ...rest].join('')}`;
}

/** Formats a heading and the linked records, grouped by collection. */
function formatSection(heading: string, entries: readonly Entry[], view: ShowContext): string {
  if (entries.length === 0) return '';
  const collections = [...new Set(entries.map(({ collection }) => collection))];
  const parts = collections.map((name) =>
    formatGroup(
      name,
      entries.filter(({ collection }) => collection === name),
      view,
    ),
  );
  return `\n${view.page.style.heading(heading)}\n${parts.join('')}`;
}

function formatEvidence(anchors: readonly Anchor[], page: RenderOptions): string {
  const lines = anchors.map((anchor) => {
    const [place = '', ...words] = formatAnchor(anchor).split(' ');
    return layOutLabelled(page.style.dim(place), escapeUnsafe(words.join(' ')), 3, page);
  });
  const none = `${page.style.dim('no passage: the article does not say')}\n`;
  return `\n${page.style.heading('Evidence')}\n${lines.join('') || none}`;
}

/**
 * Formats the stated fields of a record, one per line, then the names of the fields not stated and of the empty lists.
 */
function formatFields({ collection, record }: Entry, { links, page }: ShowContext): string {
  const fields = getFields(collection).filter(({ name }) => name !== 'evidence');
  const listing = tabulate([record], fields, links);
  const cells = listing.columns.map((column) => ({
    column,
    ...listing.read(record, column.field),
  }));
  const columns = cells.filter(({ missing }) => !missing).map(({ column }) => column);
  const rest = [notStated, none].flatMap((label) => {
    const empty = cells.filter(({ missing, text }) => missing && text === label);
    return empty.length > 0
      ? [`${label}: ${empty.map(({ column }) => column.field).join(', ')}`]
      : [];
  });
  const left = rest.map((line) => layOutLabelled('', page.style.dim(line), 0, page).trimStart());
  return [renderCard({ ...listing, columns }, record, page), ...left].join('');
}

function* renderCards(
  entries: readonly Entry[],
  all: readonly Entry[],
  view: ShowContext,
): Generator<string> {
  for (const [at, entry] of entries.entries()) {
    const relations = findRelations(entry, all, view.links);
    if (at > 0) yield '\n';
    yield formatFields(entry, view);
    for (const kind of kinds) yield formatSection(headings[kind], relations[kind], view);
    yield formatEvidence(entry.record.evidence as readonly Anchor[], view.page);
  }
}

/** Yields each record with its collection and the ids of its linked records. */
function* listJson(
  entries: readonly Entry[],
  all: readonly Entry[],
  links: RecordIndex,
): Generator<object> {
  for (const entry of entries) {
    const relations = findRelations(entry, all, links);
    const ids = kinds.map((kind) => [kind, relations[kind].map(({ record }) => record.id)]);
    yield { ...entry, links: Object.fromEntries(ids) };
  }
}

/**
 * Renders records as a table.
 * @throws UserError if they belong to more than one collection
 */
function renderTable(
  format: 'csv' | 'tsv' | 'markdown',
  entries: readonly Entry[],
  { links, page }: ShowContext,
): Iterable<string> {
  const [name, another] = [...new Set(entries.map(({ collection }) => collection))];
  if (name === undefined) return [];
  if (another !== undefined) {
    const hint = `records are from ${name} and ${another}; use json or ndjson`;
    throw new UserError(`${format} is limited to one collection`, { hint });
  }
  const fields = getFields(name).filter(({ kind }) => kind !== 'evidence');
  const records = entries.map(({ record }) => record);
  return formats[format].render(tabulate(records, fields, links), page).pieces;
}

export const show = defineCommand({
  name: 'show',
  group: groups.reading,
  summary: 'Show full records, with links and supporting passages.',
  operands: { record: recordsOperand },
  options: {
    format: defineFormatOption(['cards', 'json', 'ndjson', 'csv', 'tsv', 'markdown']),
    all: defineFlag('--all', 'show all linked records'),
    csvSafe: listOptions.csvSafe,
  },
  examples: ({ leader, country, talk }) => [
    [`show ${leader}`, 'a leader, with talks and quotes'],
    [`show ${country}`, 'a country, with everything linked to it'],
    ['talks --ids | summit show -', 'every talk in full'],
    [`show ${talk} -f json | jq '.[].links'`, 'the ids of the linked records'],
  ],
  more: 'Exits with 1 if an argument matches no record or more than one.',
  async run({ operands: { record: words }, options, page, load, print, ...call }) {
    const dataset: Dataset = await load();
    const links = indexRecords(dataset);
    const entries = await findRecords(words, links, call);
    const all = listEntries(dataset);
    const sheet = { ...page, escapesFormulas: options.csvSafe === true };
    const view: ShowContext = { links, page: sheet, hasAll: options.all === true };
    const { format = 'cards' } = options;
    const data = () => listJson(entries, all, links);
    if (format === 'cards') await print(renderCards(entries, all, view));
    else if (format === 'json') await print(formatJson(data()));
    else if (format === 'ndjson') await print(formatJsonLines(data()));
    else await print(renderTable(format, entries, view));
    return 0;
  },
});
