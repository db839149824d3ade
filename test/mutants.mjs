// Mutation testing of four rooms, each with the tests that are to notice, and without what is done but once as a module
// is loaded (Stryker's static mutants). `npm run mutants` takes an hour or two on two cores, and `npm run mutants output`
// does anew what has that in its name; reports/mutants.json has what is missed. What no test can notice says why where
// it stands, in a comment that Stryker reads.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'reports');
mkdirSync(folder, { recursive: true });

/** The share that is to be noticed, in per cent; of the others each is to be explained. */
const least = 90;

/** What is changed, and the tests that are to notice. */
const rooms = [
  [
    'src/dataset/check/**/*.ts',
    ['test/dataset/{,check/}*.test.ts', 'test/commands/validate.test.ts'],
  ],
  [
    'src/dataset/{,query/,schema/}*.ts',
    ['test/{dataset,commands}/**/*.test.ts', 'test/questions.test.ts'],
  ],
  [
    'src/evidence/**/*.ts',
    ['test/evidence/**/!(large).test.ts', 'test/commands/{anchor,coverage,new,verify}.test.ts'],
  ],
  ['src/{options,output}/**/*.ts', ['test/{command-line,commands,output}/*.test.ts']],
];

const isMissed = ({ status }) => status === 'Survived' || status === 'NoCoverage';
const isNoticed = ({ status }) => status === 'Killed' || status === 'Timeout';
const isExplained = ({ status, statusReason }) =>
  status === 'Ignored' && !statusReason.startsWith('Static mutant');

/** How many mutants the tests notice, how many a comment explains, and those that are left, each with its place. */
function mutantsIn(mutate, tests) {
  const [config, result] = [join(folder, 'stryker.json'), join(folder, 'mutation.json')];
  const options = {
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'test/mutants.config.mts' },
    mutate: [mutate],
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
    timeoutMS: 20_000,
    reporters: ['progress-append-only', 'json'],
    jsonReporter: { fileName: result },
    tempDirName: 'reports/mutants',
    tsconfigFile: 'none.json',
  };
  writeFileSync(config, JSON.stringify(options));
  const env = { ...process.env, MUTANTS_TESTS: JSON.stringify(tests) };
  execFileSync('npx', ['stryker', 'run', config], { cwd: root, env, stdio: 'inherit' });
  const all = Object.entries(JSON.parse(readFileSync(result, 'utf8')).files).flatMap(
    ([file, { mutants }]) => mutants.map((mutant) => ({ ...mutant, file })),
  );
  const missed = all
    .filter(isMissed)
    .map(
      ({ file, location: { start }, mutatorName, replacement }) =>
        `${file}:${start.line}:${start.column} ${mutatorName}: ${replacement}`,
    );
  return {
    noticed: all.filter(isNoticed).length,
    explained: all.filter(isExplained).length,
    missed,
  };
}

const [part = ''] = process.argv.slice(2);
const path = join(folder, 'mutants.json');
const report = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
for (const [mutate, tests] of rooms.filter(([name]) => name.includes(part))) {
  report[mutate] = mutantsIn(mutate, tests);
}
writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`);
const sums = { noticed: 0, explained: 0, missed: 0 };
for (const [name, { noticed, explained, missed }] of Object.entries(report)) {
  sums.noticed += noticed;
  sums.explained += explained;
  sums.missed += missed.length;
  const figures = `${noticed} noticed, ${explained} explained, ${missed.length} neither`;
  process.stdout.write(`${name}: ${figures}\n`);
}
const share = (100 * sums.noticed) / (sums.noticed + sums.explained + sums.missed);
process.stdout.write(`all: ${share.toFixed(1)} % noticed, ${least} % asked for\n`);
process.exitCode = share < least || sums.missed > 0 ? 1 : 0;
