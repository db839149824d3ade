import type { AnyRecord } from '../../contracts/listing.ts';
import { type Dataset, getRecords } from '../schema/dataset.ts';
import { findRecord } from './find-record.ts';
import type { RecordIndex } from './record-index.ts';

/**
 * The country that a word calls (see calledBy).
 * @throws Failure for a word that calls no country, or several.
 */
export function findCountry(dataset: Dataset, links: RecordIndex, word: string): AnyRecord {
  const ids = dataset.countries.map(({ id }) => id);
  const otherwise = `the countries are ${ids.join(', ') || 'none'}`;
  return findRecord(word, links, 'countries', otherwise).record;
}

/**
 * Returns the test whether a record is linked to any of some countries: it is one of them, leads to one by
 * references, or names one or one of its leaders.
 */
export function createLinkTest(
  dataset: Dataset,
  links: RecordIndex,
  countries: readonly AnyRecord[],
): (record: AnyRecord) => boolean {
  const ids = countries.map(({ id }) => id);
  const linked = new Set([...ids, ...links.leadingTo(ids)]);
  const leaders = getRecords(dataset, 'leaders').filter(({ id }) => linked.has(id));
  const named = [...countries, ...leaders];
  return (record) => linked.has(record.id) || named.some((one) => links.mentions(record, one));
}
