import { indexRecords } from '../dataset/query/record-index.ts';
import {
  type Collection,
  type CollectionName,
  collections,
  getFields,
} from '../dataset/schema/collections.ts';
import { getRecords } from '../dataset/schema/dataset.ts';
import { listOptions } from '../options/list-options.ts';
import { type Command, defineCommand, type Example, groups } from './command.ts';
import type { ExampleIds } from './example-ids.ts';
import { list } from './list.ts';

/** Help on how dates are compared, for listings that have dates. */
export const datesHelp =
  'A date can span several days (a month, a year, an entry of the timeline): = tests whether they overlap the days ' +
  'given, > and >= compare the last day, < and <= the first.';

/** Replaces placeholders such as `{leader}` with ids from the dataset. */
const fillPlaceholders = (options: string, ids: ExampleIds): string =>
  options.replace(/\{(\w+)\}/g, (_, name: keyof ExampleIds) => ids[name]);

/** Creates the command that lists a collection. */
export function createListing(name: CollectionName): Command<typeof listOptions> {
  const collection: Collection = collections[name];
  const { description, defaultFields, exampleQueries } = collection;
  const fields = getFields(name);
  const hasDates = fields.some(({ kind }) => kind === 'date');
  return defineCommand({
    name,
    group: groups.facts,
    summary: `List the ${name}: ${description}.`,
    operands: {},
    options: listOptions,
    fields: () => fields,
    examples: (ids) => [
      [name, `list the ${name}`],
      ...exampleQueries.map(
        ([options, question]): Example => [`${name} ${fillPlaceholders(options, ids)}`, question],
      ),
      [
        `${name} --country ${ids.country} --evidence`,
        'linked to a country, with supporting passages',
      ],
      [`${name} -f csv --fields ${defaultFields.slice(0, 3).join(',')}`, 'selected fields, as CSV'],
    ],
    more:
      'Text comparison ignores case; a list matches if any member does; a reference matches by id, name, alias or code. Data ' +
      'formats (json, ndjson, csv, tsv) have every field; in csv and tsv, missing values are empty and list items ' +
      `are separated by semicolons.${hasDates ? ` ${datesHelp}` : ''}`,
    async run(call) {
      const dataset = await call.load();
      const records = getRecords(dataset, name);
      return list(call, { ...collection, fields, records, index: indexRecords(dataset) });
    },
  });
}
