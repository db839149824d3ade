import { buildDatasetSchema } from '../dataset/schema/dataset.ts';
import { formatJson } from '../output/format-json.ts';
import { defineCommand, groups } from './command.ts';

export const schema = defineCommand({
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
    await print(formatJson(buildDatasetSchema()));
    return 0;
  },
});
