import type { Io } from './io.ts';

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
