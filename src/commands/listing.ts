import { createLinkTest, findCountry } from '../dataset/query/countries.ts';
import { indexRecords, type RecordIndex } from '../dataset/query/record-index.ts';
import {
  type Collection,
  type CollectionName,
  collections,
  getFields,
} from '../dataset/schema/collections.ts';
import { type Dataset, getRecords } from '../dataset/schema/dataset.ts';
import { listOptions } from '../options/list-options.ts';
import { type Command, defineCommand, type Example, groups } from './command.ts';
import type { ExampleIds } from './example-ids.ts';
import { type ListSource, printList, reportEmptyResult, runQuery } from './print-list.ts';

/** Returns a function that turns the value of `--country` into a filter for records linked to any of the countries. */
export function createCountryFilter(dataset: Dataset, links: RecordIndex) {
  return (list: string) => {
    const words = list.split(',').map((word) => word.trim());
    const countries = words.map((word) => findCountry(dataset, links, word));
    return createLinkTest(dataset, links, countries);
  };
}

/** Help on how dates are compared, for listings that have dates. */
export const datesHelp =
  'A date can span several days (a month, a year, an entry of the timeline): = tests whether they overlap the days ' +
  'given, > and >= compare the last day, < and <= the first.';

/** Replaces placeholders such as `{leader}` with ids from the dataset. */
const fillPlaceholders = (options: string, ids: ExampleIds): string =>
  options.replace(/\{(\w+)\}/g, (_, name: keyof ExampleIds) => ids[name]);

/** Creates the command that lists a collection. */
export function createListing(name: CollectionName): Command<typeof listOptions> {
  const { description, defaultFields, exampleQueries, sentence, detailLine }: Collection =
    collections[name];
  const hasDates = getFields(name).some(({ kind }) => kind === 'date');
  return defineCommand({
    name,
    group: groups.facts,
    summary: `List the ${name}: ${description}.`,
    operands: {},
    options: listOptions,
    fields: () => getFields(name),
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
      const links = indexRecords(dataset);
      const source: ListSource = {
        fields: getFields(name),
        defaultFields,
        records: getRecords(dataset, name),
        names: links,
        tied: createCountryFilter(dataset, links),
        sentence,
        detailLine,
      };
      const { query, records } = runQuery(source, call.options);
      await printList(call, source, query, records);
      if (records.length === 0) await reportEmptyResult(call, source, query);
      return 0;
    },
  });
}
