import { collectionNames, fieldsIn } from '../schema/collections.ts';
import { type Dataset, recordsOf } from '../schema/dataset.ts';
import { type NameTest, nameTest, spellings } from '../schema/names.ts';
import { type Links, linksOf } from './links.ts';

/** What the fields of a dataset are checked with. */
export interface NameIndex {
  readonly links: Links;
  /** The spellings of each country, with the test for any of them. */
  readonly countries: readonly {
    readonly isNamedIn: NameTest;
    readonly spelt: readonly string[];
  }[];
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
    countries: countries.map((spelt) => ({ isNamedIn: nameTest(spelt), spelt })),
    byName: new Map(named.map((record) => [record.name, spellings(record)])),
  };
}
