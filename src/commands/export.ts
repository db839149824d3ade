import { buildDescriptor, type PackageProperties } from '../dataset/data-package.ts';
import { buildResources, buildSqlTables } from '../dataset/export-tables.ts';
import { readAddress } from '../dataset/query/annotations.ts';
import { tabulate } from '../dataset/query/read.ts';
import { indexRecords } from '../dataset/query/record-index.ts';
import type { Dataset } from '../dataset/schema/dataset.ts';
import { completeFiles } from '../options/completers.ts';
import {
  defineFlag,
  defineFormedOption,
  type OptionTable,
  type OptionValues,
} from '../options/option.ts';
import { escapeUnsafe } from '../output/escape.ts';
import { formatJson } from '../output/format-json.ts';
import { csv } from '../output/formats/delimited.ts';
import { escapeMarkdown } from '../output/formats/markdown.ts';
import type { RenderOptions } from '../output/render-options.ts';
import { formatSql } from '../output/sql.ts';
import { UserError } from '../system/user-error.ts';
import { parseSpan } from '../text/dates.ts';
import { defineCommand, groups } from './command.ts';

/** Name of a licence at opendefinition.org, or a version. */
const namePattern = /^[A-Za-z0-9][\w.+-]*$/;

/** Date and time with a time zone (RFC 3339, 5.6). */
const timePattern =
  /^\d{4}-\d\d-\d\d[Tt]([01]\d|2[0-3])(:[0-5]\d){2}(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

const isTime = (word: string) =>
  timePattern.test(word) && parseSpan(word.slice(0, 10)) !== undefined;

/** Options that describe the package. No dataset says this of itself. */
const packageOptions = {
  license: defineFormedOption(
    '--license <id|url>',
    'licence of the dataset, for the descriptor',
    (word) => namePattern.test(word) || readAddress(word) !== undefined,
    'an id or a web address',
    'CC-BY-4.0',
  ),
  datasetVersion: defineFormedOption(
    '--dataset-version <version>',
    'version of the dataset, for the descriptor',
    (word) => namePattern.test(word),
    'a version',
    '1.0.0',
  ),
  created: defineFormedOption(
    '--created <time>',
    'when the dataset was made, for the descriptor',
    isTime,
    'a time with its zone',
    '2025-06-03T12:00:00Z',
  ),
} satisfies OptionTable;

/** Gathers what the descriptor says of the package. */
function buildPackageProperties(
  note: string | null,
  { license, datasetVersion: version, created }: OptionValues<typeof packageOptions>,
): PackageProperties {
  return {
    ...(note !== null && { description: escapeMarkdown(note) }),
    ...(license !== undefined && {
      licenses: [namePattern.test(license) ? { name: license } : { path: license }],
    }),
    ...(version !== undefined && { version }),
    ...(created !== undefined && { created }),
  };
}

function buildFiles(
  dataset: Dataset,
  options: OptionValues<typeof packageOptions>,
  page: RenderOptions,
): ReadonlyMap<string, Iterable<string>> {
  const index = indexRecords(dataset);
  const resources = buildResources(dataset);
  const properties = buildPackageProperties(dataset.source.note, options);
  const sheet = { ...page, isTerminal: false };
  return new Map<string, Iterable<string>>([
    ['datapackage.json', formatJson(buildDescriptor(dataset, resources, properties))],
    ...resources.map(({ name, fields, rows }) => {
      const { pieces } = csv.render(tabulate(rows, fields, index), sheet);
      return [`${name}.csv`, pieces] as const;
    }),
  ]);
}

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
    ...packageOptions,
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
    'The descriptor has a licence, a version and a time of creation only if you give them: no dataset states them, ' +
    'and two exports of one dataset are equal byte for byte. ' +
    'The SQL needs SQLite 3.38 or DuckDB.',
  async run({ io, operands: { folder }, options, page, load, print }) {
    if (options.sql) {
      const { force, license, datasetVersion, created } = options;
      if ([folder, force, license, datasetVersion, created].some((one) => one !== undefined)) {
        throw new UserError('--sql takes no folder and no other option of export');
      }
      await print(formatSql(buildSqlTables(buildResources(await load()))));
      return 0;
    }
    if (!folder) throw new UserError('export needs the name of a folder');
    if (folder === '-') {
      const hint = 'summit records -f json prints the whole dataset';
      throw new UserError('export writes to a folder, not to standard output', { hint });
    }
    const files = buildFiles(await load(), options, page);
    await io.writeFolder(folder, files, options.force === true);
    await print([`${escapeUnsafe(folder)}: ${files.size} files\n`]);
    return 0;
  },
});
