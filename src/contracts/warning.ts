/** Names of the warning rules, by which a dataset marks a warning as reviewed. */
export const warningNames = [
  'tense',
  'progress',
  'certainty',
  'polarity',
  'opposite',
  'overlap',
  'name',
  'mention',
  'attendance',
  'about',
  'kind',
  'conflict',
] as const;

export type WarningName = (typeof warningNames)[number];

/** Warning that a person has reviewed and found to be wrong. */
export interface Settlement {
  readonly field: string;
  readonly rule: WarningName;
  readonly why: string;
}
