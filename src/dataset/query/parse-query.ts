import type { Anchor, AnyRecord } from '../../model/record.ts';
import { UserError } from '../../system/user-error.ts';
import { parseSpan } from '../../text/dates.ts';
import { joinWithOr, suggestAmong } from '../../text/did-you-mean.ts';
import { collectionNames } from '../schema/collections.ts';
import { getRecords } from '../schema/dataset.ts';
import { anyCollection, type Field, listChoices } from '../schema/fields.ts';
import { findRecord, type Scope } from './find-record.ts';
import { resolveFieldPath } from './read.ts';
import type { RecordIndex } from './record-index.ts';
import type { Condition, Operator, Query, Sort } from './select.ts';

/** Values of the options that select, sort and show records. */
export interface QueryOptions {
  readonly where?: readonly string[];
  readonly country?: string;
  readonly linked?: string;
  readonly paragraph?: number;
  readonly sort?: string;
  readonly limit?: number;
  readonly fields?: string;
}

const usage =
  "quote it: 'field=value', or with !=, ~, !~, >, >=, < or <=; a shell takes an unquoted < or > for a redirection";

const splitNames = (list: string): readonly string[] => list.split(',').map((name) => name.trim());

/**
 * Finds a field by name.
 * @throws UserError for an unknown name; the hint lists the nearest name and all known ones.
 */
export function findField(name: string, fields: readonly Field[]): Field {
  const field = fields.find((one) => one.name === name) ?? resolveFieldPath(name, fields);
  if (field) return field;
  const names = fields.map((one) => one.name);
  // `date` is the usual name, which the timeline has too; events have `start`.
  const likely = name === 'date' ? fields.find(({ kind }) => kind === 'date')?.name : undefined;
  const hint = suggestAmong(likely ?? name, names, `valid fields: ${names.join(', ')}`);
  throw new UserError(`no field "${name}"`, { hint });
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
    const hint = suggestAmong(wanted, choices, `valid values: ${joinWithOr(choices)}`);
    throw new UserError(`"${expression}": invalid ${name} "${wanted}"`, { hint });
  }
  if (kind === 'date' && !parseSpan(wanted)) {
    const hint = `for example ${name}>=2023-05-17, or ${name}=2023-05 for a month`;
    const isWritten = /^\d{4}-\d{2}(-\d{2})?$/.test(wanted);
    const what = isWritten ? 'no such date' : `${name} must be YYYY, YYYY-MM or YYYY-MM-DD`;
    throw new UserError(`"${expression}": ${what}`, { hint });
  }
}

/**
 * Parses an expression such as `amount>=1e9`, `status=held,planned` or `leaders=xi`.
 * @throws UserError if it has no operator, an unknown field, or a value that the field cannot have.
 */
export function parseCondition(
  expression: string,
  fields: readonly Field[],
  index: RecordIndex,
): Condition {
  const match = /^\s*([^=!<>~\s]+)\s*(!=|!~|>=|<=|==?|~|>|<)([\s\S]*)$/.exec(expression);
  if (!match) throw new UserError(`invalid --where expression "${expression}"`, { hint: usage });
  const [name, sign, rest] = match.slice(1) as [name: string, sign: string, rest: string];
  const value = rest.trim();
  const field = findField(name, fields);
  const { kind, schema } = field;
  const { 'x-reference': reference } = schema;
  const operator = (sign === '==' ? '=' : sign) as Operator;
  const isEquality = operator === '=' || operator === '!=';
  // An empty text is in every text, and equals what is not stated.
  const isComparable = isEquality ? value !== '' : !operator.endsWith('~');
  // The schema names a collection or `any`.
  const scope = isEquality && isComparable ? (reference as Scope) : undefined;
  const isFreeText =
    ['text', 'list', 'evidence'].includes(kind) && !schema.enum && !schema.pattern && !reference;
  // In free text, a comma does not separate values.
  const parts = isEquality && !isFreeText ? splitNames(value) : [value];
  const wanted = parts.map((part) => {
    if (isComparable) checkValue(expression, field, part);
    return scope === undefined ? part : findRecord(part, index, scope).record.id;
  });
  return { text: expression, field, operator, wanted };
}

