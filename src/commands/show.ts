import { createRecordJson } from '../dataset/query/all-records.ts';
import { tabulate } from '../dataset/query/read.ts';
import { indexRecords } from '../dataset/query/record-index.ts';
import { createRelationFinder } from '../dataset/query/relations.ts';
import type { Entry } from '../dataset/schema/dataset.ts';
import type { AnyRecord } from '../model/record.ts';
import { completeFiles } from '../options/completers.ts';
import { listOptions } from '../options/list-options.ts';
import { defineFlag, defineFormatOption, defineTextOption } from '../options/option.ts';
import type { Format } from '../output/format.ts';
import { describeFormat, type FormatName, formatNames, formats } from '../output/formats.ts';
import { UserError } from '../system/user-error.ts';
import { defineCommand, groups } from './command.ts';
import { findRecords, recordsOperand } from './find-records.ts';
import { loadPassages } from './passages.ts';
import { getFlatFields, headings, renderRecords, type ShowContext } from './show-record.ts';

/**
 * Renders records in a format of listings. Their JSON has the collection and the ids of the linked records.
 * @throws UserError if the format has columns and the records belong to more than one collection
 */
function renderListing(
  name: FormatName,
  entries: readonly Entry[],
  { index, page, listPassages }: ShowContext,
): Iterable<string> {
  const format: Format = formats[name];
  const [collection, another] = [...new Set(entries.map((entry) => entry.collection))];
  if (format.fields !== 'every' && another !== undefined) {
    const hint = `records are from ${collection} and ${another}; use json or ndjson`;
    throw new UserError(`${name} is limited to one collection`, { hint });
  }
  const fields = collection === undefined ? [] : getFlatFields(collection);
  const records = entries.map(({ record }) => record);
  const toRecordJson = createRecordJson(index);
  const findRelations = createRelationFinder(records, index);
  const toJson = (record: AnyRecord) => {
    const relations = findRelations(record);
    const links = headings.map(([kind]) => [kind, relations[kind].map((one) => one.record.id)]);
    const passages = listPassages?.(record.id).map(({ text, missing }) => (missing ? null : text));
    return {
      ...toRecordJson(record),
      links: Object.fromEntries(links),
      ...(passages && { passages }),
    };
  };
  return format.render({ ...tabulate(records, fields, index), toJson }, page).pieces;
}

export const show = defineCommand({
  name: 'show',
  group: groups.reading,
  summary: 'Show full records, with links and supporting passages.',
  operands: { record: recordsOperand },
  options: {
    format: defineFormatOption(
      formatNames.filter((name) => name !== 'table'),
      describeFormat,
    ),
    article: defineTextOption(
      '--article <file>',
      'a copy of the article: show whole passages, with the words that the record repeats highlighted',
      completeFiles,
    ),
    all: defineFlag('--all', 'show all linked records'),
    csvSafe: listOptions.csvSafe,
  },
  examples: ({ leader, country, talk }) => [
    [`show ${leader}`, 'a leader, with talks and quotes'],
    [`show ${country}`, 'a country, with everything linked to it'],
    ['talks --ids | summit show -', 'every talk in full'],
    [`show ${talk} --article article.txt`, 'the whole passages, from a copy of the article'],
    [`show ${talk} -f json | jq '.[].links'`, 'the ids of the linked records'],
  ],
  more: 'Exits with 1 if an argument matches no record or more than one.',
  async run({ operands: { record: words }, options, page, print, ...call }) {
    const { article } = options;
    if (article === '-' && words.includes('-')) {
      throw new UserError('standard input cannot be both the article and the ids');
    }
    const index = indexRecords(await call.load());
    const entries = await findRecords(words, index, call);
    const listPassages = article === undefined ? undefined : await loadPassages(article, call);
    const context = { index, page, hasAll: options.all === true, listPassages };
    const { format = 'cards' } = options;
    if (format === 'cards') await print(renderRecords(entries, context));
    else await print(renderListing(format, entries, context));
    return 0;
  },
});
