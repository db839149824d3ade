import { promises as fs, mkdtempSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Exists, NoFile } from './io.ts';
import { joined } from './print.ts';

/** What is in the way of a file: nothing, a file that may be replaced, or something that may not. */
async function whatIsAt(path: string): Promise<'nothing' | 'file' | 'other'> {
  const stats = await fs.lstat(path).catch(() => undefined);
  if (!stats) return 'nothing';
  return stats.isFile() || stats.isSymbolicLink() ? 'file' : 'other';
}

/** Makes a folder if need be, and tells whether it did; its parent must be there. */
async function makeFolder(folder: string): Promise<boolean> {
  try {
    await fs.mkdir(folder);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') return false;
    throw error;
  }
}

/** Has whatever ends the process undo something first; returns what takes that back. */
export type Guard = (undo: () => void) => () => void;

/**
 * Writes files into a folder. They are written beside their places first, and take them only when every one
 * of them is complete, all at once as far as signals go. Other files in the folder stay as they are.
 * @throws Exists, with the name, if a file is there already and is not to be replaced; NoFile if what is
 * there is no file.
 */
export async function writeFolder(
  folder: string,
  files: ReadonlyMap<string, Iterable<string>>,
  replace: boolean,
  guard: Guard = () => () => {},
): Promise<void> {
  for (const name of files.keys()) {
    const there = await whatIsAt(join(folder, name));
    if (there === 'other') throw new NoFile(name);
    if (there === 'file' && !replace) throw new Exists(name);
  }
  const made = await makeFolder(folder);
  let draft: string | undefined;
  const undo = () => {
    const partial = made ? folder : draft;
    if (partial !== undefined) rmSync(partial, { recursive: true, force: true });
  };
  const stop = guard(undo);
  try {
    draft = mkdtempSync(join(folder, '.summit-'));
    for (const [name, pieces] of files) await fs.writeFile(join(draft, name), joined(pieces));
    for (const name of files.keys()) renameSync(join(draft, name), join(folder, name));
    rmdirSync(draft);
  } catch (error) {
    undo();
    throw error;
  } finally {
    stop();
  }
}
