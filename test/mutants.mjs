// Runs mutation tests layer by layer, each with the tests that should notice its mutants, without code that runs only
// once as a module is loaded (Stryker's static mutants). `npm run mutants` takes an hour or two on two cores, and
// `npm run mutants output` runs the layers with that in their name. reports/mutants.json lists the mutants missed.
// Mutants that no test can notice are accepted, with a reason, in test/mutants-accepted.json.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'reports');
mkdirSync(folder, { recursive: true });

/** Minimum percentage of mutants that tests must notice; each of the others must be accepted. */
const minNoticedPercent = 90;

/**
 * Accepted mutants: file, mutator (`all` for any), text of the line that the mutant begins on, and the reason.
 * @type {{ file: string, mutator: string, line: string, reason: string }[]}
 */
const accepted = JSON.parse(readFileSync(join(root, 'test', 'mutants-accepted.json'), 'utf8'));

/** Layers to change, each with the tests that should notice. */
const layers = [
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
    ['test/evidence/**/*.test.ts', 'test/commands/{anchor,coverage,new,repair,verify}.test.ts'],
  ],
  ['src/{options,output}/**/*.ts', ['test/{command-line,commands,output}/*.test.ts']],
];

const isMissed = ({ status }) => status === 'Survived' || status === 'NoCoverage';
const isNoticed = ({ status }) => status === 'Killed' || status === 'Timeout';

/** Finds the entry that accepts a mutant; `source` is the text of its file. */
function findAccepted({ file, mutatorName, location }, source) {
  const line = source.split('\n')[location.start.line - 1].trim();
  return accepted.find(
    (entry) =>
      entry.file === file &&
      entry.line === line &&
      (entry.mutator === 'all' || entry.mutator === mutatorName),
  );
}

/**
 * Runs the tests against the mutants of some files. Returns the number noticed, the number accepted, those that are
 * neither, and the accepted entries of these files that match no mutant.
 */
function testMutants(mutate, tests) {
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
  const { files } = JSON.parse(readFileSync(result, 'utf8'));
  const all = Object.entries(files).flatMap(([file, { mutants, source }]) =>
    mutants.map((mutant) => {
      const found = { ...mutant, file };
      return { ...found, entry: isMissed(mutant) ? findAccepted(found, source) : undefined };
    }),
  );
  const matched = new Set(all.map(({ entry }) => entry));
  return {
    noticed: all.filter(isNoticed).length,
    explained: all.filter(({ entry }) => entry).length,
    missed: all
      .filter((mutant) => isMissed(mutant) && !mutant.entry)
      .map(
        ({ file, location: { start }, mutatorName, replacement }) =>
          `${file}:${start.line}:${start.column} ${mutatorName}: ${replacement}`,
      ),
    stale: accepted
      .filter((entry) => entry.file in files && !matched.has(entry))
      .map(({ file, mutator, line }) => `${file}: ${mutator}: ${line}`),
  };
}

const [part = ''] = process.argv.slice(2);
const path = join(folder, 'mutants.json');
const report = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
for (const [mutate, tests] of layers.filter(([name]) => name.includes(part))) {
  report[mutate] = testMutants(mutate, tests);
}
writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`);
const sums = { noticed: 0, explained: 0, missed: 0, stale: 0 };
for (const [name, { noticed, explained, missed, stale }] of Object.entries(report)) {
  sums.noticed += noticed;
  sums.explained += explained;
  sums.missed += missed.length;
  sums.stale += stale.length;
  const figures = `${noticed} noticed, ${explained} accepted, ${missed.length} neither, ${stale.length} entries stale`;
  process.stdout.write(`${name}: ${figures}\n`);
}
const share = (100 * sums.noticed) / (sums.noticed + sums.explained + sums.missed);
process.stdout.write(`all: ${share.toFixed(1)} % noticed, ${minNoticedPercent} % asked for\n`);
process.exitCode = share < minNoticedPercent || sums.missed > 0 || sums.stale > 0 ? 1 : 0;
