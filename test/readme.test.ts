import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { project } from './run.ts';

/** Command in a page, with the output shown there. */
interface ShownCommand {
  readonly command: string;
  readonly output: string;
}

/** Lists the commands in the console blocks of a page. Further lines of a command begin with `> `. */
function listShownCommands(page: string): readonly ShownCommand[] {
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

const isInstalled = (tool: string) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;
const isUnix = process.platform !== 'win32' && isInstalled('bash');
const missingTools = ['jq', 'sed', 'sqlite3'].filter((tool) => !isInstalled(tool));
const listMissingTools = (command: string) =>
  missingTools.filter((tool) => command.includes(`${tool} `));

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

/** Runs a command line in a shell, and returns its output and its messages. */
function runInShell(line: string, env: NodeJS.ProcessEnv, cwd: string): string {
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', `{ ${line}\n} 2>&1`], {
    cwd,
    env,
    encoding: 'utf8',
  });
  return `${stdout}${stderr}`.trimEnd();
}

/** Applies an `export` or `unset` line to an environment, and returns the name of the variable. */
function setVariable(line: string, env: NodeJS.ProcessEnv): string | undefined {
  const [, exported, value, unset] = /^(?:export (\w+)=(.*)|unset (\w+))$/.exec(line) ?? [];
  if (exported) env[exported] = value;
  if (unset) delete env[unset];
  return exported ?? unset;
}

function skip(command: string): void {
  process.stderr.write(
    `skipped, for want of ${listMissingTools(command).join(' and ')}: ${command}\n`,
  );
  expect(missingTools).not.toEqual([]);
}

describe.runIf(isUnix)('the commands shown', () => {
  describe.each(['README.md', 'data/README.md'])('in %s', (page) => {
    const { NO_COLOR, FORCE_COLOR, SUMMIT_DATA, ...inherited } = process.env;
    const env: NodeJS.ProcessEnv = { ...inherited, LC_ALL: 'C.UTF-8' };
    const shown = listShownCommands(page);

    it('are found in the page', () => {
      expect(shown.length).toBeGreaterThan(10);
    });

    it.each(shown)('print the output shown: $command', ({ command, output }) => {
      env.HOME = home;
      env.PATH = `${dirname(inject('packed').command)}${delimiter}${process.env.PATH}`;
      // The package is installed already, and each line has a shell of its own, which would forget variables.
      if (command.startsWith('npm ')) {
        expect(command).toBe('npm install --global "$(npm pack --silent)"');
      } else if (/^(export|unset) /.test(command))
        expect(setVariable(command, env)).toBe('SUMMIT_DATA');
      else if (listMissingTools(command).length > 0) skip(command);
      else expect(runInShell(command, env, folder)).toBe(output);
    });
  });
});
