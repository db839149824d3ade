import { summarise, tabulate } from '../dataset/query/read.ts';
import type { RecordIndex } from '../dataset/query/record-index.ts';
import { createRelationFinder } from '../dataset/query/relations.ts';
import {
  type AnyCollection,
  describeCollection,
  getFields,
} from '../dataset/schema/collections.ts';
import type { Entry } from '../dataset/schema/dataset.ts';
import { type Listing, none, notStated } from '../model/listing.ts';
import type { Anchor, AnyRecord } from '../model/record.ts';
import { renderCell } from '../output/cell.ts';
import { escapeUnsafe } from '../output/escape.ts';
import { renderCard } from '../output/formats/cards.ts';
import type { RenderOptions } from '../output/render-options.ts';
import { layOutLabelled, layOutRows } from '../output/text.ts';
import { groupBy } from '../text/group-by.ts';
import { formatAnchorWords, type ShownPassage } from './passages.ts';

/** Groups of linked records, with their headings. */
export const headings = [
  ['refersTo', 'Links to'],
  ['referredToBy', 'Linked from'],
  ['mentionedIn', 'Mentioned in'],
] as const;

/** Maximum number of linked records per collection shown below a heading without `--all`. */
const maxLinked = 5;

/** Settings shared by the sections of a record. */
export interface ShowContext {
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
    : (evidence as readonly Anchor[]).map(
        (one) => [style.dim(`¶${one.paragraph}`), escapeUnsafe(formatAnchorWords(one))] as const,
      );
  const nothing = `${style.dim('no passage: the article does not say')}\n`;
  const lines = layOutRows(rows, narrow(page)) || nothing;
  return `\n${style.heading('Evidence')}\n${indentLines(lines)}`;
}

export const getFlatFields = (collection: AnyCollection) =>
  getFields(collection).filter(({ kind }) => kind !== 'evidence');

/** Tabulates the fields of a record. An amount is said once: with its code, and its wording only if that differs. */
export function tabulateRecord({ collection, record }: Entry, index: RecordIndex): Listing {
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
  const listing = tabulateRecord(entry, index);
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
export function* renderRecords(entries: readonly Entry[], context: ShowContext): Generator<string> {
  const records = entries.map(({ record }) => record);
  const findRelations = createRelationFinder(records, context.index);
  for (const [at, entry] of entries.entries()) {
    const relations = findRelations(entry.record);
    if (at > 0) yield '\n';
    yield formatFields(entry, context);
    yield formatEvidence(entry.record, context);
    for (const [kind, heading] of headings) yield formatSection(heading, relations[kind], context);
  }
}
