import type { RecordSchema } from '../schema/field-schema.ts';
import type { Problem, Step } from './problem.ts';

/** Record as read from a file, which may not match the schema. */
export type RawRecord = Readonly<Record<string, unknown>>;

/** Record, with its list and its index in the file. The summit and the source have no index. */
export interface RecordLocation {
  readonly collection: string;
  readonly index: number | undefined;
  readonly record: RawRecord;
  readonly schema: RecordSchema;
}

/** Builds the path to a field of a record, or to something inside the field. */
export const buildPath = (
  { collection, index }: RecordLocation,
  ...steps: readonly Step[]
): readonly Step[] =>
  index === undefined ? [collection, ...steps] : [collection, index, ...steps];

/** Records that the rules check, in the order of the file. */
export interface RuleContext {
  readonly summit: RawRecord;
  readonly places: readonly RecordLocation[];
  /** Records with an id that an earlier record has. */
  readonly repeated: readonly RecordLocation[];
  /** Returns the records of a collection, in order. */
  readonly in: (collection: string) => readonly RecordLocation[];
  /** Finds the record with an id, in one collection or in any. */
  readonly find: (id: unknown, collection?: string) => RecordLocation | undefined;
}

/** Requirement beyond the schema. Every correct dataset meets it. */
export interface Rule {
  /** Path of the fields checked: `talks.countries`. */
  readonly field: string;
  /** Requirement, as a sentence. */
  readonly requires: string;
  readonly rationale: string;
  readonly check: (dataset: RuleContext) => Iterable<Problem>;
}

/** Returns the text in a field; undefined for any other value. */
export const getText = (record: RawRecord | undefined, field: string): string | undefined => {
  const value = record?.[field];
  return typeof value === 'string' ? value : undefined;
};

/** Returns the texts in a list; none for any other value. */
export const getTexts = (record: RawRecord, field: string): readonly string[] => {
  const value = record[field];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
};

export type IdentifiedRecord = RawRecord & { readonly id: string };

/** Lists the records of a collection that have an id. */
export const listIdentified = (
  dataset: RuleContext,
  collection: string,
): readonly IdentifiedRecord[] =>
  dataset
    .in(collection)
    .map(({ record }) => record)
    .filter((record): record is IdentifiedRecord => typeof record.id === 'string');

/** Builds a rule's check that visits every record of a collection. */
export const checkCollection = (
  collection: string,
  look: (place: RecordLocation, dataset: RuleContext) => Problem | undefined,
) =>
  function* (dataset: RuleContext): Generator<Problem> {
    for (const place of dataset.in(collection)) {
      const problem = look(place, dataset);
      if (problem) yield problem;
    }
  };

export const createProblem = (place: RecordLocation, field: string, message: string): Problem => ({
  path: buildPath(place, field),
  message,
});
