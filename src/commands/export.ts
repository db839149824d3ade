import { buildDescriptor, buildResources } from '../dataset/data-package.ts';
import { tabulate } from '../dataset/query/read.ts';
import { indexRecords } from '../dataset/query/record-index.ts';
import { completeFiles } from '../options/completers.ts';
import { defineFlag } from '../options/option.ts';
import { escapeUnsafe } from '../output/escape.ts';
import { formatJson } from '../output/format-json.ts';
import { csv } from '../output/formats/delimited.ts';
import { UserError } from '../system/user-error.ts';
import { defineCommand, groups } from './command.ts';

export const exportPackage = defineCommand({
  name: 'export',
  group: groups.datasets,
  summary: 'Export the dataset as a Data Package (CSV files with a schema).',
  operands: {
    folder: {
      form: 'one',
      description: 'the folder to write to, created if missing',
      complete: completeFiles,
    },
  },
  options: { force: defineFlag('--force', 'overwrite the files of an earlier export') },
  ignores: ['color', 'width'],
  examples: () => [
    ['export facts', 'datapackage.json and one CSV file per collection'],
    ['export facts --force', 'the same again'],
  ],
  more: 'Follows Data Package version 2 (datapackage.org). Either all files are written or none.',
  async run({ io, operands: { folder }, options, page, load, print }) {
    if (folder === '') throw new UserError('export needs the name of a folder');
    if (folder === '-') {
      const hint = 'summit records -f json prints the whole dataset';
      throw new UserError('export writes to a folder, not to standard output', { hint });
    }
    const dataset = await load();
    const index = indexRecords(dataset);
    const resources = buildResources(dataset);
    const sheet = { ...page, isTerminal: false };
    const files = new Map<string, Iterable<string>>([
      ['datapackage.json', formatJson(buildDescriptor(dataset, resources))],
      ...resources.map(({ name, fields, rows }) => {
        const { pieces } = csv.render(tabulate(rows, fields, index), sheet);
        return [`${name}.csv`, pieces] as const;
      }),
    ]);
    await io.writeFolder(folder, files, options.force === true);
    await print([`${escapeUnsafe(folder)}: ${files.size} files\n`]);
    return 0;
  },
});
