import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { example } from './run.ts';

const isThere = (shell: string) => spawnSync(shell, ['--version']).status === 0;
const lakes = example('lakes-summit.json');

let folder: string;
let env: NodeJS.ProcessEnv;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'summit-shells-'));
  const { SUMMIT_DATA, ...inherited } = process.env;
  const PATH = `${dirname(inject('packed').command)}${delimiter}${process.env.PATH}`;
  env = { ...inherited, PATH, HOME: folder, LC_ALL: 'C.UTF-8', TERM: 'xterm', NO_COLOR: '1' };
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { stdout } = spawnSync('summit', ['completion', shell], { env, encoding: 'utf8' });
    writeFileSync(join(folder, `summit.${shell}`), stdout);
  }
  // What zsh keeps of the completions that it finds, so that each terminal need not look for them again.
  spawnSync('zsh', ['-f', '-c', 'autoload -Uz compinit; compinit -u'], { env });
});

afterAll(() => rmSync(folder, { recursive: true }));

/** What a shell makes of a script of its own. */
function run(shell: string, script: string): Promise<string> {
  return new Promise((resolve) => {
    const options = { env, cwd: folder, timeout: 30_000 };
    execFile(shell, ['-c', script], options, (_, stdout) => resolve(stdout));
  });
}

/** A line, and what stands in it once the tabulator has been pressed behind it. */
const lines = [
  ['summit timel', 'timeline'],
  ['summit --data lakes talks --where status=hel', 'status=held'],
  ['summit --data lakes show zo', 'zoe-marequin'],
  ['summit deals -f mark', 'markdown'],
] as const;

/** Those that the dataset before the command has a part in; bash keeps it from the function that completes. */
const withEnvironment = [
  ...lines,
  ['SUMMIT_DATA=lakes summit show zo', 'zoe-marequin'],
  ['SUMMIT_DATA=lakes summit deals --country arv', 'arvenia'],
] as const;

const filled = (line: string) => line.replace('lakes', lakes);

describe.skipIf(!isThere('fish'))('fish', () => {
  it.concurrent.each(withEnvironment)('completes `%s`', async (line, word) => {
    const offered = await run('fish', `source summit.fish; complete -C '${filled(line)}'`);
    expect(offered.split('\n').map((one) => one.split('\t')[0])).toContain(word);
  });
});

// The line is typed at a terminal of its own, where the command tells what it is called with.
const zsh = (line: string) => `
zmodload zsh/zpty
zpty z "zsh -f -i"
zpty -w z "autoload -Uz compinit; compinit -u -C; source summit.zsh; PS1="
zpty -w z 'summit() { [[ $1 == __complete ]] && command summit "$@" || print -r -- "called:$*;" }; echo REA""DY'
until zpty -r z out '*READY*'; do :; done
zpty -w -n z "${line}"$'\\t'
sleep 1.5
zpty -w -n z $'\\n'
until zpty -r z out '*called:*;*'; do :; done
print -r -- "\${out##*called:}"
zpty -d z`;

describe.skipIf(!isThere('zsh'))('zsh', () => {
  it.concurrent.each(withEnvironment)('completes `%s`', async (line, word) => {
    expect(await run('zsh', zsh(filled(line)))).toContain(word);
  });
});

describe.skipIf(!isThere('bash'))('bash', () => {
  it.concurrent.each(lines)('completes `%s`', async (line, word) => {
    const whole = filled(line);
    const offered = await run(
      'bash',
      `source ./summit.bash; COMP_LINE='${whole}' COMP_POINT=${whole.length}; _summit; printf '%s\\n' "\${COMPREPLY[@]}"`,
    );
    expect(offered.split('\n').map((one) => one.trim())).toContain(word.replace('status=', ''));
  });
});
