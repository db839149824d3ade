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
import { type Command, command, groups } from './command.ts';
import { ask, printList, type RecordSource, tellNone } from './print-list.ts';

/** The test for `--country` over the records of a dataset. */
export function tiedIn(dataset: Dataset, links: Links) {
  return (word: string) => tiesTo(dataset, links, findCountry(dataset, links, word));
}

/** The command that lists a collection. */
export function listing(name: CollectionName): Command<typeof listOptions> {
  const { about, chief, sentence, remark }: Collection = collections[name];
  return command({
    name,
    group: groups.facts,
    summary: `List the ${name}: ${about}.`,
    operands: {},
    options: listOptions,
    fields: () => fieldsIn(name),
    examples: ({ country }) => [
      [name, 'a table'],
      [`${name} --country ${country} --evidence`, 'those tied to a country, and where it says so'],
      [`${name} -f csv --fields ${chief.slice(0, 3).join(',')}`, 'some fields, for a spreadsheet'],
      [`${name} -f json | jq '.[].id'`, 'whole records, for a program'],
    ],
    more:
      'Text is compared without case, a list by its members; a reference may be called by its id, a ' +
      'name or an alias, a country by its ISO code too. A table leaves out the last columns where there ' +
      'is no room, and says so; the data formats (json, ndjson, csv, tsv) have every field. In csv and ' +
      'tsv what is not stated is empty, and lists are joined by ;.',
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
