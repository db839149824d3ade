import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { project } from './run.ts';

/** A command that a page shows, with what it says that it prints. */
interface Shown {
  readonly command: string;
  readonly output: string;
}

/** The commands in the console blocks of a page, in their order. A line that goes on a command begins with `> `. */
function shownIn(page: string): readonly Shown[] {
  const text = readFileSync(project(page), 'utf8');
  const blocks = [...text.matchAll(/^```console\n([\s\S]*?)^```$/gm)].map(
    (match) => match[1] ?? '',
  );
  return blocks.flatMap((block) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((part) => {
        const lines = part.split('\n');
        const end = lines.findIndex((line, at) => at > 0 && !line.startsWith('> '));
        const [first = '', ...others] = lines.slice(0, end);
        const command = [first, ...others.map((line) => line.slice(2))].join('\n');
        return { command, output: lines.slice(end).join('\n').trimEnd() };
      }),
  );
}

const has = (tool: string) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;
const isUnix = process.platform !== 'win32' && has('bash');
const borrowed = ['jq', 'sed', 'sqlite3'].filter((tool) => !has(tool));
const lacks = (command: string) => borrowed.filter((tool) => command.includes(`${tool} `));

let home: string;
let folder: string;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'summit-home-'));
  folder = mkdtempSync(join(tmpdir(), 'summit-work-'));
  cpSync(join(inject('packed').folder, 'data'), join(folder, 'data'), { recursive: true });
});

afterAll(() => {
  for (const path of [home, folder]) rmSync(path, { recursive: true, force: true });
});

/** Runs a line in a shell that goes on from line to line as far as exported variables go. */
function shell(line: string, env: NodeJS.ProcessEnv, cwd: string): string {
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', `{ ${line}\n} 2>&1`], {
    cwd,
    env,
    encoding: 'utf8',
  });
  return `${stdout}${stderr}`.trimEnd();
}

/** Does to an environment what a line of a shell would, and tells which variable it was. */
function set(line: string, env: NodeJS.ProcessEnv): string | undefined {
  const [, exported, value, unset] = /^(?:export (\w+)=(.*)|unset (\w+))$/.exec(line) ?? [];
  if (exported) env[exported] = value;
  if (unset) delete env[unset];
  return exported ?? unset;
}

function skip(command: string): void {
  process.stderr.write(`skipped, for want of ${lacks(command).join(' and ')}: ${command}\n`);
  expect(borrowed).not.toEqual([]);
}

describe.runIf(isUnix)('every command that a page shows', () => {
  describe.each(['README.md', 'data/README.md'])('in %s', (page) => {
    const { NO_COLOR, FORCE_COLOR, SUMMIT_DATA, ...inherited } = process.env;
    const env: NodeJS.ProcessEnv = { ...inherited, LC_ALL: 'C.UTF-8' };
    const shown = shownIn(page);

    it('is there to be run', () => {
      expect(shown.length).toBeGreaterThan(10);
    });

    it.each(shown)('$command', ({ command, output }) => {
      env.HOME = home;
      env.PATH = `${dirname(inject('packed').command)}${delimiter}${process.env.PATH}`;
      // What was packed has been installed, and a shell of its own for each line would forget what is set.
      if (command.startsWith('npm ')) {
        expect(command).toBe('npm install --global "$(npm pack --silent)"');
      } else if (/^(export|unset) /.test(command)) expect(set(command, env)).toBe('SUMMIT_DATA');
      else if (lacks(command).length > 0) skip(command);
      else expect(shell(command, env, folder)).toBe(output);
    });
  });
});
