import { decodeUtf8 } from '../../text/utf8.ts';
import { type Dataset, datasetOf } from '../schema/dataset.ts';
import { checkRules } from './check-rules.ts';
import { checkSchema } from './check-schema.ts';
import { parseJson, place } from './parse.ts';
import { type PlacedProblem, pathText } from './problem.ts';

/** A dataset, or what is wrong with it: never both. */
export type Validated =
  | { readonly dataset: Dataset; readonly problems: readonly [] }
  | { readonly dataset?: never; readonly problems: readonly PlacedProblem[] };

/** What is wrong with bytes that are not UTF-8 from an offset on. */
function notUtf8(bytes: Uint8Array, badByte: number): PlacedProblem {
  const before = new TextDecoder().decode(bytes.subarray(0, badByte));
  const line = before.split('\n').length;
  const column = before.length - before.lastIndexOf('\n');
  return { path: [], message: 'not UTF-8; save the file in that encoding', line, column };
}

/** The problems, each with the id of the record that it is in. */
function withRecords(
  problems: readonly PlacedProblem[],
  dataset: unknown,
): readonly PlacedProblem[] {
  return problems.map((problem) => {
    const [collection, at] = problem.path;
    if (typeof collection !== 'string' || typeof at !== 'number') return problem;
    const records = (dataset as Readonly<Record<string, readonly unknown[]>>)[collection];
    const { id } = (records?.[at] ?? {}) as { readonly id?: unknown };
    return typeof id === 'string' && id.length <= 100 ? { ...problem, record: id } : problem;
  });
}

/** Reads a dataset from a stranger: UTF-8, JSON, the schema, then what a schema cannot say. */
export function validateDataset(bytes: Uint8Array): Validated {
  const decoded = decodeUtf8(bytes);
  if ('badByte' in decoded) return { problems: [notUtf8(bytes, decoded.badByte)] };
  const { text } = decoded;
  const { value, problems } = parseJson(text);
  if (value === undefined) return { problems: place(text, problems) };
  const ofSchema = checkSchema(value);
  // A value that the schema refuses breaks rules by that alone.
  const told = new Set(ofSchema.map(({ path }) => pathText(path)));
  const ofRules = checkRules(value).filter(({ path }) => !told.has(pathText(path)));
  const all = [...problems, ...ofSchema, ...ofRules];
  if (all.length > 0) return { problems: withRecords(place(text, all), value) };
  return { dataset: datasetOf(value), problems: [] };
}
