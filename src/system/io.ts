/** Output stream. `columns` is the width of the terminal, 0 or undefined if unknown. */
export interface Output {
  readonly isTTY: boolean;
  readonly columns: number | undefined;
  /** Height of the terminal in lines, if known. */
  readonly rows?: number | undefined;
  /** Resolves when the text has been accepted; rejects with the system error (EPIPE, ENOSPC). */
  write(text: string): Promise<void>;
}

/** Running pager. */
export interface Pager {
  /** Rejects if the pager no longer reads, because the user has quit it or it has failed. */
  write(text: string): Promise<void>;
  /** Resolves to the exit status when the pager has ended; 0 if a signal ended it. */
  end(): Promise<number>;
}

/** Access to everything outside the program. Tests pass their own. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Starts a pager at the terminal from a shell command. */
  openPager?(command: string): Promise<Pager>;
  /** Returns the path of a file bundled with the program, such as the embedded dataset. */
  bundledFile(name: string): string;
  /** Reads a file, or standard input for `-`. Rejects with FileTooLargeError above `limit` bytes. */
  read(path: string, limit: number): Promise<Uint8Array>;
  /** Checks whether a path is a regular file, which can be read again and without waiting. */
  isFile(path: string): boolean;
  /**
   * Writes files, each in chunks, into a folder. No file is moved into place before all are complete. Rejects with a
   * UserError if they cannot be written.
   */
  writeFolder(
    folder: string,
    files: ReadonlyMap<string, Iterable<string>>,
    replace: boolean,
  ): Promise<void>;
}

/** Error of `read` if the input is larger than the limit. */
export class FileTooLargeError extends Error {}
