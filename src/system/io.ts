/** A stream that is written to. `columns` is the width of the terminal, 0 or undefined if unknown. */
export interface Output {
  readonly isTTY: boolean;
  readonly columns: number | undefined;
  /** The lines of the terminal, if known. */
  readonly rows?: number | undefined;
  /** Resolves when the text has been taken; rejects with the system's error (EPIPE, ENOSPC). */
  write(text: string): Promise<void>;
}

/** A program that the user reads output in. */
export interface Pager {
  /** Rejects once it takes no more: the user has left it, or it has failed. */
  write(text: string): Promise<void>;
  /** Resolves to its exit status once it has ended, 0 if a signal has ended it. */
  end(): Promise<number>;
}

/** All that the program knows of the world outside; tests bring their own. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Starts a pager, by a shell command, at the terminal. */
  openPager?(command: string): Promise<Pager>;
  /** The path of a file that comes with the program, such as the embedded dataset. */
  bundledFile(name: string): string;
  /** The bytes of a file, or of standard input for `-`; rejects past `limit` bytes with TooLarge. */
  read(path: string, limit: number): Promise<Uint8Array>;
  /** Whether there is a regular file, which reading neither waits for nor takes away. */
  isFile(path: string): boolean;
  /** Writes files, each in pieces, into a folder: all of them are complete before the first takes its place. */
  writeFolder(
    folder: string,
    files: ReadonlyMap<string, Iterable<string>>,
    replace: boolean,
  ): Promise<void>;
}

/** What `read` rejects with when there is more to read than its limit. */
export class FileTooLargeError extends Error {}

/** What `writeFolder` rejects with, by the file's name, when it must not replace what is there. */
export class FileExistsError extends Error {}

/** What `writeFolder` rejects with, by the file's name, when no file is there but something else. */
export class NotAFileError extends Error {}

/** What `writeFolder` rejects with, by the path of the other run's drafts, when another run writes into the folder. */
export class FolderInUseError extends Error {}
