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
 * Returns the test whether a record is linked to any of some countries: it is one of them, leads to one by
 * references, or names one or one of its leaders.
 */
export function tiesTo(
  dataset: Dataset,
  links: Links,
  countries: readonly Fact[],
): (record: Fact) => boolean {
  const ids = countries.map(({ id }) => id);
  const linked = new Set([...ids, ...links.leadingTo(ids)]);
  const leaders = recordsOf(dataset, 'leaders').filter(({ id }) => linked.has(id));
  const named = [...countries, ...leaders];
  return (record) => linked.has(record.id) || named.some((one) => links.mentions(record, one));
}
