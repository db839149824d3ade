import type { Anchor, AnyRecord } from '../model/record.ts';
import type { SqlTable } from '../model/sql-table.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { isWholeDay } from '../text/dates.ts';
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
  listChoices,
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
type FlatField = Field & { readonly kind: Exclude<Field['kind'], 'evidence'> };

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

/** Describes a field in Table Schema (datapackage.org, version 2), which has no type for days and months mixed. */
function describeField({ name, kind, schema }: FlatField, rows: readonly AnyRecord[]): object {
  const choices = listChoices(schema);
  const isRequired = !isNullable(schema) && kind !== 'list';
  const types = {
    text: 'string',
    date: rows.every((row) => isWholeDay(String(row[name] ?? '0000-00-00'))) ? 'date' : 'string',
    list: 'list',
    number: [schema.type].flat().includes('integer') ? 'integer' : 'number',
  };
  return {
    name,
    type: types[kind],
    ...(kind === 'list' && { itemType: 'string', delimiter: ';' }),
    description: schema.description,
    ...((isRequired || choices) && {
      constraints: { ...(isRequired && { required: true }), ...(choices && { enum: choices }) },
    }),
  };
}

/** Returns the table that a field refers to; undefined for a list, which has a link table, and for other fields. */
function findReferencedTable({ kind, schema }: Field): string | undefined {
  const target = kind === 'text' ? schema['x-reference'] : undefined;
  return target === anyCollection ? 'records' : target;
}

function buildTableSchema({ fields, rows, primaryKey }: Resource): object {
  const foreignKeys = fields.flatMap((field) => {
    const resource = findReferencedTable(field);
    return resource ? [{ fields: [field.name], reference: { resource, fields: ['id'] } }] : [];
  });
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: fields.map((field) => describeField(field, rows)),
    ...(primaryKey.length > 0 && { primaryKey }),
    ...(foreignKeys.length > 0 && { foreignKeys }),
    missingValues: [''],
  };
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

/** Builds the Data Package descriptor of a dataset (datapackage.org, version 2), with one CSV file per table. */
export function buildDescriptor(dataset: Dataset, resources: readonly Resource[]): object {
  const { source, summit: about } = dataset;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: about.id,
    title: about.name,
    ...(source.note !== null && { description: source.note }),
    sources: [{ title: source.title, ...(source.url !== null && { path: source.url }) }],
    resources: resources.map((resource) => ({
      name: resource.name,
      type: 'table',
      description: resource.description,
      path: `${resource.name}.csv`,
      scheme: 'file',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      schema: buildTableSchema(resource),
    })),
  };
}
