import { readFileSync } from 'node:fs';
import { type Dataset, toDataset } from '../src/dataset/schema/dataset.ts';
import { example } from './run.ts';

/** A file with the summit of the lakes, with other records in some collections; what is said about them is left out. */
export function lakesWith(change: object): string {
  const lakes = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8')) as object;
  return JSON.stringify({ ...lakes, quotes: [], claims: [], gaps: [], ...change });
}

/** The dataset in a file that is known to be valid, with what the file leaves out. */
export const readDataset = (path: string): Dataset =>
  toDataset(JSON.parse(readFileSync(path, 'utf8')));
