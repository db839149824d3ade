import { describe, expect, it } from 'vitest';
import { summit } from '../run.ts';

describe('new', () => {
  it('prints a dataset that is valid as it stands', async () => {
    const { status, out, err } = await summit('new');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(await summit('validate -', { stdin: out })).toMatchObject({
      status: 0,
      out: 'standard input: valid, 4 records\n',
      err: '',
    });
  });

  it('names the schema and says in each text what is to stand in its place', async () => {
    const dataset = JSON.parse((await summit('new')).out);
    expect(dataset.$schema).toBe('./summit.schema.json');
    expect(dataset.source.title).toBe('The headline of the article');
    expect(dataset.claims[0].claim).toBe('One statement of the article, in your own words.');
  });

  it('is a dataset that can be explored', async () => {
    const { out: stdin } = await summit('new');
    expect((await summit('--data - leaders', { stdin })).out).toBe(`\
id           name        title       country           role
───────────────────────────────────────────────────────────
host-leader  not stated  not stated  The host country  host
`);
    expect(await summit('--data - timeline', { stdin })).toMatchObject({ status: 0, out: '' });
    expect((await summit('--data -', { stdin })).out.split('\n').slice(0, 2)).toEqual([
      'The name of the summit',
      'The host country · dates not stated · planned',
    ]);
  });

  it('needs no dataset', async () => {
    expect((await summit('new --data missing.json')).status).toBe(0);
  });
});
