import type { Fact } from '../contracts/listing.ts';
import type { Anchor } from '../contracts/verification-target.ts';
import type { Query, Sort } from '../dataset/query/select.ts';
import { type Caller, findField, parseCondition } from '../dataset/query/where.ts';
import type { Field } from '../dataset/schema/fields.ts';
import { aboutFormat, formatNames } from '../output/formats.ts';
import { Failure } from '../system/failure.ts';
import { conditions, countryList, fieldList, sortFields } from './completers.ts';
import {
  countOption,
  flagOption,
  formatOption,
  type OptionValues,
  textOption,
  textsOption,
} from './option.ts';

/** How to ask for what is tied to any of several countries. */
const countryHint = 'for either of two countries write --country a,b';

/** What a listing prints. */
const presentation = {
  format: formatOption(formatNames, aboutFormat),
  fields: textOption(
    '--fields <a,b,c>',
    'these fields, in this order; all of them; leaders.name',
    fieldList,
    'separate the fields by commas: --fields a,b',
  ),
};

/** Which records it prints, and in which order. */
const selection = {
  where: textsOption(
    '--where <expression>',
    'field=a,b (one of these), !=, ~ (has the text), !~, <, <=, >, >= (quote < and >); field= is not stated; repeatable',
    conditions,
  ),
  country: textOption(
    '--country <a,b>',
    'only records linked to any of these countries (id, name, code or unambiguous part)',
    countryList,
    countryHint,
  ),
  paragraph: countOption(
    '--paragraph <n>',
    'only what has a passage in this paragraph of the article',
    1,
  ),
  sort: textOption(
    '--sort <a,-b>',
    'by these fields; -b descends; not stated comes last',
    sortFields,
    'separate the fields by commas: --sort a,-b',
  ),
  limit: countOption('--limit <n>', 'at most this many records', 0),
};

const shortForms = {
  count: flagOption('--count', 'print how many records there are'),
  ids: flagOption('--ids', 'print the ids, one per line'),
  header: flagOption('--no-header', 'omit the header row, where the format has one'),
  csvSafe: flagOption(
    '--csv-safe',
    'have no text and no list item in csv and tsv begin as a formula does',
  ),
  evidence: flagOption('--evidence', 'add a column with the places in the article'),
};

/** The options of every listing. */
export const listOptions = { ...presentation, ...selection, ...shortForms };

/** What was given of the options that select records. */
export type Selection = OptionValues<typeof selection>;

/** What was given of the options that say how records are printed. */
export type Presentation = OptionValues<typeof presentation & typeof shortForms>;

/** What a listing is drawn from, as far as its options name it. */
interface Listed {
  readonly fields: readonly Field[];
  /** The test for `--country`. */
  readonly tied: (countries: string) => (record: Fact) => boolean;
  /** What a word calls, in a condition. */
  readonly caller: Caller;
}

const namesIn = (list: string): readonly string[] => list.split(',').map((name) => name.trim());

/** A key as SQL and other programs write it: `date desc`, `date:desc`. */
const directedKey = /^-?(\S+?)[:\s]+(asc|desc)(?:ending)?$/i;

function sortOf(word: string, fields: readonly Field[]): Sort {
  const [, name, direction] = directedKey.exec(word) ?? [];
  if (name !== undefined && direction !== undefined) {
    const key = direction.toLowerCase() === 'desc' ? `-${name}` : name;
    throw new Failure(`no field "${word}"`, { hint: `did you mean --sort ${key}?` });
  }
  const descending = word.startsWith('-');
  return { field: findField(descending ? word.slice(1) : word, fields), descending };
}

/**
 * Returns the fields to sort by.
 * @throws Failure for an unknown one, and for one that is named twice.
 */
function sortsOf(list: string, fields: readonly Field[]): readonly Sort[] {
  const sorts = namesIn(list).map((word) => sortOf(word, fields));
  const names = sorts.map(({ field }) => field.name);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice === undefined) return sorts;
  const hint = 'the first of them decides; leave out the other';
  throw new Failure(`--sort has ${twice} twice`, { hint });
}

/** Returns the test whether a record has a passage in a paragraph. */
const hasPassageIn =
  (paragraph: number) =>
  ({ evidence }: Fact): boolean =>
    (evidence as readonly Anchor[]).some((anchor) => anchor.paragraph === paragraph);

/** The fields of these names; `all` stands for every one. */
const fieldsOf = (list: string, fields: readonly Field[]): readonly Field[] =>
  namesIn(list).flatMap((name) => (name === 'all' ? fields : [findField(name, fields)]));

/**
 * The query that the options put.
 * @throws Failure for a field, a condition or a country that there is not.
 */
export function readQuery(
  { where = [], country, paragraph, sort, limit, fields }: Selection & Presentation,
  { fields: known, tied, caller }: Listed,
): Query {
  return {
    fields: fields === undefined ? undefined : fieldsOf(fields, known),
    conditions: where.map((expression) => parseCondition(expression, known, caller)),
    only: [
      ...(country === undefined ? [] : [tied(country)]),
      ...(paragraph === undefined ? [] : [hasPassageIn(paragraph)]),
    ],
    sort: sort === undefined ? [] : sortsOf(sort, known),
    limit,
  };
}
