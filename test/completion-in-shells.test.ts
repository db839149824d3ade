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

const isInstalled = (program: string) => spawnSync(program, ['--version']).status === 0;
const shells = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof shells)[number];

/**
 * Command that starts each shell at a terminal, and its startup file: `summit` prints its second argument, and
 * Control-G prints the line at the prompt and clears it.
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
  // zsh caches the completions that it finds, so the terminals do not have to find them again.
  spawnSync('zsh', ['-f', '-c', 'autoload -Uz compinit; compinit -u'], { env });
});

// A closed shell may still be writing its history.
afterAll(() => rmSync(folder, { recursive: true, maxRetries: 10 }));

/** Shell at a terminal, in an empty folder. */
interface Terminal {
  /** Types a line and a tab, and returns the completed line. */
  readonly complete: (line: string) => Promise<string>;
  /** Enters a line, and returns the second argument of `summit`. */
  readonly enter: (line: string) => Promise<string>;
  readonly listFiles: () => readonly string[];
}

/** Starts a shell at a terminal, and closes it after use. */
async function withTerminal<Result>(
  shell: Shell,
  getVariables: NodeJS.ProcessEnv,
  use: (terminal: Terminal) => Promise<Result>,
): Promise<Result> {
  const cwd = mkdtempSync(join(folder, 'terminal-'));
  const terminal = spawn('script', ['-qc', terminals[shell].command, '/dev/null'], {
    env: { ...env, ...getVariables },
    cwd,
    timeout: 50_000,
    killSignal: 'SIGKILL',
  });
  const output = terminal.stdout.setEncoding('utf8')[Symbol.asyncIterator]();
  let seen = '';
  const waitFor = async (pattern: RegExp): Promise<string> => {
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
    await waitFor(/ready:/);
    return await use({
      complete: async (line) => {
        terminal.stdin.write(`${line}\t\u0007`);
        return waitFor(/line:(.*?)~end~/s);
      },
      enter: async (line) => {
        terminal.stdin.write(`${line}\r`);
        const word = await waitFor(/called:(.*?)~end~/s);
        // A shell may discard what is typed before it shows its prompt again.
        await waitFor(/ready:/);
        return word;
      },
      listFiles: () => readdirSync(cwd),
    });
  } finally {
    terminal.kill('SIGKILL');
  }
}

const lakes = example('lakes-summit.json');

/** Beginnings of lines, and the completed lines. */
const lines = [
  ['summit timel', 'summit timeline'],
  [
    `summit --data ${lakes} talks --where status=hel`,
    `summit --data ${lakes} talks --where status=held`,
  ],
  [`summit --data ${lakes} show zo`, `summit --data ${lakes} show zoe-marequin`],
  ['summit deals -f mark', 'summit deals -f markdown'],
] as const;

/** Lines with a variable before the command, which bash does not pass to completion functions. */
const linesWithVariable = [
  [`SUMMIT_DATA=${lakes} summit show zo`, `SUMMIT_DATA=${lakes} summit show zoe-marequin`],
  [
    `SUMMIT_DATA=${lakes} summit deals --country arv`,
    `SUMMIT_DATA=${lakes} summit deals --country arvenia`,
  ],
] as const;

/** Names that a shell would expand or run, each with a different beginning. */
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

describe.skipIf(!isInstalled('script'))('completion at a terminal', () => {
  it.concurrent.for(shells)(
    'completes commands, options, values and ids in %s',
    async (shell, { skip }) => {
      skip(!isInstalled(shell));
      const all = shell === 'bash' ? lines : [...lines, ...linesWithVariable];
      await withTerminal(shell, {}, async ({ complete }) => {
        for (const [line, completed] of all) expect((await complete(line)).trim()).toBe(completed);
      });
    },
  );

  describe('of a name that a shell would expand or run', () => {
    const beginnings = [...hostileNames.map((name) => name.slice(0, 2)), 'Zo'];
    const getVariables = () => ({
      SUMMIT_DATA: join(folder, 'hostile.json'),
      PATH: `${join(folder, 'bin')}${delimiter}${env.PATH}`,
    });

    // The shells ask for the same few candidates again and again, so Node is started only for other words.
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
    )(
      'inserts the name literally, or not at all, in %s after %j',
      async ([shell, quote], { skip }) => {
        skip(!isInstalled(shell));
        const result = await withTerminal(shell, getVariables(), async (terminal) => {
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
      },
    );
  });
});
