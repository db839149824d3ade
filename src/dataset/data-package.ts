import type { Anchor, AnyRecord } from '../model/record.ts';
import { isWholeDay } from '../text/dates.ts';
import {
  type AnyCollection,
  collectionNames,
  describeCollection,
  getFields,
} from './schema/collections.ts';
import { type Dataset, getRecords, listEntries, toSentence } from './schema/dataset.ts';
import {
  type Field,
  id,
  isNullable,
  listChoices,
  listFields,
  type RecordSchema,
  record,
  text,
} from './schema/fields.ts';

/** Table of a data package. */
export interface Resource {
  readonly name: string;
  readonly description: string;
  readonly fields: readonly FlatField[];
  readonly rows: readonly AnyRecord[];
}

/** Schema of the passages, which have their own table because a CSV cell holds no nested values. */
const passageSchema: RecordSchema = record('A passage of the article that supports a record.', {
  collection: text('The collection the record belongs to.'),
  id: id('Id of the record.'),
  paragraph: { type: 'integer', description: 'Non-empty blocks of the text, counted from 1.' },
  start: text('The first words, as the article has them.'),
  end: { type: ['string', 'null'], description: 'The last words; empty where start is all of it.' },
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

/** Builds the tables of a dataset: the summit, one table per collection, and the passages. */
export function buildResources(dataset: Dataset): readonly Resource[] {
  const buildTable = (name: AnyCollection, rows: readonly AnyRecord[]): Resource => ({
    name,
    description: toSentence(describeCollection(name).description),
    fields: selectFlatFields(getFields(name)),
    rows,
  });
  return [
    buildTable('summit', [dataset.summit]),
    ...collectionNames.map((name) => buildTable(name, getRecords(dataset, name))),
    {
      name: 'evidence',
      description: 'The passages of the article that support the records.',
      fields: selectFlatFields(listFields(passageSchema)),
      rows: listPassages(dataset),
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

function buildTableSchema({ name, fields, rows }: Resource): object {
  // Table Schema has no foreign keys for references in a list.
  const references = fields.filter(({ kind, schema }) => kind === 'text' && schema['x-reference']);
  const foreignKeys = references.map((field) => ({
    fields: [field.name],
    reference: { resource: field.schema['x-reference'], fields: ['id'] },
  }));
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: fields.map((field) => describeField(field, rows)),
    ...(name !== 'evidence' && { primaryKey: ['id'] }),
    ...(foreignKeys.length > 0 && { foreignKeys }),
    missingValues: [''],
  };
}

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
