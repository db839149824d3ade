import type { RecordSchema } from '../schema/field-schema.ts';
import type { Problem, Step } from './problem.ts';

/** A record as a file has it, of which the schema may or may not hold. */
export type RawRecord = Readonly<Record<string, unknown>>;

/** A record, the summit or the source, and where it stands in the file: in which list, and where in that. */
export interface RecordLocation {
  readonly collection: string;
  readonly index: number | undefined;
  readonly record: RawRecord;
  readonly schema: RecordSchema;
}

/** The path to a field of a record, or on into that. */
export const buildPath = (
  { collection, index }: RecordLocation,
  ...steps: readonly Step[]
): readonly Step[] =>
  index === undefined ? [collection, ...steps] : [collection, index, ...steps];

/** What the rules look at: everything in the order of the file. */
export interface RuleContext {
  readonly summit: RawRecord;
  readonly places: readonly RecordLocation[];
  /** Those whose id a record before them has. */
  readonly repeated: readonly RecordLocation[];
  /** The records of a collection, in order. */
  readonly in: (collection: string) => readonly RecordLocation[];
  /** The record with an id, in a collection or in whatever one. */
  readonly find: (id: unknown, collection?: string) => RecordLocation | undefined;
}

/** What a dataset has to be beyond its schema. A rule is right on every true dataset. */
export interface Rule {
  /** What it looks at, as a path: `talks.countries`. */
  readonly field: string;
  /** What it asks for, as a sentence. */
  readonly requires: string;
  /** Why. */
  readonly rationale: string;
  readonly check: (dataset: RuleContext) => readonly Problem[];
}

/** A text that stands in a field; undefined for anything else. */
export const getText = (record: RawRecord | undefined, field: string): string | undefined => {
  const value = record?.[field];
  return typeof value === 'string' ? value : undefined;
};

/** The texts that stand in a field: of a list each, of anything else none. */
export const getTexts = (record: RawRecord, field: string): readonly string[] => {
  const value = record[field];
  // Stryker disable next-line ArrayDeclaration: what is no list is told by the schema, whatever stands for it here.
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
};

/** A record that can be referred to. */
export type IdentifiedRecord = RawRecord & { readonly id: string };

/** The records of a collection that have an id. */
export const listIdentified = (
  dataset: RuleContext,
  collection: string,
): readonly IdentifiedRecord[] =>
  dataset
    .in(collection)
    .map(({ record }) => record)
    .filter((record): record is IdentifiedRecord => typeof record.id === 'string');

/** The same look at every record of a collection. */
export const checkEachIn =
  (
    collection: string,
    look: (place: RecordLocation, dataset: RuleContext) => Problem | undefined,
  ) =>
  (dataset: RuleContext): readonly Problem[] => {
    const problems: Problem[] = [];
    for (const place of dataset.in(collection)) {
      const problem = look(place, dataset);
      if (problem) problems.push(problem);
    }
    return problems;
  };

/** A problem with a field of a record. */
export const createProblem = (place: RecordLocation, field: string, message: string): Problem => ({
  path: buildPath(place, field),
  message,
});
