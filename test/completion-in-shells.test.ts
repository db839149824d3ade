import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { lakesWith } from './read-dataset.ts';
import { example, run } from './run.ts';

const isThere = (program: string) => spawnSync(program, ['--version']).status === 0;
const shells = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof shells)[number];

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

let folder: string;
let env: NodeJS.ProcessEnv;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'summit-shells-'));
  const { SUMMIT_DATA, ...inherited } = process.env;
  const PATH = `${dirname(inject('packed').command)}${delimiter}${process.env.PATH}`;
  env = { ...inherited, PATH, HOME: folder, LC_ALL: 'C.UTF-8', TERM: 'xterm', NO_COLOR: '1' };
  for (const shell of shells) {
    const { stdout } = spawnSync('summit', ['completion', shell], { env, encoding: 'utf8' });
    writeFileSync(join(folder, `summit.${shell}`), stdout);
    writeFileSync(join(folder, terminals[shell].file), terminals[shell].text);
  }
  // zsh caches the completions that it finds, so that no terminal has to look for them again.
  spawnSync('zsh', ['-f', '-c', 'autoload -Uz compinit; compinit -u'], { env });
});

// A shell that is closed may still write its history.
afterAll(() => rmSync(folder, { recursive: true, maxRetries: 10 }));

/** A shell at a terminal, in an empty folder. */
interface Terminal {
  /** Types a line and a tab, and returns what is then at the prompt. */
  readonly complete: (line: string) => Promise<string>;
  /** Enters a line, and returns the second word that `summit` is called with. */
  readonly enter: (line: string) => Promise<string>;
  readonly listFiles: () => readonly string[];
}

/** Starts a shell at a terminal, and closes it after use. */
async function withTerminal<Result>(
  shell: Shell,
  variables: NodeJS.ProcessEnv,
  use: (terminal: Terminal) => Promise<Result>,
): Promise<Result> {
  const cwd = mkdtempSync(join(folder, 'terminal-'));
  const terminal = spawn('script', ['-qc', terminals[shell].command, '/dev/null'], {
    env: { ...env, ...variables },
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
    await next(/ready:/);
    return await use({
      complete: async (line) => {
        terminal.stdin.write(`${line}\t\u0007`);
        return next(/line:(.*?)~end~/s);
      },
      enter: async (line) => {
        terminal.stdin.write(`${line}\r`);
        const word = await next(/called:(.*?)~end~/s);
        // A shell may throw away what is typed before it is at its prompt again.
        await next(/ready:/);
        return word;
      },
      listFiles: () => readdirSync(cwd),
    });
  } finally {
    terminal.kill('SIGKILL');
  }
}

const lakes = example('lakes-summit.json');

/** Beginnings of lines, and the same lines after a tab. */
const lines = [
  ['summit timel', 'summit timeline'],
  [
    `summit --data ${lakes} talks --where status=hel`,
    `summit --data ${lakes} talks --where status=held`,
  ],
  [`summit --data ${lakes} show zo`, `summit --data ${lakes} show zoe-marequin`],
  ['summit deals -f mark', 'summit deals -f markdown'],
] as const;

/** Lines with a dataset named in front of the command; bash does not tell its completion functions about it. */
const linesWithVariable = [
  [`SUMMIT_DATA=${lakes} summit show zo`, `SUMMIT_DATA=${lakes} summit show zoe-marequin`],
  [
    `SUMMIT_DATA=${lakes} summit deals --country arv`,
    `SUMMIT_DATA=${lakes} summit deals --country arvenia`,
  ],
] as const;

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

describe.skipIf(!isThere('script'))('a tab at a terminal', () => {
  it.concurrent.for(shells)(
    'completes commands, options, values and ids in %s',
    async (shell, { skip }) => {
      skip(!isThere(shell));
      const all = shell === 'bash' ? lines : [...lines, ...linesWithVariable];
      await withTerminal(shell, {}, async ({ complete }) => {
        for (const [line, completed] of all) expect((await complete(line)).trim()).toBe(completed);
      });
    },
  );

  describe('inserts a name that a shell would run as it is, or not at all,', () => {
    const beginnings = [...hostileNames.map((name) => name.slice(0, 2)), 'Zo'];
    const variables = () => ({
      SUMMIT_DATA: join(folder, 'hostile.json'),
      PATH: `${join(folder, 'bin')}${delimiter}${env.PATH}`,
    });

    // The shells ask for the same few candidates again and again, so Node is started for other words only.
    beforeAll(async () => {
      const dataset = JSON.parse(readFileSync(lakes, 'utf8'));
      const [deal] = dataset.deals;
      const deals = hostileNames.map((name, at) => ({ ...deal, id: `deal-${at}`, name }));
      const data = lakesWith({ deals, events: [], talks: [] });
      writeFileSync(join(folder, 'hostile.json'), data);
      mkdirSync(join(folder, 'candidates'));
      for (const word of beginnings) {
        const argv = ['__complete', '--', 'show', word];
        const { out } = await run(argv, {
          files: { 'd.json': data },
          env: { SUMMIT_DATA: 'd.json' },
        });
        writeFileSync(join(folder, 'candidates', word), out);
      }
      mkdirSync(join(folder, 'bin'));
      const stub = join(folder, 'bin', 'summit');
      writeFileSync(
        stub,
        `#!/bin/sh
known='${folder}/candidates/'$4
[ "$# $1 $2 $3" = '4 __complete -- show' ] && [ -f "$known" ] && exec cat "$known"
exec '${inject('packed').command}' "$@"
`,
      );
      chmodSync(stub, 0o755);
    });

    it.concurrent.for(
      shells.flatMap((shell) => ['', '"', "'"].map((quote) => [shell, quote] as const)),
    )('in %s after %s', async ([shell, quote], { skip }) => {
      skip(!isThere(shell));
      const result = await withTerminal(shell, variables(), async (terminal) => {
        const words: string[] = [];
        for (const word of beginnings) {
          const line = `summit show ${quote}${word}`;
          const completed = await terminal.complete(line);
          words.push(completed === line ? 'not completed' : await terminal.enter(completed));
        }
        return { words, files: terminal.listFiles() };
      });
      const isInserted = shell !== 'bash' || quote === '';
      const names = isInserted ? hostileNames : hostileNames.map(() => 'not completed');
      expect(result).toEqual({ words: [...names, 'Zoë Maréquin'], files: [] });
    });
  });
});
