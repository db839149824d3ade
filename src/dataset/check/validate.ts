import { badByteIn, decodeUtf8 } from '../../text/utf8.ts';
import { type Dataset, datasetOf } from '../schema/dataset.ts';
import { checkRules } from './check-rules.ts';
import { checkSchema } from './check-schema.ts';
import { parseJson, place, type Value } from './parse.ts';
import { type PlacedProblem, pathText } from './problem.ts';
import { scan } from './scan.ts';

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
    if (typeof at !== 'number') return problem;
    const records = (dataset as Readonly<Record<string, readonly unknown[]>>)[String(collection)];
    const { id } = (records?.[at] ?? {}) as { readonly id?: unknown };
    return typeof id === 'string' && id.length <= 100 ? { ...problem, record: id } : problem;
  });
}

/** The value of bytes, or what is wrong with them. The text of a large file is not kept for longer. */
function read(bytes: Uint8Array): Value | { readonly problems: readonly PlacedProblem[] } {
  const text = decodeUtf8(bytes);
  const badByte = badByteIn(bytes, text);
  if (badByte !== undefined) return { problems: [notUtf8(bytes, badByte)] };
  const parsed = parseJson(text);
  return 'problem' in parsed ? { problems: place(text, [parsed.problem]) } : parsed;
}

/** Reads a dataset from a stranger: UTF-8, JSON, the schema, then what a schema cannot say. */
export function validateDataset(bytes: Uint8Array): Validated {
  const found = read(bytes);
  if ('problems' in found) return found;
  const { value, keys } = found;
  const ofSchema = checkSchema(value);
  // A value has a key once, and its text may have it twice.
  // Stryker disable next-line ConditionalExpression: to look at the text again only takes time.
  const isWhole = ofSchema.problems.length === 0 && ofSchema.keys === keys;
  const ofText = isWhole ? [] : scan(decodeUtf8(bytes));
  if (ofText.some(({ path }) => path.length === 0)) {
    return { problems: place(decodeUtf8(bytes), ofText) };
  }
  // A value that the schema refuses breaks rules by that alone.
  const told = new Set(ofSchema.problems.map(({ path }) => pathText(path)));
  const ofRules = checkRules(value).filter(({ path }) => !told.has(pathText(path)));
  const all = [...ofText, ...ofSchema.problems, ...ofRules];
  if (all.length > 0) return { problems: withRecords(place(decodeUtf8(bytes), all), value) };
  return { dataset: datasetOf(value), problems: [] };
}
