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

function rejectOutput(error: unknown): never {
  if ((error as { code?: string }).code === 'EPIPE') throw new OutputClosedError();
  throw new UserError(`cannot write to standard output: ${explainSystemError(error)}`);
}

/**
 * Writes to standard output in chunks.
 * @throws OutputClosedError if the reader has closed it; UserError if it cannot be written to.
 */
export async function print({ stdout }: Io, pieces: Iterable<string>): Promise<void> {
  for (const chunk of joinChunks(pieces)) await stdout.write(chunk).catch(rejectOutput);
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
 * Checks whether an exit status means that the pager failed. A shell reports a program that a signal ended as 128 plus
 * the number of the signal, of which Linux has 64; that is not a failure.
 */
const hasFailed = (status: number): boolean => status !== 0 && (status <= 128 || status > 192);

/**
 * Creates a printer that shows output longer than the screen in the user's pager, as git does. It writes directly into
 * a pipe, without a pager, and if the pager fails. `end` writes what is held back, and waits for the pager to end.
 */
export function createPrinter(io: Io, isPaged: boolean, countRows: (line: string) => number) {
  const { stdout, openPager, env } = io;
  // As in git and gh.
  const command = env.SUMMIT_PAGER ?? env.PAGER ?? 'less -FRX';
  const hasPager = !['', 'cat'].includes(command.trim());
  if (!isPaged || !hasPager || !stdout.isTTY || !stdout.rows || !openPager) {
    return { print: (pieces: Iterable<string>) => print(io, pieces), end: async () => {} };
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
    // Each line takes at least one row, so no more lines than rows need to be measured.
    const lines = chunk.split('\n', rowsLeft + 1).slice(0, -1);
    rowsLeft -= lines.reduce((rows, line) => rows + countRows(line), 0);
    if (rowsLeft <= 0) await sendToPager(printed);
  };
  return {
    print: async (pieces: Iterable<string>) => {
      for (const chunk of joinChunks(pieces)) await printChunk(chunk);
    },
    end: async () => {
      if (isDirect) return;
      if (!pager || hasFailed(await pager.end())) await printDirectly();
    },
  };
}
