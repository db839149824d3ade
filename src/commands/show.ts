import { none, notStated } from '../contracts/listing.ts';
import type { Anchor } from '../contracts/verification-target.ts';
import { type Links, linksOf } from '../dataset/query/links.ts';
import { type Relations, relationsOf } from '../dataset/query/relations.ts';
import { summaryOf } from '../dataset/query/summary.ts';
import { anchorText, tabulate } from '../dataset/query/tabulate.ts';
import { type AnyCollection, describe, fieldsIn } from '../dataset/schema/collections.ts';
import { type Dataset, type Entry, entriesOf } from '../dataset/schema/dataset.ts';
import { listOptions } from '../options/list-options.ts';
import { flagOption, formatOption } from '../options/option.ts';
import { widthOf } from '../output/cell.ts';
import { visible } from '../output/escape.ts';
import { formatJson, formatJsonLines } from '../output/format-json.ts';
import { card } from '../output/formats/cards.ts';
import { formats } from '../output/formats.ts';
import { labelled } from '../output/labelled.ts';
import type { Page } from '../output/page.ts';
import { Failure } from '../system/failure.ts';
import { command, groups } from './command.ts';
import { findRecords, recordsOperand } from './find-records.ts';

const headings: Readonly<Record<keyof Relations, string>> = {
  refersTo: 'Refers to',
  referredToBy: 'Referred to by',
  mentionedIn: 'Mentioned in',
};
const kinds = Object.keys(headings) as readonly (keyof Relations)[];

/** How many records of one collection are shown below a heading unless all are asked for. */
const most = 5;

/** What the sections of a record are drawn with. */
interface View {
  readonly links: Links;
  readonly page: Page;
  readonly hasAll: boolean;
}

/** The records of one collection, a line each, and how many more there are. */
function group(collection: AnyCollection, entries: readonly Entry[], view: View): string {
  const { links, page, hasAll } = view;
  const { singular } = describe(collection);
  const shown = hasAll ? entries : entries.slice(0, most);
  const widest = shown.reduce((width, { record }) => Math.max(width, widthOf(record.id)), 0);
  const lines = shown.map((entry) => {
    const label = `  ${page.style.id(entry.record.id)}`;
    return labelled(label, visible(summaryOf(entry, links)), widest + 2, page);
  });
  const more = entries.length - shown.length;
  const rest = more > 0 ? [`  ${page.style.faint(`+${more} more; --all shows them`)}\n`] : [];
  return `${page.style.faint(entries.length === 1 ? singular : collection)}\n${[...lines, ...rest].join('')}`;
}

/** A heading, and below it the linked records by their collections. */
function section(heading: string, entries: readonly Entry[], view: View): string {
  if (entries.length === 0) return '';
  const collections = [...new Set(entries.map(({ collection }) => collection))];
  const parts = collections.map((name) =>
    group(
      name,
      entries.filter(({ collection }) => collection === name),
      view,
    ),
  );
  return `\n${view.page.style.head(heading)}\n${parts.join('')}`;
}

function evidenceSection(anchors: readonly Anchor[], page: Page): string {
  const lines = anchors.map((anchor) => {
    const [place = '', ...words] = anchorText(anchor).split(' ');
    return labelled(page.style.faint(place), visible(words.join(' ')), 3, page);
  });
  const none = `${page.style.faint('no passage: the article is silent on this')}\n`;
  return `\n${page.style.head('Evidence')}\n${lines.join('') || none}`;
}

/** What is stated of a record, a line a field; then in one line what is not stated, and in another what is empty. */
function fieldsOf({ collection, record }: Entry, { links, page }: View): string {
  const fields = fieldsIn(collection).filter(({ name }) => name !== 'evidence');
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
  const left = rest.map((line) => labelled('', page.style.faint(line), 0, page).trimStart());
  return [card({ ...listing, columns }, record, page), ...left].join('');
}

function* cards(entries: readonly Entry[], all: readonly Entry[], view: View): Generator<string> {
  for (const [at, entry] of entries.entries()) {
    const relations = relationsOf(entry, all, view.links);
    if (at > 0) yield '\n';
    yield fieldsOf(entry, view);
    for (const kind of kinds) yield section(headings[kind], relations[kind], view);
    yield evidenceSection(entry.record.evidence as readonly Anchor[], view.page);
  }
}

/** Each record with its collection and the ids of what is linked to it. */
function* dataOfEach(
  entries: readonly Entry[],
  all: readonly Entry[],
  links: Links,
): Generator<object> {
  for (const entry of entries) {
    const relations = relationsOf(entry, all, links);
    const ids = kinds.map((kind) => [kind, relations[kind].map(({ record }) => record.id)]);
    yield { ...entry, links: Object.fromEntries(ids) };
  }
}

/** The records as a table of their collection, which has to be one. */
function table(
  format: 'csv' | 'tsv' | 'markdown',
  entries: readonly Entry[],
  { links, page }: View,
): Iterable<string> {
  const [name, another] = [...new Set(entries.map(({ collection }) => collection))];
  if (name === undefined) return [];
  if (another !== undefined) {
    const hint = `these are of ${name} and ${another}; json and ndjson take all`;
    throw new Failure(`${format} has the fields of one collection`, { hint });
  }
  const fields = fieldsIn(name).filter(({ kind }) => kind !== 'evidence');
  const records = entries.map(({ record }) => record);
  return formats[format].render(tabulate(records, fields, links), page).pieces;
}

export const show = command({
  name: 'show',
  group: groups.reading,
  summary: 'Show records in full, with all that is linked to them and their evidence.',
  operands: { record: recordsOperand },
  options: {
    format: formatOption(['cards', 'json', 'ndjson', 'csv', 'tsv', 'markdown']),
    all: flagOption('--all', 'all linked records, however many'),
    csvSafe: listOptions.csvSafe,
  },
  examples: ({ leader, country, talk }) => [
    [`show ${leader}`, 'a leader, with talks and quotes'],
    [`show ${country}`, 'a country, with everything tied to it'],
    ['talks --ids | summit show -', 'the talks, each in full'],
    [`show ${talk} -f json | jq '.[].links'`, 'the ids of the linked records'],
  ],
  more: 'Exits with 1 when a word calls no record, or several.',
  async run({ operands: { record: words }, options, page, load, print, ...call }) {
    const dataset: Dataset = await load();
    const links = linksOf(dataset);
    const entries = await findRecords(words, links, call);
    const all = entriesOf(dataset);
    const sheet = { ...page, isGuarded: options.csvSafe === true };
    const view: View = { links, page: sheet, hasAll: options.all === true };
    const { format = 'cards' } = options;
    const data = () => dataOfEach(entries, all, links);
    if (format === 'cards') await print(cards(entries, all, view));
    else if (format === 'json') await print(formatJson(data()));
    else if (format === 'ndjson') await print(formatJsonLines(data()));
    else await print(table(format, entries, view));
    return 0;
  },
});
