import type { AnyRecord } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { parseSpan } from '../../text/dates.ts';
import type { Field, Names } from '../schema/fields.ts';
import type { Condition } from './condition.ts';
import { readValue } from './follow.ts';
import { meets } from './meets.ts';

export interface Sort {
  readonly field: Field;
  readonly descending: boolean;
}

/** Selection of records for a listing, with their order, maximum number and fields. */
export interface Query {
  /** Fields that the user named. */
  readonly fields?: readonly Field[] | undefined;
  readonly conditions: readonly Condition[];
  /** Further tests that a record must pass. */
  readonly only?: readonly ((record: AnyRecord) => boolean)[];
  /** Sort keys, most important first. */
  readonly sort?: readonly Sort[];
  readonly limit?: number | undefined;
}

type SortKey = string | number | undefined;

function getSortKey(record: AnyRecord, field: Field, names: Names): SortKey {
  const value = readValue(record, field, names);
  if (value === null) return undefined;
  if (typeof value === 'number') return value;
  if (field.kind === 'evidence') return (value as readonly unknown[]).length;
  if (field.kind === 'date') return assertDefined(parseSpan(String(value))).join();
  const texts = [value].flat().map(String);
  const shown = field.schema['x-reference'] ? texts.map(names.label) : texts;
  return shown.every((text) => text === undefined) ? undefined : shown.join();
}

/** Returns a comparison of sort keys. Values that are not stated come last in either direction. */
function createComparison({ compare }: Intl.Collator, descending: boolean) {
  const sign = descending ? -1 : 1;
  return (left: SortKey, right: SortKey): number => {
    if (left === undefined || right === undefined) {
      return Number(left === undefined) - Number(right === undefined);
    }
    if (typeof left === 'number') return sign * (left - Number(right));
    return sign * compare(String(left), String(right));
  };
}

function sortRecords(
  records: readonly AnyRecord[],
  sorts: readonly Sort[],
  names: Names,
): readonly AnyRecord[] {
  const collator = new Intl.Collator('en', { numeric: true });
  // Sorting is stable, so the most important key is applied last.
  return sorts.toReversed().reduce<readonly AnyRecord[]>((before, { field, descending }) => {
    const compare = createComparison(collator, descending);
    return before
      .map((record) => ({ record, key: getSortKey(record, field, names) }))
      .sort((left, right) => compare(left.key, right.key))
      .map(({ record }) => record);
  }, records);
}

/**
 * Selects and sorts the records of a query. The sort is stable; values that are not stated come last in either
 * direction.
 */
export function selectRecords(
  records: readonly AnyRecord[],
  query: Query,
  names: Names,
): readonly AnyRecord[] {
  const { conditions, only = [], sort = [], limit } = query;
  const kept = records.filter(
    (record) =>
      conditions.every((condition) => meets(record, condition, names)) &&
      only.every((isAsked) => isAsked(record)),
  );
  const ordered = sort.length > 0 ? sortRecords(kept, sort, names) : kept;
  return ordered.slice(0, limit);
}
