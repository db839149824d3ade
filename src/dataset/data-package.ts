import type { AnyRecord } from '../model/record.ts';
import { isWholeDay } from '../text/dates.ts';
import { type FlatField, findReferencedTable, type Resource } from './export-tables.ts';
import { readAddress } from './query/annotations.ts';
import type { Dataset } from './schema/dataset.ts';
import { hasType, isNullable, listChoices } from './schema/fields.ts';

/** Properties of a data package that are not in its dataset. */
export interface PackageProperties {
  /** In CommonMark. */
  readonly description?: string;
  readonly licenses?: readonly { readonly name?: string; readonly path?: string }[];
  readonly version?: string;
  /** Date and time (RFC 3339). */
  readonly created?: string;
}

/**
 * Describes a field in Table Schema (datapackage.org, version 2), which has no type for days and months mixed. Its type
 * `list` is not used, because the clients of the Frictionless project for Python and JavaScript reject it.
 */
function describeField({ name, kind, schema }: FlatField, rows: readonly AnyRecord[]): object {
  const choices = listChoices(schema);
  const isRequired = !isNullable(schema) && kind !== 'list';
  const types = {
    text: 'string',
    date: rows.every((row) => isWholeDay(String(row[name] ?? '0000-00-00'))) ? 'date' : 'string',
    list: 'string',
    number: hasType(schema, 'integer') ? 'integer' : 'number',
  };
  return {
    name,
    type: types[kind],
    description: `${schema.description}${kind === 'list' ? ' Items are joined by a semicolon.' : ''}`,
    ...((isRequired || choices) && {
      constraints: { ...(isRequired && { required: true }), ...(choices && { enum: choices }) },
    }),
  };
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

/** Builds the Data Package descriptor of a dataset (datapackage.org, version 2), with one CSV file per table. */
export function buildDescriptor(
  { source, summit: about }: Dataset,
  resources: readonly Resource[],
  properties: PackageProperties,
): object {
  const address = readAddress(source.url);
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: about.id,
    title: about.name,
    ...properties,
    sources: [{ title: source.title, ...(address !== undefined && { path: address }) }],
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
