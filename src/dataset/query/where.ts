import type { Fact, Value } from '../../contracts/listing.ts';
import type { Anchor } from '../../contracts/verification-target.ts';
import { Failure } from '../../system/failure.ts';
import { caseless } from '../../text/fold.ts';
import { suggest } from '../../text/suggest.ts';
import { type Span, spanOf } from '../schema/day.ts';
import type { Field, Names } from '../schema/fields.ts';
import { anchorText, textOf } from './tabulate.ts';

const operators = ['!=', '!~', '>=', '<=', '=', '~', '>', '<'] as const;
type Operator = (typeof operators)[number];

/** One `--where` expression: a field, an operator and what to compare with. */
export interface Condition {
  readonly field: Field;
  readonly operator: Operator;
  readonly wanted: string;
}

const usage =
  'write it as field=value, field!=value, field~text, field!~text, field>value, >=, < or <=';

/**
 * The field of this name.
 * @throws Failure for an unknown one, with the nearest and the known ones.
 */
export function findField(name: string, fields: readonly Field[]): Field {
  const field = fields.find((one) => one.name === name);
  if (field) return field;
  const names = fields.map((one) => one.name);
  const known = `the fields are ${names.join(', ')}`;
  const near = suggest(name, names);
  throw new Failure(`no field "${name}"`, { hint: near ? `${near} ${known}` : known });
}

/**
 * Reads an expression such as `amount>=1e9` or `status=held`.
 * @throws Failure where it has no operator, an unknown field, or a value that the field cannot have.
 */
export function parseCondition(expression: string, fields: readonly Field[]): Condition {
  const match = /^\s*([^=!<>~\s]+)\s*(!=|!~|>=|<=|==?|~|>|<)\s*([\s\S]*?)\s*$/.exec(expression);
  if (!match) throw new Failure(`cannot read the condition "${expression}"`, { hint: usage });
  const [, name = '', operator = '', wanted = ''] = match;
  const field = findField(name, fields);
  const isOrder = /[<>]/.test(operator);
  const isPart = operator.endsWith('~');
  if (!isPart && (isOrder || wanted !== '')) checkWanted(expression, field, wanted);
  return { field, operator: (operator === '==' ? '=' : operator) as Operator, wanted };
}

/** Refuses what no value of the field could be compared with: the answer would be wrong without a word. */
function checkWanted(expression: string, { name, kind }: Field, wanted: string): void {
  if (kind === 'number' && (wanted === '' || !Number.isFinite(Number(wanted)))) {
    const hint = `for example ${name}>=1000000`;
    throw new Failure(`"${expression}": ${name} is a number, "${wanted}" is not`, { hint });
  }
  if (wanted === '') {
    throw new Failure(`"${expression}" has nothing to compare with`, { hint: usage });
  }
  if (kind === 'date' && !spanOf(wanted)) {
    const hint = `for example ${name}>=2023-05-17, or ${name}=2023-05 for a month`;
    const isWritten = /^\d{4}-\d{2}(-\d{2})?$/.test(wanted);
    const what = isWritten ? 'there is no such day' : `${name} is a day, to be written YYYY-MM-DD`;
    throw new Failure(`"${expression}": ${what}`, { hint });
  }
}

/** The ways in which a value may be called: itself, and for an id the names of its record. */
function callsOf(value: Value | undefined, field: Field, names: Names): readonly string[] {
  if (value === null || value === undefined) return [];
  if (field.kind === 'evidence') return (value as readonly Anchor[]).map(anchorText);
  const texts = [value].flat().map(String);
  return field.schema['x-reference'] ? texts.flatMap(names.calls) : texts;
}

/** Whether days lie before others (-1), after them (1), or have a day in common (0). */
function orderOfSpans(left: Span | undefined, right: Span | undefined): number[] {
  if (!left || !right) return [];
  return [left[1] < right[0] ? -1 : Number(left[0] > right[1])];
}

function equals(record: Fact, { field, wanted }: Condition, names: Names): boolean {
  const value = record[field.name];
  if (wanted === '') return textOf(record, field, names.label) === undefined;
  if (field.kind === 'number') return typeof value === 'number' && value === Number(wanted);
  if (field.kind === 'date') return order(value, { field, wanted }, names).includes(0);
  return callsOf(value, field, names).some((text) => caseless(text) === caseless(wanted));
}

function contains(record: Fact, { field, wanted }: Condition, names: Names): boolean {
  const part = caseless(wanted);
  return callsOf(record[field.name], field, names).some((text) => caseless(text).includes(part));
}

function order(
  value: Value | undefined,
  { field, wanted }: Pick<Condition, 'field' | 'wanted'>,
  names: Names,
): number[] {
  if (field.kind === 'date') return orderOfSpans(spanOf(String(value)), spanOf(wanted));
  if (typeof value === 'number') return [Math.sign(value - Number(wanted))];
  const right = caseless(wanted);
  // One is before or after another by how it reads, whatever else it is called.
  const calls = (id: string) => [names.label(id) ?? id];
  return callsOf(value, field, { ...names, calls })
    .map(caseless)
    .map((left) => (left < right ? -1 : Number(left > right)));
}

/** Whether a record meets a condition; one that does not state the field meets only `=`, `!=` and `!~`. */
export function meets(record: Fact, condition: Condition, names: Names): boolean {
  const value = record[condition.field.name];
  switch (condition.operator) {
    case '=':
      return equals(record, condition, names);
    case '!=':
      return !equals(record, condition, names);
    case '~':
      return contains(record, condition, names);
    case '!~':
      return !contains(record, condition, names);
    case '>':
      return order(value, condition, names).includes(1);
    case '>=':
      return order(value, condition, names).some((sign) => sign >= 0);
    case '<':
      return order(value, condition, names).includes(-1);
    case '<=':
      return order(value, condition, names).some((sign) => sign <= 0);
  }
}
