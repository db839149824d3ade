import type { RecordSchema } from '../schema/field-schema.ts';
import type { Problem, Step } from './problem.ts';

/** A record as a file has it, of which the schema may or may not hold. */
export type Loose = Readonly<Record<string, unknown>>;

/** A record, the summit or the source, and where it stands in the file: in which list, and where in that. */
export interface Placed {
  readonly collection: string;
  readonly index: number | undefined;
  readonly record: Loose;
  readonly schema: RecordSchema;
}

/** The path to a field of a record, or on into that. */
export const pathTo = (
  { collection, index }: Placed,
  ...steps: readonly Step[]
): readonly Step[] =>
  index === undefined ? [collection, ...steps] : [collection, index, ...steps];

/** What the rules look at: everything in the order of the file. */
export interface Checked {
  readonly summit: Loose;
  readonly places: readonly Placed[];
  /** Those whose id a record before them has. */
  readonly repeated: readonly Placed[];
  /** The records of a collection, in order. */
  readonly in: (collection: string) => readonly Placed[];
  /** The record with an id, in a collection or in whatever one. */
  readonly find: (id: unknown, collection?: string) => Placed | undefined;
}

/** What a dataset has to be beyond its schema. A rule is right on every true dataset. */
export interface Rule {
  /** What it looks at, as a path: `talks.countries`. */
  readonly field: string;
  /** What it asks for, as a sentence. */
  readonly asks: string;
  /** Why. */
  readonly why: string;
  readonly check: (dataset: Checked) => readonly Problem[];
}

/** A text that stands in a field; undefined for anything else. */
export const textIn = (record: Loose | undefined, field: string): string | undefined => {
  const value = record?.[field];
  return typeof value === 'string' ? value : undefined;
};

/** The texts that stand in a field: of a list each, of anything else none. */
export const textsIn = (record: Loose, field: string): readonly string[] => {
  const value = record[field];
  // Stryker disable next-line ArrayDeclaration: what is no list is told by the schema, whatever stands for it here.
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
};

/** A record that can be referred to. */
export type Called = Loose & { readonly id: string };

/** The records of a collection that have an id. */
export const calledIn = (dataset: Checked, collection: string): readonly Called[] =>
  dataset
    .in(collection)
    .map(({ record }) => record)
    .filter((record): record is Called => typeof record.id === 'string');

/** The same look at every record of a collection. */
export const eachIn =
  (collection: string, look: (place: Placed, dataset: Checked) => Problem | undefined) =>
  (dataset: Checked): readonly Problem[] => {
    const problems: Problem[] = [];
    for (const place of dataset.in(collection)) {
      const problem = look(place, dataset);
      if (problem) problems.push(problem);
    }
    return problems;
  };

/** A problem with a field of a record. */
export const problemAt = (place: Placed, field: string, message: string): Problem => ({
  path: pathTo(place, field),
  message,
});
