import type { Io } from './io.ts';

/**
 * Does what takes long, and tells so meanwhile where messages go to a terminal that has room for it: in a line
 * that is taken back before anything else is written.
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
