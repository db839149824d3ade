import { describeFormat, formatNames } from '../output/formats.ts';
import {
  completeConditions,
  completeCountryList,
  completeField,
  completeFieldList,
  completeLinkedList,
  completeSortKeys,
} from './completers.ts';
import {
  defineCountOption,
  defineFlag,
  defineFormatOption,
  defineRepeatableOption,
  defineTextOption,
  type OptionValues,
} from './option.ts';

export const listOptions = {
  format: defineFormatOption(formatNames, describeFormat),
  fields: defineTextOption(
    '--fields <a,b,c>',
    'fields to show, in order ("all" for every field; dotted paths such as leaders.name follow references)',
    completeFieldList,
    'separate the fields by commas: --fields a,b',
  ),
  where: defineRepeatableOption(
    '-w, --where <expression>',
    'filter: = (a,b = either), !=, ~ contains, !~, <, <=, >, >=; "field=" means missing; repeat to AND; quote < and >',
    completeConditions,
  ),
  country: defineTextOption(
    '--country <a,b>',
    'linked to any of these countries (id, name, code or unambiguous part); "none": to no country',
    completeCountryList,
    'for either of two countries write --country a,b',
  ),
  linked: defineTextOption(
    '--linked <a,b>',
    'linked to any of these records, or to any record of these collections',
    completeLinkedList,
    'for either of two records write --linked a,b',
  ),
  paragraph: defineCountOption('--paragraph <n>', 'with a passage in this paragraph', 1),
  sort: defineTextOption(
    '-s, --sort <a,-b>',
    'sort by these fields; "-" reverses; missing values last',
    completeSortKeys,
    'separate the fields by commas: --sort a,-b',
  ),
  groupBy: defineTextOption(
    '--group-by <field>',
    'the values of a field with the number of records that have each, most frequent first',
    completeField,
  ),
  limit: defineCountOption('-n, --limit <n>', 'at most this many records', 0),
  count: defineFlag('--count', 'print the number of records'),
  ids: defineFlag('--ids', 'print the ids, one per line'),
  header: defineFlag('--no-header', 'omit the header row, where the format has one'),
  csvSafe: defineFlag('--csv-safe', 'escape csv and tsv cells that look like spreadsheet formulas'),
  evidence: defineFlag('--evidence', 'add a column of supporting passages'),
};

export type ListValues = OptionValues<typeof listOptions>;
