// How long commands take and how much memory, as ratios to a script that does nothing. All are run in turns,
// so that whatever else the machine does falls on each alike; the figure is the median.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const summit = join(root, 'bin', 'summit.js');
const fixture = (name) => join(root, 'test', 'fixtures', name);
const folder = mkdtempSync(join(tmpdir(), 'summit-bench-'));

/** The embedded dataset with so many claims more. */
function withClaims(count) {
  const dataset = JSON.parse(readFileSync(join(root, 'data', 'xian-2023.json'), 'utf8'));
  const { claims } = dataset;
  for (let at = 0; at < count; at++) {
    claims.push({ ...claims[at % 30], id: `claim-${at}` });
  }
  const path = join(folder, `${count}.json`);
  writeFileSync(path, JSON.stringify(dataset));
  return path;
}

const nothing = join(folder, 'nothing.js');
writeFileSync(nothing, '');
const large = withClaims(10_000);
const lakes = fixture('lakes-summit.json');

/** Each with its arguments and how often it is run. */
const cases = [
  ['an empty script', [nothing], 41],
  ['leaders -f tsv', [summit, 'leaders', '-f', 'tsv'], 41],
  ['leaders', [summit, 'leaders'], 41],
  ['show xi-jinping', [summit, 'show', 'xi-jinping'], 41],
  ['search railway', [summit, 'search', 'railway'], 41],
  ['--help', [summit, '--help'], 41],
  ['verify (fixture)', [summit, 'verify', '--data', lakes, fixture('lakes-summit.txt')], 11],
  ['validate, 10,000 claims more', [summit, 'validate', large], 5],
  ['claims -f csv, the same', [summit, 'claims', '--data', large, '-f', 'csv'], 5],
  ['claims, the same', [summit, 'claims', '--data', large], 5],
  ['claims --width 100, the same', [summit, 'claims', '--data', large, '--width', '100'], 5],
];

// Its last line tells the most memory that the process has had.
const meter = `process.on('exit', () => require('node:fs').writeSync(2, '\\n' + process.resourceUsage().maxRSS))`;
const preload = join(folder, 'meter.js');
writeFileSync(preload, meter);

function measure(args) {
  const started = process.hrtime.bigint();
  const { stderr, error } = spawnSync(process.execPath, ['--require', preload, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (error) throw error;
  const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
  return { milliseconds, kilobytes: Number(stderr.split('\n').at(-1)) };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const runs = cases.map(() => []);
for (let turn = 0; turn < Math.max(...cases.map(([, , times]) => times)); turn++) {
  for (const [at, [, args, times]] of cases.entries()) {
    if (turn < times) runs[at].push(measure(args));
  }
}
rmSync(folder, { recursive: true });

const figures = runs.map((some) => ({
  time: median(some.map(({ milliseconds }) => milliseconds)),
  memory: median(some.map(({ kilobytes }) => kilobytes)),
}));
const [base] = figures;
const lines = figures.map(({ time, memory }, at) => {
  const ratios = [time / base.time, memory / base.memory];
  return [cases[at][0].padEnd(30), ...ratios.map((one) => one.toFixed(2).padStart(6))].join('  ');
});
process.stdout.write(
  [
    `Node ${process.version}, medians as ratios to an empty script`,
    `${''.padEnd(30)}    time  memory`,
    ...lines,
    '',
  ].join('\n'),
);
