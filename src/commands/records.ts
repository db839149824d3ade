import { summarise } from '../dataset/query/read.ts';
import { indexRecords } from '../dataset/query/record-index.ts';
import { collectionNames } from '../dataset/schema/collections.ts';
import * as schema from '../dataset/schema/fields.ts';
import { listFields } from '../dataset/schema/fields.ts';
import type { AnyRecord } from '../model/record.ts';
import { listOptions } from '../options/list-options.ts';
import { defineCommand, groups } from './command.ts';
import { list } from './list.ts';

const recordFields = listFields(
  schema.record('A record from any collection.', {
    id: schema.id('Id of the record.'),
    collection: schema.choice('The collection it belongs to.', ['summit', ...collectionNames]),
    summary: schema.text('The record in one line.'),
    evidence: schema.evidence(0),
  }),
);

export const records = defineCommand({
  name: 'records',
  group: groups.reading,
  summary: 'List all records, one line each.',
  operands: {},
  options: listOptions,
  fields: recordFields,
  examples: ({ country, paragraph }) => [
    ['records', 'every record, one per line'],
    [
      `records --country ${country} --where collection=claims,gaps`,
      'claims and gaps about a country',
    ],
    [`records --paragraph ${paragraph}`, 'records based on a paragraph'],
    [
      'records -f ndjson > facts.ndjson',
      'the whole dataset, one record per line, suitable for diff',
    ],
  ],
  async run(call) {
    const index = indexRecords(await call.load());
    return list(call, {
      fields: recordFields,
      defaultFields: ['id', 'collection', 'summary'],
      sentence: 'summary',
      records: index.entries.map((entry): AnyRecord => {
        const { id, evidence = [] } = entry.record;
        return { id, collection: entry.collection, summary: summarise(entry, index), evidence };
      }),
      index,
      toJson: ({ id }) => {
        const entry = index.findEntry(id);
        return { collection: entry?.collection, ...entry?.record };
      },
    });
  },
});
