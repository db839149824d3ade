import { citationOf } from '../dataset/query/citation.ts';
import { linksOf } from '../dataset/query/links.ts';
import { formatOption } from '../options/option.ts';
import { citationFormats, citations } from '../output/citations.ts';
import { command, groups } from './command.ts';
import { findRecord, recordOperand } from './find-record.ts';

export const cite = command({
  name: 'cite',
  group: groups.reading,
  summary: 'Cite the place in the article that a record is drawn from.',
  operands: { id: recordOperand },
  options: { format: formatOption('how to print the citation', citationFormats) },
  examples: ({ deal, talk }) => [
    [`cite ${deal}`, 'a citation, and a link to the passages'],
    [`cite ${talk} -f bibtex`, 'an entry for a bibliography'],
    [`cite ${talk} -f csl-json`, 'the same for a citation processor'],
  ],
  more: 'What the article does not give, such as an author, is left out. Exits with 1 when there is no such record.',
  async run({ operands: { id }, options: { format = 'text' }, page, load, print }) {
    const dataset = await load();
    const entry = findRecord(dataset, linksOf(dataset), id);
    await print([citations[format](citationOf(dataset, entry), page)]);
    return 0;
  },
});
