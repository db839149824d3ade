import { formatRules } from './format-rules.ts';
import { participantRules } from './participant-rules.ts';
import { maxProblems, type Problem } from './problem.ts';
import { referenceRules } from './reference-rules.ts';
import { createRuleContext, isRecord, type Rule } from './rule.ts';
import { semanticRules } from './semantic-rules.ts';

/** All rules for a dataset beyond its schema, by name. To add a rule, add it to one of these lists. */
export const rules: Readonly<Record<string, Rule>> = {
  ...referenceRules,
  ...formatRules,
  ...participantRules,
  ...semanticRules,
};

/** Checks a dataset against the rules, even if it does not match the schema. Stops after `maxProblems`. */
export function checkRules(dataset: unknown): readonly Problem[] {
  if (!isRecord(dataset)) return [];
  const context = createRuleContext(dataset);
  const problems: Problem[] = [];
  for (const { check } of Object.values(rules)) {
    for (const problem of check(context)) {
      problems.push(problem);
      if (problems.length >= maxProblems) return problems;
    }
  }
  return problems;
}
