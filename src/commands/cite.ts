import { createCitation } from '../dataset/query/citation.ts';
import { indexRecords } from '../dataset/query/record-index.ts';
import { defineFormatOption } from '../options/option.ts';
import { citationFormats, citations } from '../output/citations.ts';
import { defineCommand, groups } from './command.ts';
import { findRecords, recordsOperand } from './find-records.ts';

export const cite = defineCommand({
  name: 'cite',
  group: groups.reading,
  summary: 'Cite the places in the article that records are drawn from.',
  operands: { record: recordsOperand },
  options: { format: defineFormatOption(citationFormats) },
  examples: ({ deal, talk }) => [
    [`cite ${deal}`, 'a citation, and a link to the passages'],
    [`cite ${talk} -f bibtex`, 'an entry for a bibliography'],
    [`cite ${talk} -f csl-json`, 'the same for a citation processor'],
  ],
  more: 'What the article does not give, such as an author, is left out. Exits with 1 when there is no such record.',
  async run({
    operands: { record: words },
    options: { format = 'text' },
    page,
    load,
    print,
    ...call
  }) {
    const dataset = await load();
    const entries = await findRecords(words, indexRecords(dataset), call);
    const all = entries.map((entry) => createCitation(dataset, entry));
    await print(citations[format](all, page));
    return 0;
  },
});
