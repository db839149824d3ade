import type { AnyRecord, Value } from '../../model/record.ts';
import { type CollectionName, collectionNames, getFields } from '../schema/collections.ts';
import type { Field, Names } from '../schema/fields.ts';

/** Field of a referenced record, read as a field of the record that refers to it. */
interface FollowedField extends Field {
  readonly by: Field;
  readonly then: Field;
}

/**
 * Resolves a dotted name such as `leader.name` to a field of the referenced records. Returns undefined if there is no
 * such field.
 */
export function resolveFieldPath(
  name: string,
  fields: readonly Field[],
): FollowedField | undefined {
  const [before, after, further] = name.split('.');
  const by = fields.find((field) => field.name === before);
  if (!by || further !== undefined) return undefined;
  const target = by.schema['x-reference'] as CollectionName;
  if (!collectionNames.includes(target)) return undefined;
  const then = getFields(target).find((field) => field.name === after && field.kind !== 'evidence');
  if (!then) return undefined;
  return { ...then, name, kind: by.kind === 'list' ? 'list' : then.kind, by, then };
}

export const isFollowed = (field: Field): field is FollowedField => 'by' in field;

/** Returns the field's value in each referenced record; null where it is not stated. */
function readFollowedValues(
  record: AnyRecord,
  { by, then }: FollowedField,
  { lookup }: Names,
): readonly Value[] {
  const ids = [record[by.name] ?? []].flat() as readonly string[];
  return ids.map((id) => lookup.record(id)?.[then.name] ?? null);
}

/** Reads a field, through a reference if it is a followed field. Returns null if the value is not stated. */
export function readValue(record: AnyRecord, field: Field, names: Names): Value {
  if (!isFollowed(field)) return record[field.name] ?? null;
  const values = readFollowedValues(record, field, names);
  if (field.kind !== 'list') return values[0] ?? null;
  return values
    .flat()
    .filter((value) => value !== null)
    .map(String);
}

/**
 * Checks whether a field is an empty list. A list of items that are not stated, such as the names of unnamed leaders,
 * is not empty.
 */
export function isEmptyList(record: AnyRecord, field: Field, names: Names): boolean {
  const value = readValue(record, field, names);
  if (!Array.isArray(value) || value.length > 0) return false;
  return !isFollowed(field) || !readFollowedValues(record, field, names).includes(null);
}
