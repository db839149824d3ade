import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../src/main.ts';
import { FileTooLargeError, type Io } from '../src/system/io.ts';

/** Environment of a run; by default pipes, no variables and no standard input. */
export interface World {
  readonly env?: Readonly<Record<string, string>>;
  /** Width of the terminal on standard output, in columns; without it standard output is a pipe. */
  readonly terminal?: number;
  /** Height of that terminal, in lines. */
  readonly rows?: number;
  /** Width of the terminal on standard error, in columns; without it standard error is a pipe. */
  readonly messages?: number;
  /** UTF-16 units that the pager reads before it closes its input, its exit status, and false if it cannot start. */
  readonly pager?: { readonly takes?: number; readonly status?: number; readonly opens?: boolean };
  readonly stdin?: string | Uint8Array;
  /** Files by path, in addition to those on disk. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Error code with which standard output fails after this many UTF-16 units. */
  readonly full?: { readonly after: number; readonly code: string };
}

export interface Result {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  /** Length of the longest single write to standard output, in UTF-16 units. */
  readonly longestWrite: number;
  /** Text written to the pager, and the command that started it. */
  readonly paged: string;
  readonly pager: string | undefined;
  /** Folders written by the run, each with its files by name. */
  readonly folders: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

const root = join(import.meta.dirname, '..');

function makeError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** Runs the program in this process, with buffers for its streams. */
export async function run(argv: readonly string[], world: World = {}): Promise<Result> {
  let out = '';
  let err = '';
  let longestWrite = 0;
  let paged = '';
  let pager: string | undefined;
  const folders = new Map<string, ReadonlyMap<string, string>>();
  const readBytes = (path: string): Uint8Array => {
    const known = path === '-' ? (world.stdin ?? '') : world.files?.[path];
    if (known === undefined) return readFileSync(path);
    return typeof known === 'string' ? new TextEncoder().encode(known) : known;
  };
  const io: Io = {
    stdout: {
      isTTY: world.terminal !== undefined,
      columns: world.terminal,
      rows: world.rows,
      write: async (text) => {
        if (world.full && out.length + text.length > world.full.after) {
          throw makeError(world.full.code);
        }
        out += text;
        longestWrite = Math.max(longestWrite, text.length);
      },
    },
    stderr: {
      isTTY: world.messages !== undefined,
      columns: world.messages,
      write: async (text) => {
        err += text;
      },
    },
    env: world.env ?? {},
    openPager: async (command) => {
      pager = command;
      if (world.pager?.opens === false) throw makeError('EAGAIN');
      return {
        write: async (text) => {
          if (paged.length >= (world.pager?.takes ?? Number.POSITIVE_INFINITY)) {
            throw makeError('EPIPE');
          }
          paged += text;
        },
        end: async () => world.pager?.status ?? 0,
      };
    },
    bundledFile: (name) => join(root, 'data', name),
    read: async (path, limit) => {
      const bytes = readBytes(path);
      if (bytes.length > limit) throw new FileTooLargeError();
      return bytes;
    },
    isFile: (path) =>
      path in (world.files ?? {}) || statSync(path, { throwIfNoEntry: false })?.isFile() === true,
    writeFolder: async (folder, files) => {
      const texts = [...files].map(([name, pieces]) => [name, [...pieces].join('')] as const);
      folders.set(folder, new Map(texts));
    },
  };
  const status = await main(argv, io);
  return { status, out, err, longestWrite, paged, pager, folders };
}

/** Runs a command line, split at spaces outside quotes. */
export function summit(line: string, world: World = {}): Promise<Result> {
  const words = [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)];
  return run(
    words.map((match) => match[1] ?? match[2] ?? match[3] ?? ''),
    world,
  );
}

/** Returns the path of a file in test/fixtures. */
export const fixture = (name: string) => join(root, 'test', 'fixtures', name);

/** Returns the path of a file in data/example, an invented article with its dataset. */
export const example = (name: string) => join(root, 'data', 'example', name);

/** Datasets of the invented articles, each with its article. */
export const articles: readonly (readonly [dataset: string, article: string])[] = [
  [example('lakes-summit.json'), example('lakes-summit.txt')],
  ...['strait-forum', 'delta-talks', 'reef-dinner'].map(
    (name) => [fixture(`${name}.json`), fixture(`${name}.txt`)] as const,
  ),
];

/** Returns the path of a file in the project. */
export const project = (...parts: readonly string[]) => join(root, ...parts);
