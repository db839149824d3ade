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

/** One `--where` expression: a field, an operator and what to compare with. */
export interface Condition {
  /** As it was written. */
  readonly text: string;
  readonly field: Field;
  readonly operator: Operator;
  /** Of these one will do; of references the ids. `['']` asks for what is not stated. */
  readonly wanted: readonly string[];
}

/** The id of the record of a collection, or of any, that a word calls; throws where it calls none. */
export type ResolveReference = (word: string, collection: string) => string;

const usage =
  "quote it: 'field=value', or with !=, ~, !~, >, >=, < or <=; a shell takes an unquoted < or > for a redirection";

/**
 * The field of this name.
 * @throws Failure for an unknown one, with the nearest and the known ones.
 */
export function findField(name: string, fields: readonly Field[]): Field {
  const field = fields.find((one) => one.name === name) ?? resolveFieldPath(name, fields);
  if (field) return field;
  const names = fields.map((one) => one.name);
  const known = `the fields are ${names.join(', ')}`;
  const near = suggest(name, names);
  throw new UserError(`no field "${name}"`, { hint: near ? `${near} ${known}` : known });
}

/** Whether a field holds texts of any kind, in which a comma is a comma. */
const isFree = ({ kind, schema }: Field): boolean =>
  (kind === 'text' || kind === 'list' || kind === 'evidence') &&
  !listChoices(schema) &&
  !schema.pattern &&
  schema['x-reference'] === undefined;

/**
 * Reads an expression such as `amount>=1e9`, `status=held,planned` or `leaders=xi`.
 * @throws Failure where it has no operator, an unknown field, or a value that the field cannot have.
 */
export function parseCondition(
  expression: string,
  fields: readonly Field[],
  resolveReference: ResolveReference,
): Condition {
  const match = /^\s*([^=!<>~\s]+)\s*(!=|!~|>=|<=|==?|~|>|<)\s*([\s\S]*?)\s*$/.exec(expression);
  if (!match) throw new UserError(`cannot read the condition "${expression}"`, { hint: usage });
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

/** Refuses what no value of the field could be compared with: the answer would be wrong without a word. */
function checkValue(expression: string, { name, kind, schema }: Field, wanted: string): void {
  const choices = listChoices(schema);
  if (kind === 'number' && (wanted === '' || !Number.isFinite(Number(wanted)))) {
    const hint = `for example ${name}>=1000000`;
    throw new UserError(`"${expression}": ${name} is a number, "${wanted}" is not`, { hint });
  }
  if (wanted === '') {
    throw new UserError(`"${expression}" has nothing to compare with`, { hint: usage });
  }
  if (choices && !choices.includes(wanted.toLowerCase())) {
    const known = `${name} is ${joinWithOr(choices)}`;
    const near = suggest(wanted, choices);
    const hint = near ? `${near} ${known}` : known;
    throw new UserError(`"${expression}": ${name} is never "${wanted}"`, { hint });
  }
  if (kind === 'date' && !parseSpan(wanted)) {
    const hint = `for example ${name}>=2023-05-17, or ${name}=2023-05 for a month`;
    const isWritten = /^\d{4}-\d{2}(-\d{2})?$/.test(wanted);
    const what = isWritten ? 'there is no such day' : `${name} is a day, to be written YYYY-MM-DD`;
    throw new UserError(`"${expression}": ${what}`, { hint });
  }
}

/** The ways in which a value may be called: itself, and for an id or a name those of its record. */
function listComparableTexts(value: Value, field: Field, names: Names): readonly string[] {
  if (value === null) return [];
  if (field.kind === 'evidence') return (value as readonly Anchor[]).map(formatAnchor);
  const texts = [value].flat().map(String);
  return texts.flatMap(field.schema['x-reference'] ? names.getNames : names.getAliases);
}

/** An operator that needs no more than the order of two values. */
type Ordering = '>' | '>=' | '<' | '<=';

/** Tests the days of a record: it is after a day if it goes on after it, and before one if it begins before it. */
const dayTests: Readonly<Record<'=' | Ordering, (own: Span, wanted: Span) => boolean>> = {
  '=': ([first, last], [from, to]) => first <= to && last >= from,
  '>': ([, last], [, to]) => last > to,
  '>=': ([, last], [from]) => last >= from,
  '<': ([first], [from]) => first < from,
  '<=': ([first], [, to]) => first <= to,
};

/** Tests how a value compares: it is less (-1), the same (0) or more (1). */
const orderTests: Readonly<Record<Ordering, (order: number) => boolean>> = {
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
};

/** The days of a field; of one with which something begins, up to the last on which it goes on. */
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

/** Returns how the values of a field compare with the one that is wanted. */
function listOrders(
  record: AnyRecord,
  { field, wanted: [one] }: Condition,
  names: Names,
): number[] {
  const wanted = assertDefined(one);
  const value = readValue(record, field, names);
  if (typeof value === 'number') return [Math.sign(value - Number(wanted))];
  const right = foldCase(wanted);
  // One is before or after another by how it reads, whatever else it is called.
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

/** Whether a record meets a condition; one that does not state the field meets only `=`, `!=` and `!~`. */
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
