import { memoise } from '../../text/memoise.ts';
import { collectionNames, describeCollection } from '../schema/collections.ts';
import { anyCollection, type Field, listFields, type RecordSchema } from '../schema/fields.ts';
import { settlement, source } from '../schema/records.ts';
import type { Problem, Step } from './problem.ts';

/** Record as read from a file, which may not match the schema. */
export type RawRecord = Readonly<Record<string, unknown>>;

/** Record with its collection (or `source`, `summit` or `settled`) and its path in the file. */
export interface RecordLocation {
  readonly collection: string;
  readonly path: readonly Step[];
  readonly record: RawRecord;
  readonly schema: RecordSchema;
}

/** Records that the rules check. */
export interface RuleContext {
  /** Returns the records of a collection, or all with `any`, in order. */
  readonly list: (collection: string) => readonly RecordLocation[];
  /** Finds the first record with an id, in one collection or in any. */
  readonly find: (id: unknown, collection?: string) => RawRecord | undefined;
  readonly locate: (id: unknown, collection?: string) => RecordLocation | undefined;
}

/** Requirement beyond the schema, which every correct dataset meets. */
export interface Rule {
  /** Paths of the fields checked, as in the guide: `talks.countries`. */
  readonly fields: string;
  readonly check: (context: RuleContext) => Iterable<Problem>;
}

export const isRecord = (value: unknown): value is RawRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function locateRecords(dataset: RawRecord): readonly RecordLocation[] {
  const all: RecordLocation[] = [];
  const add = (
    collection: string,
    schema: RecordSchema,
    path: readonly Step[],
    record: unknown,
  ) => {
    if (isRecord(record)) all.push({ collection, path, record, schema });
  };
  const addList = (collection: string, schema: RecordSchema) => {
    const records = dataset[collection];
    if (!Array.isArray(records)) return;
    for (const [at, record] of records.entries()) add(collection, schema, [collection, at], record);
  };
  add('source', source, ['source'], dataset.source);
  add('summit', describeCollection('summit').schema, ['summit'], dataset.summit);
  for (const name of collectionNames) addList(name, describeCollection(name).schema);
  addList('settled', settlement);
  return all;
}

export function createRuleContext(dataset: RawRecord): RuleContext {
  const all = locateRecords(dataset);
  const list = memoise((name: string) =>
    name === anyCollection ? all : all.filter(({ collection }) => collection === name),
  );
  const getIndex = memoise((name: string) => {
    const index = new Map<unknown, RecordLocation>();
    for (const location of list(name)) {
      const { id } = location.record;
      if (typeof id === 'string' && !index.has(id)) index.set(id, location);
    }
    return index;
  });
  return {
    list,
    locate: (id, collection = anyCollection) => getIndex(collection).get(id),
    find: (id, collection = anyCollection) => getIndex(collection).get(id)?.record,
  };
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
export const listIdentified = ({ list }: RuleContext, collection: string): readonly RawRecord[] =>
  list(collection)
    .map(({ record }) => record)
    .filter(({ id }) => typeof id === 'string');
