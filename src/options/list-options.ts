import { findField, parseCondition, type ResolveReference } from '../dataset/query/condition.ts';
import type { Query, Sort } from '../dataset/query/select.ts';
import type { Field } from '../dataset/schema/fields.ts';
import type { Anchor, AnyRecord } from '../model/record.ts';
import { describeFormat, formatNames } from '../output/formats.ts';
import { UserError } from '../system/user-error.ts';
import {
  completeConditions,
  completeCountryList,
  completeFields,
  completeSortKeys,
} from './completers.ts';
import {
  defineCountOption,
  defineFlag,
  defineFormatOption,
  defineTextOption,
  defineTextsOption,
  type OptionValues,
} from './option.ts';

/** Hint for a repeated `--country`. */
const countryHint = 'for either of two countries write --country a,b';

/** Options for the format and the fields of a listing. */
const presentation = {
  format: defineFormatOption(formatNames, describeFormat),
  fields: defineTextOption(
    '--fields <a,b,c>',
    'fields to show, in order ("all" for every field; dotted paths such as leaders.name follow references)',
    completeFields,
    'separate the fields by commas: --fields a,b',
  ),
};

/** Options that select and sort the records. */
const selection = {
  where: defineTextsOption(
    '--where <expression>',
    'filter: = (a,b = either), !=, ~ contains, !~, <, <=, >, >=; "field=" means missing; repeat to AND; quote < and >',
    completeConditions,
  ),
  country: defineTextOption(
    '--country <a,b>',
    'only records linked to any of these countries (id, name, code or unambiguous part)',
    completeCountryList,
    countryHint,
  ),
  paragraph: defineCountOption(
    '--paragraph <n>',
    'only records with a passage in this paragraph',
    1,
  ),
  sort: defineTextOption(
    '--sort <a,-b>',
    'sort by these fields; "-" reverses; missing values last',
    completeSortKeys,
    'separate the fields by commas: --sort a,-b',
  ),
  limit: defineCountOption('--limit <n>', 'at most this many records', 0),
};

const shortForms = {
  count: defineFlag('--count', 'print the number of records'),
  ids: defineFlag('--ids', 'print the ids, one per line'),
  header: defineFlag('--no-header', 'omit the header row, where the format has one'),
  csvSafe: defineFlag('--csv-safe', 'escape csv and tsv cells that look like spreadsheet formulas'),
  evidence: defineFlag('--evidence', 'add a column of supporting passages'),
};

export const listOptions = { ...presentation, ...selection, ...shortForms };

/** Values of the options that select and sort records. */
export type Selection = OptionValues<typeof selection>;

/** Values of the options that control how records are printed. */
export type Presentation = OptionValues<typeof presentation & typeof shortForms>;

/** Fields and functions needed to parse the options of a listing. */
interface QueryContext {
  readonly fields: readonly Field[];
  /** Turns the value of `--country` into a filter. */
  readonly tied: (countries: string) => (record: AnyRecord) => boolean;
  /** Resolves a word in a condition to the id of a record. */
  readonly resolveReference: ResolveReference;
}

const splitNames = (list: string): readonly string[] => list.split(',').map((name) => name.trim());

/** Sort key in the notation of SQL and other programs: `date desc`, `date:desc`. */
const directedKey = /^-?(\S+?)[:\s]+(asc|desc)(?:ending)?$/i;

function parseSortKey(word: string, fields: readonly Field[]): Sort {
  const [, name, direction] = directedKey.exec(word) ?? [];
  if (name !== undefined && direction !== undefined) {
    const field = findField(name, fields);
    const key = direction.toLowerCase() === 'desc' ? `-${field.name}` : field.name;
    throw new UserError(`no field "${word}"`, { hint: `did you mean --sort ${key}?` });
  }
  const descending = word.startsWith('-');
  return { field: findField(descending ? word.slice(1) : word, fields), descending };
}

/**
 * Parses the fields to sort by.
 * @throws UserError if a field is unknown or given twice
 */
function parseSort(list: string, fields: readonly Field[]): readonly Sort[] {
  const sorts = splitNames(list).map((word) => parseSortKey(word, fields));
  const names = sorts.map(({ field }) => field.name);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice === undefined) return sorts;
  const hint = 'the first of them decides; leave out the other';
  throw new UserError(`--sort has ${twice} twice`, { hint });
}

/** Creates a filter for records with a passage in a paragraph. */
const createParagraphFilter =
  (paragraph: number) =>
  ({ evidence }: AnyRecord): boolean =>
    (evidence as readonly Anchor[]).some((anchor) => anchor.paragraph === paragraph);

/** Parses a list of field names; `all` means every field. */
const parseFields = (list: string, fields: readonly Field[]): readonly Field[] =>
  splitNames(list).flatMap((name) => (name === 'all' ? fields : [findField(name, fields)]));

/**
 * Builds a query from the options.
 * @throws UserError if a field or country is unknown or a condition is invalid
 */
export function readQuery(
  { where = [], country, paragraph, sort, limit, fields }: Selection & Presentation,
  { fields: known, tied, resolveReference }: QueryContext,
): Query {
  return {
    fields: fields === undefined ? undefined : parseFields(fields, known),
    conditions: where.map((expression) => parseCondition(expression, known, resolveReference)),
    only: [
      ...(country === undefined ? [] : [tied(country)]),
      ...(paragraph === undefined ? [] : [createParagraphFilter(paragraph)]),
    ],
    sort: sort === undefined ? [] : parseSort(sort, known),
    limit,
  };
}
