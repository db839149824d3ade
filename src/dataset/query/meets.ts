import type { Anchor, AnyRecord, Value } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { parseSpan, type Span } from '../../text/dates.ts';
import { foldCase } from '../../text/fold.ts';
import { anyCollection, type Field, type Names } from '../schema/fields.ts';
import type { Condition } from './condition.ts';
import { readValue } from './follow.ts';
import { formatAnchor, formatField } from './tabulate.ts';

/** Lists the texts that match a value: the value itself and, for an id or a name, the names of its record. */
function listComparableTexts(value: Value, field: Field, names: Names): readonly string[] {
  if (value === null) return [];
  if (field.kind === 'evidence') return (value as readonly Anchor[]).map(formatAnchor);
  const texts = [value].flat().map(String);
  return texts.flatMap(field.schema['x-reference'] ? names.getNames : names.getAliases);
}

type Ordering = '>' | '>=' | '<' | '<=';

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
  return (
    own !== undefined &&
    wanted.some((one) => dayTests[operator](own, assertDefined(parseSpan(one))))
  );
}

function equalsValue(record: AnyRecord, condition: Condition, names: Names): boolean {
  const { field, wanted } = condition;
  const value = readValue(record, field, names);
  if (wanted[0] === '') return formatField(record, field, names) === undefined;
  if (field.kind === 'number') return wanted.some((one) => value === Number(one));
  if (field.kind === 'date') return meetsDay(record, condition, '=', names);
  const reference = field.schema['x-reference'];
  if (reference) {
    const isMeant = (id: string, one: string) =>
      reference === anyCollection ? names.leadsTo(id, one) : id === one;
    return [value ?? []].flat().some((id) => wanted.some((one) => isMeant(String(id), one)));
  }
  const all = listComparableTexts(value, field, names).map(foldCase);
  return wanted.some((one) => all.includes(foldCase(one)));
}

function containsText(
  record: AnyRecord,
  { field, wanted: [part] }: Condition,
  names: Names,
): boolean {
  const calls = listComparableTexts(readValue(record, field, names), field, names);
  return calls.some((text) => foldCase(text).includes(foldCase(assertDefined(part))));
}

/** Compares each value of a field with the wanted one: -1, 0 or 1. */
function listOrders(
  record: AnyRecord,
  { field, wanted: [one] }: Condition,
  names: Names,
): number[] {
  const wanted = assertDefined(one);
  const value = readValue(record, field, names);
  if (typeof value === 'number') return [Math.sign(value - Number(wanted))];
  const right = foldCase(wanted);
  // Order depends on the label alone, not on other names.
  const calls = (id: string) => [names.label(id) ?? id];
  return listComparableTexts(value, field, {
    ...names,
    getNames: calls,
    getAliases: (text) => [text],
  })
    .map(foldCase)
    .map((left) => (left < right ? -1 : Number(left > right)));
}

function isOrdered(
  record: AnyRecord,
  condition: Condition,
  operator: Ordering,
  names: Names,
): boolean {
  if (condition.field.kind === 'date') return meetsDay(record, condition, operator, names);
  return listOrders(record, condition, names).some(orderTests[operator]);
}

/**
 * Checks whether a record meets a condition. A field that is not stated meets only `!=`, `!~` and `=` with no value.
 */
export function meets(record: AnyRecord, condition: Condition, names: Names): boolean {
  switch (condition.operator) {
    case '=':
      return equalsValue(record, condition, names);
    case '!=':
      return !equalsValue(record, condition, names);
    case '~':
      return containsText(record, condition, names);
    case '!~':
      return !containsText(record, condition, names);
    case '>':
    case '>=':
    case '<':
    case '<=':
      return isOrdered(record, condition, condition.operator, names);
  }
}
