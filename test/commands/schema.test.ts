import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { example, project, summit } from '../run.ts';

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

/** Compiles the printed schema with Ajv. */
async function compileSchema() {
  const { out } = await summit('schema');
  const formats = { date: /^\d{4}-\d{2}-\d{2}$/ };
  return new Ajv2020({ strict: false, allErrors: true, formats }).compile(JSON.parse(out));
}

describe('summit schema', () => {
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

  it('prints the same schema as the published file', async () => {
    expect(JSON.parse((await summit('schema')).out)).toEqual(
      readJson(project('data', 'summit.schema.json')),
    );
  });

  it('accepts the embedded dataset, the lakes dataset and a new one with Ajv', async () => {
    const check = await compileSchema();
    const { out } = await summit('new');
    expect(check(readJson(project('data', 'xian-2023.json')))).toBe(true);
    expect(check(readJson(example('lakes-summit.json')))).toBe(true);
    expect(check(JSON.parse(out))).toBe(true);
  });

  it('rejects records with an unknown or missing field or a value of the wrong type', async () => {
    const check = await compileSchema();
    const dataset = readJson(example('lakes-summit.json'));
    const { name, ...deal } = dataset.deals[0];
    expect(check({ ...dataset, deals: [{ ...deal, name, colour: 'red' }] })).toBe(false);
    expect(check({ ...dataset, deals: [deal] })).toBe(false);
    expect(check({ ...dataset, deals: [{ ...deal, name, amount: '6bn' }] })).toBe(false);
    expect(check({ ...dataset, deals: [{ ...deal, name, amount: null }] })).toBe(true);
  });

  it('does not read the current dataset', async () => {
    expect((await summit('schema --data missing.json')).status).toBe(0);
  });
});
