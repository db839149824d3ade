import { beforeEach, describe, expect, it } from 'vitest';
import { buildDescriptor } from '../../src/dataset/data-package.ts';
import { buildResources, type Resource } from '../../src/dataset/export-tables.ts';
import { collectionNames, getFields } from '../../src/dataset/schema/collections.ts';
import { isNullable } from '../../src/dataset/schema/fields.ts';
import { readDataset } from '../read-dataset.ts';
import { example } from '../run.ts';

/** Parts of a descriptor that these tests use. */
interface Descriptor {
  readonly sources: readonly object[];
  readonly resources: readonly {
    readonly name: string;
    readonly description: string;
    readonly path: string;
    readonly schema: {
      readonly fields: readonly { readonly name: string; readonly type: string }[];
      readonly primaryKey?: readonly string[];
      readonly foreignKeys?: readonly {
        readonly fields: readonly [string];
        readonly reference: { readonly resource: string; readonly fields: readonly [string] };
      }[];
    };
  }[];
}

const lakes = readDataset(example('lakes-summit.json'));

let resources: readonly Resource[];
let descriptor: Descriptor;
beforeEach(() => {
  resources = buildResources(lakes);
  descriptor = buildDescriptor(lakes, resources, {}) as Descriptor;
});

function findTable(name: string) {
  const table = descriptor.resources.find((one) => one.name === name);
  const resource = resources.find((one) => one.name === name);
  if (!table || !resource) throw new Error(`no table ${name}`);
  return { ...table, rows: resource.rows };
}

