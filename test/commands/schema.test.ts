import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { example, project, summit } from '../run.ts';

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

/** The test of the printed schema by a validator that is not ours. */
async function compiled() {
  const { out } = await summit('schema');
  const formats = { date: /^\d{4}-\d{2}-\d{2}$/ };
  return new Ajv2020({ strict: false, allErrors: true, formats }).compile(JSON.parse(out));
}

describe('schema', () => {
  it('prints the JSON Schema 2020-12 of a dataset', async () => {
    const { status, out, err } = await summit('schema');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const { $schema, type, required, additionalProperties } = JSON.parse(out);
    expect({ $schema, type, required, additionalProperties }).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      required: ['source', 'summit'],
      additionalProperties: false,
    });
  });

  it('is what the published file has', async () => {
    expect(JSON.parse((await summit('schema')).out)).toEqual(
      json(project('data', 'summit.schema.json')),
    );
  });

  it('is met by the embedded dataset, the invented one and a new one, by another validator', async () => {
    const check = await compiled();
    const { out } = await summit('new');
    expect(check(json(project('data', 'xian-2023.json')))).toBe(true);
    expect(check(json(example('lakes-summit.json')))).toBe(true);
    expect(check(JSON.parse(out))).toBe(true);
  });

  it('is not met by a record with a field too many, one too few or one of a wrong type', async () => {
    const check = await compiled();
    const dataset = json(example('lakes-summit.json'));
    const { name, ...deal } = dataset.deals[0];
    expect(check({ ...dataset, deals: [{ ...deal, name, colour: 'red' }] })).toBe(false);
    expect(check({ ...dataset, deals: [deal] })).toBe(false);
    expect(check({ ...dataset, deals: [{ ...deal, name, amount: '6bn' }] })).toBe(false);
    expect(check({ ...dataset, deals: [{ ...deal, name, amount: null }] })).toBe(true);
  });

  it('needs no dataset', async () => {
    expect((await summit('schema --data missing.json')).status).toBe(0);
  });
});
