import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { example } from './run.ts';

// Each test starts the program, some of them several times.
vi.setConfig({ testTimeout: 60_000 });

const lakes = example('lakes-summit.json');
const { SUMMIT_DATA: _, NO_COLOR: __, FORCE_COLOR: ___, ...env } = process.env;

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'summit-cli-'));
});
afterEach(() => rmSync(home, { recursive: true }));

/** Runs the installed program with an input on standard input, and waits for its end. */
function summit(args: readonly string[], input: string | Buffer = '') {
  const { status, stdout, stderr } = spawnSync(inject('packed').command, args, {
    input,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return { status, out: stdout, err: stderr };
}

describe('the installed command', () => {
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
      err: 'summit: no command "frobnicate"\nsummit --help lists the commands; summit search frobnicate searches all records\n',
    });
  });

  it('prints no colours in a pipe', () => {
    const { out } = summit(['timeline', '--data', lakes]);
    expect(out).toMatch(/^┌ 3 June 2025\n/);
    expect(out).not.toContain('\u001b');
  });

  it('writes an export to the disk, and overwrites it only with --force', () => {
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
      err: `summit: ${folder} has a file datapackage.json already\nchoose another folder or overwrite with --force\n`,
    });
    expect(summit(['export', folder, '--force']).status).toBe(0);
  });

  it('reports that the folder to export to is a file', () => {
    const file = join(home, 'facts');
    writeFileSync(file, '');
    const { status, err } = summit(['export', file]);
    expect(status).toBe(2);
    expect(err).toBe(`summit: cannot write to ${file}: not a directory\n`);
  });
});

describe('a dataset in a named pipe', () => {
  it.skipIf(process.platform === 'win32')('is not read by help and completion', () => {
    const fifo = join(home, 'silent');
    execFileSync('mkfifo', [fifo]);
    const help = summit(['--data', fifo, 'show', '--help']);
    expect(help).toMatchObject({ status: 0, err: '' });
    expect(help.out).toContain(`$ summit --data ${fifo} show <id>`);
    const words = summit(['__complete', '--', '--data', fifo, 'lead']);
    expect(words.out).toMatch(/^leaders\t/);
  });
});

describe('two commands in a pipe', () => {
  it('validate a new dataset: summit new | summit validate -', () => {
    const { out } = summit(['new']);
    const checked = summit(['validate', '-'], out);
    expect(checked).toMatchObject({ status: 0, err: '' });
    expect(checked.out).toMatch(/^standard input: valid, \d+ records\n$/);
  });
});
