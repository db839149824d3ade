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
const check = ajv.compile(buildDatasetSchema());

/** Whether another validator holds a value to be valid, dates checked by the calendar. */
const isValidElsewhere = (value: unknown): boolean => check(value);

/** Whether we hold it to be valid. */
const isValid = (value: unknown): boolean =>
  validateDataset(new TextEncoder().encode(JSON.stringify(value))).problems.length === 0;

describe('the published schema', () => {
  it('is the one that datasets are checked by', async () => {
    expect(read(project('data', 'summit.schema.json'))).toEqual(buildDatasetSchema());
    expect(JSON.parse((await summit('schema')).out)).toEqual(buildDatasetSchema());
  });

  it('says that it is of 2020-12', () => {
    expect(buildDatasetSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      additionalProperties: false,
    });
  });

  it('is a schema to another validator', () => {
    expect(ajv.validateSchema(buildDatasetSchema())).toBe(true);
  });
});

describe('what is valid', () => {
  const { title, language } = skeleton.source;
  const named = { title, language };
  const { id, name, status, evidence } = skeleton.summit;
  const bare = { id, name, status, evidence };

  it.each([
    ['the embedded dataset', () => read(embedded)],
    ['the fixture', () => read(lakes)],
    ['a small dataset', () => skeleton],
    ['a summit and its source, less what may be left out', () => ({ source: named, summit: bare })],
    ['what summit new prints', async () => JSON.parse((await summit('new')).out)],
  ])('to us and to another validator: %s', async (_, value) => {
    const dataset = await value();
    expect(isValidElsewhere(dataset)).toBe(true);
    expect(isValid(dataset)).toBe(true);
  });
});

describe('what is not valid', () => {
  const [claim] = skeleton.claims;
  const { summit: about } = skeleton;
  const withClaim = (change: object) => ({ ...skeleton, claims: [{ ...claim, ...change }] });
  const withSummit = (change: object) => ({ ...skeleton, summit: { ...about, ...change } });
  const anchored = (anchor: object) => withClaim({ evidence: [anchor] });
  const { source: _, ...withoutSource } = skeleton;
  const { topic: __, ...withoutTopic } = claim ?? { topic: '' };

  it.each<readonly [string, unknown]>([
    ['null', null],
    ['a list', []],
    ['a missing source', withoutSource],
    ['a missing field', { ...skeleton, claims: [withoutTopic] }],
    ['an unknown collection', { ...skeleton, treaties: [] }],
    ['an unknown field', withClaim({ mood: 'calm' })],
    ['a wrong type', withClaim({ topic: 5 })],
    ['a null where text is needed', withClaim({ claim: null })],
    ['an empty text', withClaim({ topic: '' })],
    ['a choice misspelt', withClaim({ certainty: 'state' })],
    ['an id with capitals', withClaim({ id: 'A-Claim' })],
    ['an id with two hyphens', withClaim({ id: 'a--claim' })],
    ['an id with a newline', withClaim({ id: 'a-claim\n' })],
    ['a day beyond every month', withSummit({ start: '2023-02-32' })],
    ['a day in words', withSummit({ start: '18 May' })],
    ['an alias twice', withSummit({ aliases: ['the talks', 'the talks'] })],
    ['an alias with a semicolon', withSummit({ aliases: ['a; b'] })],
    ['no evidence', withClaim({ evidence: [] })],
    ['an anchor without a word', anchored({ paragraph: 1, start: ' ' })],
    ['an anchor of seven words', anchored({ paragraph: 1, start: 'a b c d e f g' })],
    ['an end of five words', anchored({ paragraph: 1, start: 'a b', end: 'a b c d e' })],
    ['paragraph 0', anchored({ paragraph: 0, start: 'a b' })],
    ['half a paragraph', anchored({ paragraph: 1.5, start: 'a b' })],
    ['an anchor without a start', anchored({ paragraph: 1, end: 'a' })],
    ['an anchor with more', anchored({ paragraph: 1, start: 'a b', page: 2 })],
  ])('to us is not to another validator either: %s', (__, value) => {
    expect(isValidElsewhere(value)).toBe(false);
    expect(isValid(value)).toBe(false);
  });

  it('is agreed on whatever stands in a field', () => {
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
        // That a text has more than blanks in it, and a day is one of the calendar, is no matter of the schema.
        fc.pre(![any].flat().some((one) => /^(?:\p{Zs}+|2023-02-29)$/u.test(String(one))));
        expect(isValid(sent)).toBe(isValidElsewhere(sent));
      }),
    );
  });
});
