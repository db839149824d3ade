import type { Anchor, AnyRecord } from '../model/record.ts';
import type { SqlTable } from '../model/sql-table.ts';
import { assertDefined } from '../text/assert-defined.ts';
import {
  allCollections,
  type CollectionName,
  collectionNames,
  describeCollection,
  getFields,
} from './schema/collections.ts';
import { type Dataset, type Entry, getRecords, listEntries, toSentence } from './schema/dataset.ts';
import {
  anyCollection,
  type Field,
  hasType,
  id,
  isNullable,
  listFields,
  orNull,
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

/** Field with a value that fits in a CSV cell. */
export type FlatField = Field & { readonly kind: Exclude<Field['kind'], 'evidence'> };

const buildTable = (
  name: string,
  schema: RecordSchema,
  rows: readonly AnyRecord[],
  primaryKey: readonly string[] = ['id'],
): Resource => ({
  name,
  description: schema.description,
  fields: listFields(schema).filter((field): field is FlatField => field.kind !== 'evidence'),
  rows,
  primaryKey,
});

/** Builds the table of the passages. They have their own, because a CSV cell holds no nested values. */
function buildPassageTable(entries: readonly Entry[]): Resource {
  const schema = record('The passages of the article that support the records.', {
    collection: text('The collection the record belongs to.'),
    id: reference(anyCollection, 'Id of the record.'),
    paragraph: { type: 'integer', description: 'Non-empty blocks of the text, counted from 1.' },
    start: text('The first words, as the article has them.'),
    end: orNull(text('The last words; empty where start is all of it.')),
  });
  const rows = entries.flatMap(({ collection, record: one }) =>
    (one.evidence as readonly Anchor[]).map(({ paragraph, start, end }) => {
      return { collection, id: one.id, paragraph, start, end: end ?? null };
    }),
  );
  return buildTable('evidence', schema, rows, []);
}

/** Builds the table of the ids of all records, to which references to a record of any collection lead. */
function buildRecordTable(entries: readonly Entry[]): Resource {
  const schema = record('The ids of all records, each with its collection.', {
    id: id('Id of the record.'),
    collection: text('The collection it belongs to.'),
  });
  const rows = entries.map(({ collection, record: one }) => ({ id: one.id, collection }));
  return buildTable('records', schema, rows);
}

/** Builds the link table of a list of references: a row per item, with the id of its record. */
function buildLinkTable(
  collection: CollectionName,
  { name, schema }: Field,
  rows: readonly AnyRecord[],
): Resource {
  const target = assertDefined(schema['x-reference']);
  const item = collectionNames.find((one) => one === name && one === target);
  const column = item ? describeCollection(item).singular : name;
  const linkSchema = record(schema.description, {
    id: reference(collection, 'Id of the record.'),
    [column]: reference(target, schema.description),
  });
  const links = rows.flatMap((row) =>
    (row[name] as readonly string[]).map((to) => ({ id: row.id, [column]: to })),
  );
  return buildTable(`${collection}-${name}`, linkSchema, links, ['id', column]);
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
  const entries = listEntries(dataset);
  return [
    ...allCollections.map((name) => {
      const { schema, description } = describeCollection(name);
      const own = { ...schema, description: toSentence(description) };
      return buildTable(name, own, getRecords(dataset, name));
    }),
    ...listLinkTables(dataset),
    buildRecordTable(entries),
    buildPassageTable(entries),
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
        const numberType = hasType(field.schema, 'integer') ? 'BIGINT' : 'DOUBLE';
        return {
          name: field.name,
          type: field.kind === 'number' ? numberType : 'TEXT',
          isRequired: !isNullable(field.schema),
          references: findReferencedTable(field),
        };
      }),
    primaryKey,
    rows,
  }));
