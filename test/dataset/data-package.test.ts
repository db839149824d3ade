import { beforeEach, describe, expect, it } from 'vitest';
import { buildDescriptor } from '../../src/dataset/data-package.ts';
import { buildResources, type Resource } from '../../src/dataset/export-tables.ts';
import { collectionNames, getFields } from '../../src/dataset/schema/collections.ts';
import { isNullable } from '../../src/dataset/schema/fields.ts';
import { readDataset } from '../read-dataset.ts';
import { example } from '../run.ts';

/** The part of a descriptor that these tests go by. */
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

function tableOf(name: string) {
  const table = descriptor.resources.find((one) => one.name === name);
  const resource = resources.find((one) => one.name === name);
  if (!table || !resource) throw new Error(`no table ${name}`);
  return { ...table, rows: resource.rows };
}

describe('the descriptor of a data package', () => {
  it('is called after the summit, and names its source', () => {
    expect(descriptor).toMatchObject({
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      name: 'lake-oreval-summit',
      title: 'Lake Oreval Summit',
      sources: [{ title: 'Lake Oreval Summit Opens With Water and Rail on the Agenda' }],
    });
  });

  it('has the address of the article if it is one of the web', () => {
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

  it('has a CSV file for the summit, one a collection, and one for the passages', () => {
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

  it('describes how a file is written', () => {
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

  it('describes every table in a sentence', () => {
    const openings = descriptor.resources.map(({ description }) => description);
    expect(openings.filter((one) => /^The (what|every)\b|[^.]$/.test(one))).toEqual([]);
  });

  it('has a type for each field, what it must have, and what it may be', () => {
    expect(tableOf('deals').schema.fields.map(({ name, type }) => `${name} ${type}`)).toEqual([
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
    expect(tableOf('deals').schema.fields.slice(2, 4)).toEqual([
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

  it('has a schema for each table, in which an empty cell is no value', () => {
    for (const { schema } of descriptor.resources) {
      expect(schema).toMatchObject({
        $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
        missingValues: [''],
      });
    }
    expect(tableOf('evidence').schema).not.toHaveProperty('primaryKey');
    expect(tableOf('evidence').description).toBe(
      'The passages of the article that support the records.',
    );
    const [id, , end] = ['id', 'start', 'end'].map((name) =>
      tableOf('events').schema.fields.find((one) => one.name === name),
    );
    expect(id).toMatchObject({ constraints: { required: true } });
    expect(end).not.toHaveProperty('constraints');
    const aliases = tableOf('leaders').schema.fields.find(({ name }) => name === 'aliases');
    expect(aliases).not.toHaveProperty('constraints');
  });

  it('has dates as dates only where all of them are whole', () => {
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

  it('has dates as dates', () => {
    const typed = tableOf('events').schema.fields.filter(({ type }) => type === 'date');
    expect(typed.map(({ name }) => name)).toEqual(['start', 'end']);
  });

  it('has the passages with the number of their paragraph as a whole number', () => {
    const { fields } = tableOf('evidence').schema;
    expect(fields.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'collection string',
      'id string',
      'paragraph integer',
      'start string',
      'end string',
    ]);
  });

  it('ties the tables together', () => {
    const keys = (name: string) =>
      tableOf(name).schema.foreignKeys?.map(
        ({ fields, reference }) => `${fields} -> ${reference.resource}.${reference.fields}`,
      );
    expect(keys('summit')).toEqual(['country -> countries.id', 'host -> leaders.id']);
    expect(keys('quotes')).toEqual(['leader -> leaders.id']);
    expect(keys('talks-leaders')).toEqual(['id -> talks.id', 'leader -> leaders.id']);
    expect(keys('claims-about')).toEqual(['id -> claims.id', 'about -> records.id']);
    expect(keys('evidence')).toEqual(['id -> records.id']);
    expect(keys('talks')).toBeUndefined();
    expect(keys('deals')).toBeUndefined();
  });

  it('has keys that hold for its rows', () => {
    for (const table of descriptor.resources) {
      const { rows, schema } = tableOf(table.name);
      if (schema.primaryKey) {
        const keys = rows.map((row) => schema.primaryKey?.map((field) => row[field]).join());
        expect(schema.primaryKey[0]).toBe('id');
        expect(new Set(keys).size).toBe(rows.length);
      }
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const known = new Set(tableOf(reference.resource).rows.map(({ id }) => id));
        const used = rows.map((row) => row[fields[0]]).filter((value) => value !== null);
        expect(used.filter((id) => !known.has(String(id)))).toEqual([]);
      }
    }
    const keyless = descriptor.resources.filter(({ schema }) => !schema.primaryKey);
    expect(keyless.map(({ name }) => name)).toEqual(['evidence']);
  });

  it('has no null where a value is required', () => {
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
  it('have the passages by the record that they bear out', () => {
    const { rows } = tableOf('evidence');
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

  it('have every record of the dataset', () => {
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
