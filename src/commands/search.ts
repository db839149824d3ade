import { Argument } from 'commander';
import { linksOf } from '../dataset/query/links.ts';
import { foldPhrase, hitFields, marksOfHits, search as searchIn } from '../dataset/query/search.ts';
import { type ListOptions, listOptions } from '../options/list-options.ts';
import { Failure } from '../system/failure.ts';
import { type Command, groups } from './command.ts';
import { tiedIn } from './listing.ts';
import { printList } from './print-list.ts';

export const search: Command = {
  name: 'search',
  group: groups.reading,
  summary: 'Search all fields of all records, without regard to case, diacritics and apostrophes.',
  arguments: () => [new Argument('<text...>', 'what to find; quote words that belong together')],
  options: listOptions,
  fields: () => hitFields,
  examples: ({ word, wordCountry }) => [
    [`search ${word}`, 'each field with a hit, the hit marked'],
    [`search ${word} ${wordCountry}`, 'records that have both'],
    [`search ${word} --ids`, 'the records alone, by id'],
  ],
  more: 'Exits with 1 when nothing is found.',
  async run(call) {
    const phrases = call.args.map(foldPhrase);
    if (phrases.includes('')) throw new Failure('nothing to search for');
    const dataset = await call.load();
    const links = linksOf(dataset);
    const hits = searchIn(dataset, links, phrases);
    const found = await printList(call as typeof call & { options: ListOptions }, {
      fields: hitFields,
      chief: ['id', 'field', 'text'],
      essential: ['text'],
      records: hits,
      names: links,
      tied: tiedIn(dataset, links),
      marks: marksOfHits(phrases),
    });
    if (found.length > 0) return 0;
    const words = call.args.map((one) => `"${one}"`).join(' ');
    const kept = hits.length > 0 ? ' that meets the other conditions' : '';
    throw new Failure(`nothing found for ${words}${kept}`, { status: 1 });
  },
};
