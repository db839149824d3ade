import type { AnyRecord } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { parseSpan } from '../../text/dates.ts';
import { foldCase } from '../../text/fold.ts';
import { anyCollection, type Field } from '../schema/fields.ts';
import { formatField, hasField, readTexts, readValue } from './read.ts';
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
  readonly isDescending: boolean;
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
function listComparableTexts(record: AnyRecord, field: Field, names: Names): readonly string[] {
  const { kind, schema } = field;
  const texts = readTexts(record, field, names);
  if (kind === 'evidence' || schema.enum) return texts;
  return texts.flatMap(schema['x-reference'] ? names.getNames : names.getAliases);
}

/** First and last point of a value: days, or twice the same number or text. */
type Range = readonly [first: string | number, last: string | number];

/** Tests on ranges. A range is after another if it ends after it, and before another if it begins before it. */
const rangeTests: Readonly<Record<'=' | Ordering, (own: Range, wanted: Range) => boolean>> = {
  '=': ([first, last], [from, to]) => first <= to && last >= from,
  '>': ([, last], [, to]) => last > to,
  '>=': ([, last], [from]) => last >= from,
  '<': ([first], [from]) => first < from,
  '<=': ([first], [, to]) => first <= to,
};

function toRange(word: string, { kind }: Field): Range {
  if (kind === 'date') return assertDefined(parseSpan(word));
  const point = kind === 'number' ? Number(word) : foldCase(word);
  return [point, point];
}

/** Lists the values of a field as ranges: references by their label, and a date up to its `x-until` field. */
function listRanges(record: AnyRecord, field: Field, names: Names): readonly Range[] {
  const until = field.schema['x-until'];
  const end = until && record[until];
  return readTexts(record, field, names).map((text) => {
    const shown = field.schema['x-reference'] ? names.label(text) : text;
    const [first, last] = toRange(shown ?? text, field);
    return [first, end ? toRange(String(end), field)[1] : last];
  });
}

function meetsRange(
  record: AnyRecord,
  { field, wanted }: Condition,
  operator: '=' | Ordering,
  names: Names,
): boolean {
  const ranges = wanted.map((one) => toRange(one, field));
  const test = rangeTests[operator];
  return listRanges(record, field, names).some((own) => ranges.some((one) => test(own, one)));
}

function equalsValue(record: AnyRecord, condition: Condition, names: Names): boolean {
  const { field, wanted } = condition;
  if (wanted[0] === '') return formatField(record, field, names) === undefined;
  if (field.kind === 'date' || field.kind === 'number') {
    return meetsRange(record, condition, '=', names);
  }
  if (field.schema['x-reference']) {
    const isAny = field.schema['x-reference'] === anyCollection;
    return readTexts(record, field, names).some((id) =>
      wanted.some((one) => (isAny ? names.leadsTo(id, one) : id === one)),
    );
  }
  const texts = listComparableTexts(record, field, names).map(foldCase);
  return wanted.some((one) => texts.includes(foldCase(one)));
}

function containsText(record: AnyRecord, { field, wanted }: Condition, names: Names): boolean {
  const part = foldCase(assertDefined(wanted[0]));
  return listComparableTexts(record, field, names).some((text) => foldCase(text).includes(part));
}

/**
 * Checks whether a record meets a condition. A field that is not stated meets `!=`, `!~`, and `=` without a value; one that
 * the collection of the record does not have meets nothing.
 */
export function meets(record: AnyRecord, condition: Condition, names: Names): boolean {
  if (!hasField(record, condition.field)) return false;
  const { operator } = condition;
  if (operator === '=' || operator === '!=') {
    return equalsValue(record, condition, names) === (operator === '=');
  }
  if (operator === '~' || operator === '!~') {
    return containsText(record, condition, names) === (operator === '~');
  }
  return meetsRange(record, condition, operator, names);
}

type SortKey = string | number | undefined;

function getSortKey(record: AnyRecord, field: Field, names: Names): SortKey {
  const value = readValue(record, field, names);
  if (value === null) return undefined;
  if (typeof value === 'number') return value;
  if (field.kind === 'evidence') return (value as readonly unknown[]).length;
  if (field.kind === 'date') return assertDefined(parseSpan(String(value))).join();
  const texts = readTexts(record, field, names);
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
  return sorts.toReversed().reduce(
    (before, { field, isDescending }) =>
      before
        .map((record) => ({ record, key: getSortKey(record, field, names) }))
        .sort((left, right) => compareKeys(left.key, right.key, isDescending ? -1 : 1, collator))
        .map(({ record }) => record),
    records,
  );
}

/** Selects and sorts the records of a query. Values that are not stated come last in either direction. */
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
