import { collectionNames, getFields } from '../schema/collections.ts';
import { type Dataset, getRecords } from '../schema/dataset.ts';
import { indexNames, listNames, type NameFinder } from '../schema/names.ts';
import { indexRecords, type RecordIndex } from './record-index.ts';

/** Indexes and lists with which the fields of a dataset are verified. */
export interface NameIndex {
  readonly links: RecordIndex;
  /** Finds the countries that a text names; each is the list of its names and aliases. */
  readonly countries: NameFinder<readonly string[]>;
  /** Names and aliases of each record that can have aliases, by its name. */
  readonly byName: ReadonlyMap<unknown, readonly string[]>;
  /** All names and aliases. */
  readonly allNames: readonly string[];
  /** Years in the publication date and the note of the source. */
  readonly years: readonly string[];
}

export function buildNameIndex(dataset: Dataset): NameIndex {
  const countries = getRecords(dataset, 'countries').map(listNames);
  const named = collectionNames
    .filter((name) => getFields(name).some((field) => field.name === 'aliases'))
    .flatMap((name) => getRecords(dataset, name));
  const { published, note } = dataset.source;
  return {
    links: indexRecords(dataset),
    allNames: named.flatMap(listNames),
    years: Array.from(`${published} ${note}`.matchAll(/\b[12]\d{3}\b/g), ([year]) => year),
    countries: indexNames(countries, (names) => names),
    byName: new Map(named.map((record) => [record.name, listNames(record)])),
  };
}
