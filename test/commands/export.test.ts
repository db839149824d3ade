import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { collectionNames, getFields } from '../../src/dataset/schema/collections.ts';
import { main } from '../../src/main.ts';
import type { Io } from '../../src/system/io.ts';
import { UserError } from '../../src/system/user-error.ts';
import { example, run, summit, type World } from '../run.ts';

const text = readFileSync(example('lakes-summit.json'), 'utf8');
const lakes: World = { files: { 'lakes.json': text }, env: { SUMMIT_DATA: 'lakes.json' } };

const links = collectionNames.flatMap((collection) =>
  getFields(collection)
    .filter(({ kind, schema }) => kind === 'list' && schema['x-reference'])
    .map(({ name }) => ({ collection, name })),
);

const names = [
  'datapackage.json',
  'summit.csv',
  ...collectionNames.map((name) => `${name}.csv`),
  ...links.map(({ collection, name }) => `${collection}-${name}.csv`),
  'records.csv',
  'evidence.csv',
];

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly schema: {
    readonly fields: readonly { readonly name: string }[];
    readonly primaryKey?: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[];
      readonly reference: { readonly resource: string; readonly fields: readonly string[] };
    }[];
  };
}

/** Exports the lakes dataset, and returns the files with the parsed descriptor. */
async function exportLakes(world: World = lakes, line = 'export facts') {
  const { folders } = await summit(line, world);
  const files = folders.get('facts') ?? new Map<string, string>();
  const descriptor = JSON.parse(files.get('datapackage.json') ?? 'null');
  const resources: readonly Resource[] = descriptor.resources;
  return { files, descriptor, resources };
}

const parseRows = (csv: string | undefined): Record<string, string>[] =>
  parse(csv ?? '', { columns: true });

