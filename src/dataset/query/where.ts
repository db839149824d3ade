import type { AnyRecord, Value } from '../../contracts/listing.ts';
import type { Anchor } from '../../contracts/verification-target.ts';
import { UserError } from '../../system/user-error.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { joinWithOr, suggest } from '../../text/did-you-mean.ts';
import { foldCase } from '../../text/fold.ts';
import { parseSpan, type Span } from '../schema/day.ts';
import { anyCollection, listChoices } from '../schema/field-schema.ts';
import type { Field, Names } from '../schema/fields.ts';
import { readValue, resolveFieldPath } from './follow.ts';
import { formatAnchor, formatField } from './tabulate.ts';

const operators = ['!=', '!~', '>=', '<=', '=', '~', '>', '<'] as const;
type Operator = (typeof operators)[number];

/** Parsed `--where` expression. */
export interface Condition {
  /** Expression as typed. */
  readonly text: string;
  readonly field: Field;
  readonly operator: Operator;
  /** Values of which one must match; ids if the field is a reference. `['']` matches values that are not stated. */
  readonly wanted: readonly string[];
}

/**
 * Resolves a word to the id of a record of a collection, or of any.
 * @throws UserError if the word does not match exactly one record.
 */
export type ResolveReference = (word: string, collection: string) => string;

const usage =
  "quote it: 'field=value', or with !=, ~, !~, >, >=, < or <=; a shell takes an unquoted < or > for a redirection";

/**
 * Finds a field by name.
 * @throws UserError for an unknown name; the hint lists the nearest name and all known ones.
 */
export function findField(name: string, fields: readonly Field[]): Field {
  const field = fields.find((one) => one.name === name) ?? resolveFieldPath(name, fields);
  if (field) return field;
  const names = fields.map((one) => one.name);
  const known = `valid fields: ${names.join(', ')}`;
  const near = suggest(name, names);
  throw new UserError(`no field "${name}"`, { hint: near ? `${near} ${known}` : known });
}

/** Checks whether a field holds free text, in which a comma does not separate values. */
const isFree = ({ kind, schema }: Field): boolean =>
  (kind === 'text' || kind === 'list' || kind === 'evidence') &&
  !listChoices(schema) &&
  !schema.pattern &&
  schema['x-reference'] === undefined;

/**
 * Parses an expression such as `amount>=1e9`, `status=held,planned` or `leaders=xi`.
 * @throws UserError if it has no operator, an unknown field, or a value that the field cannot have.
 */
export function parseCondition(
  expression: string,
  fields: readonly Field[],
  resolveReference: ResolveReference,
): Condition {
  const match = /^\s*([^=!<>~\s]+)\s*(!=|!~|>=|<=|==?|~|>|<)\s*([\s\S]*?)\s*$/.exec(expression);
  if (!match) throw new UserError(`invalid --where expression "${expression}"`, { hint: usage });
  const [name, sign, value] = match.slice(1) as [name: string, sign: string, value: string];
  const field = findField(name, fields);
  const operator = (sign === '==' ? '=' : sign) as Operator;
  const isEquality = operator === '=' || operator === '!=';
  if (!isEquality || value === '') {
    if (!operator.endsWith('~') && !isEquality) checkValue(expression, field, value);
    return { text: expression, field, operator, wanted: [value] };
  }
  const parts = isFree(field) ? [value] : value.split(',').map((part) => part.trim());
  const wanted = parts.map((part) => {
    checkValue(expression, field, part);
    const collection = field.schema['x-reference'];
    return collection === undefined ? part : resolveReference(part, collection);
  });
  return { text: expression, field, operator, wanted };
}

/** Rejects a value that cannot be compared with the field, because the result would be silently wrong. */
function checkValue(expression: string, { name, kind, schema }: Field, wanted: string): void {
  const choices = listChoices(schema);
  if (kind === 'number' && (wanted === '' || !Number.isFinite(Number(wanted)))) {
    const hint = `for example ${name}>=1000000`;
    throw new UserError(`"${expression}": ${name} is a number, "${wanted}" is not`, { hint });
  }
  if (wanted === '') {
    throw new UserError(`"${expression}" has no value after the operator`, { hint: usage });
  }
  if (choices && !choices.includes(wanted.toLowerCase())) {
    const known = `valid values: ${joinWithOr(choices)}`;
    const near = suggest(wanted, choices);
    const hint = near ? `${near} ${known}` : known;
    throw new UserError(`"${expression}": invalid ${name} "${wanted}"`, { hint });
  }
  if (kind === 'date' && !parseSpan(wanted)) {
    const hint = `for example ${name}>=2023-05-17, or ${name}=2023-05 for a month`;
    const isWritten = /^\d{4}-\d{2}(-\d{2})?$/.test(wanted);
    const what = isWritten ? 'no such date' : `${name} must be YYYY, YYYY-MM or YYYY-MM-DD`;
    throw new UserError(`"${expression}": ${what}`, { hint });
  }
}

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
