import { decodeUtf8, findInvalidUtf8 } from '../../text/utf8.ts';
import { type Dataset, toDataset } from '../schema/dataset.ts';
import { checkRules } from './check-rules.ts';
import { checkSchema } from './check-schema.ts';
import { addPositions, countKeys, explainSyntaxError, locateProblems } from './json.ts';
import { formatPath, maxProblems, type PlacedProblem, type Problem } from './problem.ts';

/** Dataset, or its problems; never both. */
export type ValidationResult =
  | { readonly dataset: Dataset; readonly problems: readonly [] }
  | { readonly dataset?: never; readonly problems: readonly PlacedProblem[] };

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

/** Finds where a value breaks the rules, except where `known` has a problem that may be the reason. */
function findBrokenRules(value: unknown, known: readonly Problem[]): readonly Problem[] {
  if (known.length >= maxProblems) return [];
  const paths = new Set(known.map(({ path }) => formatPath(path)));
  return checkRules(value).filter(({ path }) => !paths.has(formatPath(path)));
}

/** Validates an untrusted dataset: UTF-8, JSON, the schema, then the rules. */
export function validateDataset(bytes: Uint8Array): ValidationResult {
  const text = decodeUtf8(bytes);
  const badByte = findInvalidUtf8(bytes, text);
  if (badByte !== undefined) {
    const message = 'not UTF-8; save the file in that encoding';
    const { length: offset } = decodeUtf8(bytes.subarray(0, badByte));
    return { problems: addPositions(text, [{ path: [], message, offset }]) };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problems: addPositions(text, [explainSyntaxError(text)]) };
  }
  const { problems: ofSchema, keys } = checkSchema(value);
  const ofValue = [...ofSchema, ...findBrokenRules(value, ofSchema)];
  // The value has each key once; its text may have a key twice.
  const isSound = ofValue.length === 0 && keys === countKeys(text);
  const problems = isSound ? [] : locateProblems(text, ofValue);
  if (problems.length > 0) return { problems: addRecordIds(problems, value) };
  return { dataset: toDataset(value), problems: [] };
}
