import type { Io } from '../system/io.ts';
import { withProgress } from '../system/print.ts';
import { formatFileName, readBytes } from '../system/read.ts';
import { UserError } from '../system/user-error.ts';
import { formatProblems } from './check/problem.ts';
import type { ValidationResult } from './check/validate.ts';
import { type Dataset, toDataset } from './schema/dataset.ts';

/** Size from which the check of a dataset takes about a second. */
const largeFileBytes = 25_000_000;

/**
 * Reads and validates an untrusted dataset.
 * @throws UserError if the file cannot be read.
 */
export async function readChecked(io: Io, path: string): Promise<ValidationResult> {
  const bytes = await readBytes(io, path);
  const { validateDataset } = await import('./check/validate.ts');
  if (bytes.length < largeFileBytes) return validateDataset(bytes);
  const megabytes = Math.round(bytes.length / 1e6);
  return withProgress(io, `checking ${megabytes} MB ...`, async () => validateDataset(bytes));
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
