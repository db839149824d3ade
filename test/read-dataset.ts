import { readFileSync } from 'node:fs';
import { type Dataset, datasetOf } from '../src/dataset/schema/dataset.ts';

/** The dataset in a file that is known to be valid, with what the file leaves out. */
export const readDataset = (path: string): Dataset =>
  datasetOf(JSON.parse(readFileSync(path, 'utf8')));
