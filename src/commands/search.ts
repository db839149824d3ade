import { linksOf } from '../dataset/query/links.ts';
import { foldPhrase, hitFields, marksOfHits, searchRecords } from '../dataset/query/search.ts';
import { nothing } from '../options/completers.ts';
import { listOptions } from '../options/list-options.ts';
import { operand } from '../options/operand.ts';
import { Failure } from '../system/failure.ts';
import { command, groups } from './command.ts';
import { tiedIn } from './listing.ts';
import { ask, printList, type RecordSource } from './print-list.ts';

export const search = command({
  name: 'search',
  group: groups.reading,
  summary: 'Search all fields of all records, without regard to case, diacritics and apostrophes.',
  operands: { text: operand('many', 'what to find; quote words that belong together', nothing) },
  options: listOptions,
  fields: () => hitFields,
  examples: ({ word, wordCountry }) => [
    [`search ${word}`, 'the records, best first, the hit marked'],
    [`search ${word} ${wordCountry}`, 'records that have both'],
    [`search ${word} --ids`, 'the records alone, by id'],
  ],
  more: 'Exits with 1 when nothing is found.',
  async run(call) {
    const texts = call.operands.text;
    const phrases = texts.map(foldPhrase);
    if (phrases.includes('')) throw new Failure('nothing to search for');
    const dataset = await call.load();
    const links = linksOf(dataset);
    const hits = searchRecords(dataset, links, phrases);
    const source: RecordSource = {
      fields: hitFields,
      chief: ['text', 'id', 'collection'],
      kept: ['text'],
      sentence: 'text',
      records: hits,
      names: links,
      tied: tiedIn(dataset, links),
      marks: marksOfHits(phrases),
    };
    const { query, records } = ask(source, call.options);
    await printList(call, source, query, records);
    if (records.length > 0) return 0;
    const words = texts.map((one) => `"${one}"`).join(' ');
    const kept = hits.length > 0 ? ' that meets the other conditions' : '';
    throw new Failure(`nothing found for ${words}${kept}`, { status: 1 });
  },
});
