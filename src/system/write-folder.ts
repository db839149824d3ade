import {
  closeSync,
  promises as fs,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { FileExistsError, FolderInUseError, NotAFileError } from './io.ts';
import { joinChunks } from './print.ts';

/** Has whatever ends the process undo something first; returns what takes that back. */
export type OnTermination = (undo: () => void) => () => void;

type UndoSteps = (() => void)[];

/** Makes something that must be new; returns false if it exists. */
function makeNew(make: () => void): boolean {
  try {
    make();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Checks whether there is a file to replace.
 * @throws Exists if it is not to be replaced; NoFile if it is no file.
 */
function isReplaced(path: string, replace: boolean): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return false;
  if (!stats.isFile() && !stats.isSymbolicLink()) throw new NotAFileError(basename(path));
  if (!replace) throw new FileExistsError(basename(path));
  return true;
}

/** Moves a draft to its place. A file that it replaces is kept beside the drafts, in case this has to be undone. */
function placeFile(draft: string, place: string, replace: boolean, undoSteps: UndoSteps): void {
  if (isReplaced(place, replace)) {
    const old = `${draft}.old`;
    renameSync(place, old);
    undoSteps.push(() => renameSync(old, place));
  }
  // rename(2) replaces whatever is there: an empty file of our own.
  if (!makeNew(() => closeSync(openSync(place, 'wx')))) throw new FileExistsError(basename(place));
  undoSteps.push(() => rmSync(place));
  renameSync(draft, place);
}

function undoAll(undoSteps: UndoSteps): void {
  for (const step of undoSteps.splice(0).reverse()) {
    try {
      step();
    } catch {
      // The folder has files of others, or the system refuses: the rest is undone all the same.
    }
  }
}

/**
 * Writes files into a folder. They are written into a folder of drafts first, and take their places only when every
 * one of them is complete, all at once as far as signals go. Other files in the folder stay as they are. While there
 * is a folder of drafts, no other run writes.
 * @throws Exists, with the name, if a file is there already and is not to be replaced; NoFile if what is
 * there is no file; FolderInUseError, with the path of the drafts, if another run writes into the folder.
 */
export async function writeFolder(
  folder: string,
  files: ReadonlyMap<string, Iterable<string>>,
  replace: boolean,
  guard: OnTermination = () => () => {},
): Promise<void> {
  const drafts = join(folder, '.summit-export');
  const undoSteps: UndoSteps = [];
  const stop = guard(() => undoAll(undoSteps));
  try {
    for (const name of files.keys()) isReplaced(join(folder, name), replace);
    // What is made can be undone at once: signals are handled only while something is awaited.
    if (makeNew(() => mkdirSync(folder))) undoSteps.push(() => rmdirSync(folder));
    if (!makeNew(() => mkdirSync(drafts, 0o700))) throw new FolderInUseError(drafts);
    undoSteps.push(() => rmSync(drafts, { recursive: true, maxRetries: 3 }));
    for (const [name, pieces] of files) await fs.writeFile(join(drafts, name), joinChunks(pieces));
    for (const name of files.keys()) {
      placeFile(join(drafts, name), join(folder, name), replace, undoSteps);
    }
    undoSteps.length = 0;
    rmSync(drafts, { recursive: true });
  } catch (error) {
    undoAll(undoSteps);
    throw error;
  } finally {
    stop();
  }
}
