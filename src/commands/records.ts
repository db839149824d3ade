import type { Fact } from '../contracts/listing.ts';
import { linksOf } from '../dataset/query/links.ts';
import { summaryOf } from '../dataset/query/summary.ts';
import { collectionNames } from '../dataset/schema/collections.ts';
import { entriesOf } from '../dataset/schema/dataset.ts';
import * as schema from '../dataset/schema/field-schema.ts';
import { fieldsOf } from '../dataset/schema/fields.ts';
import { listOptions } from '../options/list-options.ts';
import { command, groups } from './command.ts';
import { tiedIn } from './listing.ts';
import { ask, printList, type RecordSource, tellNone } from './print-list.ts';

const recordFields = fieldsOf(
  schema.record('A record of whatever collection.', {
    id: schema.id('The record.'),
    collection: schema.choice('The collection that it stands in.', ['summit', ...collectionNames]),
    summary: schema.text('What it says, in a line.'),
    evidence: schema.evidence(0),
  }),
);

export const records = command({
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
    const links = linksOf(dataset);
    const entries = entriesOf(dataset);
    const source: RecordSource = {
      fields: recordFields,
      chief: ['id', 'collection', 'summary'],
      records: entries.map((entry): Fact => {
        const { id, evidence = [] } = entry.record;
        return { id, collection: entry.collection, summary: summaryOf(entry, links), evidence };
      }),
      names: links,
      tied: tiedIn(dataset, links),
      sentence: 'summary',
      whole: ({ id }) => {
        const entry = links.entry(id);
        return { collection: entry?.collection, ...entry?.record };
      },
    };
    const { query, records: found } = ask(source, call.options);
    await printList(call, source, query, found);
    if (found.length === 0) await tellNone(call, source, query);
    return 0;
  },
});
