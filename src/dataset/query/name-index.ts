import { collectionNames, getFields } from '../schema/collections.ts';
import { type Dataset, getRecords } from '../schema/dataset.ts';
import { indexNames, listNames, type NameFinder } from '../schema/names.ts';
import { indexRecords, type RecordIndex } from './record-index.ts';

/** What the fields of a dataset are checked with. */
export interface NameIndex {
  readonly links: RecordIndex;
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
