import { findCountry, tiesTo } from '../dataset/query/countries.ts';
import { type Links, linksOf } from '../dataset/query/links.ts';
import {
  type Collection,
  type CollectionName,
  collections,
  fieldsIn,
} from '../dataset/schema/collections.ts';
import { type Dataset, recordsOf } from '../dataset/schema/dataset.ts';
import { listOptions } from '../options/list-options.ts';
import { type Command, command, type Example, groups } from './command.ts';
import type { ExampleIds } from './example-ids.ts';
import { ask, printList, type RecordSource, tellNone } from './print-list.ts';

/** Returns how `--country a,b` is read: as the test whether a record of the dataset is linked to any of these. */
export function tiedIn(dataset: Dataset, links: Links) {
  return (list: string) => {
    const words = list.split(',').map((word) => word.trim());
    const countries = words.map((word) => findCountry(dataset, links, word));
    return tiesTo(dataset, links, countries);
  };
}

/** Explains how dates are compared, for the help of listings that have any. */
export const datesHelp =
  'A date can span several days (a month, a year, an entry of the timeline): = tests whether they overlap the days ' +
  'given, > and >= compare the last day, < and <= the first.';

/** Options with the names of what there is in the dataset at hand. */
const filledIn = (options: string, ids: ExampleIds): string =>
  options.replace(/\{(\w+)\}/g, (_, name: keyof ExampleIds) => ids[name]);

/** The command that lists a collection. */
export function listing(name: CollectionName): Command<typeof listOptions> {
  const { about, chief, questions, sentence, remark }: Collection = collections[name];
  const hasDates = fieldsIn(name).some(({ kind }) => kind === 'date');
  return command({
    name,
    group: groups.facts,
    summary: `List the ${name}: ${about}.`,
    operands: {},
    options: listOptions,
    fields: () => fieldsIn(name),
    examples: (ids) => [
      [name, 'a table'],
      ...questions.map(
        ([options, question]): Example => [`${name} ${filledIn(options, ids)}`, question],
      ),
      [
        `${name} --country ${ids.country} --evidence`,
        'those tied to a country, and where it says so',
      ],
      [`${name} -f csv --fields ${chief.slice(0, 3).join(',')}`, 'some fields, for a spreadsheet'],
    ],
    more:
      'Text is compared without case, a list by its members, a reference by id, name, alias or code. The data ' +
      'formats (json, ndjson, csv, tsv) have every field; in csv and tsv what is not stated is empty, and lists ' +
      `are joined by ;.${hasDates ? ` ${datesHelp}` : ''}`,
    async run(call) {
      const dataset = await call.load();
      const links = linksOf(dataset);
      const source: RecordSource = {
        fields: fieldsIn(name),
        chief,
        records: recordsOf(dataset, name),
        names: links,
        tied: tiedIn(dataset, links),
        sentence,
        remark,
      };
      const { query, records } = ask(source, call.options);
      await printList(call, source, query, records);
      if (records.length === 0) await tellNone(call, source, query);
      return 0;
    },
  });
}
