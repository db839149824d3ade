import { Argument } from 'commander';
import { citationOf } from '../dataset/query/citation.ts';
import { linksOf } from '../dataset/query/links.ts';
import { choiceOption } from '../options/option.ts';
import { type CitationFormat, citations } from '../output/citations.ts';
import { type Command, groups } from './command.ts';
import { findRecord } from './find-record.ts';

export const cite: Command = {
  name: 'cite',
  group: groups.reading,
  summary: 'Cite the place in the article that a record is drawn from.',
  arguments: () => [new Argument('<id>', 'the id of a record, from any listing')],
  options: () => [
    choiceOption('-f, --format <name>', 'how to print the citation', Object.keys(citations)),
  ],
  examples: ({ deal, talk }) => [
    [`cite ${deal}`, 'a citation, and a link to the passages'],
    [`cite ${talk} -f bibtex`, 'an entry for a bibliography'],
    [`cite ${talk} -f csl-json`, 'the same for a citation processor'],
  ],
  more: 'What the article does not give, such as an author, is left out. Exits with 1 when there is no such record.',
  async run({ args: [id = ''], options, page, load, print }) {
    const dataset = await load();
    const entry = findRecord(dataset, linksOf(dataset), id);
    const { format = 'text' } = options as { format?: CitationFormat };
    await print([citations[format](citationOf(dataset, entry), page)]);
    return 0;
  },
};
