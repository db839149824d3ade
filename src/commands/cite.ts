import { createCitation } from '../dataset/query/citation.ts';
import { indexRecords } from '../dataset/query/record-index.ts';
import { defineFormatOption } from '../options/option.ts';
import { citationFormats, citations } from '../output/citations.ts';
import { defineCommand, groups } from './command.ts';
import { findRecords, recordsOperand } from './find-records.ts';

export const cite = defineCommand({
  name: 'cite',
  group: groups.reading,
  summary: 'Cite the passages that support a record.',
  operands: { record: recordsOperand },
  options: { format: defineFormatOption(citationFormats) },
  examples: ({ deal, talk }) => [
    [`cite ${deal}`, 'a citation with a link to the passages'],
    [`cite ${talk} -f bibtex`, 'a BibTeX entry'],
    [`cite ${talk} -f csl-json`, 'CSL-JSON for a citation processor'],
  ],
  more: 'Details missing from the article, such as the author, are omitted. Exits with 1 if there is no such record.',
  async run({ operands, options: { format = 'text' }, page, load, print, ...call }) {
    const dataset = await load();
    const entries = await findRecords(operands.record, indexRecords(dataset), call);
    const all = entries.map((entry) => createCitation(dataset, entry));
    await print(citations[format](all, page));
    return 0;
  },
});
