import { Failure } from '../failure.ts';
import { type Io, TooLarge } from '../io.ts';
import type { Dataset } from './dataset.ts';
import { type PlacedProblem, pathText } from './problem.ts';

/** What a dataset may weigh: 512 MB. */
const limit = 512_000_000;

/** How many problems are told of one by one. */
const most = 20;

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
  try {
    return await io.read(path, limit);
  } catch (error) {
    const why = error instanceof TooLarge ? 'larger than 512 MB' : systemReason(error);
    throw new Failure(`cannot read ${fileName(path)}: ${why}`);
  }
}

/** Problems as lines `file:line:column: path: message`: the first 20, then how many more. */
export function problemLines(path: string, problems: readonly PlacedProblem[]): readonly string[] {
  const lines = problems.slice(0, most).map((problem) => {
    const at = problem.path.length > 0 ? `${pathText(problem.path)}: ` : '';
    return `${path}:${problem.line}:${problem.column}: ${at}${problem.message}`;
  });
  const more = problems.length - lines.length;
  return more > 0 ? [...lines, `and ${more} more`] : lines;
}

/**
 * Loads the embedded dataset, which the tests validate, or for a path one that may come from a stranger.
 * @throws Failure if it cannot be read or is not a valid dataset.
 */
export async function load(io: Io, path: string | undefined): Promise<Dataset> {
  if (path === undefined) {
    const bytes = await readBytes(io, io.packaged('xian-2023.json'));
    return JSON.parse(new TextDecoder().decode(bytes)) as Dataset;
  }
  const bytes = await readBytes(io, path);
  const { validate } = await import('./validate.ts');
  const { dataset, problems } = validate(bytes);
  if (dataset) return dataset;
  throw new Failure(`${fileName(path)} is not a valid dataset`, {
    findings: problemLines(path, problems),
    hint: `summit schema prints the format; summit validate checks a file`,
  });
}
