import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fixture, project } from './run.ts';

// Each test starts the program, some of them several times.
vi.setConfig({ testTimeout: 60_000 });

const command = project('bin', 'summit.js');
const lakes = fixture('lakes-summit.json');
const { SUMMIT_DATA: _, NO_COLOR: __, FORCE_COLOR: ___, ...env } = process.env;
const isRoot = process.getuid?.() === 0;

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'summit-cli-'));
});
afterEach(() => rmSync(home, { recursive: true }));

/** Runs the built program to its end, with this on its standard input. */
function summit(args: readonly string[], input: string | Buffer = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    input,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return { status, out: stdout, err: stderr };
}

/** Runs it as it is while something else goes on; `meanwhile` may use its streams. */
function alongside(
  args: readonly string[],
  meanwhile: (child: ReturnType<typeof spawn>) => unknown,
) {
  const child = spawn(process.execPath, [command, ...args], { env });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const ended = new Promise<{ status: number | null; out: string; err: string }>((resolve) => {
    child.on('close', (status) => resolve({ status, out, err }));
  });
  meanwhile(child);
  return ended;
}

/** The invented dataset with so many claims. */
function withClaims(count: number): string {
  const dataset = JSON.parse(readFileSync(lakes, 'utf8'));
  const claims = Array.from({ length: count }, (_, at) => ({
    ...dataset.claims[0],
    id: `claim-${at}`,
  }));
  return JSON.stringify({ ...dataset, claims });
}

describe('the command', () => {
  it('exits with 0, 1 and 2', () => {
    expect(summit(['leaders', '--ids', '--limit', '1'])).toEqual({
      status: 0,
      out: 'xi-jinping\n',
      err: '',
    });
    expect(summit(['show', 'nobody'])).toMatchObject({ status: 1, out: '' });
    expect(summit(['frobnicate'])).toEqual({
      status: 2,
      out: '',
      err: 'summit: no command "frobnicate"\nsummit --help lists the commands; summit search frobnicate looks in all records\n',
    });
  });

  it('does not colour into a pipe', () => {
    const { out } = summit(['timeline', '--data', lakes]);
    expect(out).toMatch(/^┌ 3 June 2025\n/);
    expect(out).not.toContain('\u001b');
  });

  it('writes an export to the disk, and not twice', () => {
    const folder = join(home, 'facts');
    const { status, out, err } = summit(['export', folder]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toBe(`${folder}: ${readdirSync(folder).length} files\n`);
    expect(readFileSync(join(folder, 'deals.csv'), 'utf8')).toBe(
      summit(['deals', '-f', 'csv']).out,
    );
    expect(summit(['export', folder])).toEqual({
      status: 2,
      out: '',
      err: `summit: ${folder} has a file datapackage.json already\nchoose another folder, or replace it with --force\n`,
    });
    expect(summit(['export', folder, '--force']).status).toBe(0);
  });

  it('says in words that the folder to export to is a file', () => {
    const file = join(home, 'facts');
    writeFileSync(file, '');
    const { status, err } = summit(['export', file]);
    expect(status).toBe(2);
    expect(err).toBe(`summit: cannot write to ${file}: a part of the path is not a folder\n`);
  });
});

describe('its standard output', () => {
  it('arrives whole in a pipe, however long it is', () => {
    const { status, out, err } = summit(['--data', '-', 'claims', '-f', 'json'], withClaims(3000));
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out.length).toBeGreaterThan(4 * 65_536);
    expect(JSON.parse(out)).toHaveLength(3000);
  });

  it('may be closed by its reader at any time: 0, and not a word', async () => {
    const atOnce = await alongside(['schema'], (child) => child.stdout?.destroy());
    expect(atOnce).toMatchObject({ status: 0, err: '' });
    const file = join(home, 'long.json');
    writeFileSync(file, withClaims(3000));
    const later = await alongside(['--data', file, 'claims', '-f', 'json'], (child) => {
      child.stdout?.once('data', () => child.stdout?.destroy());
    });
    expect(later).toMatchObject({ status: 0, err: '' });
    expect(later.out).toMatch(/^\[\n/);
  });

  it.skipIf(!existsSync('/dev/full'))('on a full disk is trouble, told in one line', () => {
    const full = openSync('/dev/full', 'w');
    const stdio = ['ignore', full, 'pipe'] as const;
    for (const args of [['leaders'], ['--help'], ['schema'], ['timeline']]) {
      const { status, stderr } = spawnSync(process.execPath, [command, ...args], {
        stdio: [...stdio],
        env,
        encoding: 'utf8',
      });
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: 'summit: cannot write to standard output: no space left on the device\n',
      });
    }
    closeSync(full);
  });
});

