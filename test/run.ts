import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../src/main.ts';
import { FileTooLargeError, type Io } from '../src/system/io.ts';

/** The world that a run is to see; by default a pipe, an empty environment and no standard input. */
export interface World {
  readonly env?: Readonly<Record<string, string>>;
  /** Columns of a terminal on standard output; without it standard output is a pipe. */
  readonly terminal?: number;
  /** Lines of that terminal. */
  readonly rows?: number;
  /** Columns of a terminal on standard error; without it standard error is a pipe. */
  readonly messages?: number;
  /** How much the pager takes before its input is closed, the status that it ends with, and whether it opens. */
  readonly pager?: { readonly takes?: number; readonly status?: number; readonly opens?: boolean };
  readonly stdin?: string | Uint8Array;
  /** Files that are there by name, besides those of the disk. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** What writing to standard output ends with, once so many units have been written. */
  readonly full?: { readonly after: number; readonly code: string };
}

export interface Result {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  /** The length of the longest text that was written to standard output at once. */
  readonly longestWrite: number;
  /** What went into the pager, and the command that started it. */
  readonly paged: string;
  readonly pager: string | undefined;
  /** The folders that have been written, each with its files. */
  readonly folders: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

const root = join(import.meta.dirname, '..');

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** Runs the whole program in this process, with buffers for its streams. */
export async function run(argv: readonly string[], world: World = {}): Promise<Result> {
  let out = '';
  let err = '';
  let longestWrite = 0;
  let paged = '';
  let pager: string | undefined;
  const folders = new Map<string, ReadonlyMap<string, string>>();
  const bytesOf = (path: string): Uint8Array => {
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
          throw failure(world.full.code);
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
      if (world.pager?.opens === false) throw failure('EAGAIN');
      return {
        write: async (text) => {
          if (paged.length >= (world.pager?.takes ?? Number.POSITIVE_INFINITY)) {
            throw failure('EPIPE');
          }
          paged += text;
        },
        end: async () => world.pager?.status ?? 0,
      };
    },
    bundledFile: (name) => join(root, 'data', name),
    read: async (path, limit) => {
      const bytes = bytesOf(path);
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

/** Runs a command line as a shell would split it, quotes apart. */
export function summit(line: string, world: World = {}): Promise<Result> {
  const words = [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)];
  return run(
    words.map((match) => match[1] ?? match[2] ?? match[3] ?? ''),
    world,
  );
}

/** The path of a file below test/fixtures. */
export const fixture = (name: string) => join(root, 'test', 'fixtures', name);

/** The path of a file of the invented article that is shipped, with its dataset. */
export const example = (name: string) => join(root, 'data', 'example', name);

/** The path of a file of the project. */
export const project = (...parts: readonly string[]) => join(root, ...parts);
