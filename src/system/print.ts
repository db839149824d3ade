import { Failure } from './failure.ts';
import type { Io } from './io.ts';
import { systemReason } from './read.ts';

/** The reader of standard output has gone: no trouble, and nothing more to do. */
export class Closed extends Error {}

/** How much is written at once, in UTF-16 units. */
const piece = 65_536;

async function write(io: Io, text: string): Promise<void> {
  try {
    await io.stdout.write(text);
  } catch (error) {
    if ((error as { code?: string }).code === 'EPIPE') throw new Closed();
    throw new Failure(`cannot write to standard output: ${systemReason(error)}`);
  }
}

/**
 * Writes to standard output, in pieces as they come.
 * @throws Closed if its reader has gone, Failure if it cannot be written to.
 */
export async function print(io: Io, pieces: Iterable<string>): Promise<void> {
  let text = '';
  for (const one of pieces) {
    text += one;
    if (text.length < piece) continue;
    await write(io, text);
    text = '';
  }
  if (text !== '') await write(io, text);
}
