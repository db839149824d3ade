import { describeCollection, getFields } from '../schema/collections.ts';
import type { Entry } from '../schema/dataset.ts';
import type { RecordIndex } from './record-index.ts';
import { readCell } from './tabulate.ts';

/** Returns a record in one line: the summary fields of its collection, without missing values. */
export function summarise({ collection, record }: Entry, links: RecordIndex): string {
  const names = describeCollection(collection).summary;
  return getFields(collection)
    .filter(({ name }) => names.includes(name))
    .map((field) => readCell(record, field, links))
    .filter(({ missing }) => !missing)
    .map(({ text }) => text)
    .join(' · ');
}
