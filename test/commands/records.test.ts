import { describe, expect, it } from 'vitest';
import { collectionNames } from '../../src/dataset/schema/collections.ts';
import { readDataset } from '../read-dataset.ts';
import { fixture, project, summit } from '../run.ts';

const env = { SUMMIT_DATA: fixture('strait-forum.json') };
const dataset = readDataset(fixture('strait-forum.json'));

describe('summit records', () => {
  it('lists the records of all collections, the summit first, one line each', async () => {
    const { status, out, err } = await summit('records --limit 3', { env });
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toBe(
      `\
id                 collection  summary
──────────────────────────────────────────────────────────────────────────
tern-strait-forum  summit      Tern Strait Forum
aila-brekkan       leaders     Aila Brekkan · Prime Minister · Norrland · guest
tobias-wren        leaders     Tobias Wren · Foreign Minister · Sudmark · guest
`.replace(/─+/, '─'.repeat(79)),
    );
    const count = 1 + collectionNames.reduce((sum, name) => sum + dataset[name].length, 0);
    expect((await summit('records --count', { env })).out).toBe(`${count}\n`);
  });

  it('prints full records with their collection as JSON', async () => {
    const { out } = await summit('records -f json', { env });
    const all = JSON.parse(out);
    for (const name of collectionNames) {
      const own = all
        .filter(({ collection }: { collection: string }) => collection === name)
        .map(({ collection: _, ...record }: { collection: string }) => record);
      expect(own).toEqual(dataset[name]);
    }
  });

  it('prints one record per line as NDJSON, so that two datasets can be compared', async () => {
    const lines = (await summit('records -f ndjson', { env })).out.trimEnd().split('\n');
    const other = (await summit('records -f ndjson', { env })).out.trimEnd().split('\n');
    expect(lines).toEqual(other);
    expect(JSON.parse(lines[1] ?? '')).toEqual({
      collection: 'leaders',
      ...dataset.leaders[0],
    });
  });

  it('accepts the listing options', async () => {
    const listIds = async (line: string) => (await summit(line, { env })).out.trimEnd().split('\n');
    expect(await listIds('records --where collection=deals,talks --ids')).toHaveLength(7);
    expect(await listIds('records --where evidence~¶12 --ids')).toContain('united-states');
    expect(await listIds('records --country kelmia --ids')).toContain('trawlers-counted');
    expect(await summit('records --where collection=dealz', { env })).toMatchObject({
      status: 2,
      err: expect.stringContaining('invalid collection "dealz"\ndid you mean deals?'),
    });
  });
});

describe('dotted fields that follow a reference', () => {
  it('are available in every format', async () => {
    const { out } = await summit(
      'talks --fields date,leaders.name,countries.iso -f csv --limit 1',
      {
        env: { SUMMIT_DATA: project('data', 'xian-2023.json') },
      },
    );
    expect(out).toBe(
      'date,leaders.name,countries.iso\r\n2023-05-17,Xi Jinping;Kassym-Jomart Tokayev,CN;KZ\r\n',
    );
    const json = await summit('leaders --fields id,country.role -f ndjson --limit 1', { env });
    expect(JSON.parse(json.out)).toEqual({ id: 'aila-brekkan', 'country.role': 'guest' });
  });

  it('are null or empty if the reference is missing', async () => {
    const { out } = await summit('leaders --fields id,country.name -f csv', { env });
    expect(out).toContain('oumar-delafin,\r\n');
    const talk = await summit('talks --fields id,leaders.name -f ndjson', { env });
    expect(talk.out).toContain('{"id":"sudmark-halden-tuesday","leaders.name":[]}');
  });

  it('can be used to sort', async () => {
    const { out } = await summit('leaders --sort country.name --ids --limit 2', { env });
    expect(out).toBe('aila-brekkan\nmarit-solvang\n');
  });

  it('are rejected if the reference has no fixed collection, or the field does not exist', async () => {
    for (const field of ['about.id', 'name.x', 'country.nme', 'country.name.x']) {
      expect((await summit(`claims --fields ${field}`, { env })).status).toBe(2);
    }
  });
});

it('prints every field with --fields all', async () => {
  const { out } = await summit('countries --fields all -f csv --limit 1', { env });
  expect(out.split('\r\n')[0]).toBe('id,name,aliases,iso,role,evidence');
});
