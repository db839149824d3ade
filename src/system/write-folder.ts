import {
  closeSync,
  existsSync,
  promises as fs,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { quoteForShell } from '../text/quote.ts';
import { joinChunks } from './print.ts';
import { explainSystemError } from './read.ts';
import { UserError } from './user-error.ts';

/** Registers an undo step that runs if a signal ends the process. Returns a function that removes it. */
export type OnTermination = (undo: () => void) => () => void;

type UndoSteps = (() => void)[];

const draftFolder = '.summit-export';

/** Creates a folder. Returns false if it exists already. */
function createFolder(path: string, mode?: number): boolean {
  try {
    mkdirSync(path, mode);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Checks whether a file exists and is to be replaced.
 * @throws UserError if it must not be replaced, or is not a file.
 */
function isReplaced(folder: string, name: string, replace: boolean): boolean {
  const stats = lstatSync(join(folder, name), { throwIfNoEntry: false });
  if (!stats) return false;
  if (!stats.isFile() && !stats.isSymbolicLink()) {
    throw new UserError(`${folder} has ${name}, which is not a file`);
  }
  if (replace) return true;
  const hint = 'choose another folder or overwrite with --force';
  throw new UserError(`${folder} has a file ${name} already`, { hint });
}

/** Moves a draft into place. A file that it replaces is kept among the drafts, so that the move can be undone. */
function placeFile(folder: string, name: string, replace: boolean, undoSteps: UndoSteps): void {
  const [draft, place] = [join(folder, draftFolder, name), join(folder, name)];
  if (isReplaced(folder, name, replace)) {
    const old = `${draft}.old`;
    renameSync(place, old);
    undoSteps.push(() => renameSync(old, place));
  }
  // rename(2) replaces an existing file, so an empty file is created first to claim the path.
  closeSync(openSync(place, 'wx'));
  undoSteps.push(() => rmSync(place));
  renameSync(draft, place);
}

/** Explains why the files of a folder cannot be written. */
function explainFailure(folder: string, error: unknown): string {
  if ((error as { code?: string }).code !== 'ENOENT') return explainSystemError(error);
  const isLink = lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  if (isLink && !existsSync(folder)) return 'it is a link to a folder that does not exist';
  return 'the parent folder does not exist';
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
 * @throws UserError if the files cannot be written; none of them is.
 */
export async function writeFolder(
  folder: string,
  files: ReadonlyMap<string, Iterable<string>>,
  replace: boolean,
  onTermination: OnTermination = () => () => {},
): Promise<void> {
  const drafts = join(folder, draftFolder);
  const undoSteps: UndoSteps = [];
  const stop = onTermination(() => undoAll(undoSteps));
  try {
    for (const name of files.keys()) isReplaced(folder, name, replace);
    // Signals are handled only during an await, so none arrives between a step and the record of its undo step.
    if (createFolder(folder)) undoSteps.push(() => rmdirSync(folder));
    if (!createFolder(drafts, 0o700)) {
      const hint = `if no export is running, remove its leftovers: rm -r ${quoteForShell(drafts)}`;
      throw new UserError(`another export is writing to ${folder}`, { hint });
    }
    undoSteps.push(() => rmSync(drafts, { recursive: true, maxRetries: 3 }));
    for (const [name, chunks] of files) await fs.writeFile(join(drafts, name), joinChunks(chunks));
    for (const name of files.keys()) placeFile(folder, name, replace, undoSteps);
    undoSteps.length = 0;
    rmSync(drafts, { recursive: true });
  } catch (error) {
    undoAll(undoSteps);
    if (error instanceof UserError) throw error;
    throw new UserError(`cannot write to ${folder}: ${explainFailure(folder, error)}`);
  } finally {
    stop();
  }
}