/** Sort key in the notation of SQL and other programs: `date desc`, `date:desc`. */
const directedKey = /^-?(\S+?)[:\s]+(asc|desc)(?:ending)?$/i;

function parseSortKey(word: string, fields: readonly Field[]): Sort {
  const [, name, direction] = directedKey.exec(word) ?? [];
  if (name !== undefined) {
    const field = findField(name, fields);
    const key = direction?.toLowerCase() === 'desc' ? `-${field.name}` : field.name;
    throw new UserError(`no field "${word}"`, { hint: `did you mean --sort ${key}?` });
  }
  const isDescending = word.startsWith('-');
  return { field: findField(isDescending ? word.slice(1) : word, fields), isDescending };
}

function parseSort(list: string, fields: readonly Field[]): readonly Sort[] {
  const sorts = splitNames(list).map((word) => parseSortKey(word, fields));
  const names = sorts.map(({ field }) => field.name);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice === undefined) return sorts;
  const hint = 'only the first counts; remove the other';
  throw new UserError(`--sort has ${twice} twice`, { hint });
}

const parseFields = (list: string, fields: readonly Field[]): readonly Field[] =>
  splitNames(list).flatMap((name) => (name === 'all' ? fields : [findField(name, fields)]));

type RecordTest = (record: AnyRecord) => boolean;

/**
 * Returns a test for records linked to any of these countries: a record that is one, refers to one directly or through
 * other records, or names one or one of its leaders.
 */
function testCountries(countries: readonly AnyRecord[], index: RecordIndex): RecordTest {
  const ids = countries.map(({ id }) => id);
  const linked = new Set([...ids, ...index.findLeadingTo(ids)]);
  const named = [...countries, ...index.dataset.leaders.filter(({ id }) => linked.has(id))];
  return (record) => linked.has(record.id) || named.some((one) => index.mentions(record, one));
}

/**
 * Parses a list of countries into a test for records linked to any of them; `none` stands for no country at all.
 * @throws UserError if a word matches no country, or several
 */
export function createCountryTest(list: string, index: RecordIndex): RecordTest {
  const { countries } = index.dataset;
  const known = countries.map(({ id }) => id).join(', ') || 'none';
  const hint = `valid countries: ${known}`;
  const words = splitNames(list);
  const some = words
    .filter((word) => word !== 'none')
    .map((word) => findRecord(word, index, 'countries', hint).record);
  const isLinked = testCountries(some, index);
  if (!words.includes('none')) return isLinked;
  const isLinkedToAny = testCountries(countries, index);
  return (record) => isLinked(record) || !isLinkedToAny(record);
}

/**
 * Parses a list of records and collections into a test for records linked to any of them: those that they refer to, and
 * those that refer to them, directly or through other records.
 * @throws UserError if a word matches no record, or several
 */
function createLinkTest(list: string, index: RecordIndex): RecordTest {
  const ids = splitNames(list).flatMap((word) => {
    const name = collectionNames.find((one) => one === word);
    if (name) return getRecords(index.dataset, name).map(({ id }) => id);
    return [findRecord(word, index, anyCollection).record.id];
  });
  const linked = new Set([...ids.flatMap(index.listTargets), ...index.findLeadingTo(ids)]);
  return ({ id }) => linked.has(id);
}

const createParagraphTest =
  (paragraph: number): RecordTest =>
  ({ evidence }) =>
    (evidence as readonly Anchor[]).some((anchor) => anchor.paragraph === paragraph);

/**
 * Parses the options of a listing of records with these fields.
 * @throws UserError if a field or country is unknown or a condition is invalid
 */
export function parseQuery(
  { where = [], country, linked, paragraph, sort, limit, fields }: QueryOptions,
  known: readonly Field[],
  index: RecordIndex,
): Query {
  return {
    fields: fields === undefined ? undefined : parseFields(fields, known),
    conditions: where.map((expression) => parseCondition(expression, known, index)),
    tests: [
      ...(country === undefined ? [] : [createCountryTest(country, index)]),
      ...(linked === undefined ? [] : [createLinkTest(linked, index)]),
      ...(paragraph === undefined ? [] : [createParagraphTest(paragraph)]),
    ],
    sort: sort === undefined ? [] : parseSort(sort, known),
    limit,
  };
}
