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

/** Arguments of bash. If its input is a socket, it behaves like a remote shell and reads its user's start-up files. */
const bashArgs = ['--norc', '-c'];

const succeeds = (line: string) => spawnSync('bash', [...bashArgs, line]).status === 0;
const isUnix = process.platform !== 'win32' && succeeds('true');
const isRoot = process.getuid?.() === 0;

let folder: string;

/** Builds the lakes dataset with a number of claims, whose text is not all ASCII. */
function buildDataset(count: number): string {
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
  // Some lines run the command as another user.
  chmodSync(folder, 0o755);
  const lakes = readFileSync(example('lakes-summit.json'));
  const text = lakes.toString();
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'lakes.json': lakes,
    'long.json': buildDataset(15_000),
    'many.json': buildDataset(3_000),
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
    // Interrupts the command like Ctrl-C, which interrupts the whole foreground. Then it reads to the end and exits
    // with a status, like less -K.
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

function getEnvironment(): NodeJS.ProcessEnv {
  const { SUMMIT_DATA, NO_COLOR, FORCE_COLOR, PAGER, ...inherited } = process.env;
  const PATH = `${dirname(inject('packed').command)}${delimiter}${process.env.PATH}`;
  return { ...inherited, PATH, LC_ALL: 'C.UTF-8', TERM: 'xterm', as_nobody: asNobody };
}

/** Shell function: `terminal 80 summit deals` runs a command on a terminal of 80 columns, including standard error. */
const terminalFunction = `terminal() { script -qec "stty cols $1 rows 24; \${*:2}" /dev/null < /dev/null; }`;

const asNobody = isRoot ? 'setpriv --reuid=65534 --regid=65534 --clear-groups' : '';

/** Runs a line of bash in the folder of the files above; `summit` is the installed command. */
function runBash(line: string): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      'bash',
      [...bashArgs, `${terminalFunction}\n${line}`],
      { cwd: folder, env: getEnvironment(), maxBuffer: 1 << 28 },
      (error, out, err) => {
        const status = error === null ? 0 : Number(error.code);
        resolve({ status, out, err });
      },
    );
    child.stdin?.end();
  });
}

/** Fault, with the expected answer of the command. */
interface Fault {
  readonly title: string;
  readonly line: string;
  readonly status: number;
  readonly out: string | RegExp;
  readonly err: string | RegExp;
}

/** Returns the lines of a block that begin with a sign as one text, or its pattern for the whole text. */
function parseExpected(lines: readonly string[], sign: string): string | RegExp {
  const pattern = lines.find((line) => line.startsWith(`${sign}~ `));
  if (pattern !== undefined) return new RegExp(`^${pattern.slice(3)}$`);
  const own = lines.filter((line) => line.startsWith(`${sign} `));
  return own.map((line) => `${line.slice(2)}\n`).join('');
}

/** Faults in faults.txt. Its first paragraph describes the format. */
const faults = readFileSync(join(import.meta.dirname, 'faults.txt'), 'utf8')
  .trimEnd()
  .split('\n\n')
  .slice(1)
  .map((block): Fault => {
    const [title = '', ...lines] = block.split('\n');
    const line = lines.find((one) => one.startsWith('$ '))?.slice(2) ?? '';
    const status = Number(lines.find((one) => one.startsWith('= '))?.slice(2) ?? 0);
    return { title, line, status, out: parseExpected(lines, '>'), err: parseExpected(lines, '!') };
  });

/** Parts of a line that do not work on every machine, each with a command that tests for it. */
const requirements = [
  ['terminal ', 'command -v script'],
  ['unshare ', 'unshare -rm mount -t tmpfs -o ro tmpfs /mnt'],
  ['$as_nobody ', isRoot ? 'setpriv --reuid=65534 --regid=65534 --clear-groups true' : 'true'],
  ['/dev/full', 'test -c /dev/full'],
] as const;
const unavailable = requirements.filter(([, test]) => !succeeds(test)).map(([part]) => part);

describe.runIf(isUnix)('the installed command', () => {
  const entries = faults.map((row) => [row.title, row] as const);
  it.concurrent.for(entries)('%s', async ([, { line, status, out, err }]) => {
    if (unavailable.some((part) => line.includes(part))) {
      process.stderr.write(`skipped, because it cannot run on this machine: ${line}\n`);
      expect(unavailable).not.toEqual([]);
      return;
    }
    const matchExpected = (text: string | RegExp) =>
      typeof text === 'string' ? text : expect.stringMatching(text);
    expect(await runBash(line)).toEqual({
      status,
      out: matchExpected(out),
      err: matchExpected(err),
    });
  });

  it('runs a shell line for every fault', () => {
    expect(faults.length).toBeGreaterThan(50);
    expect(faults.filter(({ line }) => line === '')).toEqual([]);
  });
});

/** Runs the command, sends a signal once `isTime` returns true, and waits for the end. */
async function runWithSignal(
  args: readonly string[],
  signal: NodeJS.Signals,
  isTime: (child: ChildProcess) => boolean,
): Promise<{ readonly signal: string | null; readonly status: number | null }> {
  const child = spawn(inject('packed').command, args, { cwd: folder, env: getEnvironment() });
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

/**
 * Decides if a run should use colour: the option beats NO_COLOR, which beats FORCE_COLOR, which beats the kind of
 * output.
 */
function shouldColour([no, force, option, output]: (typeof colourCases)[number]): boolean {
  if (option !== '') return option === '--color always';
  if (no !== '') return false;
  return force === '' ? output === 'terminal' : force === 'FORCE_COLOR=1';
}

it.each(colourCases)('colours by option, variables and output: %s %s %s %s', async (...one) => {
  const [no, force, option, output] = one;
  const env = Object.fromEntries([no, force].filter(Boolean).map((word) => word.split('=')));
  const world = { env, ...(output === 'terminal' && { terminal: 80 }) };
  const { status, out } = await summit(`leaders --limit 1 ${option}`, world);
  expect(status).toBe(0);
  expect(out.includes('\u001b')).toBe(shouldColour(one));
});

describe.runIf(isUnix)('a signal', () => {
  // A shell reports them as 130 and 143.
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends a run that is waiting for its dataset: %s',
    async (signal) => {
      const from = Date.now();
      const isTime = () => Date.now() > from + 500;
      expect(await runWithSignal(['leaders', '--data', 'silent'], signal, isTime)).toEqual({
        signal,
        status: null,
      });
    },
  );

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'leaves no file of an export behind: %s',
    async (signal) => {
      const facts = join(folder, `facts-${signal}`);
      let wasInterrupted = false;
      // On a fast machine, the export may end before the signal arrives.
      for (let attempt = 0; attempt < 10 && !wasInterrupted; attempt++) {
        rmSync(facts, { recursive: true, force: true });
        const isTime = () => existsSync(facts) && readdirSync(facts).length > 0;
        const ended = await runWithSignal(['export', facts, '--data', 'many.json'], signal, isTime);
        wasInterrupted = ended.signal === signal && !existsSync(facts);
        if (!wasInterrupted)
          expect(readdirSync(facts).filter((name) => name.startsWith('.'))).toEqual([]);
      }
      expect(wasInterrupted).toBe(true);
    },
  );
});
