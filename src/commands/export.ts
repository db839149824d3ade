import { descriptorOf, resourcesOf } from '../dataset/data-package.ts';
import { linksOf } from '../dataset/query/links.ts';
import { tabulate } from '../dataset/query/tabulate.ts';
import { files } from '../options/completers.ts';
import { operand } from '../options/operand.ts';
import { flagOption } from '../options/option.ts';
import { visible } from '../output/escape.ts';
import { formatJson } from '../output/format-json.ts';
import { csv } from '../output/formats/csv.ts';
import { Failure } from '../system/failure.ts';
import { Exists, FolderInUseError, NoFile } from '../system/io.ts';
import { systemReason } from '../system/read.ts';
import { shellWord } from '../text/quote.ts';
import { command, groups } from './command.ts';

export const exportPackage = command({
  name: 'export',
  group: groups.datasets,
  summary: 'Write the dataset into a folder as a Data Package: CSV files with their schema.',
  operands: { folder: operand('one', 'the folder to write to, created if missing', files) },
  options: { force: flagOption('--force', 'replace the files of an earlier export') },
  ignores: ['color', 'width'],
  examples: () => [
    ['export facts', 'datapackage.json and one CSV file per collection'],
    ['export facts --force', 'the same again'],
  ],
  more: 'Follows Data Package version 2 (datapackage.org). Either all files are written or none.',
  async run({ io, operands: { folder }, options, page, load, print }) {
    if (folder === '') throw new Failure('export takes the name of a folder');
    if (folder === '-') {
      const hint = 'summit records -f json prints the whole dataset';
      throw new Failure('export writes a folder, not standard output', { hint });
    }
    const dataset = await load();
    const links = linksOf(dataset);
    const resources = resourcesOf(dataset);
    const sheet = { ...page, isTerminal: false, header: true };
    const tables = resources.map(({ name, fields, rows }) => {
      const { pieces } = csv.render(tabulate(rows, fields, links), sheet);
      return [`${name}.csv`, pieces] as const;
    });
    const descriptor = formatJson(descriptorOf(dataset, resources));
    const contents = new Map<string, Iterable<string>>([
      ['datapackage.json', descriptor],
      ...tables,
    ]);
    try {
      await io.writeFolder(folder, contents, options.force === true);
    } catch (error) {
      if (error instanceof Exists) {
        const hint = 'choose another folder, or replace it with --force';
        throw new Failure(`${folder} has a file ${error.message} already`, { hint });
      }
      if (error instanceof NoFile) {
        throw new Failure(`${folder} has something called ${error.message} that is no file`);
      }
      if (error instanceof FolderInUseError) {
        const hint = `if none is running, remove what it has left: rm -r ${shellWord(error.message)}`;
        throw new Failure(`another export is writing to ${folder}`, { hint });
      }
      const isAdrift = (error as { code?: string }).code === 'ENOENT';
      const why = isAdrift ? 'the folder around it is not there' : systemReason(error);
      throw new Failure(`cannot write to ${folder}: ${why}`);
    }
    await print([`${visible(folder)}: ${contents.size} files\n`]);
    return 0;
  },
});
