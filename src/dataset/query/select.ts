import type { Fact, Value } from '../../contracts/listing.ts';
import { spanOf } from '../schema/day.ts';
import type { Field, Label, Names } from '../schema/fields.ts';
import { type Condition, meets } from './where.ts';

export interface Sort {
  readonly field: Field;
  readonly descending: boolean;
}

/** What is asked of a listing: which records, in which order, how many, and which of their fields. */
export interface Query {
  /** Those that were asked for by name. */
  readonly fields?: readonly Field[] | undefined;
  readonly conditions: readonly Condition[];
  /** A further test that every record must pass. */
  readonly only?: ((record: Fact) => boolean) | undefined;
  readonly sort?: Sort | undefined;
  readonly limit?: number | undefined;
}

type Key = string | number | undefined;

function keyOf(value: Value | undefined, field: Field, label: Label): Key {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'number') return value;
  if (field.kind === 'evidence') return (value as readonly unknown[]).length;
  if (field.kind === 'date') return spanOf(String(value))?.join('/');
  const texts = [value].flat().map(String);
  const shown = field.schema['x-reference'] ? texts.map(label) : texts;
  return shown.every((text) => text === undefined) ? undefined : shown.join(';');
}

function sorted(records: readonly Fact[], { field, descending }: Sort, label: Label): Fact[] {
  const { compare } = new Intl.Collator('en', { numeric: true });
  const sign = descending ? -1 : 1;
  const keyed = records.map((record) => ({ record, key: keyOf(record[field.name], field, label) }));
  keyed.sort((left, right) => {
    if (left.key === undefined || right.key === undefined) {
      return Number(left.key === undefined) - Number(right.key === undefined);
    }
    if (typeof left.key === 'number' && typeof right.key === 'number') {
      return sign * (left.key - right.key);
    }
    return sign * compare(String(left.key), String(right.key));
  });
  return keyed.map(({ record }) => record);
}

/** The records that a query asks for. Sorting is stable; what is not stated comes last either way. */
export function select(records: readonly Fact[], query: Query, names: Names): readonly Fact[] {
  const { conditions, only, sort, limit } = query;
  const kept = records.filter(
    (record) =>
      conditions.every((condition) => meets(record, condition, names)) && (only?.(record) ?? true),
  );
  const ordered = sort ? sorted(kept, sort, names.label) : kept;
  return limit === undefined ? ordered : ordered.slice(0, limit);
}
