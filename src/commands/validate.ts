import { problemLines, readChecked } from '../dataset/load.ts';
import { sizeOf } from '../dataset/schema/dataset.ts';
import { files } from '../options/completers.ts';
import { operand } from '../options/operand.ts';
import { visible } from '../output/escape.ts';
import { Failure } from '../system/failure.ts';
import { fileName } from '../system/read.ts';
import { command, groups } from './command.ts';

export const validate = command({
  name: 'validate',
  group: groups.datasets,
  summary: 'Check a dataset against the schema and its own references.',
  operands: {
    file: operand(
      'optional',
      'the dataset, - for standard input; without it the one that is explored',
      files,
    ),
  },
  options: {},
  examples: () => [
    ['validate my.json', 'each problem with its line, column and path'],
    ['validate my.json && echo fine', 'the answer is in the exit status'],
  ],
  more: 'Exits with 0 if the dataset is valid, 1 if it is not, 2 if it cannot be read.',
  async run({ io, operands: { file }, data, print }) {
    const path = file ?? data ?? io.packaged('xian-2023.json');
    const { dataset, problems } = await readChecked(io, path);
    const name = fileName(path);
    if (dataset) {
      const count = sizeOf(dataset);
      await print([`${visible(name)}: valid, ${count} records\n`]);
      return 0;
    }
    await print(problemLines(path, problems).map((line) => `${visible(line)}\n`));
    const many = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    throw new Failure(`${name} is not valid: ${many}`, { status: 1 });
  },
});
