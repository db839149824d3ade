import type { AnyRecord } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { groupBy } from '../../text/group-by.ts';
import { memoise } from '../../text/memoise.ts';
import {
  type AnyCollection,
  allCollections,
  collectionNames,
  describeCollection,
  getFields,
} from '../schema/collections.ts';
import * as schema from '../schema/fields.ts';
import { summarise } from './read.ts';
import type { RecordIndex } from './record-index.ts';

/**
 * Returns the name that a field has among the fields that collections share: `leaders` for the `leader` of a quote,
 * `date` for the `start` of an event.
 */
function getSharedName(collection: AnyCollection, { name, schema: own }: schema.Field): string {
  const target = collectionNames.find((one) => one === own['x-reference']);
  if (target && describeCollection(target).singular === name) return target;
  return describeCollection(collection).timeline?.start === name ? 'date' : name;
}

/** Fields of the collections by their shared name, without the id and the evidence, which all have. */
const fieldsByName = groupBy(
  collectionNames.flatMap((collection) =>
    getFields(collection)
      .filter(({ name }) => name !== 'id' && name !== 'evidence')
      .map((field) => ({ collection, field })),
  ),
  ({ collection, field }) => getSharedName(collection, field),
);

/** Merges the schemas of fields with the same shared name: a list if any is one, with the choices of all. */
function mergeSchemas(
  name: string,
  fields: readonly { readonly collection: string; readonly field: schema.Field }[],
) {
  const { schema: base } = assertDefined(
    fields.find(({ field }) => field.kind === 'list') ?? fields[0],
  ).field;
  const choices = [...new Set(fields.flatMap(({ field }) => field.schema.enum ?? []))];
  const names = [...new Set(fields.map(({ collection }) => collection))];
  return {
    type: base.type,
    pattern: base.pattern,
    items: base.items,
    enum: choices.length > 0 ? choices : undefined,
    'x-reference': base['x-reference'],
    'x-until': name === 'date' ? 'end' : undefined,
    description: `In ${names.slice(0, -1).join(', ')} and ${names.at(-1)}.`,
  };
}

/** Fields of a record of any collection: its id, collection and summary, and those that two or more collections share. */
export const recordFields = schema.listFields(
  schema.record('A record of any collection.', {
    id: schema.id('Id of the record.'),
    collection: schema.choice('The collection it belongs to.', allCollections),
    summary: schema.text('The record in one line.'),
    ...Object.fromEntries(
      [...fieldsByName]
        .filter(([, fields]) => new Set(fields.map(({ collection }) => collection)).size > 1)
        .map(([name, fields]) => [name, mergeSchemas(name, fields)]),
    ),
    evidence: schema.evidence(0),
  }),
);

/** Fields of a collection with their shared names. `isList` is true if one value becomes a list there. */
const listSharedNames = memoise((collection: AnyCollection) =>
  getFields(collection).map((field) => {
    const shared = getSharedName(collection, field);
    const target = recordFields.find(({ name }) => name === shared);
    return { name: field.name, shared, isList: target?.kind === 'list' && field.kind !== 'list' };
  }),
);

/** Lists the records of all collections and the summit. A field that the collection of a record lacks is left out. */
export const listAllRecords = (index: RecordIndex): readonly AnyRecord[] =>
  index.entries.map((entry): AnyRecord => {
    const { collection, record } = entry;
    const { end } = describeCollection(collection).timeline ?? {};
    const shared = listSharedNames(collection).map(({ name, shared: to, isList }) => {
      const value = assertDefined(record[name]);
      return [to, isList ? [value].filter((one) => one !== null).map(String) : value] as const;
    });
    return {
      ...Object.fromEntries(shared),
      ...(end && { end: assertDefined(record[end]) }),
      id: record.id,
      collection,
      // Read when it is shown, because most of many records are not.
      get summary() {
        return summarise(entry, index);
      },
    };
  });

/** Returns a function that builds the JSON of a record where several collections are mixed: its fields and collection. */
export const createRecordJson =
  (index: RecordIndex) =>
  ({ id }: AnyRecord): object => {
    const { collection, record } = assertDefined(index.findEntry(id));
    return { collection, ...record };
  };
