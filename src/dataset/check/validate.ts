import { decodeUtf8, findInvalidUtf8 } from '../../text/utf8.ts';
import { type Dataset, toDataset } from '../schema/dataset.ts';
import { checkRules } from './check-rules.ts';
import { checkSchema, isFull } from './check-schema.ts';
import { addPositions, type ParsedJson, parseJson } from './parse.ts';
import { formatPath, type PlacedProblem } from './problem.ts';
import { scanStructure } from './scan.ts';

/** Dataset, or its problems; never both. */
export type ValidationResult =
  | { readonly dataset: Dataset; readonly problems: readonly [] }
  | { readonly dataset?: never; readonly problems: readonly PlacedProblem[] };

/** Builds the problem of bytes that are not UTF-8 from an offset on. */
function describeInvalidUtf8(bytes: Uint8Array, badByte: number): PlacedProblem {
  const before = new TextDecoder().decode(bytes.subarray(0, badByte));
  const line = before.split('\n').length;
  const column = before.length - before.lastIndexOf('\n');
  return { path: [], message: 'not UTF-8; save the file in that encoding', line, column };
}

/** Adds to each problem the id of the record that contains it. */
function addRecordIds(
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

/** Parses bytes as JSON, or returns their problems. Does not keep the text, which may be large. */
function readJson(bytes: Uint8Array): ParsedJson | { readonly problems: readonly PlacedProblem[] } {
  const text = decodeUtf8(bytes);
  const badByte = findInvalidUtf8(bytes, text);
  if (badByte !== undefined) return { problems: [describeInvalidUtf8(bytes, badByte)] };
  const parsed = parseJson(text);
  return 'problem' in parsed ? { problems: addPositions(text, [parsed.problem]) } : parsed;
}

/** Validates an untrusted dataset: UTF-8, JSON, the schema, then the rules. */
export function validateDataset(bytes: Uint8Array): ValidationResult {
  const found = readJson(bytes);
  if ('problems' in found) return found;
  const { value, keys } = found;
  const ofSchema = checkSchema(value);
  // The value has each key once; its text may have a key twice.
  const isWhole = ofSchema.problems.length === 0 && ofSchema.keys === keys;
  const ofText = isWhole ? [] : scanStructure(decodeUtf8(bytes));
  if (ofText.some(({ path }) => path.length === 0)) {
    return { problems: addPositions(decodeUtf8(bytes), ofText) };
  }
  // A value that the schema rejects may break rules for that reason alone.
  const reportedPaths = new Set(ofSchema.problems.map(({ path }) => formatPath(path)));
  const ofRules = isFull(ofSchema)
    ? []
    : checkRules(value).filter(({ path }) => !reportedPaths.has(formatPath(path)));
  const all = [...ofText, ...ofSchema.problems, ...ofRules];
  if (all.length > 0)
    return { problems: addRecordIds(addPositions(decodeUtf8(bytes), all), value) };
  return { dataset: toDataset(value), problems: [] };
}