describe('the descriptor of a data package', () => {
  it('takes its name from the summit, and names its source', () => {
    expect(descriptor).toMatchObject({
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      name: 'lake-oreval-summit',
      title: 'Lake Oreval Summit',
      sources: [{ title: 'Lake Oreval Summit Opens With Water and Rail on the Agenda' }],
    });
  });

  it('contains the address of the article if it is a web address', () => {
    const describeSources = (url: string) => {
      const source = { ...lakes.source, url };
      return (buildDescriptor({ ...lakes, source }, resources, {}) as Descriptor).sources;
    };
    const { title } = lakes.source;
    expect(describeSources('https://news.example/a')).toEqual([
      { title, path: 'https://news.example/a' },
    ]);
    for (const url of ['javascript:alert(1)', '../../etc/passwd', 'on page 3']) {
      expect(describeSources(url)).toEqual([{ title }]);
    }
  });

  it('has one CSV file for the summit, one per collection, and one for the passages', () => {
    expect(descriptor.resources.map(({ path }) => path)).toEqual([
      'summit.csv',
      ...collectionNames.map((name) => `${name}.csv`),
      ...collectionNames.flatMap((collection) =>
        getFields(collection)
          .filter(({ kind, schema }) => kind === 'list' && schema['x-reference'])
          .map(({ name }) => `${collection}-${name}.csv`),
      ),
      'records.csv',
      'evidence.csv',
    ]);
  });

  it('describes the format of a file', () => {
    const { schema, ...table } = descriptor.resources[1] ?? {};
    expect(schema).toBeDefined();
    expect(table).toEqual({
      name: 'leaders',
      type: 'table',
      description: 'Participants and absentees, and whom they represent.',
      path: 'leaders.csv',
      scheme: 'file',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
    });
  });

  it('describes every table in a sentence that ends with a full stop', () => {
    const openings = descriptor.resources.map(({ description }) => description);
    expect(openings.filter((one) => /^The (what|every)\b|[^.]$/.test(one))).toEqual([]);
  });

  it('gives the type, the constraints and the valid values of each field', () => {
    expect(findTable('deals').schema.fields.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'id string',
      'name string',
      'kind string',
      'countries string',
      'date date',
      'when string',
      'amount number',
      'currency string',
      'amountAsWritten string',
      'status string',
      'attribution string',
      'note string',
    ]);
    expect(findTable('deals').schema.fields.slice(2, 4)).toEqual([
      {
        name: 'kind',
        type: 'string',
        description: 'What it is for; null if not stated.',
        constraints: {
          enum: [
            'railway',
            'pipeline',
            'road',
            'port',
            'power',
            'communications',
            'trade',
            'diplomatic',
            'other',
          ],
        },
      },
      {
        name: 'countries',
        type: 'string',
        description: 'Countries that the article links to it. Items are joined by a semicolon.',
      },
    ]);
  });

  it('has a schema for each table, in which an empty cell is a missing value', () => {
    for (const { schema } of descriptor.resources) {
      expect(schema).toMatchObject({
        $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
        missingValues: [''],
      });
    }
    expect(findTable('evidence').schema).not.toHaveProperty('primaryKey');
    expect(findTable('evidence').description).toBe(
      'The passages of the article that support the records.',
    );
    const [idField, , endField] = ['id', 'start', 'end'].map((name) =>
      findTable('events').schema.fields.find((one) => one.name === name),
    );
    expect(idField).toMatchObject({ constraints: { required: true } });
    expect(endField).not.toHaveProperty('constraints');
    const aliases = findTable('leaders').schema.fields.find(({ name }) => name === 'aliases');
    expect(aliases).not.toHaveProperty('constraints');
  });

  it('has the type date only if all dates of a field are complete', () => {
    const events = lakes.events.map((one, at) => (at === 1 ? { ...one, start: '2025-06' } : one));
    const dataset = { ...lakes, events };
    const { resources: tables } = buildDescriptor(
      dataset,
      buildResources(dataset),
      {},
    ) as Descriptor;
    const fields = tables.find(({ name }) => name === 'events')?.schema.fields ?? [];
    expect(fields.filter(({ name }) => name === 'start' || name === 'end')).toMatchObject([
      { name: 'start', type: 'string' },
      { name: 'end', type: 'date' },
    ]);
  });

  it('gives complete dates the type date', () => {
    const dateFields = findTable('events').schema.fields.filter(({ type }) => type === 'date');
    expect(dateFields.map(({ name }) => name)).toEqual(['start', 'end']);
  });

  it('gives the paragraph of a passage the type integer', () => {
    const { fields } = findTable('evidence').schema;
    expect(fields.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'collection string',
      'id string',
      'paragraph integer',
      'start string',
      'end string',
    ]);
  });

  it('links the tables by foreign keys', () => {
    const listForeignKeys = (name: string) =>
      findTable(name).schema.foreignKeys?.map(
        ({ fields, reference }) => `${fields} -> ${reference.resource}.${reference.fields}`,
      );
    expect(listForeignKeys('summit')).toEqual(['country -> countries.id', 'host -> leaders.id']);
    expect(listForeignKeys('quotes')).toEqual(['leader -> leaders.id']);
    expect(listForeignKeys('talks-leaders')).toEqual(['id -> talks.id', 'leader -> leaders.id']);
    expect(listForeignKeys('claims-about')).toEqual(['id -> claims.id', 'about -> records.id']);
    expect(listForeignKeys('evidence')).toEqual(['id -> records.id']);
    expect(listForeignKeys('talks')).toBeUndefined();
    expect(listForeignKeys('deals')).toBeUndefined();
  });

  it('has keys that are valid for its rows', () => {
    for (const table of descriptor.resources) {
      const { rows, schema } = findTable(table.name);
      if (schema.primaryKey) {
        const keys = rows.map((row) => schema.primaryKey?.map((field) => row[field]).join());
        expect(schema.primaryKey[0]).toBe('id');
        expect(new Set(keys).size).toBe(rows.length);
      }
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const known = new Set(findTable(reference.resource).rows.map(({ id }) => id));
        const used = rows.map((row) => row[fields[0]]).filter((value) => value !== null);
        expect(used.filter((id) => !known.has(String(id)))).toEqual([]);
      }
    }
    const keyless = descriptor.resources.filter(({ schema }) => !schema.primaryKey);
    expect(keyless.map(({ name }) => name)).toEqual(['evidence']);
  });

  it('has no null in a required field', () => {
    for (const { name, rows, fields } of resources) {
      const needed = fields.filter(({ schema }) => !isNullable(schema));
      const missing = rows.flatMap((row) =>
        needed.filter((field) => (row[field.name] ?? null) === null),
      );
      expect({ name, missing }).toEqual({ name, missing: [] });
    }
  });
});

describe('the tables of a data package', () => {
  it('list the passages of each record', () => {
    const { rows } = findTable('evidence');
    expect(rows.filter(({ id }) => id === 'guests-welcomed')).toEqual([
      {
        collection: 'events',
        id: 'guests-welcomed',
        paragraph: 3,
        start: 'Arvenian President Zoë Maréquin',
        end: 'Lake Oreval',
      },
    ]);
    expect(rows[3]).toEqual({
      collection: 'summit',
      id: 'lake-oreval-summit',
      paragraph: 3,
      start: 'VELLMOUTH, Arvenia',
      end: null,
    });
  });

  it('list every record of the dataset', () => {
    const records = collectionNames.reduce((sum, name) => sum + lakes[name].length, 1);
    const counts = resources.map(({ name, rows }) => `${name} ${rows.length}`);
    expect(counts.filter((one) => !one.includes('-'))).toEqual([
      'summit 1',
      ...collectionNames.map((name) => `${name} ${lakes[name].length}`),
      `records ${records}`,
      'evidence 143',
    ]);
  });
});
