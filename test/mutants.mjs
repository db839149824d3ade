// Mutation testing of four rooms, each in two passes. In the first a mutant meets the tests that reach it, in a process
// that keeps what its modules have worked out: fast, and blind for some. What it misses meets all tests of the room
// then, in a process of its own. `npm run mutants` takes an hour or two; `npm run mutants output` does
// anew what has that in its name, and reports/mutants.json has what is missed.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'reports');
mkdirSync(folder, { recursive: true });

/** The share that is to be noticed, in per cent. */
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
  ['src/{options,output}/**/*.ts', ['test/{commands,output}/*.test.ts']],
];

const isMissed = ({ status }) => status === 'Survived' || status === 'NoCoverage';
const isNoticed = ({ status }) => status === 'Killed' || status === 'Timeout';

/** The mutants of some places through the tests, each with its place as Stryker is asked for it. */
function pass(mutate, tests, isFresh) {
  const [config, report] = [join(folder, 'stryker.json'), join(folder, 'mutation.json')];
  const options = {
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'test/mutants.config.mts' },
    mutate,
    coverageAnalysis: isFresh ? 'off' : 'perTest',
    // No test has a static mutant to itself.
    ignoreStatic: !isFresh,
    maxTestRunnerReuse: isFresh ? 1 : 0,
    timeoutMS: 20_000,
    reporters: ['progress-append-only', 'json'],
    jsonReporter: { fileName: report },
    tempDirName: 'reports/mutants',
    tsconfigFile: 'none.json',
  };
  writeFileSync(config, JSON.stringify(options));
  const env = { ...process.env, MUTANTS_TESTS: JSON.stringify(tests) };
  execFileSync('npx', ['stryker', 'run', config], { cwd: root, env, stdio: 'inherit' });
  return Object.entries(JSON.parse(readFileSync(report, 'utf8')).files).flatMap(
    ([file, { mutants }]) =>
      mutants.map(({ status, mutatorName, replacement, location: { start, end } }) => {
        // Lines from 1, columns from 0.
        const range = `${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
        const place = `${file}:${range}`;
        return { status, place, name: `${place} ${mutatorName}: ${replacement}` };
      }),
  );
}

function missedIn(mutate, tests) {
  const first = pass([mutate], tests, false);
  const missed = first.filter(isMissed);
  const places = [...new Set(missed.map(({ place }) => place))];
  const second = places.length === 0 ? [] : pass(places, tests, true);
  const late = new Set(second.filter(isNoticed).map(({ name }) => name));
  const left = missed.map(({ name }) => name).filter((name) => !late.has(name));
  return { noticed: first.filter(isNoticed).length + missed.length - left.length, missed: left };
}

const [part = ''] = process.argv.slice(2);
const path = join(folder, 'mutants.json');
const report = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
for (const [mutate, tests] of rooms.filter(([name]) => name.includes(part))) {
  report[mutate] = missedIn(mutate, tests);
}
writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`);
const total = { noticed: 0, all: 0 };
for (const [name, { noticed, missed }] of Object.entries(report)) {
  const all = noticed + missed.length;
  total.noticed += noticed;
  total.all += all;
  process.stdout.write(`${name}: ${((100 * noticed) / all).toFixed(1)} % of ${all}\n`);
}
const share = (100 * total.noticed) / total.all;
process.stdout.write(`all: ${share.toFixed(1)} % of ${total.all}, ${least} % asked for\n`);
process.exitCode = share < least ? 1 : 0;
