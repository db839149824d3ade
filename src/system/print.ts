import type { Io, Pager } from './io.ts';
import { explainSystemError } from './read.ts';
import { UserError } from './user-error.ts';

/** Error of a closed standard output, for example after `| head`. The program stops without a message. */
export class OutputClosedError extends Error {}

/** Minimum size of a chunk in UTF-16 units. To write each of 100,000 records by itself takes half as long again. */
const chunkLength = 65_536;

/** Joins pieces into chunks of at least `chunkLength`, except the last. */
export function* joinChunks(pieces: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

async function write(text: string, { stdout }: Io): Promise<void> {
  try {
    await stdout.write(text);
  } catch (error) {
    if ((error as { code?: string }).code === 'EPIPE') throw new OutputClosedError();
    throw new UserError(`cannot write to standard output: ${explainSystemError(error)}`);
  }
}

/**
 * Writes to standard output in chunks.
 * @throws OutputClosedError if the reader has closed it; UserError if it cannot be written to.
 */
export async function print(io: Io, pieces: Iterable<string>): Promise<void> {
  for (const chunk of joinChunks(pieces)) await write(chunk, io);
}

/**
 * Runs a slow task and shows a progress line on stderr meanwhile, if stderr is a terminal wide enough for it. The line
 * is erased afterwards.
 */
export async function withProgress<T>(
  { stderr }: Io,
  text: string,
  work: () => Promise<T>,
): Promise<T> {
  if (!stderr.isTTY || (stderr.columns || 80) <= text.length) return work();
  await stderr.write(`\r${text}`);
  try {
    return await work();
  } finally {
    await stderr.write(`\r${' '.repeat(text.length)}\r`);
  }
}

/**
 * Returns the shell command of the pager: `SUMMIT_PAGER`, else `PAGER`, else less, as in git and gh. Returns undefined
 * if the command is empty or `cat`.
 */
function choosePager({ SUMMIT_PAGER, PAGER }: Io['env']): string | undefined {
  const command = SUMMIT_PAGER ?? PAGER ?? 'less -FRX';
  return ['', 'cat'].includes(command.trim()) ? undefined : command;
}

/**
 * Checks whether an exit status means that the pager failed. A shell reports a program that a signal ended as 128 plus
 * the number of the signal, of which Linux has 64; that is not a failure.
 */
const hasFailed = (status: number): boolean => status !== 0 && (status <= 128 || status > 192);

/** Counts the screen rows of a line. */
export type CountRows = (line: string) => number;

/** Counts the screen rows left below a text of whole lines; 0 or less if it fills the screen. */
function countRowsLeft(text: string, rows: number, countRows: CountRows): number {
  let left = rows;
  let from = 0;
  for (let to = text.indexOf('\n'); to >= 0 && left > 0; to = text.indexOf('\n', from)) {
    left -= countRows(text.slice(from, to));
    from = to + 1;
  }
  return left;
}

export interface Printer {
  print(pieces: Iterable<string>): Promise<void>;
  /** Writes what is held back, and waits for the pager to end. */
  end(): Promise<void>;
}

/**
 * Creates a printer that shows output longer than the screen in the user's pager, as git does. It writes directly into
 * a pipe, without a pager, and if the pager fails.
 */
export function createPrinter(io: Io, isPaged: boolean, countRows: CountRows): Printer {
  const { stdout, openPager } = io;
  const command = choosePager(io.env);
  if (!isPaged || !stdout.isTTY || !stdout.rows || command === undefined || !openPager) {
    return { print: (pieces) => print(io, pieces), end: async () => {} };
  }
  // Everything printed so far, which is written directly if it stays short or the pager fails.
  let printed = '';
  let rowsLeft = stdout.rows;
  let pager: Pager | undefined;
  let isDirect = false;
  const printDirectly = async () => {
    isDirect = true;
    await print(io, [printed]);
  };
  const sendToPager = async (text: string) => {
    try {
      pager ??= await openPager(command);
      await pager.write(text);
    } catch {
      if (pager && !hasFailed(await pager.end())) throw new OutputClosedError();
      await printDirectly();
    }
  };
  const printChunk = async (chunk: string) => {
    if (isDirect) return print(io, [chunk]);
    printed += chunk;
    if (pager) return sendToPager(chunk);
    rowsLeft = countRowsLeft(chunk, rowsLeft, countRows);
    if (rowsLeft <= 0) await sendToPager(printed);
  };
  return {
    print: async (pieces) => {
      for (const chunk of joinChunks(pieces)) await printChunk(chunk);
    },
    end: async () => {
      if (isDirect) return;
      if (!pager || hasFailed(await pager.end())) await printDirectly();
    },
  };
}
