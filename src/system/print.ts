import { Failure } from './failure.ts';
import type { Io, Pager } from './io.ts';
import { pagerCommand } from './pager.ts';
import { systemReason } from './read.ts';

/** The reader of standard output has gone: no trouble, and nothing more to do. */
export class Closed extends Error {}

/** How much is written at once, in UTF-16 units. */
const piece = 65_536;

async function write(text: string, take: (text: string) => Promise<void>): Promise<void> {
  try {
    await take(text);
  } catch (error) {
    if ((error as { code?: string }).code === 'EPIPE') throw new Closed();
    throw new Failure(`cannot write to standard output: ${systemReason(error)}`);
  }
}

/** Pieces put together to no less than a piece, but for the last. */
function* joined(pieces: Iterable<string>): Generator<string> {
  let text = '';
  for (const one of pieces) {
    text += one;
    if (text.length < piece) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

/**
 * Writes to standard output, in pieces as they come.
 * @throws Closed if its reader has gone, Failure if it cannot be written to.
 */
export async function print({ stdout }: Io, pieces: Iterable<string>): Promise<void> {
  for (const text of joined(pieces)) await write(text, stdout.write);
}

/** Something that prints, until it is ended. */
export interface Printer {
  print(pieces: Iterable<string>): Promise<void>;
  /** Waits for whoever reads what was printed. */
  end(): Promise<void>;
}

/** What a shell's status says of a command that it has not found. */
const notFound = 127;

/** How many lines there are to a text. */
const linesIn = (text: string): number => text.split('\n').length - 1;

/**
 * A printer that has what is longer than the screen read in the user's pager, as git does; into a pipe, and where
 * there is no pager or none is wanted, it writes.
 */
export function printerOf(io: Io, isPaged: boolean): Printer {
  const command = pagerCommand(io.env);
  const { isTTY, rows } = io.stdout;
  if (!isPaged || !isTTY || !rows || command === undefined || !io.openPager) {
    return { print: (pieces) => print(io, pieces), end: async () => {} };
  }
  const open = io.openPager;
  // What has been printed: it is shown at once if it stays short, or if there turns out to be no pager.
  let text = '';
  let pager: Pager | undefined;
  const take = async (one: string) => {
    text += one;
    if (pager) return write(one, pager.write);
    if (linesIn(text) < rows) return;
    pager = await open(command);
    await write(text, pager.write);
  };
  return {
    print: async (pieces) => {
      for (const one of joined(pieces)) await take(one);
    },
    end: async () => {
      const status = await pager?.end();
      if (!pager || status === notFound) await print(io, [text]);
    },
  };
}
