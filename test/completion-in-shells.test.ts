import { execFile, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** Names that a shell would expand or run, each with a beginning of its own. */
const hostileNames = [
  'h1$(touch pwned)',
  'h2`touch pwned`',
  'h3";touch pwned;"',
  "h4';touch pwned;'",
  'h5\\";touch pwned;"',
  "h6\\';touch pwned;'",
  'h7|touch pwned & touch pwned >pwned #*',
  'h8=~/x$(touch pwned)',
  'h9:$(touch pwned)',
  'k1!!',
  'k2\\',
];

/**
 * How each shell is started at a terminal, and the file that it reads first: `summit` prints the second word that it
 * is called with, and Control-G takes the line at the prompt away and prints it.
 */
const terminals = {
  bash: {
    command: 'bash --noprofile --rcfile ../terminal.bash -i',
    file: 'terminal.bash',
    text: String.raw`source ../summit.bash
summit() { if [[ $1 == __complete ]]; then command summit "$@"; else printf 'called:%s~end~' "$2"; fi; }
show_line() { printf 'line:%s~end~' "$READLINE_LINE"; READLINE_LINE=''; }
bind -x '"\C-g": show_line'
PS1=ready:`,
  },
  zsh: {
    command: 'ZDOTDIR=.. zsh -d -i',
    file: '.zshrc',
    text: `autoload -Uz compinit; compinit -u -C; source ../summit.zsh
summit() { if [[ $1 == __complete ]]; then command summit "$@"; else printf 'called:%s~end~' "$2"; fi; }
show_line() { printf 'line:%s~end~' "$BUFFER"; BUFFER=''; }
zle -N show_line; bindkey '^G' show_line
PS1=ready:`,
  },
  fish: {
    command: "fish --no-config -i -C 'source ../terminal.fish'",
    file: 'terminal.fish',
    text: String.raw`source ../summit.fish
function summit
    if test "$argv[1]" = __complete
        command summit $argv
    else
        printf 'called:%s~end~' $argv[2]
    end
end
function show_line; printf 'line:%s~end~' (commandline); commandline ''; end
bind \cg show_line
function fish_prompt; printf ready:; end`,
  },
} as const;

/**
 * Types lines at a terminal, each with the tabulator behind it, and enters what that makes of them. Returns what
 * `summit` was called with, or 'not completed' where the tabulator changed nothing, and the files that were made.
 */
async function typeLines(shell: keyof typeof terminals, typed: readonly string[]) {
  const { command } = terminals[shell];
  const cwd = mkdtempSync(join(folder, 'terminal-'));
  const terminal = spawn('script', ['-qc', command, '/dev/null'], {
    env: { ...env, SUMMIT_DATA: join(folder, 'hostile.json') },
    cwd,
    timeout: 50_000,
    killSignal: 'SIGKILL',
  });
  const output = terminal.stdout.setEncoding('utf8')[Symbol.asyncIterator]();
  let seen = '';
  const next = async (pattern: RegExp): Promise<string> => {
    let found = pattern.exec(seen);
    while (!found) {
      const { done, value } = await output.next();
      if (done) throw new Error(`no ${pattern} in: ${seen}`);
      seen += value;
      found = pattern.exec(seen);
    }
    seen = seen.slice(found.index + found[0].length);
    return found[1] ?? '';
  };
  try {
    const called: string[] = [];
    await next(/ready:/);
    for (const line of typed) {
      terminal.stdin.write(`${line}\t\u0007`);
      const completed = await next(/line:(.*?)~end~/s);
      if (completed === line) {
        called.push('not completed');
        continue;
      }
      terminal.stdin.write(`${completed}\r`);
      called.push(await next(/called:(.*?)~end~/s));
      // A shell may throw away what is typed before it is at its prompt again.
      await next(/ready:/);
    }
    return { called, files: readdirSync(cwd) };
  } finally {
    terminal.kill('SIGKILL');
  }
}

describe.skipIf(!isThere('script'))('a name that a shell would run', () => {
  beforeAll(() => {
    const dataset = JSON.parse(readFileSync(lakes, 'utf8'));
    const [deal] = dataset.deals;
    dataset.deals = hostileNames.map((name, at) => ({ ...deal, id: `deal-${at}`, name }));
    for (const name of ['claims', 'events', 'gaps', 'quotes', 'talks']) dataset[name] = [];
    writeFileSync(join(folder, 'hostile.json'), JSON.stringify(dataset));
    for (const { file, text } of Object.values(terminals)) writeFileSync(join(folder, file), text);
  });

  const begin = (quote: string) =>
    hostileNames.map((name) => `summit show ${quote}${name.slice(0, 2)}`);

  it.concurrent.for(
    (['bash', 'zsh', 'fish'] as const).flatMap((shell) =>
      ['', '"', "'"].map((quote) => [shell, quote] as const),
    ),
  )('comes in as it is, or not at all, in %s behind %s', async ([shell, quote], { skip }) => {
    skip(!isThere(shell));
    const result = await typeLines(shell, [...begin(quote), `summit show ${quote}Zo`]);
    const isOffered = shell !== 'bash' || quote === '';
    const names = isOffered ? hostileNames : hostileNames.map(() => 'not completed');
    expect(result).toEqual({ called: [...names, 'Zoë Maréquin'], files: [] });
  });
});
