import { type Dataset, type Entry, entriesOf } from '../dataset/dataset.ts';
import type { Links } from '../dataset/links.ts';
import { Failure } from '../failure.ts';
import { suggest } from '../nearest.ts';

/**
 * The record with this id.
 * @throws Failure with status 1 if there is none, with the nearest id.
 */
export function findRecord(dataset: Dataset, links: Links, id: string): Entry {
  const entry = links.entry(id);
  if (entry) return entry;
  const ids = entriesOf(dataset).map(({ record }) => record.id);
  const otherwise = `summit search ${/^[\w-]+$/.test(id) ? id : '<text>'} looks in all records`;
  throw new Failure(`no record "${id}"`, { status: 1, hint: suggest(id, ids, otherwise) });
}
