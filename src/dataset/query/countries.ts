import type { Fact } from '../../contracts/listing.ts';
import { Failure } from '../../system/failure.ts';
import { fold } from '../../text/fold.ts';
import { suggest } from '../../text/suggest.ts';
import { type Dataset, recordsOf } from '../schema/dataset.ts';
import { spellings } from '../schema/names.ts';
import type { Links } from './links.ts';

/**
 * The country called by an id, name, alias or ISO code, without regard to case and diacritics.
 * @throws Failure for a word that calls no country, with the nearest one.
 */
export function findCountry(dataset: Dataset, links: Links, word: string): Fact {
  const countries = recordsOf(dataset, 'countries');
  const wanted = fold(word);
  const found = countries.find((one) => links.calls(one.id).some((call) => fold(call) === wanted));
  if (found) return found;
  const known = `the countries are ${countries.map(({ id }) => id).join(', ') || 'none'}`;
  const names = countries.flatMap((one) => [one.id, ...spellings(one)]);
  throw new Failure(`no country "${word}" in this dataset`, { hint: suggest(word, names, known) });
}

/**
 * The test whether a record is tied to a country: it is the country, leads to it by references, or names
 * it or its leader.
 */
export function tiesTo(dataset: Dataset, links: Links, country: Fact): (record: Fact) => boolean {
  const leaders = recordsOf(dataset, 'leaders').filter((one) => links.leadsTo(one, country.id));
  const named = [country, ...leaders];
  return (record) =>
    record.id === country.id ||
    links.leadsTo(record, country.id) ||
    named.some((one) => links.mentions(record, one));
}
