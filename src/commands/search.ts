import { createRecordJson } from '../dataset/query/all-records.ts';
import { createHighlighter } from '../dataset/query/highlights.ts';
import { indexRecords } from '../dataset/query/record-index.ts';
import { foldPhrases, hitFields, searchRecords } from '../dataset/query/search.ts';
import { listOptions } from '../options/list-options.ts';
import { UserError } from '../system/user-error.ts';
import { defineCommand, groups } from './command.ts';
import { list } from './list.ts';

export const search = defineCommand({
  name: 'search',
  group: groups.reading,
  summary: 'Search all records, ignoring case, accents and apostrophes.',
  operands: { text: { form: 'many', description: 'search terms; quote a phrase' } },
  options: listOptions,
  fields: hitFields,
  examples: ({ word, wordCountry }) => [
    [`search ${word}`, 'best matches first, hits highlighted'],
    [`search ${word} ${wordCountry}`, 'records containing both words'],
    [`search ${word} --ids`, 'ids only'],
  ],
  more: 'Exits with 1 if nothing is found.',
  async run(call) {
    const texts = call.operands.text;
    const phrases = foldPhrases(texts);
    const index = indexRecords(await call.load());
    const hits = searchRecords(phrases, index);
    return list(call, {
      fields: hitFields,
      defaultFields: ['text', 'id', 'collection'],
      sentence: 'text',
      records: hits,
      index,
      highlights: createHighlighter(phrases),
      toJson: createRecordJson(index),
      explainEmpty: () => {
        const words = texts.map((one) => `"${one}"`).join(' ');
        const others = hits.length > 0 ? ' that meets the other conditions' : '';
        return new UserError(`nothing found for ${words}${others}`, { status: 1 });
      },
    });
  },
});
