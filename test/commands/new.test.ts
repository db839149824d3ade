import { describe, expect, it } from 'vitest';
import { collectionNames, collections } from '../../src/dataset/schema/collections.ts';
import { summit } from '../run.ts';

describe('new', () => {
  it('prints a dataset that is valid as it stands', async () => {
    const { status, out, err } = await summit('new');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const checked = await summit('validate -', { stdin: out });
    expect(checked).toMatchObject({ status: 0, err: '' });
    expect(checked.out).toBe(`standard input: valid, ${collectionNames.length} records\n`);
  });

  it('names the schema and says in each text what is to stand in its place', async () => {
    const dataset = JSON.parse((await summit('new')).out);
    expect(dataset.$schema).toBe('./summit.schema.json');
    expect(dataset.source.title).toBe('The headline.');
    expect(dataset.claims[0].claim).toBe('The statement, in own words.');
  });

  it('is a dataset that can be explored', async () => {
    const { out: stdin } = await summit('new');
    expect((await summit('--data - leaders', { stdin })).out).toBe(`\
id            name        title       country     role
────────────────────────────────────────────────────────────
first-leader  not stated  not stated  not stated  not stated
`);
    expect((await summit('--data -', { stdin })).out.split('\n').slice(0, 2)).toEqual([
      'The name, in the words of the article.',
      'The name. · dates not stated · held',
    ]);
  });

  it('has a record of every collection, with every field', async () => {
    const dataset = JSON.parse((await summit('new')).out);
    for (const name of collectionNames) {
      const [record] = dataset[name];
      expect(Object.keys(record)).toEqual(Object.keys(collections[name].schema.properties));
    }
  });

  it('needs no dataset', async () => {
    expect((await summit('new --data missing.json')).status).toBe(0);
  });
});
