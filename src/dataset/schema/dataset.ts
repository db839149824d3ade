import type { AnyRecord } from '../../model/record.ts';
import {
  type AnyCollection,
  allCollections,
  type CollectionName,
  collectionNames,
  collections,
  getFields,
  type RecordType,
} from './collections.ts';
import { type Field, listFields } from './fields.ts';
import { type Review, review, type Source, type Summit, source, summit } from './records.ts';

/** Dataset: its source, its summit, and an array of records per collection. */
export type Dataset = {
  readonly $schema?: string;
  readonly source: Source;
  readonly summit: Summit;
  readonly reviewed?: readonly Review[];
} & { readonly [N in CollectionName]: readonly RecordType<N>[] };

/** Record as written in a file. */
type Written = Readonly<Record<string, unknown>>;

/** Adds the fields that a record lacks, as null or an empty list. */
function fillMissingFields(record: Written, fields: readonly Field[]): Written {
  if (fields.every(({ name }) => Object.hasOwn(record, name))) return record;
  return Object.fromEntries(
    fields.map(({ name, schema: { type } }) => [
      name,
      record[name] ?? (type === 'array' ? [] : null),
    ]),
  );
}

/** Builds a dataset from a valid file, with the fields and collections that the file leaves out. */
export function toDataset(file: unknown): Dataset {
  const written = file as { readonly source: Written; readonly summit: Written } & {
    readonly [N in CollectionName]?: readonly Written[];
  };
  const lists = collectionNames.map((name) => {
    const fields = getFields(name);
    return [name, (written[name] ?? []).map((one) => fillMissingFields(one, fields))] as const;
  });
  const dataset: unknown = {
    ...written,
    source: fillMissingFields(written.source, listFields(source)),
    summit: fillMissingFields(written.summit, getFields('summit')),
    ...Object.fromEntries(lists),
  };
  // The types are made from the schema, so a valid and complete file has them.
  return dataset as Dataset;
}

/** Record with its collection. The summit is a record too. */
export interface Entry {
  readonly collection: AnyCollection;
  readonly record: AnyRecord;
}

/** Returns the records of a collection without their specific type, for code that follows the schema. */
export const getRecords = (dataset: Dataset, name: AnyCollection): readonly AnyRecord[] =>
  name === 'summit' ? [dataset.summit] : dataset[name];

/** Lists every record of a dataset: the summit, then the collections in their order. */
export const listEntries = (dataset: Dataset): readonly Entry[] =>
  allCollections.flatMap((collection) =>
    getRecords(dataset, collection).map((record) => ({ collection, record })),
  );

/** Counts the records in the collections of a dataset, without the summit. */
export const countRecords = (dataset: Dataset): number =>
  collectionNames.reduce((sum, name) => sum + dataset[name].length, 0);

/** Turns the description of a collection into a sentence. */
export const toSentence = (about: string) => `${about.charAt(0).toUpperCase()}${about.slice(1)}.`;

/** Builds the JSON Schema (2020-12) of a dataset file. */
export function buildDatasetSchema(): object {
  const arrays = collectionNames.map((name) => {
    const { schema, description } = collections[name];
    return [name, { type: 'array', description: toSentence(description), items: schema }] as const;
  });
  const properties = {
    $schema: { type: 'string', description: 'Location of this schema, for editors.' },
    source,
    summit,
    ...Object.fromEntries(arrays),
    reviewed: {
      type: 'array',
      description: 'Warnings of verify that a person has reviewed and found wrong.',
      items: review,
    },
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'The facts of one news article about a summit',
    type: 'object',
    properties,
    required: ['source', 'summit'],
    additionalProperties: false,
  };
}
