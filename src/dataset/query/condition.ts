import { UserError } from '../../system/user-error.ts';
import { parseSpan } from '../../text/dates.ts';
import { joinWithOr, suggest } from '../../text/did-you-mean.ts';
import { type Field, listChoices } from '../schema/fields.ts';
import { resolveFieldPath } from './follow.ts';

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
  // `date` is the usual name, which the timeline has too; events have `start`.
  const dateField = name === 'date' && fields.find(({ kind }) => kind === 'date');
  const near = dateField ? `did you mean ${dateField.name}?` : suggest(name, names);
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
