import type { GraphEdge } from './graph.ts';
import type { Meaning } from './vocabulary.ts';

/** Status of a talk, deal or event: what it means for the passages, and how it is drawn. */
export interface Status {
  readonly meaning: Meaning;
  /** Certainty of a line in the graph. */
  readonly certainty: GraphEdge['certainty'];
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
