import type { Fact } from '../../contracts/listing.ts';
import { type Dataset, recordsOf } from '../schema/dataset.ts';
import { theOneCalled } from './called.ts';
import type { Links } from './links.ts';

/**
 * The country that a word calls (see calledBy).
 * @throws Failure for a word that calls no country, or several.
 */
export function findCountry(dataset: Dataset, links: Links, word: string): Fact {
  const ids = dataset.countries.map(({ id }) => id);
  const otherwise = `the countries are ${ids.join(', ') || 'none'}`;
  return theOneCalled(word, links, 'countries', otherwise).record;
}

/**
 * The test whether a record is tied to a country: it is the country, leads to it by references, or names
 * it or its leader.
 */
export function tiesTo(dataset: Dataset, links: Links, country: Fact): (record: Fact) => boolean {
  const leading = links.leadingTo([country.id]);
  const leaders = recordsOf(dataset, 'leaders').filter(({ id }) => leading.has(id));
  const named = [country, ...leaders];
  return (record) =>
    record.id === country.id ||
    leading.has(record.id) ||
    named.some((one) => links.mentions(record, one));
}
