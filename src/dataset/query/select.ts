import type { Anchor, AnyRecord, Value } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { parseSpan, type Span } from '../../text/dates.ts';
import { foldCase } from '../../text/fold.ts';
import { anyCollection, type Field } from '../schema/fields.ts';
import { formatAnchor, formatField, readValue } from './read.ts';
import type { Names } from './record-index.ts';

type Ordering = '>' | '>=' | '<' | '<=';

export type Operator = '=' | '!=' | '~' | '!~' | Ordering;

/** Parsed `--where` expression. */
export interface Condition {
  /** Expression as typed. */
  readonly text: string;
  readonly field: Field;
  readonly operator: Operator;
  /** Values of which one must match; ids if the field is a reference. `['']` matches values that are not stated. */
  readonly wanted: readonly string[];
}

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
  readonly tests?: readonly ((record: AnyRecord) => boolean)[];
  /** Sort keys, most important first. */
  readonly sort?: readonly Sort[];
  readonly limit?: number | undefined;
}

/** Lists the texts that match a value: the value itself and, for an id or a name, the names of its record. */
function listComparableTexts(value: Value, field: Field, names: Names): readonly string[] {
  if (value === null) return [];
  if (field.kind === 'evidence') return (value as readonly Anchor[]).map(formatAnchor);
  const texts = [value].flat().map(String);
  return texts.flatMap(field.schema['x-reference'] ? names.getNames : names.getAliases);
}

/** Tests on the days of a record. It is after a day if it ends after it, and before a day if it begins before it. */
const dayTests: Readonly<Record<'=' | Ordering, (own: Span, wanted: Span) => boolean>> = {
  '=': ([first, last], [from, to]) => first <= to && last >= from,
  '>': ([, last], [, to]) => last > to,
  '>=': ([, last], [from]) => last >= from,
  '<': ([first], [from]) => first < from,
  '<=': ([first], [, to]) => first <= to,
};

/** Tests on the order of two values: -1 (less), 0 (equal) or 1 (greater). */
const orderTests: Readonly<Record<Ordering, (order: number) => boolean>> = {
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
};

/** Returns the first and last day of a field. The last day is that of the `x-until` field, if there is one. */
function getSpan(record: AnyRecord, field: Field, names: Names): Span | undefined {
  const value = readValue(record, field, names);
  const until = field.schema['x-until'];
  const first = parseSpan(String(value));
  const last = parseSpan(String((until && record[until]) ?? value));
  return first && last && [first[0], last[1]];
}

function meetsDay(
  record: AnyRecord,
  { field, wanted }: Condition,
  operator: '=' | Ordering,
  names: Names,
): boolean {
  const own = getSpan(record, field, names);
  const test = dayTests[operator];
  return own !== undefined && wanted.some((one) => test(own, assertDefined(parseSpan(one))));
}

function equalsValue(record: AnyRecord, condition: Condition, names: Names): boolean {
  const { field, wanted } = condition;
  const value = readValue(record, field, names);
  if (wanted[0] === '') return formatField(record, field, names) === undefined;
  if (field.kind === 'number') return wanted.some((one) => value === Number(one));
  if (field.kind === 'date') return meetsDay(record, condition, '=', names);
  const reference = field.schema['x-reference'];
  if (reference) {
    const matchesId = (id: string, one: string) =>
      reference === anyCollection ? names.leadsTo(id, one) : id === one;
    return [value ?? []].flat().some((id) => wanted.some((one) => matchesId(String(id), one)));
  }
  const texts = listComparableTexts(value, field, names).map(foldCase);
  return wanted.some((one) => texts.includes(foldCase(one)));
}

function containsText(record: AnyRecord, { field, wanted }: Condition, names: Names): boolean {
  const part = foldCase(assertDefined(wanted[0]));
  const texts = listComparableTexts(readValue(record, field, names), field, names);
  return texts.some((text) => foldCase(text).includes(part));
}

/** Compares each value of a field with the wanted one: -1, 0 or 1. */
function listOrders(
  record: AnyRecord,
  { field, wanted }: Condition,
  names: Names,
): readonly number[] {
  const [one] = wanted;
  const value = readValue(record, field, names);
  if (typeof value === 'number') return [Math.sign(value - Number(one))];
  const right = foldCase(assertDefined(one));
  // Order depends on the label alone, not on other names.
  const labelsOnly: Names = {
    ...names,
    getNames: (id) => [names.label(id) ?? id],
    getAliases: (text) => [text],
  };
  return listComparableTexts(value, field, labelsOnly)
    .map(foldCase)
    .map((left) => (left < right ? -1 : Number(left > right)));
}

/**
 * Checks whether a record meets a condition. A field that is not stated meets only `!=`, `!~` and `=` with no value.
 */
export function meets(record: AnyRecord, condition: Condition, names: Names): boolean {
  const { operator, field } = condition;
  switch (operator) {
    case '=':
      return equalsValue(record, condition, names);
    case '!=':
      return !equalsValue(record, condition, names);
    case '~':
      return containsText(record, condition, names);
    case '!~':
      return !containsText(record, condition, names);
    default:
      if (field.kind === 'date') return meetsDay(record, condition, operator, names);
      return listOrders(record, condition, names).some(orderTests[operator]);
  }
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

function compareKeys(left: SortKey, right: SortKey, sign: 1 | -1, collator: Intl.Collator): number {
  if (left === undefined || right === undefined) {
    return Number(left === undefined) - Number(right === undefined);
  }
  if (typeof left === 'number') return sign * (left - Number(right));
  return sign * collator.compare(String(left), String(right));
}

function sortRecords(
  records: readonly AnyRecord[],
  sorts: readonly Sort[],
  names: Names,
): readonly AnyRecord[] {
  const collator = new Intl.Collator('en', { numeric: true });
  // Sorting is stable, so the most important key is applied last.
  return sorts.toReversed().reduce<readonly AnyRecord[]>((before, { field, descending }) => {
    return before
      .map((record) => ({ record, key: getSortKey(record, field, names) }))
      .sort((left, right) => compareKeys(left.key, right.key, descending ? -1 : 1, collator))
      .map(({ record }) => record);
  }, records);
}

/**
 * Selects and sorts the records of a query. The sort is stable; values that are not stated come last in either
 * direction.
 */
export function selectRecords(
  records: readonly AnyRecord[],
  { conditions, tests = [], sort = [], limit }: Query,
  names: Names,
): readonly AnyRecord[] {
  const found = records.filter(
    (record) =>
      conditions.every((condition) => meets(record, condition, names)) &&
      tests.every((test) => test(record)),
  );
  const sorted = sort.length > 0 ? sortRecords(found, sort, names) : found;
  return sorted.slice(0, limit);
}
