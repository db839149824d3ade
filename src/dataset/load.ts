import type { Io } from '../system/io.ts';
import { withProgress } from '../system/print.ts';
import { formatFileName, readBytes } from '../system/read.ts';
import { UserError } from '../system/user-error.ts';
import { formatPath, maxProblems, type PlacedProblem } from './check/problem.ts';
import type { ValidationResult } from './check/validate.ts';
import { type Dataset, toDataset } from './schema/dataset.ts';

/** Maximum number of problems listed in a message. */
const maxListed = 20;

/** Returns `at least ` if the check stopped before it had found every problem. */
const atLeast = (problems: readonly PlacedProblem[]): string =>
  problems.length < maxProblems ? '' : 'at least ';

/** Formats the number of problems. */
export const countProblems = (problems: readonly PlacedProblem[]): string =>
  problems.length === 1 ? '1 problem' : `${atLeast(problems)}${problems.length} problems`;

/** Formats problems as lines `file:line:column: path: message`: the first 20, then the number of the others. */
export function formatProblems(
  path: string,
  problems: readonly PlacedProblem[],
): readonly string[] {
  const lines = problems.slice(0, maxListed).map((problem) => {
    const { line, column, record, message } = problem;
    const whose = record === undefined ? '' : ` (${record})`;
    const at = problem.path.length > 0 ? `${formatPath(problem.path)}${whose}: ` : '';
    return `${path}:${line}:${column}: ${at}${message}`;
  });
  const more = problems.length - lines.length;
  return more > 0 ? [...lines, `and ${atLeast(problems)}${more} more`] : lines;
}

/** Size from which the check of a dataset takes about a second. */
const largeFileBytes = 25_000_000;

/**
 * Reads and validates an untrusted dataset.
 * @throws UserError if the file cannot be read.
 */
export async function readChecked(io: Io, path: string): Promise<ValidationResult> {
  const bytes = await readBytes(io, path);
  const check = async () => {
    const { validateDataset } = await import('./check/validate.ts');
    return validateDataset(bytes);
  };
  if (bytes.length < largeFileBytes) return check();
  return withProgress(io, `checking ${Math.round(bytes.length / 1e6)} MB ...`, check);
}

/**
 * Loads the dataset at `path`, or else the bundled one, which the tests validate.
 * @throws UserError if the file cannot be read or is not a valid dataset.
 */
export async function load(io: Io, path: string | undefined): Promise<Dataset> {
  if (path === undefined) {
    const bytes = await readBytes(io, io.bundledFile('xian-2023.json'));
    return toDataset(JSON.parse(new TextDecoder().decode(bytes)));
  }
  const { dataset, problems } = await readChecked(io, path);
  if (dataset) return dataset;
  const findings = formatProblems(path, problems);
  throw new UserError(`${formatFileName(path)} is not a valid dataset`, { findings });
}

/** Returns the dataset, if it is valid. Does not read stdin or a pipe, which can be read only once. */
export async function peek(io: Io, path: string | undefined): Promise<Dataset | undefined> {
  if (path !== undefined && (path === '-' || !io.isFile(path))) return undefined;
  return load(io, path).catch(() => undefined);
}