describe('its dataset', () => {
  it('may come from standard input', () => {
    expect(summit(['--data', '-', 'leaders', '--ids'], readFileSync(lakes))).toEqual({
      status: 0,
      out: 'zoe-marequin\nilse-maarit-vandrel\nruan-o-talvin\ndolmara-leader\n',
      err: '',
    });
  });

  it.skipIf(process.platform === 'win32')('may come from a FIFO', async () => {
    const fifo = join(home, 'fifo');
    execFileSync('mkfifo', [fifo]);
    const result = await alongside(['--data', fifo, 'leaders', '--count'], () => {
      void writeFile(fifo, readFileSync(lakes));
    });
    expect(result).toEqual({ status: 0, out: '4\n', err: '' });
  });

  it.skipIf(process.platform === 'win32')(
    'that nobody writes to is not waited for by help and completion',
    () => {
      const fifo = join(home, 'silent');
      execFileSync('mkfifo', [fifo]);
      const help = summit(['--data', fifo, 'show', '--help']);
      expect(help).toMatchObject({ status: 0, err: '' });
      expect(help.out).toContain(`$ summit --data ${fifo} show <id>`);
      const words = summit(['__complete', '--', '--data', fifo, 'lead']);
      expect(words.out).toMatch(/^leaders\t/);
    },
  );

  it('that cannot be read is told in one line, without a stack trace', () => {
    expect(summit(['leaders', '--data', home])).toEqual({
      status: 2,
      out: '',
      err: `summit: cannot read ${home}: it is a folder\n`,
    });
    const loop = join(home, 'loop');
    symlinkSync(loop, loop);
    expect(summit(['leaders', '--data', loop])).toEqual({
      status: 2,
      out: '',
      err: `summit: cannot read ${loop}: too many symbolic links\n`,
    });
    expect(summit(['leaders', '--data', join(lakes, 'below')]).err).toBe(
      `summit: cannot read ${join(lakes, 'below')}: a part of the path is not a folder\n`,
    );
    expect(summit(['leaders', '--data', 'x'.repeat(5000)]).err).toMatch(
      /^summit: cannot read x+: the name is too long\n$/,
    );
  });

  it.skipIf(isRoot || process.platform === 'win32')(
    'that may not be read is told in one line',
    () => {
      const secret = join(home, 'secret.json');
      writeFileSync(secret, '{}');
      chmodSync(secret, 0);
      expect(summit(['leaders', '--data', secret])).toEqual({
        status: 2,
        out: '',
        err: `summit: cannot read ${secret}: permission denied\n`,
      });
    },
  );

  it('that is no JSON is told with its place', () => {
    const file = join(home, 'x.json');
    writeFileSync(file, '{"source": \n nonsense');
    expect(summit(['leaders', '--data', file])).toEqual({
      status: 2,
      out: '',
      err: `${file}:2:2: broken JSON: not a JSON value\nsummit: ${file} is not a valid dataset\nsummit schema prints the format; summit validate checks a file\n`,
    });
  });
});

describe('two of it in a pipe', () => {
  it('make `summit new | summit validate -`', () => {
    const { out } = summit(['new']);
    const checked = summit(['validate', '-'], out);
    expect(checked).toMatchObject({ status: 0, err: '' });
    expect(checked.out).toMatch(/^standard input: valid, \d+ records\n$/);
  });
});
