import { findInvalidUtf8 } from '../../text/utf8.ts';
import { type Dataset, toDataset } from '../schema/dataset.ts';
import { checkSchema, type SchemaResult } from './check-schema.ts';
import { formatRules } from './format-rules.ts';
import { addPositions, countKeys, locateProblems } from './json.ts';
import { participantRules } from './participant-rules.ts';
import { formatPath, maxProblems, type PlacedProblem, type Problem } from './problem.ts';
import { referenceRules } from './reference-rules.ts';
import { createRuleContext, type Rule } from './rule.ts';
import { semanticRules } from './semantic-rules.ts';

/** Dataset, or its problems; never both. */
export type ValidationResult =
  | { readonly dataset: Dataset; readonly problems: readonly [] }
  | { readonly dataset?: never; readonly problems: readonly PlacedProblem[] };

/** All rules for a dataset beyond its schema. To add a rule, add it to one of these lists. */
export const rules: readonly Rule[] = [
  ...referenceRules,
  ...formatRules,
  ...participantRules,
  ...semanticRules,
];

/** Finds where records break the rules, except where they do not match the schema. Stops after `maxProblems`. */
function findBrokenRules({ problems: known, records }: SchemaResult): readonly Problem[] {
  if (known.length >= maxProblems) return [];
  const paths = new Set(known.map(({ path }) => formatPath(path)));
  const context = createRuleContext(records);
  const problems: Problem[] = [];
  for (const { check } of rules) {
    for (const problem of check(context)) {
      if (!paths.has(formatPath(problem.path))) problems.push(problem);
      if (problems.length >= maxProblems) return problems;
    }
  }
  return problems;
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

/** Validates an untrusted dataset: UTF-8, JSON, the schema, then the rules. */
export function validateDataset(bytes: Uint8Array): ValidationResult {
  const text = new TextDecoder().decode(bytes);
  const badByte = findInvalidUtf8(bytes);
  if (badByte !== undefined) {
    const message = 'not UTF-8; save the file in that encoding';
    const { length: offset } = new TextDecoder().decode(bytes.subarray(0, badByte));
    return { problems: addPositions(text, [{ path: [], message, offset }]) };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problems: locateProblems(text, []) };
  }
  const result = checkSchema(value);
  const ofValue = [...result.problems, ...findBrokenRules(result)];
  // The value has each key once; its text may have a key twice.
  const isSound = ofValue.length === 0 && result.keys === countKeys(text);
  const problems = isSound ? [] : locateProblems(text, ofValue);
  if (problems.length > 0) return { problems: addRecordIds(problems, value) };
  return { dataset: toDataset(value), problems: [] };
}
