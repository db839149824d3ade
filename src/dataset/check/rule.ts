import { memoise } from '../../text/memoise.ts';
import { anyCollection, type Field, listFields, type RecordSchema } from '../schema/fields.ts';
import type { Problem, Step } from './problem.ts';

/** Record as read from a file, which may not match the schema. */
export type RawRecord = Readonly<Record<string, unknown>>;

/** Record with its path in the file: `['talks', 0]`, or `['summit']`. */
export interface RecordLocation {
  readonly path: readonly Step[];
  readonly record: RawRecord;
  readonly schema: RecordSchema;
}

/** Requirement beyond the schema, which every correct dataset meets. */
export interface Rule {
  /** Paths of the fields checked, as in the guide: `talks.countries`. */
  readonly fields: string;
  readonly check: (context: RuleContext) => Iterable<Problem>;
}

export type RuleContext = ReturnType<typeof createRuleContext>;

/** Gives the rules access to all records, and to those of a collection. */
export function createRuleContext(all: readonly RecordLocation[]) {
  const list = memoise((collection: string) =>
    collection === anyCollection ? all : all.filter(({ path }) => path[0] === collection),
  );
  const getIndex = memoise((collection: string) => {
    const index = new Map<unknown, RecordLocation>();
    for (const location of list(collection)) {
      const { id } = location.record;
      if (typeof id === 'string' && !index.has(id)) index.set(id, location);
    }
    return index;
  });
  /** Finds the first record with an id, in one collection or in any. */
  const locate = (id: unknown, collection: string = anyCollection) => getIndex(collection).get(id);
  const find = (id: unknown, collection?: string) => locate(id, collection)?.record;
  return { list, locate, find };
}

export const createProblem = (
  { path }: RecordLocation,
  field: string,
  message: string,
): Problem => ({ path: [...path, field], message });

/**
 * Builds a check of each record of a collection, or of all with `any`. `createCheck` returns a function that describes
 * the problem of a record, if there is one, at `field`.
 */
export const checkRecords = (
  collection: string,
  field: string,
  createCheck: (
    context: RuleContext,
  ) => (record: RawRecord, location: RecordLocation) => string | undefined,
) =>
  function* (context: RuleContext): Generator<Problem> {
    const describeProblem = createCheck(context);
    for (const location of context.list(collection)) {
      const message = describeProblem(location.record, location);
      if (message !== undefined) yield createProblem(location, field, message);
    }
  };

/** Builds a function that lists the fields of a schema that `isWanted` selects. */
export const selectFields = (isWanted: (field: Field) => boolean) =>
  memoise((schema: RecordSchema) => listFields(schema).filter(isWanted));

/** Builds a check of the fields of a kind, or of all, in all records. `describeProblem` gets the value of a field. */
export const checkFields = (
  isChecked: (field: Field) => boolean,
  describeProblem: (value: unknown) => string | undefined,
) =>
  function* ({ list }: RuleContext): Generator<Problem> {
    const getFields = selectFields(isChecked);
    for (const location of list(anyCollection)) {
      for (const { name } of getFields(location.schema)) {
        const message = describeProblem(location.record[name]);
        if (message !== undefined) yield createProblem(location, name, message);
      }
    }
  };

/** Returns the text in a field; undefined for any other value. */
export function getText(record: RawRecord | undefined, field: string): string | undefined {
  const value = record?.[field];
  return typeof value === 'string' ? value : undefined;
}

/** Returns the texts in a list; none for any other value. */
export function getTexts(record: RawRecord, field: string): readonly string[] {
  const value = record[field];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** Lists the records of a collection that have an id. */
export const listIdentified = ({ list }: RuleContext, collection: string) =>
  list(collection)
    .map(({ record }) => record)
    .filter((one): one is RawRecord & { readonly id: string } => typeof one.id === 'string');
