import { Argument } from 'commander';
import { linksOf } from '../dataset/links.ts';
import { foldPhrase, hitFields, readHit, search as searchIn } from '../dataset/search.ts';
import { Failure } from '../failure.ts';
import { type Command, groups } from './command.ts';
import { type ListOptions, listOptions, printList, selectBy } from './list-options.ts';
import { tiedIn } from './listing.ts';

export const search: Command = {
  name: 'search',
  group: groups.reading,
  summary: 'Search all fields of all records, without regard to case, diacritics and apostrophes.',
  arguments: () => [new Argument('<text...>', 'what to find; quote words that belong together')],
  options: () => listOptions().filter((option) => option.long !== '--evidence'),
  examples: ({ word, wordCountry }) => [
    [`search ${word}`, 'each field with a hit, the hit marked'],
    [`search ${word} ${wordCountry}`, 'records that have both'],
    [`search ${word} --ids`, 'the records alone, by id'],
  ],
  more: 'Exits with 1 when nothing is found.',
  async run(call) {
    const phrases = call.args;
    const empty = phrases.find((phrase) => foldPhrase(phrase) === '');
    if (empty !== undefined) {
      throw new Failure('nothing to search for');
    }
    const dataset = await call.load();
    const links = linksOf(dataset);
    const hits = searchIn(dataset, links, phrases);
    const options = call.options as ListOptions;
    const source = {
      fields: hitFields,
      chief: ['id', 'field', 'text'],
      records: hits,
      label: links.label,
      tied: tiedIn(dataset, links),
      read: (hit: (typeof hits)[number], field: string) => readHit(hit, field, phrases),
    };
    if (selectBy(source, options).length === 0) {
      await printList({ ...call, options, page: { ...call.page, isTerminal: false } }, source);
      throw new Failure(`nothing found for ${phrases.map((one) => `"${one}"`).join(' ')}`, {
        status: 1,
      });
    }
    return printList({ ...call, options }, source);
  },
};
