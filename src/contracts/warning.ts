/** The rules that a warning may come from, by which it is settled in a dataset. */
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

/** A warning that a reader has looked at, and found to be wrong. */
export interface Settlement {
  readonly field: string;
  readonly rule: WarningName;
  readonly why: string;
}
