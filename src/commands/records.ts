import type { AnyRecord } from '../contracts/listing.ts';
import { indexRecords } from '../dataset/query/record-index.ts';
import { summarise } from '../dataset/query/summary.ts';
import { collectionNames } from '../dataset/schema/collections.ts';
import { listEntries } from '../dataset/schema/dataset.ts';
import * as schema from '../dataset/schema/field-schema.ts';
import { listFields } from '../dataset/schema/fields.ts';
import { listOptions } from '../options/list-options.ts';
import { defineCommand, groups } from './command.ts';
import { createCountryFilter } from './listing.ts';
import { type ListSource, printList, reportEmptyResult, runQuery } from './print-list.ts';

const recordFields = listFields(
  schema.record('A record of whatever collection.', {
    id: schema.id('The record.'),
    collection: schema.choice('The collection that it stands in.', ['summit', ...collectionNames]),
    summary: schema.text('What it says, in a line.'),
    evidence: schema.evidence(0),
  }),
);

export const records = defineCommand({
  name: 'records',
  group: groups.reading,
  summary: 'List the records of all collections, with what each says in a line.',
  operands: {},
  options: listOptions,
  fields: () => recordFields,
  examples: ({ country, paragraph }) => [
    ['records', 'everything, a line each'],
    [`records --country ${country} --where collection=claims,gaps`, 'what is said of a country'],
    [`records --paragraph ${paragraph}`, 'what is drawn from a paragraph'],
    [
      'records -f ndjson > facts.ndjson',
      'the whole dataset, a record a line, to be compared with diff',
    ],
  ],
  async run(call) {
    const dataset = await call.load();
    const links = indexRecords(dataset);
    const entries = listEntries(dataset);
    const source: ListSource = {
      fields: recordFields,
      defaultFields: ['id', 'collection', 'summary'],
      records: entries.map((entry): AnyRecord => {
        const { id, evidence = [] } = entry.record;
        return { id, collection: entry.collection, summary: summarise(entry, links), evidence };
      }),
      names: links,
      tied: createCountryFilter(dataset, links),
      sentence: 'summary',
      toJson: ({ id }) => {
        const entry = links.entry(id);
        return { collection: entry?.collection, ...entry?.record };
      },
    };
    const { query, records: found } = runQuery(source, call.options);
    await printList(call, source, query, found);
    if (found.length === 0) await reportEmptyResult(call, source, query);
    return 0;
  },
});
