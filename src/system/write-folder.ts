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

/** Registers an undo step that runs if a signal ends the process. Returns a function that removes it. */
export type OnTermination = (undo: () => void) => () => void;

type UndoSteps = (() => void)[];

/** Creates something that must not exist yet. Returns false if it does. */
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
 * Checks whether a file exists and is to be replaced.
 * @throws FileExistsError if it must not be replaced; NotAFileError if the path is not a file.
 */
function isReplaced(path: string, replace: boolean): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return false;
  if (!stats.isFile() && !stats.isSymbolicLink()) throw new NotAFileError(basename(path));
  if (!replace) throw new FileExistsError(basename(path));
  return true;
}

/** Moves a draft into place. A file that it replaces is kept among the drafts, so that the move can be undone. */
function placeFile(draft: string, place: string, replace: boolean, undoSteps: UndoSteps): void {
  if (isReplaced(place, replace)) {
    const old = `${draft}.old`;
    renameSync(place, old);
    undoSteps.push(() => renameSync(old, place));
  }
  // rename(2) replaces an existing file, so an empty file is created first to claim the path.
  if (!makeNew(() => closeSync(openSync(place, 'wx')))) throw new FileExistsError(basename(place));
  undoSteps.push(() => rmSync(place));
  renameSync(draft, place);
}

function undoAll(undoSteps: UndoSteps): void {
  for (const step of undoSteps.splice(0).reverse()) {
    try {
      step();
    } catch {
      // The folder contains other files, or the system refuses. The remaining steps still run.
    }
  }
}

/**
 * Writes files into a folder. They are first written into a folder of drafts, and moved into place when all are
 * complete; no signal can interrupt the moves. Other files in the folder are left alone. While the folder of drafts
 * exists, no other run writes.
 * @throws FileExistsError if a file exists and `replace` is false; NotAFileError if a path is not a file;
 * FolderInUseError if another run writes into the folder.
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
    // Signals are handled only during an await, so none arrives between a step and the record of its undo step.
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
