import { type ChildProcess, execFile, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { example } from './run.ts';

/** With a socket for its input bash takes itself for a remote shell, and reads what its user starts shells with. */
const unadorned = ['--norc', '-c'];

const has = (line: string) => spawnSync('bash', [...unadorned, line]).status === 0;
const isUnix = process.platform !== 'win32' && has('true');
const isRoot = process.getuid?.() === 0;

let folder: string;

/** The invented dataset with so many claims, a byte of which is no ASCII. */
function withClaims(count: number): string {
  const dataset = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8'));
  const claims = Array.from({ length: count }, (_, at) => ({
    ...dataset.claims[0],
    id: `claim-${at}`,
    claim: `This is claim ${at} of many, and it goes on for a while: ${'é'.repeat(30)}.`,
  }));
  return JSON.stringify({ ...dataset, claims });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'summit-faults-'));
  // Another user is to come in, where a row needs one.
  chmodSync(folder, 0o755);
  const lakes = readFileSync(example('lakes-summit.json'));
  const text = lakes.toString();
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'lakes.json': lakes,
    'long.json': withClaims(40_000),
    'many.json': withClaims(8_000),
    'empty.json': '',
    'blank.json': ' \n\n',
    'secret.json': lakes,
    'truncated.json': lakes.subarray(0, 5000),
    'bom.json': `\ufeff${text}`,
    'utf16.json': Buffer.from(`\ufeff${text}`, 'utf16le'),
    'latin1.json': Buffer.from(text.replaceAll(/[^\0-\xff]/g, '?'), 'latin1'),
    'double-id.json': text.replace('"id": "arvenia"', '"id": "lakeside-railway"'),
    'double-key.json': text.replace('"id": "arvenia"', '"id": "arvenia", "id": "arvenia"'),
    'deep.json': `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    'huge.json': '{',
    // It interrupts the command, as Ctrl-C does all that is in front, and goes on till it is left; then it ends with a
    // status, as less -K does.
    'pager.sh': 'kill -INT $PPID; cat > /dev/null; exit $1',
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  cpSync(example('lakes-summit.txt'), join(folder, 'lakes.txt'));
  truncateSync(join(folder, 'huge.json'), 512_000_001);
  chmodSync(join(folder, 'secret.json'), isRoot ? 0o600 : 0);
  symlinkSync('loop', join(folder, 'loop'));
  mkdirSync(join(folder, 'folder'));
  if (isUnix) execFileSync('mkfifo', [join(folder, 'fifo'), join(folder, 'silent')]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

function environment(): NodeJS.ProcessEnv {
  const { SUMMIT_DATA, NO_COLOR, FORCE_COLOR, PAGER, ...inherited } = process.env;
  const PATH = `${dirname(inject('packed').command)}${delimiter}${process.env.PATH}`;
  return { ...inherited, PATH, LC_ALL: 'C.UTF-8', TERM: 'xterm', as_nobody: asNobody };
}

/** `terminal 80 summit deals` runs it at a terminal of so many columns, on which standard error is too. */
const terminal = `terminal() { script -qec "stty cols $1 rows 24; \${*:2}" /dev/null < /dev/null; }`;

const asNobody = isRoot ? 'setpriv --reuid=65534 --regid=65534 --clear-groups' : '';

/** Runs a line of bash in the folder of the files above; `summit` is the command as it is installed. */
function bash(line: string): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      'bash',
      [...unadorned, `${terminal}\n${line}`],
      { cwd: folder, env: environment(), maxBuffer: 1 << 28 },
      (error, out, err) => {
        const status = error === null ? 0 : Number(error.code);
        resolve({ status, out, err });
      },
    );
    child.stdin?.end();
  });
}

/** A row of the table. */
interface Row {
  readonly what: string;
  readonly line: string;
  readonly status: number;
  readonly out: string | RegExp;
  readonly err: string | RegExp;
}

/** The lines of a row that begin with a sign, as one text or as a pattern for all of it. */
function textOf(lines: readonly string[], sign: string): string | RegExp {
  const pattern = lines.find((line) => line.startsWith(`${sign}~ `));
  if (pattern !== undefined) return new RegExp(`^${pattern.slice(3)}$`);
  const own = lines.filter((line) => line.startsWith(`${sign} `));
  return own.map((line) => `${line.slice(2)}\n`).join('');
}

/** The rows of faults.txt, behind its first paragraph, which says how they are written. */
const rows = readFileSync(join(import.meta.dirname, 'faults.txt'), 'utf8')
  .trimEnd()
  .split('\n\n')
  .slice(1)
  .map((block): Row => {
    const [what = '', ...lines] = block.split('\n');
    const line = lines.find((one) => one.startsWith('$ '))?.slice(2) ?? '';
    const status = Number(lines.find((one) => one.startsWith('= '))?.slice(2) ?? 0);
    return { what, line, status, out: textOf(lines, '>'), err: textOf(lines, '!') };
  });

/** Whether a run is to colour, by the option, the environment and where it prints. */
function isColoured(option: string, env: string, isTerminal: boolean): boolean {
  if (option !== '') return option === '--color always';
  if (env.includes('NO_COLOR')) return false;
  return env.includes('FORCE_COLOR') ? env.includes('FORCE_COLOR=1') : isTerminal;
}

/** All that asks for colour or against it, in all combinations. */
const colours = ['', 'NO_COLOR=1 '].flatMap((no) =>
  ['', 'FORCE_COLOR=1 ', 'FORCE_COLOR=0 '].flatMap((force) =>
    ['', '--color always', '--color never', '--no-color'].flatMap((option) =>
      ['terminal 80 ', ''].map((terminal): Row => {
        const line = `${no}${force}${terminal}summit leaders --limit 1 --no-pager ${option}`.trim();
        const hasColour = isColoured(option, no + force, terminal !== '');
        return {
          what: line,
          line: `${line} | grep -q $'\\e'`,
          status: hasColour ? 0 : 1,
          out: '',
          err: '',
        };
      }),
    ),
  ),
);

/** What not every machine has, by what stands in a line. */
const needs = [
  ['terminal ', 'command -v script'],
  ['unshare ', 'unshare -rm mount -t tmpfs -o ro tmpfs /mnt'],
  ['$as_nobody ', isRoot ? 'setpriv --reuid=65534 --regid=65534 --clear-groups true' : 'true'],
  ['/dev/full', 'test -c /dev/full'],
] as const;
const lacking = needs.filter(([, test]) => !has(test)).map(([part]) => part);

describe.runIf(isUnix)('the command stands', () => {
  const all = [...rows, ...colours];
  it.concurrent.each(all)('$what', async ({ line, status, out, err }) => {
    if (lacking.some((part) => line.includes(part))) {
      process.stderr.write(`skipped, for want of what it needs: ${line}\n`);
      expect(lacking).not.toEqual([]);
      return;
    }
    const matching = (text: string | RegExp) =>
      typeof text === 'string' ? text : expect.stringMatching(text);
    expect(await bash(line)).toEqual({ status, out: matching(out), err: matching(err) });
  });

  it('so many of them', () => {
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.filter(({ line }) => line === '')).toEqual([]);
  });
});

/** Runs the command until `isTime`, sends a signal, and waits for its end. */
async function signalled(
  args: readonly string[],
  signal: NodeJS.Signals,
  isTime: (child: ChildProcess) => boolean,
): Promise<{ readonly signal: string | null; readonly status: number | null }> {
  const child = spawn(inject('packed').command, args, { cwd: folder, env: environment() });
  const ended = new Promise<{ signal: string | null; status: number | null }>((resolve) => {
    child.on('close', (status, by) => resolve({ signal: by, status }));
  });
  while (child.exitCode === null && !isTime(child)) await setTimeout(1);
  child.kill(signal);
  return ended;
}

describe.runIf(isUnix)('a signal', () => {
  // What a shell tells as 130 and 143.
  it.each(['SIGINT', 'SIGTERM'] as const)('ends what waits for its dataset: %s', async (signal) => {
    const from = Date.now();
    const isTime = () => Date.now() > from + 500;
    expect(await signalled(['leaders', '--data', 'silent'], signal, isTime)).toEqual({
      signal,
      status: null,
    });
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'in the middle of an export leaves nothing behind: %s',
    async (signal) => {
      const facts = join(folder, `facts-${signal}`);
      let isInTheMiddle = false;
      // The machine may be so quick that the export is done before the signal arrives.
      for (let attempt = 0; attempt < 10 && !isInTheMiddle; attempt++) {
        rmSync(facts, { recursive: true, force: true });
        const isTime = () => existsSync(facts) && readdirSync(facts).length > 0;
        const ended = await signalled(['export', facts, '--data', 'many.json'], signal, isTime);
        isInTheMiddle = ended.signal === signal && !existsSync(facts);
        if (!isInTheMiddle)
          expect(readdirSync(facts).filter((name) => name.startsWith('.'))).toEqual([]);
      }
      expect(isInTheMiddle).toBe(true);
    },
  );
});
