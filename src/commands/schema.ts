import { datasetSchema } from '../dataset/schema/dataset.ts';
import { formatJson } from '../output/format-json.ts';
import { command, groups } from './command.ts';

export const schema = command({
  name: 'schema',
  group: groups.datasets,
  summary: 'Print the JSON Schema (2020-12) of a dataset.',
  operands: {},
  options: {},
  ignores: ['data', 'color', 'width'],
  examples: () => [
    ['schema > summit.schema.json', 'name it in "$schema": editors complete and check by it'],
    ['schema | jq .properties.deals', 'the format of one collection'],
  ],
  async run({ print }) {
    await print(formatJson(datasetSchema()));
    return 0;
  },
});
