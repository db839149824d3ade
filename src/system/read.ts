import { FileTooLargeError, type Io } from './io.ts';
import { UserError } from './user-error.ts';

/** What a file may weigh: 512 MB. */
const maxFileBytes = 512_000_000;

/** Why the system would not read or write, in words. */
export function explainSystemError(error: unknown): string {
  const { code } = error as { readonly code?: string };
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'no such file',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a part of the path is not a folder',
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EROFS: 'the file system is read-only',
    ENOSPC: 'no space left on the device',
    EBADF: 'it is closed',
    EIO: 'input/output error',
    ELOOP: 'too many symbolic links',
    ENAMETOOLONG: 'the name is too long',
  };
  return known[code ?? ''] ?? (error instanceof Error ? error.message : String(error));
}

/** The name of a file in messages; `-` is standard input. */
export function formatFileName(path: string): string {
  return path === '-' ? 'standard input' : path;
}

/**
 * The bytes of a file or, for `-`, of standard input.
 * @throws Failure if it cannot be read or is larger than 512 MB.
 */
export async function readBytes(io: Io, path: string): Promise<Uint8Array> {
  if (path === '') throw new UserError('the name of a file is empty');
  try {
    return await io.read(path, maxFileBytes);
  } catch (error) {
    const why =
      error instanceof FileTooLargeError ? 'larger than 512 MB' : explainSystemError(error);
    throw new UserError(`cannot read ${formatFileName(path)}: ${why}`);
  }
}
