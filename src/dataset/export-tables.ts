import type { Anchor, AnyRecord } from '../model/record.ts';
import type { SqlTable } from '../model/sql-table.ts';
import { assertDefined } from '../text/assert-defined.ts';
import {
  type AnyCollection,
  type CollectionName,
  collectionNames,
  describeCollection,
  getFields,
} from './schema/collections.ts';
import { type Dataset, getRecords, listEntries, toSentence } from './schema/dataset.ts';
import {
  anyCollection,
  type Field,
  id,
  isNullable,
  listFields,
  type RecordSchema,
  record,
  reference,
  text,
} from './schema/fields.ts';

/** Table of a data package. */
export interface Resource {
  readonly name: string;
  readonly description: string;
  readonly fields: readonly FlatField[];
  readonly rows: readonly AnyRecord[];
  /** Fields that tell its rows apart; none for the passages, which may repeat. */
  readonly primaryKey: readonly string[];
}

/** Schema of the passages, which have their own table because a CSV cell holds no nested values. */
const passageSchema: RecordSchema = record('A passage of the article that supports a record.', {
  collection: text('The collection the record belongs to.'),
  id: reference(anyCollection, 'Id of the record.'),
  paragraph: { type: 'integer', description: 'Non-empty blocks of the text, counted from 1.' },
  start: text('The first words, as the article has them.'),
  end: { type: ['string', 'null'], description: 'The last words; empty where start is all of it.' },
});

/** Schema of the ids of all records, to which references to a record of any collection lead. */
const recordSchema: RecordSchema = record('A record of any collection.', {
  id: id('Id of the record.'),
  collection: text('The collection it belongs to.'),
});

function listPassages(dataset: Dataset): readonly AnyRecord[] {
  return listEntries(dataset).flatMap(({ collection, record: one }) =>
    (one.evidence as readonly Anchor[]).map(({ paragraph, start, end }) => {
      return { collection, id: one.id, paragraph, start, end: end ?? null };
    }),
  );
}

/** Field with a value that fits in a CSV cell. */
export type FlatField = Field & { readonly kind: Exclude<Field['kind'], 'evidence'> };

const selectFlatFields = (fields: readonly Field[]): readonly FlatField[] =>
  fields.filter((field): field is FlatField => field.kind !== 'evidence');

/** Builds the link table of a list of references: a row per item, with the id of its record. */
function buildLinkTable(
  collection: CollectionName,
  { name, schema }: Field,
  rows: readonly AnyRecord[],
): Resource {
  const target = assertDefined(schema['x-reference']);
  const item = collectionNames.find((one) => one === name && one === target);
  const column = item ? describeCollection(item).singular : name;
  const { description } = schema;
  const linkSchema = record(description, {
    id: reference(collection, 'Id of the record.'),
    [column]: reference(target, description),
  });
  return {
    name: `${collection}-${name}`,
    description,
    fields: selectFlatFields(listFields(linkSchema)),
    rows: rows.flatMap((row) =>
      (row[name] as readonly string[]).map((to) => ({ id: row.id, [column]: to })),
    ),
    primaryKey: ['id', column],
  };
}

const listLinkTables = (dataset: Dataset): readonly Resource[] =>
  collectionNames.flatMap((collection) =>
    getFields(collection)
      .filter(({ kind, schema }) => kind === 'list' && schema['x-reference'])
      .map((field) => buildLinkTable(collection, field, getRecords(dataset, collection))),
  );

/**
 * Builds the tables of a dataset: the summit, one table per collection, one per list of references, the ids of all
 * records, and the passages.
 */
export function buildResources(dataset: Dataset): readonly Resource[] {
  const buildTable = (name: AnyCollection, rows: readonly AnyRecord[]): Resource => ({
    name,
    description: toSentence(describeCollection(name).description),
    fields: selectFlatFields(getFields(name)),
    rows,
    primaryKey: ['id'],
  });
  return [
    buildTable('summit', [dataset.summit]),
    ...collectionNames.map((name) => buildTable(name, getRecords(dataset, name))),
    ...listLinkTables(dataset),
    {
      name: 'records',
      description: 'The ids of all records, each with its collection.',
      fields: selectFlatFields(listFields(recordSchema)),
      rows: listEntries(dataset).map(({ collection, record: { id } }) => ({ id, collection })),
      primaryKey: ['id'],
    },
    {
      name: 'evidence',
      description: 'The passages of the article that support the records.',
      fields: selectFlatFields(listFields(passageSchema)),
      rows: listPassages(dataset),
      primaryKey: [],
    },
  ];
}

/** Returns the table that a field refers to; undefined for a list, which has a link table, and for other fields. */
export function findReferencedTable({ kind, schema }: Field): string | undefined {
  const target = kind === 'text' ? schema['x-reference'] : undefined;
  return target === anyCollection ? 'records' : target;
}

/** Builds the tables of a database from those of a data package; lists of references are left to the link tables. */
export const buildSqlTables = (resources: readonly Resource[]): readonly SqlTable[] =>
  resources.map(({ name, fields, rows, primaryKey }) => ({
    name: name.replaceAll('-', '_'),
    columns: fields
      .filter(({ kind, schema }) => kind !== 'list' || !schema['x-reference'])
      .map((field) => {
        const references = findReferencedTable(field);
        const isWhole = [field.schema.type].flat().includes('integer');
        const numberType = isWhole ? 'BIGINT' : 'DOUBLE';
        return {
          name: field.name,
          type: field.kind === 'number' ? numberType : 'TEXT',
          isRequired: !isNullable(field.schema),
          ...(references !== undefined && { references }),
        };
      }),
    primaryKey,
    rows,
  }));
