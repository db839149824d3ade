import { readAddress } from '../dataset/query/annotations.ts';
import { buildTextDirective } from '../dataset/query/citation.ts';
import { readCell, readTexts } from '../dataset/query/read.ts';
import type { RecordIndex } from '../dataset/query/record-index.ts';
import { describeCollection, getFields } from '../dataset/schema/collections.ts';
import type { Entry } from '../dataset/schema/dataset.ts';
import { type Field, listFields } from '../dataset/schema/fields.ts';
import { type Source, source as sourceSchema } from '../dataset/schema/records.ts';
import type { Report } from '../evidence/verify.ts';
import { type Listing, notStated } from '../model/listing.ts';
import type { MarkedAnchor } from '../model/marked-article.ts';
import type { PageField, PageFinding, PagePassage, PageRecord } from '../model/page.ts';
import type { Anchor, AnyRecord } from '../model/record.ts';
import { groupBy } from '../text/group-by.ts';
import { formatAnchorWords } from './passages.ts';
import { tabulateRecord } from './show-record.ts';
import { describeFailure, describeWarning, findingLabels } from './verify-report.ts';

type FindFindings = (collection: string, id: string) => readonly PageFinding[];

/** Groups what a report has found by record. Returns a function that lists what was found on one. */
export function groupFindings({ failures, warnings, notes }: Report): FindFindings {
  const findings = [
    ...failures.map((one) => ({ ...one, kind: 'failed' as const, text: describeFailure(one) })),
    ...warnings.map((one) => ({ ...one, kind: 'review' as const, text: describeWarning(one) })),
    ...notes.map((one) => ({ ...one, kind: 'note' as const })),
  ].map((one) => ({ ...one, label: findingLabels[one.kind] }));
  const byRecord = groupBy(findings, ({ collection, id }) => `${collection} ${id}`);
  return (collection, id) => byRecord.get(`${collection} ${id}`) ?? [];
}

/** Lists the items of a field: the records that it refers to, or its text. */
function listItems(record: AnyRecord, field: Field, text: string, index: RecordIndex) {
  if (!field.schema['x-reference']) return [{ text }];
  return readTexts(record, field, index).map((id) => ({ id, text: index.label(id) ?? id }));
}

/** Lists the stated fields of a record for the page, and the names of those that are not stated. */
function listPageFields(
  record: AnyRecord,
  fields: readonly Field[],
  read: (field: Field) => ReturnType<Listing['read']>,
  index: RecordIndex,
): Pick<PageRecord, 'fields' | 'missing'> {
  const cells = fields.map((field) => ({ field, ...read(field) }));
  return {
    fields: cells
      .filter(({ missing }) => !missing)
      .map(({ field, text }): PageField => {
        return { name: field.name, items: listItems(record, field, text, index) };
      }),
    missing: cells
      .filter(({ missing, text }) => missing && text === notStated)
      .map(({ field }) => field.name),
  };
}

/** Describes the source of the dataset for the page. */
export function describePageSource(source: Source, index: RecordIndex, find: FindFindings) {
  const record = { id: 'source', ...source };
  const fields = listFields(sourceSchema);
  const listed = listPageFields(record, fields, (field) => readCell(record, field, index), index);
  return { ...listed, findings: find('source', 'source') };
}

/** Lists the passages of a record: those marked on the page and, without an article, the anchors with an address. */
function listPassages(
  { evidence }: AnyRecord,
  marked: readonly MarkedAnchor[] | undefined,
  address: string | undefined,
): readonly PagePassage[] {
  if (marked) {
    return marked.map(
      ({ anchor, state, place }) =>
        place ?? { paragraph: anchor.paragraph, words: `${formatAnchorWords(anchor)} (${state})` },
    );
  }
  return (evidence as readonly Anchor[]).map((anchor) => ({
    paragraph: anchor.paragraph,
    words: formatAnchorWords(anchor),
    ...(address !== undefined && { address: `${address}#${buildTextDirective([anchor])}` }),
  }));
}

/** Creates a function that describes a record for the page. `marked` are its anchors in a copy of the article. */
export function createRecordDescriber(index: RecordIndex, find: FindFindings) {
  const address = readAddress(index.dataset.source.url);
  const numbers = new Map(index.entries.map(({ record }, at) => [record.id, at + 1]));
  return (entry: Entry, marked: readonly MarkedAnchor[] | undefined): PageRecord => {
    const { collection, record } = entry;
    const { id } = record;
    const listing = tabulateRecord(entry, index);
    const { sentence } = describeCollection(collection);
    const title = sentence ? listing.read(record, sentence).text : (index.label(id) ?? id);
    const shown = new Set(listing.columns.map(({ field }) => field));
    const fields = getFields(collection).filter(({ name }) => {
      const isTitle = name === sentence || record[name] === title;
      return shown.has(name) && name !== 'id' && !isTitle;
    });
    return {
      number: numbers.get(id) ?? 0,
      id,
      collection,
      title,
      ...listPageFields(record, fields, ({ name }) => listing.read(record, name), index),
      passages: listPassages(record, marked, address),
      findings: find(collection, id),
    };
  };
}
