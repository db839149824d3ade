import { parseQuery, type QueryOptions } from '../dataset/query/parse-query.ts';
import { indexRecords } from '../dataset/query/record-index.ts';
import { selectRecords } from '../dataset/query/select.ts';
import {
  type Collection,
  type CollectionName,
  collections,
  getFields,
} from '../dataset/schema/collections.ts';
import { getRecords } from '../dataset/schema/dataset.ts';
import type { AnyRecord } from '../model/record.ts';
import { listOptions } from '../options/list-options.ts';
import { type Command, defineCommand, type Example, groups } from './command.ts';
import type { ExampleIds } from './example-ids.ts';
import { datesHelp, list, textOperand } from './list.ts';

/** Lists the examples for a collection. Those that match no record of the dataset are left out. */
function listExamples(name: CollectionName, { dataset, country }: ExampleIds): readonly Example[] {
  const { exampleQueries }: Collection = collections[name];
  const records: readonly AnyRecord[] = dataset ? getRecords(dataset, name) : [];
  const index = dataset && indexRecords(dataset);
  const hasMatch = (query: QueryOptions) =>
    !index || selectRecords(records, parseQuery(query, getFields(name), index), index).length > 0;
  const queries = exampleQueries.flatMap(([condition, question]): readonly Example[] => {
    const field = condition.replace(/!?=.*/, '');
    const [value] = records.flatMap((record) => [record[field] ?? []].flat().map(String));
    if (index && value === undefined && condition.includes('{}')) return [];
    const where = condition.replace('{}', value ?? `<${field}>`);
    return hasMatch({ where: [where] }) ? [[`${name} --where ${where}`, question]] : [];
  });
  const linked: Example = [
    `${name} --country ${country} --evidence`,
    'linked to a country, with supporting passages',
  ];
  const isLinked = !dataset || (dataset.countries.length > 0 && hasMatch({ country }));
  return isLinked ? [...queries, linked] : queries;
}

export function createListCommand(name: CollectionName): Command<typeof listOptions> {
  const collection: Collection = collections[name];
  const { description, defaultFields } = collection;
  const fields = getFields(name);
  const hasDates = fields.some(({ kind }) => kind === 'date');
  return defineCommand({
    name,
    group: groups.facts,
    summary: `List the ${name}: ${description}.`,
    operands: { text: textOperand },
    options: listOptions,
    fields,
    examples: (ids) => [
      [name, `list the ${name}`],
      ...listExamples(name, ids),
      [`${name} -f csv --fields ${defaultFields.slice(0, 3).join(',')}`, 'selected fields, as CSV'],
    ],
    more:
      'Text comparison ignores case; a list matches if any member does; a reference matches by id, name, alias or code. Data ' +
      'formats (json, ndjson, csv, tsv) have every field; in csv and tsv, missing values are empty and list items ' +
      `are separated by semicolons.${hasDates ? ` ${datesHelp}` : ''}`,
    listRecords: ({ dataset }) => getRecords(dataset, name),
    async run(call) {
      const index = indexRecords(await call.load());
      const records = getRecords(index.dataset, name);
      return list(call, { ...collection, fields, records, index, texts: call.operands.text });
    },
  });
}
