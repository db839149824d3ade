import { memoise } from '../../text/memoise.ts';
import { collectionNames, describeCollection } from '../schema/collections.ts';
import { anyCollection, type Field, listFields, type RecordSchema } from '../schema/fields.ts';
import { settlement, source } from '../schema/records.ts';
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

/** Records that the rules check. */
export interface RuleContext {
  /** Returns the records of a collection, or all with `any`, in order. */
  readonly list: (collection: string) => readonly RecordLocation[];
  /** Finds the first record with an id, in one collection or in any. */
  readonly find: (id: unknown, collection?: string) => RecordLocation | undefined;
}

/** Requirement beyond the schema, which every correct dataset meets. */
export interface Rule {
  /** Path of the fields checked: `talks.countries`. */
  readonly field: string;
  readonly check: (context: RuleContext) => Iterable<Problem>;
}

type RecordCheck = (location: RecordLocation) => Problem | undefined;

export const isRecord = (value: unknown): value is RawRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function locateRecords(
  collection: string,
  schema: RecordSchema,
  records: unknown,
): readonly RecordLocation[] {
  if (!Array.isArray(records)) return [];
  return records.flatMap((record: unknown, index) =>
    isRecord(record) ? [{ collection, index, record, schema }] : [],
  );
}

function indexById(records: readonly RecordLocation[]): ReadonlyMap<unknown, RecordLocation> {
  const index = new Map<unknown, RecordLocation>();
  for (const location of records) {
    const { id } = location.record;
    if (typeof id === 'string' && !index.has(id)) index.set(id, location);
  }
  return index;
}

export function createRuleContext(dataset: RawRecord): RuleContext {
  const locateOne = (collection: string, schema: RecordSchema) =>
    locateRecords(collection, schema, [dataset[collection]]).map((location) => ({
      ...location,
      index: undefined,
    }));
  const lists = new Map<string, readonly RecordLocation[]>([
    ['source', locateOne('source', source)],
    ['summit', locateOne('summit', describeCollection('summit').schema)],
    ...collectionNames.map(
      (name) =>
        [name, locateRecords(name, describeCollection(name).schema, dataset[name])] as const,
    ),
    ['settled', locateRecords('settled', settlement, dataset.settled)],
  ]);
  const all = [...lists.values()].flat();
  const list = (collection: string) => lists.get(collection) ?? all;
  const getIndex = memoise((collection: string) => indexById(list(collection)));
  return { list, find: (id, collection = anyCollection) => getIndex(collection).get(id) };
}

/** Builds the path to a field of a record, or to something inside the field. */
export const buildPath = (
  { collection, index }: RecordLocation,
  ...steps: readonly Step[]
): readonly Step[] =>
  index === undefined ? [collection, ...steps] : [collection, index, ...steps];

export const createProblem = (
  location: RecordLocation,
  field: string,
  message: string,
): Problem => ({ path: buildPath(location, field), message });

/** Builds a rule's check of each record of a collection, or of all with `any`. */
export const checkRecords = (
  collection: string,
  createCheck: (context: RuleContext) => RecordCheck,
) =>
  function* (context: RuleContext): Generator<Problem> {
    const records = context.list(collection);
    if (records.length === 0) return;
    const check = createCheck(context);
    for (const location of records) {
      const problem = check(location);
      if (problem) yield problem;
    }
  };

/** Builds a rule's check of each field of all records that `isChecked` selects. */
export const checkFields = (
  isChecked: (field: Field) => boolean,
  check: (location: RecordLocation, field: Field) => Problem | undefined,
) =>
  function* ({ list }: RuleContext): Generator<Problem> {
    const selectFields = memoise((schema: RecordSchema) => listFields(schema).filter(isChecked));
    for (const location of list(anyCollection)) {
      for (const field of selectFields(location.schema)) {
        const problem = check(location, field);
        if (problem) yield problem;
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

export type IdentifiedRecord = RawRecord & { readonly id: string };

/** Lists the records of a collection that have an id. */
export const listIdentified = (
  { list }: RuleContext,
  collection: string,
): readonly IdentifiedRecord[] =>
  list(collection)
    .map(({ record }) => record)
    .filter((record): record is IdentifiedRecord => typeof record.id === 'string');
