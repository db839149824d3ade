import { describe, expect, it } from 'vitest';
import { collectionNames } from '../../src/dataset/schema/collections.ts';
import { readDataset } from '../read-dataset.ts';
import { fixture, project, summit } from '../run.ts';

const env = { SUMMIT_DATA: fixture('strait-forum.json') };
const dataset = readDataset(fixture('strait-forum.json'));

describe('records', () => {
  it('are all of all collections, the summit first, a line each', async () => {
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

  it('are whole in JSON, with their collection', async () => {
    const { out } = await summit('records -f json', { env });
    const all = JSON.parse(out);
    for (const name of collectionNames) {
      const own = all
        .filter(({ collection }: { collection: string }) => collection === name)
        .map(({ collection: _, ...record }: { collection: string }) => record);
      expect(own).toEqual(dataset[name]);
    }
  });

  it('are a line each in NDJSON, so that two datasets can be compared', async () => {
    const lines = (await summit('records -f ndjson', { env })).out.trimEnd().split('\n');
    const other = (await summit('records -f ndjson', { env })).out.trimEnd().split('\n');
    expect(lines).toEqual(other);
    expect(JSON.parse(lines[1] ?? '')).toEqual({
      collection: 'leaders',
      ...dataset.leaders[0],
    });
  });

  it('take the options of a listing', async () => {
    const ids = async (line: string) => (await summit(line, { env })).out.trimEnd().split('\n');
    expect(await ids('records --where collection=deals,talks --ids')).toHaveLength(7);
    expect(await ids('records --where evidence~¶12 --ids')).toContain('united-states');
    expect(await ids('records --country kelmia --ids')).toContain('trawlers-counted');
    expect(await summit('records --where collection=dealz', { env })).toMatchObject({
      status: 2,
      err: expect.stringContaining('invalid collection "dealz"\ndid you mean deals?'),
    });
  });
});

describe('fields of what a reference leads to', () => {
  it('stand in every format', async () => {
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

  it('are null, or nothing, where the reference or the field is', async () => {
    const { out } = await summit('leaders --fields id,country.name -f csv', { env });
    expect(out).toContain('oumar-delafin,\r\n');
    const talk = await summit('talks --fields id,leaders.name -f ndjson', { env });
    expect(talk.out).toContain('{"id":"sudmark-halden-tuesday","leaders.name":[]}');
  });

  it('are sorted by', async () => {
    const { out } = await summit('leaders --sort country.name --ids --limit 2', { env });
    expect(out).toBe('aila-brekkan\nmarit-solvang\n');
  });

  it('are none of those that lead anywhere, or nowhere', async () => {
    for (const field of ['about.id', 'name.x', 'country.nme', 'country.name.x']) {
      expect((await summit(`claims --fields ${field}`, { env })).status).toBe(2);
    }
  });
});

it('all is every field', async () => {
  const { out } = await summit('countries --fields all -f csv --limit 1', { env });
  expect(out.split('\r\n')[0]).toBe('id,name,aliases,iso,role,evidence');
});
