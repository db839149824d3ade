import type { Value } from '../contracts/listing.ts';
import { type AnyCollection, collectionNames, describe } from '../dataset/schema/collections.ts';
import {
  choicesOf,
  type FieldSchema,
  isNullable,
  type RecordSchema,
} from '../dataset/schema/field-schema.ts';
import { source } from '../dataset/schema/records.ts';
import { safeJson } from '../output/escape.ts';
import { command, groups } from './command.ts';

const passage = { paragraph: 1, start: 'two to six words', end: 'the last words' };

const idIn = (collection: AnyCollection) => `first-${describe(collection).singular}`;

/** The least that a field may hold; a text says what is to stand in its place. */
function sampleValue(schema: FieldSchema): Value {
  if (isNullable(schema)) return null;
  const target = collectionNames.find((name) => name === schema['x-reference']);
  if (schema.minItems === 1) return [passage];
  if (schema.type === 'array') return target ? [idIn(target)] : [];
  if (target) return idIn(target);
  return schema.examples?.[0] ?? choicesOf(schema)?.[0] ?? schema.description;
}

function sampleOf({ properties }: RecordSchema): Readonly<Record<string, Value>> {
  const fields = Object.entries(properties);
  return Object.fromEntries(fields.map(([name, schema]) => [name, sampleValue(schema)]));
}

const sampleIn = (collection: AnyCollection) => ({
  ...sampleOf(describe(collection).schema),
  id: idIn(collection),
});

export const newDataset = command({
  name: 'new',
  group: groups.datasets,
  summary: 'Print a small valid dataset, to start one of your own from.',
  operands: {},
  options: {},
  examples: () => [
    ['new > my.json', 'a file to fill in'],
    ['validate my.json', 'is it still valid?'],
    ['--data my.json', 'explore it'],
  ],
  async run({ print }) {
    const dataset = {
      $schema: './summit.schema.json',
      source: sampleOf(source),
      summit: { ...sampleIn('summit'), country: idIn('countries') },
      ...Object.fromEntries(collectionNames.map((name) => [name, [sampleIn(name)]])),
    };
    await print([`${safeJson(dataset, 2)}\n`]);
    return 0;
  },
});
