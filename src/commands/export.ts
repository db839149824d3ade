import { buildDescriptor } from '../dataset/data-package.ts';
import { buildResources, buildSqlTables } from '../dataset/export-tables.ts';
import { tabulate } from '../dataset/query/read.ts';
import { indexRecords } from '../dataset/query/record-index.ts';
import { completeFiles } from '../options/completers.ts';
import { defineFlag } from '../options/option.ts';
import { escapeUnsafe } from '../output/escape.ts';
import { formatJson } from '../output/format-json.ts';
import { csv } from '../output/formats/delimited.ts';
import { formatSql } from '../output/sql.ts';
import { UserError } from '../system/user-error.ts';
import { defineCommand, groups } from './command.ts';

export const exportPackage = defineCommand({
  name: 'export',
  group: groups.datasets,
  summary: 'Export the dataset as a Data Package (CSV files with a schema) or as SQL.',
  operands: {
    folder: {
      form: 'optional',
      description: 'the folder to write to, created if missing',
      complete: completeFiles,
    },
  },
  options: {
    force: defineFlag('--force', 'overwrite the files of an earlier export'),
    sql: defineFlag('--sql', 'print SQL for SQLite or DuckDB instead of writing files'),
  },
  ignores: ['color', 'width'],
  examples: () => [
    ['export facts', 'datapackage.json and one CSV file per table'],
    ['export facts --force', 'the same again'],
    ['export --sql | sqlite3 facts.db', 'a database'],
  ],
  more:
    'Follows Data Package version 2 (datapackage.org). Either all files are written or none. ' +
    'Each list of references has a table of its own, such as talks-leaders (in SQL talks_leaders). ' +
    'The SQL needs SQLite 3.38 or DuckDB.',
  async run({ io, operands: { folder }, options, page, load, print }) {
    if (options.sql) {
      if (folder !== undefined || options.force) {
        throw new UserError('--sql prints to standard output: it takes no folder and no --force');
      }
      await print(formatSql(buildSqlTables(buildResources(await load()))));
      return 0;
    }
    if (!folder) throw new UserError('export needs the name of a folder');
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
