import { createRecordJson, listAllRecords, recordFields } from '../dataset/query/all-records.ts';
import { indexRecords } from '../dataset/query/record-index.ts';
import { listOptions } from '../options/list-options.ts';
import { defineCommand, groups } from './command.ts';
import { list, textOperand } from './list.ts';

export const records = defineCommand({
  name: 'records',
  group: groups.reading,
  summary: 'List all records, one line each.',
  operands: { text: textOperand },
  options: listOptions,
  fields: recordFields,
  examples: ({ country, paragraph, word }) => [
    ['records', 'every record, one per line'],
    [`records ${word}`, 'those that contain a word'],
    [
      `records --country ${country} --where collection=claims,gaps`,
      'claims and gaps about a country',
    ],
    [`records --paragraph ${paragraph}`, 'records based on a paragraph'],
    ['records --group-by collection', 'how many there are of each collection'],
    [
      'records -f ndjson > facts.ndjson',
      'the whole dataset, one record per line, suitable for diff',
    ],
  ],
  listRecords: listAllRecords,
  async run(call) {
    const index = indexRecords(await call.load());
    return list(call, {
      fields: recordFields,
      defaultFields: ['id', 'collection', 'summary'],
      sentence: 'summary',
      records: listAllRecords(index),
      index,
      texts: call.operands.text,
      toJson: createRecordJson(index),
    });
  },
});
