import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateDataset } from '../../../src/dataset/check/validate.ts';
import { buildDatasetSchema } from '../../../src/dataset/schema/dataset.ts';
import { example, project, summit } from '../../run.ts';
import { skeleton } from '../../skeleton.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const embedded = project('data', 'xian-2023.json');
const lakes = example('lakes-summit.json');

const ajv = new Ajv2020({ strict: false });
ajv.addFormat('date', (text) => {
  const day = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(day.getTime())) return false;
  return day.toISOString().startsWith(text);
});
const validateWithAjv = ajv.compile(buildDatasetSchema());

/** Checks a value with ajv, and dates by the calendar. */
const isValidToAjv = (value: unknown): boolean => validateWithAjv(value);

/** Checks a value with this program. */
const isValid = (value: unknown): boolean =>
  validateDataset(new TextEncoder().encode(JSON.stringify(value))).problems.length === 0;

describe('the published schema', () => {
  it('is the schema that datasets are checked with', async () => {
    expect(read(project('data', 'summit.schema.json'))).toEqual(buildDatasetSchema());
    expect(JSON.parse((await summit('schema')).out)).toEqual(buildDatasetSchema());
  });

  it('declares its version, 2020-12', () => {
    expect(buildDatasetSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      additionalProperties: false,
    });
  });

  it('is valid according to ajv', () => {
    expect(ajv.validateSchema(buildDatasetSchema())).toBe(true);
  });
});

describe('a valid dataset', () => {
  const { title, language } = skeleton.source;
  const minimalSource = { title, language };
  const { id, name, status, evidence } = skeleton.summit;
  const minimalSummit = { id, name, status, evidence };

  it.each([
    ['the embedded dataset', () => read(embedded)],
    ['the lakes summit', () => read(lakes)],
    ['a small dataset', () => skeleton],
    [
      'a summit and its source without optional fields',
      () => ({ source: minimalSource, summit: minimalSummit }),
    ],
    ['what summit new prints', async () => JSON.parse((await summit('new')).out)],
  ])('passes here and in ajv: %s', async (_, value) => {
    const dataset = await value();
    expect(isValidToAjv(dataset)).toBe(true);
    expect(isValid(dataset)).toBe(true);
  });
});

describe('an invalid dataset', () => {
  const [claim] = skeleton.claims;
  const { summit: about } = skeleton;
  const changeClaim = (change: object) => ({ ...skeleton, claims: [{ ...claim, ...change }] });
  const changeSummit = (change: object) => ({ ...skeleton, summit: { ...about, ...change } });
  const replaceEvidence = (anchor: object) => changeClaim({ evidence: [anchor] });
  const { source: _, ...withoutSource } = skeleton;
  const { topic: __, ...withoutTopic } = claim ?? { topic: '' };

  it.each<readonly [string, unknown]>([
    ['null', null],
    ['a list', []],
    ['a missing source', withoutSource],
    ['a missing field', { ...skeleton, claims: [withoutTopic] }],
    ['an unknown collection', { ...skeleton, treaties: [] }],
    ['an unknown field', changeClaim({ mood: 'calm' })],
    ['a wrong type', changeClaim({ topic: 5 })],
    ['a null where text is needed', changeClaim({ claim: null })],
    ['an empty text', changeClaim({ topic: '' })],
    ['a misspelt choice', changeClaim({ certainty: 'state' })],
    ['an id with capitals', changeClaim({ id: 'A-Claim' })],
    ['an id with two hyphens', changeClaim({ id: 'a--claim' })],
    ['an id with a newline', changeClaim({ id: 'a-claim\n' })],
    ['a day beyond every month', changeSummit({ start: '2023-02-32' })],
    ['a day in words', changeSummit({ start: '18 May' })],
    ['a duplicate alias', changeSummit({ aliases: ['the talks', 'the talks'] })],
    ['an alias with a semicolon', changeSummit({ aliases: ['a; b'] })],
    ['no evidence', changeClaim({ evidence: [] })],
    ['an anchor without a word', replaceEvidence({ paragraph: 1, start: ' ' })],
    ['an anchor of seven words', replaceEvidence({ paragraph: 1, start: 'a b c d e f g' })],
    ['an end of five words', replaceEvidence({ paragraph: 1, start: 'a b', end: 'a b c d e' })],
    ['paragraph 0', replaceEvidence({ paragraph: 0, start: 'a b' })],
    ['half a paragraph', replaceEvidence({ paragraph: 1.5, start: 'a b' })],
    ['an anchor without a start', replaceEvidence({ paragraph: 1, end: 'a' })],
    ['an anchor with an unknown field', replaceEvidence({ paragraph: 1, start: 'a b', page: 2 })],
  ])('fails here and in ajv: %s', (__, value) => {
    expect(isValidToAjv(value)).toBe(false);
    expect(isValid(value)).toBe(false);
  });

  it('gets the same verdict from both, with any value in a field', () => {
    const paths = [
      ['summit', 'start'],
      ['summit', 'aliases'],
      ['summit', 'status'],
      ['source', 'language'],
      ['source', 'note'],
    ] as const;
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('held', '2023-05-18', '2023-02-29', 'en', '', null),
      fc.array(fc.constantFrom('a', 'b', 'a;b', '')),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), value, ([part, field], any) => {
        const dataset = { ...skeleton, [part]: { ...skeleton[part], [field]: any } };
        const sent: unknown = JSON.parse(JSON.stringify(dataset));
        // The schema does not say that a text has more than spaces, or that a date exists.
        fc.pre(![any].flat().some((one) => /^(?:\p{Zs}+|2023-02-29)$/u.test(String(one))));
        expect(isValid(sent)).toBe(isValidToAjv(sent));
      }),
    );
  });
});
