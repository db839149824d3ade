import { countProblems, formatProblems } from '../dataset/check/problem.ts';
import { readChecked } from '../dataset/load.ts';
import { countRecords } from '../dataset/schema/dataset.ts';
import { completeFiles } from '../options/completers.ts';
import { escapeUnsafe } from '../output/escape.ts';
import { formatFileName } from '../system/read.ts';
import { UserError } from '../system/user-error.ts';
import { formatCount } from '../text/format-count.ts';
import { defineCommand, groups } from './command.ts';

export const validate = defineCommand({
  name: 'validate',
  group: groups.datasets,
  summary: 'Check a dataset against the schema and the consistency rules.',
  operands: {
    file: {
      form: 'optional',
      description: 'dataset file; - for standard input (default: the current dataset)',
      complete: completeFiles,
    },
  },
  options: {},
  examples: () => [
    ['validate my.json', 'list each problem with its line, column and path'],
    ['validate my.json && echo valid', 'act on the exit status'],
  ],
  more: 'Exits with 0 if the dataset is valid, 1 if it is not, 2 if it cannot be read.',
  async run({ io, operands: { file }, data, print }) {
    const path = file ?? data ?? io.bundledFile('xian-2023.json');
    const { dataset, problems } = await readChecked(io, path);
    const name = formatFileName(path);
    if (dataset) {
      const count = countRecords(dataset);
      await print([`${escapeUnsafe(name)}: valid, ${formatCount(count, 'record')}\n`]);
      return 0;
    }
    await print(formatProblems(path, problems).map((line) => `${escapeUnsafe(line)}\n`));
    throw new UserError(`${name} is not valid: ${countProblems(problems)}`, { status: 1 });
  },
});
