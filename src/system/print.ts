import type { Io, Pager } from './io.ts';
import { choosePager } from './pager.ts';
import { explainSystemError } from './read.ts';
import { UserError } from './user-error.ts';

/** Error of a closed standard output, for example after `| head`. The program stops without a message. */
export class OutputClosedError extends Error {}

/** Minimum size of a chunk in UTF-16 units. */
const chunkLength = 65_536;

async function write(text: string, { stdout }: Io): Promise<void> {
  try {
    await stdout.write(text);
  } catch (error) {
    if ((error as { code?: string }).code === 'EPIPE') throw new OutputClosedError();
    throw new UserError(`cannot write to standard output: ${explainSystemError(error)}`);
  }
}

/** Joins pieces into chunks of at least `chunkLength`, except the last. */
export function* joinChunks(pieces: Iterable<string>): Generator<string> {
  let text = '';
  for (const one of pieces) {
    text += one;
    if (text.length < chunkLength) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

/**
 * Writes to standard output in chunks.
 * @throws OutputClosedError if the reader has closed it; UserError if it cannot be written to.
 */
export async function print(io: Io, pieces: Iterable<string>): Promise<void> {
  for (const text of joinChunks(pieces)) await write(text, io);
}

export interface Printer {
  print(pieces: Iterable<string>): Promise<void>;
  /** Writes what is held back, and waits for the pager to end. */
  end(): Promise<void>;
}

/** Counts the screen rows of a line, up to `most`. */
export type CountRows = (line: string, most: number) => number;

/** Counts the screen rows left below a text of whole lines, down to 0. */
function countRowsLeft(text: string, rows: number, countRows: CountRows): number {
  let left = rows;
  let from = 0;
  for (let to = text.indexOf('\n'); to >= 0 && left > 0; to = text.indexOf('\n', from)) {
    left -= countRows(text.slice(from, to), left);
    from = to + 1;
  }
  return left;
}

/**
 * Checks whether an exit status means that the pager failed. A shell reports a program that a signal ended as 128 plus
 * the number of the signal, of which Linux has 64; that is not a failure.
 */
const hasFailed = (status: number): boolean => status !== 0 && (status <= 128 || status > 192);

/**
 * Creates a printer that shows output longer than the screen in the user's pager, as git does. It writes directly into
 * a pipe, without a pager, and if the pager fails.
 */
export function createPrinter(io: Io, isPaged: boolean, countRows: CountRows): Printer {
  const command = choosePager(io.env);
  const { isTTY, rows } = io.stdout;
  if (!isPaged || !isTTY || !rows || command === undefined || !io.openPager) {
    return { print: (pieces) => print(io, pieces), end: async () => {} };
  }
  const open = io.openPager;
  // Everything printed so far, which is written directly if it stays short or the pager fails.
  let text = '';
  let left = rows;
  let pager: Pager | undefined;
  let isDirect = false;
  const printDirectly = async () => {
    isDirect = true;
    await print(io, [text]);
  };
  const give = async (one: string) => {
    try {
      pager ??= await open(command);
      await pager.write(one);
    } catch {
      if (pager && !hasFailed(await pager.end())) throw new OutputClosedError();
      await printDirectly();
    }
  };
  const take = async (one: string) => {
    if (isDirect) return print(io, [one]);
    text += one;
    if (pager) return give(one);
    left = countRowsLeft(one, left, countRows);
    if (left <= 0) await give(text);
  };
  return {
    print: async (pieces) => {
      for (const one of joinChunks(pieces)) await take(one);
    },
    end: async () => {
      if (isDirect) return;
      if (!pager || hasFailed(await pager.end())) await printDirectly();
    },
  };
}
