import { FileTooLargeError, type Io } from './io.ts';
import { UserError } from './user-error.ts';

const maxFileBytes = 512_000_000;

/** Returns a message for an error of the file system, such as `permission denied`. */
export function explainSystemError(error: unknown): string {
  const { code } = error as { readonly code?: string };
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'no such file',
    EISDIR: 'is a directory',
    ENOTDIR: 'not a directory',
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EROFS: 'read-only file system',
    ENOSPC: 'no space left on the device',
    EBADF: 'it is closed',
    EIO: 'input/output error',
    ELOOP: 'too many symbolic links',
    ENAMETOOLONG: 'file name too long',
  };
  return known[code ?? ''] ?? (error instanceof Error ? error.message : String(error));
}

/** Formats a file name for messages; `-` is standard input. */
export function formatFileName(path: string): string {
  return path === '-' ? 'standard input' : path;
}

/**
 * Reads a file, or standard input for `-`.
 * @throws UserError if it cannot be read or is larger than 512 MB.
 */
export async function readBytes(io: Io, path: string): Promise<Uint8Array> {
  if (path === '') throw new UserError('the file name is empty');
  try {
    return await io.read(path, maxFileBytes);
  } catch (error) {
    const why =
      error instanceof FileTooLargeError ? 'larger than 512 MB' : explainSystemError(error);
    throw new UserError(`cannot read ${formatFileName(path)}: ${why}`);
  }
}
