import { readFileSync } from 'node:fs';
import { type Dataset, toDataset } from '../src/dataset/schema/dataset.ts';
import { example, project, type World } from './run.ts';

/** Returns the lakes dataset as JSON with some collections replaced; quotes, claims and gaps are empty by default. */
export function lakesWith(change: object): string {
  const lakes = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8')) as object;
  return JSON.stringify({ ...lakes, quotes: [], claims: [], gaps: [], ...change });
}

/** Reads the dataset from a valid file, and fills in fields and collections that the file omits. */
export const readDataset = (path: string): Dataset =>
  toDataset(JSON.parse(readFileSync(path, 'utf8')));

export const embedded = JSON.parse(readFileSync(project('data', 'xian-2023.json'), 'utf8'));

/** Returns a world in which a changed copy of the embedded dataset is the default one. */
export function changeEmbedded(change: (data: typeof embedded) => void): World {
  const data = structuredClone(embedded);
  change(data);
  return { files: { 'my.json': JSON.stringify(data) }, env: { SUMMIT_DATA: 'my.json' } };
}
