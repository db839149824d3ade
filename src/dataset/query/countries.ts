import type { AnyRecord } from '../../model/record.ts';
import { type Dataset, getRecords } from '../schema/dataset.ts';
import { findRecord } from './find-record.ts';
import type { RecordIndex } from './record-index.ts';

/**
 * Finds the country that a word matches.
 * @throws UserError if the word matches no country, or several.
 */
export function findCountry(dataset: Dataset, links: RecordIndex, word: string): AnyRecord {
  const ids = dataset.countries.map(({ id }) => id);
  const otherwise = `valid countries: ${ids.join(', ') || 'none'}`;
  return findRecord(word, links, 'countries', otherwise).record;
}

/**
 * Returns a test for records linked to any of these countries. A record is linked if it is such a country, refers to
 * one directly or through other records, or names such a country or one of its leaders.
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
