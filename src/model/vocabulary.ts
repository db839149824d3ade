/** Words that a dataset chooses from and that the evidence code understands. */

/** Names of the warning rules, by which a dataset marks a warning as reviewed; warnings are listed in this order. */
export const warningNames = [
  'tense',
  'progress',
  'certainty',
  'polarity',
  'opposite',
  'overlap',
  'detail',
  'qualifier',
  'time',
  'name',
  'mention',
  'attendance',
  'about',
  'kind',
  'conflict',
  'answer',
  'attribution',
  'source',
  'paragraph',
  'hidden',
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

/** Kinds of organizations that show in the name or the passages. */
export const organizationKinds = [
  'body',
  'group',
  'ministry',
  'agency',
  'company',
  'programme',
] as const;

export type OrganizationKind = (typeof organizationKinds)[number];

/** Status of a talk, deal or event: what it means for the passages, and how it is drawn. */
export interface Status {
  readonly meaning: string;
  /** Certainty of a line in the graph. `open` is wanted or still to come; `mentioned` is only mentioned. */
  readonly certainty: 'done' | 'open' | 'mentioned';
  readonly style: 'good' | 'dim' | 'heading' | 'warn';
  /** Shape in the timeline; the status follows it as a word. */
  readonly shape: string;
}

/** All statuses. To add one, add it here and to the field of its collection in the schema. */
export const statuses = {
  held: { meaning: 'past', certainty: 'done', style: 'good', shape: '●' },
  reported: { meaning: 'mentioned', certainty: 'mentioned', style: 'dim', shape: '◌' },
  ongoing: { meaning: 'present', certainty: 'open', style: 'heading', shape: '◐' },
  planned: { meaning: 'future', certainty: 'open', style: 'warn', shape: '○' },
  sought: { meaning: 'sought', certainty: 'open', style: 'warn', shape: '·' },
  expected: { meaning: 'expected', certainty: 'open', style: 'warn', shape: '·' },
  agreed: { meaning: 'agreed', certainty: 'done', style: 'good', shape: '·' },
  signed: { meaning: 'signed', certainty: 'done', style: 'good', shape: '·' },
} as const satisfies Readonly<Record<string, Status>>;

export type StatusName = keyof typeof statuses;

export const findStatus = (word: string): Status | undefined =>
  (statuses as Readonly<Record<string, Status>>)[word];

/** Meaning of a chosen word for the passages of its record. */
export type Meaning =
  | (typeof statuses)[StatusName]['meaning']
  | DealSubject
  | OrganizationKind
  | 'other'
  /** Fact, or somebody's opinion. */
  | 'stated'
  | 'opinion'
  /** Parties named on their own, or together with others. */
  | 'alone'
  | 'together'
  /** Present participant, one who leads the meeting, or an absentee. */
  | 'there'
  | 'chair'
  | 'away'
  /** Two conflicting readings. */
  | 'conflict';
