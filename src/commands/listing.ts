import { findCountry, tiesTo } from '../dataset/query/countries.ts';
import { type Links, linksOf } from '../dataset/query/links.ts';
import { type CollectionName, collections, fieldsIn } from '../dataset/schema/collections.ts';
import { type Dataset, recordsOf } from '../dataset/schema/dataset.ts';
import { type ListOptions, listOptions } from '../options/list-options.ts';
import { type Command, groups } from './command.ts';
import { printList, type RecordSource, tellNone } from './print-list.ts';

/** The test for `--country` over the records of a dataset. */
export function tiedIn(dataset: Dataset, links: Links) {
  return (word: string) => tiesTo(dataset, links, findCountry(dataset, links, word));
}

/** The command that lists a collection. */
export function listing(name: CollectionName): Command {
  const { about, chief } = collections[name];
  return {
    name,
    group: groups.facts,
    summary: `List the ${name}: ${about}.`,
    options: listOptions,
    fields: () => fieldsIn(name),
    examples: ({ country }) => [
      [name, 'a table'],
      [`${name} --country ${country} --evidence`, 'those tied to a country, and where it says so'],
      [`${name} -f csv --fields ${chief.slice(0, 3).join(',')}`, 'some fields, for a spreadsheet'],
      [`${name} -f json | jq '.[].id'`, 'whole records, for a program'],
    ],
    async run(call) {
      const dataset = await call.load();
      const links = linksOf(dataset);
      const source: RecordSource = {
        fields: fieldsIn(name),
        chief,
        records: recordsOf(dataset, name),
        names: links,
        tied: tiedIn(dataset, links),
      };
      const listed = call as typeof call & { options: ListOptions };
      const records = await printList(listed, source);
      if (records.length === 0) await tellNone(listed, source);
      return 0;
    },
  };
}
