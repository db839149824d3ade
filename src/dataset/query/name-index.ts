import { collectionNames, fieldsIn } from '../schema/collections.ts';
import { type Dataset, recordsOf } from '../schema/dataset.ts';
import { indexNames, type NameFinder, spellings } from '../schema/names.ts';
import { type Links, linksOf } from './links.ts';

/** What the fields of a dataset are checked with. */
export interface NameIndex {
  readonly links: Links;
  /** Finds the countries that a text names, each as its spellings. */
  readonly countries: NameFinder<readonly string[]>;
  /** The spellings of whatever has aliases, by its name. */
  readonly byName: ReadonlyMap<unknown, readonly string[]>;
  /** Every name and alias. */
  readonly allNames: readonly string[];
  /** The years that the source is dated with, or says to be inferred. */
  readonly years: readonly string[];
}

/** The name index of a dataset. */
export function nameIndexOf(dataset: Dataset): NameIndex {
  const countries = recordsOf(dataset, 'countries').map(spellings);
  const named = collectionNames
    .filter((name) => fieldsIn(name).some((field) => field.name === 'aliases'))
    .flatMap((name) => recordsOf(dataset, name));
  const { published, note } = dataset.source;
  return {
    links: linksOf(dataset),
    allNames: named.flatMap(spellings),
    years: Array.from(`${published} ${note}`.matchAll(/\b[12]\d{3}\b/g), ([year]) => year),
    countries: indexNames(countries, (names) => names),
    byName: new Map(named.map((record) => [record.name, spellings(record)])),
  };
}
