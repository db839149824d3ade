/** Words that a dataset chooses from and that the evidence code understands. */

/** Names of the warning rules, by which a dataset marks a warning as reviewed; warnings are listed in this order. */
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

/** Subjects of a deal that show in its name. */
export const dealSubjects = [
  'railway',
  'pipeline',
  'road',
  'port',
  'power',
  'communications',
  'trade',
  'diplomatic',
] as const;

export type DealSubject = (typeof dealSubjects)[number];

/** Meaning of a chosen word for the passages of its record. */
export type Meaning =
  /** Time of the event, as the article describes it. */
  | 'past'
  | 'present'
  | 'future'
  | 'mentioned'
  /** Progress of a deal. */
  | 'sought'
  | 'expected'
  | 'agreed'
  | 'signed'
  /** Fact, or somebody's opinion. */
  | 'stated'
  | 'opinion'
  /** Parties named on their own, or together with others. */
  | 'alone'
  | 'together'
  | DealSubject
  /** Present or absent participant. */
  | 'there'
  | 'away'
  /** Two conflicting readings. */
  | 'conflict';
