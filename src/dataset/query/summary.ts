import { describe, fieldsIn } from '../schema/collections.ts';
import type { Entry } from '../schema/dataset.ts';
import type { Links } from './links.ts';
import { read } from './tabulate.ts';

/** A record in one line: what its collection sums it up by, less what is not stated. */
export function summaryOf({ collection, record }: Entry, links: Links): string {
  const names = describe(collection).summary;
  return fieldsIn(collection)
    .filter(({ name }) => names.includes(name))
    .map((field) => read(record, field, links))
    .filter(({ missing }) => !missing)
    .map(({ text }) => text)
    .join(' · ');
}
