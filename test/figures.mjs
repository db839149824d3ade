// Writes the table of tests in .github/CONTRIBUTING.md: the numbers of tests and properties, and the share of mutants in
// the last report; without a report that row stays as it is. With --check it writes nothing, and fails if the table is
// out of date.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Counts the tests in some files. */
function countTests(...names) {
  const config = join('test', 'vitest.config.mts');
  const listed = execFileSync('npx', ['vitest', 'list', '--json', '--config', config, ...names], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, FC_RUNS: '1000' },
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  return JSON.parse(listed).length;
}

/** Returns the share of mutants that a test notices, from the report of test/mutants.mjs. All others must be accepted. */
function measureMutants(path) {
  const layers = Object.values(readJson(path));
  const missed = layers.flatMap((layer) => layer.missed);
  if (missed.length > 0) throw new Error(`neither noticed nor accepted:\n${missed.join('\n')}`);
  const sum = (count) => layers.reduce((total, layer) => total + count(layer), 0);
  const noticed = sum((layer) => layer.noticed);
  const all = noticed + sum((layer) => layer.explained);
  return `${((100 * noticed) / all).toFixed(1)} % of ${all.toLocaleString('en')}`;
}

const properties = execFileSync('git', ['grep', '-c', 'fc\\.assert', '--', 'test'], {
  cwd: root,
  encoding: 'utf8',
})
  .trimEnd()
  .split('\n')
  .reduce((sum, line) => sum + Number(line.split(':')[1]), 0);
const mutants = join(root, 'reports', 'mutants.json');
const page = join(root, '.github', 'CONTRIBUTING.md');
const text = readFileSync(page, 'utf8');
const getShareOfMutants = () =>
  existsSync(mutants) ? measureMutants(mutants) : /\| (\S+ % of \S+) \|/.exec(text)[1];
const { version } = readJson(join(root, 'package.json'));

const rows = [
  [
    'faults: files, usage, output, terminals, colour, signals',
    countTests('test/robustness/faults.test.ts'),
    '`npm test`',
  ],
  [
    'hostile texts, by field and by command',
    countTests('test/robustness/hostile.test.ts'),
    '`npm test`',
  ],
  [
    'inputs of megabytes, of very many records, of long chains',
    countTests('test/robustness/scale'),
    '`.ci/run`',
  ],
  [
    'properties, with a hundred samples each, by `.ci/run` a thousand, by `npm run properties` a hundred thousand',
    properties,
    '`npm test`',
  ],
  [
    'mutants of `dataset`, `evidence`, `output` and `options` noticed by a test in the last full run; the others are accepted with a reason',
    getShareOfMutants(),
    '`npm run mutants`',
  ],
  ['Node versions, each running the tests on the installed package', '20, 22, 24, 26', '`.ci/run`'],
  ['shells in which completion is tested', 'bash, zsh, fish', '`npm test`'],
];
const table = [
  `Of version ${version}:\n`,
  '| what | how much | by |',
  '| --- | --- | --- |',
  ...rows.map((row) => `| ${row.join(' | ')} |`),
].join('\n');

const marked = /(?<=<!-- figures -->\n)[\s\S]*(?=<!-- \/figures -->)/;
const current = text.replace(marked, `\n${table}\n\n`);
if (!process.argv.includes('--check')) writeFileSync(page, current);
else if (current !== text) {
  process.stderr.write(
    `the figures of the tests are out of date; npm run figures writes these:\n\n${table}\n`,
  );
  process.exitCode = 1;
}
