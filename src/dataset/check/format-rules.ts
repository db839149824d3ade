import { assertDefined } from '../../text/assert-defined.ts';
import { memoise } from '../../text/memoise.ts';
import { parseSpan } from '../schema/day.ts';
import type { RecordSchema } from '../schema/field-schema.ts';
import { type Field, listFields } from '../schema/fields.ts';
import { patterns } from '../schema/patterns.ts';
import { describeValue, type Problem } from './problem.ts';
import { createProblem, type RecordLocation, type Rule, type RuleContext } from './rule.ts';

/** Checks a record. */
type FieldCheck = (place: RecordLocation) => Problem | undefined;

/** Builds a rule's check that visits every record. A dataset may have a million of them. */
const checkEachRecord = (look: FieldCheck) =>
  function* ({ places }: RuleContext): Generator<Problem> {
    for (const place of places) {
      const problem = look(place);
      if (problem) yield problem;
    }
  };

/** Builds a rule's check that visits every field that `isMeant` accepts. */
const checkEachField = (isMeant: (field: Field) => boolean, look: (field: Field) => FieldCheck) =>
  function* ({ places }: RuleContext): Generator<Problem> {
    const createChecks = memoise((schema: RecordSchema) =>
      listFields(schema).filter(isMeant).map(look),
    );
    for (const place of places) {
      for (const check of createChecks(place.schema)) {
        const problem = check(place);
        if (problem) yield problem;
      }
    }
  };

/** Checks whether a list has a duplicate. For a short list, a set is slower than a search. */
const hasDuplicate = (items: readonly unknown[]): boolean =>
  items.length > 8
    ? new Set(items).size < items.length
    : items.some((item, at) => items.indexOf(item) < at);

const uniqueItems: Rule = {
  field: 'any list',
  requires: 'A list has no duplicate items.',
  rationale: 'A duplicate would be counted twice.',
  check: checkEachField(
    ({ kind }) => kind === 'list',
    ({ name }) =>
      (place) => {
        const items = place.record[name];
        if (!Array.isArray(items) || !hasDuplicate(items)) return undefined;
        return createProblem(place, name, 'duplicate item');
      },
  ),
};

const blank = /^\p{Zs}+$/u;
const isBlank = (value: unknown) => typeof value === 'string' && blank.test(value);

const nonBlankTexts: Rule = {
  field: 'any text',
  requires: 'A text does not consist of spaces alone.',
  rationale: 'A blank text says nothing; use `null` for what the article does not say.',
  check: checkEachField(
    () => true,
    ({ name }) =>
      (place) => {
        const value = place.record[name];
        const found: unknown = Array.isArray(value) ? value.find(isBlank) : value;
        if (!isBlank(found)) return undefined;
        const message = `expected text, found ${describeValue(found)}`;
        return createProblem(place, name, message);
      },
  ),
};

const dayPattern = new RegExp(patterns.day.source);

const existingDates: Rule = {
  field: 'any date',
  requires: 'A date exists in the calendar.',
  rationale: 'There is no 30 February.',
  check: checkEachField(
    ({ kind }) => kind === 'date',
    ({ name }) =>
      (place) => {
        const value = place.record[name];
        if (typeof value !== 'string' || parseSpan(value) || !dayPattern.test(value))
          return undefined;
        return createProblem(place, name, `no such date: ${value}`);
      },
  ),
};

const orderedDates: Rule = {
  field: 'start, end',
  requires: 'The end is not before the start.',
  rationale: 'Otherwise one of the two dates is wrong.',
  check: checkEachRecord((place) => {
    const { start, end } = place.record;
    if (typeof start !== 'string' || typeof end !== 'string') return undefined;
    const [first, last] = [parseSpan(start), parseSpan(end)];
    if (!first || !last || first[0] <= last[1]) return undefined;
    const message = `the end, ${end}, is before the start, ${start}`;
    return createProblem(place, 'end', message);
  }),
};

const amountsWithCurrency: Rule = {
  field: 'amount, currency',
  requires: 'An amount has a currency.',
  rationale: 'A number without a currency is not an amount of money.',
  check: checkEachField(
    ({ schema }) => schema['x-currency'] !== undefined,
    ({ name, schema }) =>
      (place) => {
        const { record } = place;
        const unit = assertDefined(schema['x-currency']);
        if (typeof record[name] !== 'number' || (record[unit] ?? null) !== null) return undefined;
        const message = `is null, but ${name} is ${record[name]}; add the currency from the article, or set ${name} to null`;
        return createProblem(place, unit, message);
      },
  ),
};

/** Rules on the values of a single record. */
export const formatRules: readonly Rule[] = [
  uniqueItems,
  nonBlankTexts,
  existingDates,
  orderedDates,
  amountsWithCurrency,
];
