import type { Fact } from '../../contracts/listing.ts';
import {
  type AnyCollection,
  type CollectionName,
  collectionNames,
  collections,
  type RecordIn,
} from './collections.ts';
import { type Source, type Summit, source, summit } from './records.ts';

/** A dataset: its source, its summit, and an array of records a collection. */
export type Dataset = {
  readonly $schema?: string;
  readonly source: Source;
  readonly summit: Summit;
} & { readonly [N in CollectionName]: readonly RecordIn<N>[] };

/** A record with the collection that it stands in; the summit is a record too. */
export interface Entry {
  readonly collection: AnyCollection;
  readonly record: Fact;
}

/** A collection's records without their particular type, for code that goes by the schema. */
export function recordsOf(dataset: Dataset, name: CollectionName): readonly Fact[] {
  return dataset[name];
}

/** Every record of a dataset: the summit, then the collections in their order. */
export function entriesOf(dataset: Dataset): readonly Entry[] {
  const rest = collectionNames.flatMap((collection) =>
    recordsOf(dataset, collection).map((record) => ({ collection, record })),
  );
  return [{ collection: 'summit', record: dataset.summit }, ...rest];
}

/** How many records stand in the collections of a dataset. */
export function sizeOf(dataset: Dataset): number {
  return collectionNames.reduce((sum, name) => sum + recordsOf(dataset, name).length, 0);
}

/** What a collection is about, as a sentence of its own. */
export const sentence = (about: string) => `${about.charAt(0).toUpperCase()}${about.slice(1)}.`;

/** The JSON Schema (2020-12) of a dataset file. */
export function datasetSchema(): object {
  const arrays = collectionNames.map((name) => {
    const { schema, about } = collections[name];
    return [name, { type: 'array', description: sentence(about), items: schema }] as const;
  });
  const properties = {
    $schema: { type: 'string', description: 'Where this schema is to be found, for editors.' },
    source,
    summit,
    ...Object.fromEntries(arrays),
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'The facts of one news article about a summit',
    type: 'object',
    properties,
    required: Object.keys(properties).filter((name) => name !== '$schema'),
    additionalProperties: false,
  };
}
