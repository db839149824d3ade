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
import { example, summit } from '../run.ts';

/** If its input is a socket, bash takes itself for a remote shell and reads its user's start-up files. */
const unadorned = ['--norc', '-c'];

const has = (line: string) => spawnSync('bash', [...unadorned, line]).status === 0;
const isUnix = process.platform !== 'win32' && has('true');
const isRoot = process.getuid?.() === 0;

let folder: string;

/** Returns the invented dataset with a number of claims whose text is not all ASCII. */
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
  // Some rows run the command as another user.
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
    // Interrupts the command, as Ctrl-C interrupts the whole foreground, reads to the end, and exits with a status, as
    // less -K does.
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

/** A fault, and how the command should answer it. */
interface Row {
  readonly title: string;
  readonly line: string;
  readonly status: number;
  readonly out: string | RegExp;
  readonly err: string | RegExp;
}

/** Returns the lines of a row that begin with a sign, as one text, or its pattern for all of the text. */
function textOf(lines: readonly string[], sign: string): string | RegExp {
  const pattern = lines.find((line) => line.startsWith(`${sign}~ `));
  if (pattern !== undefined) return new RegExp(`^${pattern.slice(3)}$`);
  const own = lines.filter((line) => line.startsWith(`${sign} `));
  return own.map((line) => `${line.slice(2)}\n`).join('');
}

/** The faults of faults.txt, whose first paragraph describes their form. */
const rows = readFileSync(join(import.meta.dirname, 'faults.txt'), 'utf8')
  .trimEnd()
  .split('\n\n')
  .slice(1)
  .map((block): Row => {
    const [title = '', ...lines] = block.split('\n');
    const line = lines.find((one) => one.startsWith('$ '))?.slice(2) ?? '';
    const status = Number(lines.find((one) => one.startsWith('= '))?.slice(2) ?? 0);
    return { title, line, status, out: textOf(lines, '>'), err: textOf(lines, '!') };
  });

/** Parts of a line that not every machine can run, each with a test for it. */
const needs = [
  ['terminal ', 'command -v script'],
  ['unshare ', 'unshare -rm mount -t tmpfs -o ro tmpfs /mnt'],
  ['$as_nobody ', isRoot ? 'setpriv --reuid=65534 --regid=65534 --clear-groups true' : 'true'],
  ['/dev/full', 'test -c /dev/full'],
] as const;
const lacking = needs.filter(([, test]) => !has(test)).map(([part]) => part);

describe.runIf(isUnix)('the installed command', () => {
  const titled = rows.map((row) => [row.title, row] as const);
  it.concurrent.for(titled)('%s', async ([, { line, status, out, err }]) => {
    if (lacking.some((part) => line.includes(part))) {
      process.stderr.write(`skipped, because this machine lacks what it needs: ${line}\n`);
      expect(lacking).not.toEqual([]);
      return;
    }
    const matching = (text: string | RegExp) =>
      typeof text === 'string' ? text : expect.stringMatching(text);
    expect(await bash(line)).toEqual({ status, out: matching(out), err: matching(err) });
  });

  it('has a shell line for every fault', () => {
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

const colourCases = ['', 'NO_COLOR=1'].flatMap((no) =>
  ['', 'FORCE_COLOR=1', 'FORCE_COLOR=0'].flatMap((force) =>
    ['', '--color always', '--color never', '--no-color'].flatMap((option) =>
      ['terminal', 'pipe'].map((output) => [no, force, option, output] as const),
    ),
  ),
);

/** Decides whether a run should use colour: the option beats NO_COLOR, which beats FORCE_COLOR, which beats the output. */
function shouldColour([no, force, option, output]: (typeof colourCases)[number]): boolean {
  if (option !== '') return option === '--color always';
  if (no !== '') return false;
  return force === '' ? output === 'terminal' : force === 'FORCE_COLOR=1';
}

it.each(colourCases)(
  'colour follows the option, the variables and the output: %s %s %s %s',
  async (...one) => {
    const [no, force, option, output] = one;
    const env = Object.fromEntries([no, force].filter(Boolean).map((word) => word.split('=')));
    const world = { env, ...(output === 'terminal' && { terminal: 80 }) };
    const { status, out } = await summit(`leaders --limit 1 ${option}`, world);
    expect(status).toBe(0);
    expect(out.includes('\u001b')).toBe(shouldColour(one));
  },
);

describe.runIf(isUnix)('a signal', () => {
  // A shell reports these as 130 and 143.
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends a run that waits for its dataset: %s',
    async (signal) => {
      const from = Date.now();
      const isTime = () => Date.now() > from + 500;
      expect(await signalled(['leaders', '--data', 'silent'], signal, isTime)).toEqual({
        signal,
        status: null,
      });
    },
  );

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'during an export leaves no file behind: %s',
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
