import { Failure } from './failure.ts';
import { type Io, TooLarge } from './io.ts';

/** What a file may weigh: 512 MB. */
const limit = 512_000_000;

/** Why the system would not read or write, in words. */
export function systemReason(error: unknown): string {
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
export function fileName(path: string): string {
  return path === '-' ? 'standard input' : path;
}

/**
 * The bytes of a file or, for `-`, of standard input.
 * @throws Failure if it cannot be read or is larger than 512 MB.
 */
export async function readBytes(io: Io, path: string): Promise<Uint8Array> {
  if (path === '') throw new Failure('the name of a file is empty');
  try {
    return await io.read(path, limit);
  } catch (error) {
    const why = error instanceof TooLarge ? 'larger than 512 MB' : systemReason(error);
    throw new Failure(`cannot read ${fileName(path)}: ${why}`);
  }
}