describe('summit export', () => {
  it('rejects standard output as the folder', async () => {
    expect(await summit('export -')).toMatchObject({
      status: 2,
      out: '',
      err: 'summit: export writes to a folder, not to standard output\nsummit records -f json prints the whole dataset\n',
    });
  });

  it('writes a descriptor, and CSV files of collections, links, summit, records and passages', async () => {
    const { status, out, err, folders } = await summit('export facts', lakes);
    expect({ status, out, err }).toEqual({
      status: 0,
      out: `facts: ${names.length} files\n`,
      err: '',
    });
    expect([...folders.keys()]).toEqual(['facts']);
    expect([...(folders.get('facts')?.keys() ?? [])]).toEqual(names);
  });

  it('describes source and summit in the descriptor', async () => {
    const { descriptor } = await exportLakes();
    expect(descriptor).toMatchObject({
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      name: 'lake-oreval-summit',
      title: 'Lake Oreval Summit',
      description: JSON.parse(text).source.note,
      sources: [{ title: 'Lake Oreval Summit Opens With Water and Rail on the Agenda' }],
    });
    expect(descriptor.sources[0]).not.toHaveProperty('path');
  });

  it('contains the address of the article if known, and no description without a note', async () => {
    const dataset = JSON.parse(text);
    const source = { ...dataset.source, note: null, url: 'https://news.example/lakes' };
    const files = { 'lakes.json': JSON.stringify({ ...dataset, source }) };
    const { descriptor } = await exportLakes({ ...lakes, files });
    expect(descriptor.sources[0].path).toBe('https://news.example/lakes');
    expect(descriptor).not.toHaveProperty('description');
  });

  it('escapes Markdown in the description', async () => {
    const dataset = JSON.parse(text);
    const source = { ...dataset.source, note: '![x](http://x/) <b>' };
    const files = { 'lakes.json': JSON.stringify({ ...dataset, source }) };
    const { descriptor } = await exportLakes({ ...lakes, files });
    expect(descriptor.description).toBe('!\\[x\\](http://x/) \\<b\\>');
  });

  it('contains licence, version and time of creation only if given', async () => {
    const { descriptor: plain } = await exportLakes();
    for (const name of ['licenses', 'version', 'created']) expect(plain).not.toHaveProperty(name);
    const line = 'export facts --license CC-BY-4.0 --dataset-version 1.2.0 --created';
    const { descriptor } = await exportLakes(lakes, `${line} 2025-06-03T12:00:00+02:00`);
    expect(descriptor).toMatchObject({
      licenses: [{ name: 'CC-BY-4.0' }],
      version: '1.2.0',
      created: '2025-06-03T12:00:00+02:00',
    });
    const address = 'https://news.example/licence';
    expect(
      (await exportLakes(lakes, `export facts --license ${address}`)).descriptor,
    ).toMatchObject({
      licenses: [{ path: address }],
    });
  });

  it.each([
    ['--license', 'javascript:x', 'an id or a web address, such as CC-BY-4.0'],
    ['--license', '', 'an id or a web address, such as CC-BY-4.0'],
    ['--dataset-version', '1 0', 'a version, such as 1.0.0'],
    ['--created', '2025-06-03', 'a time with its zone, such as 2025-06-03T12:00:00Z'],
    ['--created', '2025-02-30T12:00:00Z', 'a time with its zone, such as 2025-06-03T12:00:00Z'],
  ])('rejects %s %j', async (option, word, form) => {
    expect(await run(['export', 'facts', option, word], lakes)).toMatchObject({
      status: 2,
      err: `summit: ${option} takes ${form}, not "${word}"\n`,
      folders: new Map(),
    });
  });

  it('lists the columns of each file in its schema, in the same order', async () => {
    const { files, resources } = await exportLakes();
    expect(resources.map(({ path }) => path)).toEqual(names.slice(1));
    for (const { name, path, schema } of resources) {
      const head = files.get(path)?.split('\r\n')[0];
      expect(`${name}: ${head}`).toBe(
        `${name}: ${schema.fields.map((field) => field.name).join()}`,
      );
    }
  });

  it('writes unique keys, and references that lead to a row', async () => {
    const { files, resources } = await exportLakes();
    const listIds = (name: string) => parseRows(files.get(`${name}.csv`)).map(({ id }) => id);
    for (const { name, schema } of resources.filter((one) => one.name !== 'evidence')) {
      const { primaryKey = [] } = schema;
      const keys = parseRows(files.get(`${name}.csv`)).map((row) =>
        primaryKey.map((key) => row[key]),
      );
      expect(primaryKey[0]).toBe('id');
      expect(new Set(keys.map((key) => key.join())).size).toBe(keys.length);
    }
    const summits = resources.find(({ name }) => name === 'summit');
    expect(summits?.schema.foreignKeys).toEqual([
      { fields: ['country'], reference: { resource: 'countries', fields: ['id'] } },
      { fields: ['host'], reference: { resource: 'leaders', fields: ['id'] } },
    ]);
    const [itsSummit] = parseRows(files.get('summit.csv'));
    expect(listIds('countries')).toContain(itsSummit?.country);
    expect(listIds('leaders')).toContain(itsSummit?.host);
    for (const { countries = '', leaders = '' } of parseRows(files.get('talks.csv'))) {
      expect(listIds('countries')).toEqual(expect.arrayContaining(countries.split(';')));
      expect(listIds('leaders')).toEqual(expect.arrayContaining(leaders.split(';')));
    }
  });

  it('writes a link table with a row for each item of a list of references', async () => {
    const { files, resources } = await exportLakes();
    expect(files.get('talks-leaders.csv')?.split('\r\n').slice(0, 3)).toEqual([
      'id,leader',
      'marequin-vandrel-3-june,zoe-marequin',
      'marequin-vandrel-3-june,ilse-maarit-vandrel',
    ]);
    expect(links.length).toBeGreaterThan(0);
    for (const { collection, name } of links) {
      const table = resources.find((one) => one.name === `${collection}-${name}`);
      const [, column = ''] = table?.schema.fields.map((field) => field.name) ?? [];
      const items = parseRows(files.get(`${collection}-${name}.csv`)).map((row) => row[column]);
      const lists = parseRows(files.get(`${collection}.csv`)).map((row) => row[name] ?? '');
      expect(items).toEqual(lists.filter((list) => list !== '').flatMap((list) => list.split(';')));
    }
  });

  it('declares foreign keys that lead to a row', async () => {
    const { files, resources } = await exportLakes();
    const collectIds = (name: string) =>
      new Set(parseRows(files.get(`${name}.csv`)).map(({ id }) => id));
    const keys = resources.flatMap(({ name, schema }) =>
      (schema.foreignKeys ?? []).map((key) => ({ name, ...key })),
    );
    expect(keys.filter(({ name }) => name === 'talks-leaders')).toEqual([
      { name: 'talks-leaders', fields: ['id'], reference: { resource: 'talks', fields: ['id'] } },
      {
        name: 'talks-leaders',
        fields: ['leader'],
        reference: { resource: 'leaders', fields: ['id'] },
      },
    ]);
    expect(keys.filter(({ name }) => name === 'claims-about')[1]).toEqual({
      name: 'claims-about',
      fields: ['about'],
      reference: { resource: 'records', fields: ['id'] },
    });
    for (const {
      name,
      fields: [field = ''],
      reference,
    } of keys) {
      const used = parseRows(files.get(`${name}.csv`)).map((row) => row[field]);
      const known = collectIds(reference.resource);
      expect(used.filter((id) => id !== '' && !known.has(id))).toEqual([]);
    }
  });

  it('writes null as an empty cell and joins lists by semicolons', async () => {
    const { files } = await exportLakes();
    expect(files.get('deals.csv')?.split('\r\n')[0]).toBe(
      'id,name,kind,countries,date,when,amount,currency,amountAsWritten,status,attribution,note',
    );
    expect(parseRows(files.get('deals.csv'))[0]).toMatchObject({
      id: 'lakeside-railway',
      countries: 'belmarch;corvessa',
      amount: '2500000',
      currency: 'USD',
    });
    expect(parseRows(files.get('leaders.csv'))[3]).toEqual({
      id: 'dolmara-leader',
      name: '',
      aliases: '',
      title: '',
      country: 'dolmara',
      organization: '',
      role: 'guest',
    });
  });

  it('writes all passages to a table of their own', async () => {
    const { files } = await exportLakes();
    const passages = parseRows(files.get('evidence.csv'));
    const all = Object.values(JSON.parse(text)).flat() as { evidence?: readonly object[] }[];
    expect(passages).toHaveLength(all.reduce((sum, { evidence = [] }) => sum + evidence.length, 0));
    expect(passages.filter(({ id }) => id === 'dolmara-leader')).toEqual([
      {
        collection: 'leaders',
        id: 'dolmara-leader',
        paragraph: '8',
        start: 'The leader of Dolmara',
        end: '',
      },
      {
        collection: 'leaders',
        id: 'dolmara-leader',
        paragraph: '3',
        start: 'welcomed the leaders of Belmarch',
        end: 'Dolmara',
      },
    ]);
  });

  it('describes the format of each table', async () => {
    const { resources } = await exportLakes();
    const [leaders, evidence] = ['leaders', 'evidence'].map((name) =>
      resources.find((one) => one.name === name),
    );
    const file = {
      type: 'table',
      scheme: 'file',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
    };
    const $schema = 'https://datapackage.org/profiles/2.0/tableschema.json';
    expect(leaders).toEqual({
      ...file,
      name: 'leaders',
      path: 'leaders.csv',
      description: expect.stringMatching(/^[A-Z].+\.$/),
      schema: {
        $schema,
        fields: expect.any(Array),
        primaryKey: ['id'],
        foreignKeys: [
          { fields: ['country'], reference: { resource: 'countries', fields: ['id'] } },
          {
            fields: ['organization'],
            reference: { resource: 'organizations', fields: ['id'] },
          },
        ],
        missingValues: [''],
      },
    });
    expect(evidence).toEqual({
      ...file,
      name: 'evidence',
      path: 'evidence.csv',
      description: 'The passages of the article that support the records.',
      schema: {
        $schema,
        fields: expect.any(Array),
        foreignKeys: [{ fields: ['id'], reference: { resource: 'records', fields: ['id'] } }],
        missingValues: [''],
      },
    });
    const aliases = leaders?.schema.fields.find(({ name }) => name === 'aliases');
    expect(aliases).toEqual({
      name: 'aliases',
      type: 'string',
      description: expect.stringMatching(/ Items are joined by a semicolon\.$/),
    });
  });

  it('declares the types of dates, numbers and lists, and the constraints of required fields', async () => {
    const { resources } = await exportLakes();
    const fields = resources.flatMap(({ name, schema }) =>
      schema.fields.map((field) => ({ table: name, ...field })),
    );
    const getField = (table: string, name: string) =>
      fields.find((one) => one.table === table && one.name === name);
    expect(getField('talks', 'date')).toMatchObject({ type: 'date' });
    expect(getField('talks', 'date')).not.toHaveProperty('constraints');
    expect(getField('deals', 'amount')).toMatchObject({ type: 'number' });
    expect(getField('deals', 'countries')).toMatchObject({ type: 'string' });
    expect(getField('claims', 'certainty')).toMatchObject({
      type: 'string',
      constraints: {
        required: true,
        enum: ['stated', 'expected', 'opinion'],
      },
    });
    expect(getField('evidence', 'paragraph')).toMatchObject({
      type: 'integer',
      constraints: { required: true },
    });
  });

  it('writes the same lines as the listing of a collection', async () => {
    const { files } = await exportLakes();
    expect(files.get('talks.csv')).toBe((await summit('talks -f csv', lakes)).out);
    expect(files.get('gaps.csv')).toBe((await summit('gaps -f csv', lakes)).out);
  });

  it('writes exact values at a terminal too', async () => {
    const dataset = JSON.parse(text);
    dataset.quotes[4].words = 'over\u001bdue';
    const world = { ...lakes, files: { 'lakes.json': JSON.stringify(dataset) } };
    const { folders } = await summit('export facts', { ...world, terminal: 80 });
    expect(parseRows(folders.get('facts')?.get('quotes.csv'))[4]?.words).toBe('over\u001bdue');
  });

  it('shows control characters of the folder name as escapes', async () => {
    expect((await run(['export', 'a\u001b[31mb'], lakes)).out).toMatch(
      /^a\\x1b\[31mb: \d+ files\n$/,
    );
  });

  it('passes files on in pieces, because a file may exceed the maximum length of a string', async () => {
    const pieces: (readonly string[])[] = [];
    const stream = { isTTY: false, columns: undefined, write: async () => {} };
    const io: Io = {
      stdout: stream,
      stderr: stream,
      env: {},
      bundledFile: () => example('lakes-summit.json'),
      read: async (path) => readFileSync(path),
      isFile: () => true,
      writeFolder: async (_folder, files) => {
        for (const file of files.values()) pieces.push([...file]);
      },
    };
    expect(await main(['export', 'facts'], io)).toBe(0);
    const lines = pieces.map((some) => some.join('').split('\n').length - 1);
    expect(lines.slice(1)).toEqual(pieces.slice(1).map(({ length }) => length));
    expect(pieces[0]?.length).toBeGreaterThan(names.length);
  });

  it('rejects an invalid dataset', async () => {
    const { status, folders } = await summit('export facts --data -', { stdin: '{}' });
    expect({ status, written: folders.size }).toEqual({ status: 2, written: 0 });
  });
});

it('exits with 2 if an export cannot be written, and replaces files only with --force', async () => {
  const [err, calls]: [string[], boolean[]] = [[], []];
  const stream = { isTTY: false, columns: undefined };
  const io: Io = {
    stdout: { ...stream, write: async () => {} },
    stderr: { ...stream, write: async (line) => void err.push(line) },
    env: {},
    bundledFile: () => example('lakes-summit.json'),
    read: async (path) => readFileSync(path),
    isFile: () => true,
    writeFolder: async (folder, _files, replace) => {
      calls.push(replace);
      throw new UserError(`${folder} has a file`, { hint: 'choose another folder' });
    },
  };
  expect(await main(['export', 'facts\u001b[31m'], io)).toBe(2);
  expect(await main(['export', 'facts', '--force'], io)).toBe(2);
  expect(err).toEqual([
    'summit: facts\\x1b[31m has a file\nchoose another folder\n',
    'summit: facts has a file\nchoose another folder\n',
  ]);
  expect(calls).toEqual([false, true]);
});
