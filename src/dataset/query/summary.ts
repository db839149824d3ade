import { describeCollection, getFields } from '../schema/collections.ts';
import type { Entry } from '../schema/dataset.ts';
import type { RecordIndex } from './record-index.ts';
import { readCell } from './tabulate.ts';

/** A record in one line: what its collection sums it up by, less what is not stated. */
export function summarise({ collection, record }: Entry, links: RecordIndex): string {
  const names = describeCollection(collection).summary;
  return getFields(collection)
    .filter(({ name }) => names.includes(name))
    .map((field) => readCell(record, field, links))
    .filter(({ missing }) => !missing)
    .map(({ text }) => text)
    .join(' · ');
}
