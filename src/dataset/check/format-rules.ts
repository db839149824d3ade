import { assertDefined } from '../../text/assert-defined.ts';
import { parseSpan } from '../../text/dates.ts';
import { anyCollection, patterns } from '../schema/fields.ts';
import { describeValue } from './problem.ts';
import { checkFields, checkRecords, createProblem, getText, type Rule } from './rule.ts';

/** Checks whether a list has a duplicate. For a short list, a set is slower than a search. */
const hasDuplicate = (items: readonly unknown[]): boolean =>
  items.length > 8
    ? new Set(items).size < items.length
    : items.some((item, at) => items.indexOf(item) < at);

const uniqueItems: Rule = {
  field: 'any list',
  check: checkFields(
    ({ kind }) => kind === 'list',
    (location, { name }) => {
      const items = location.record[name];
      if (!Array.isArray(items) || !hasDuplicate(items)) return undefined;
      return createProblem(location, name, 'duplicate item');
    },
  ),
};

const blank = /^\p{Zs}+$/u;
const isBlank = (value: unknown) => typeof value === 'string' && blank.test(value);

const nonBlankTexts: Rule = {
  field: 'any text',
  check: checkFields(
    () => true,
    (location, { name }) => {
      const value = location.record[name];
      const found: unknown = Array.isArray(value) ? value.find(isBlank) : value;
      if (!isBlank(found)) return undefined;
      return createProblem(location, name, `expected text, found ${describeValue(found)}`);
    },
  ),
};

const dayPattern = new RegExp(patterns.day.source);

const existingDates: Rule = {
  field: 'any date',
  check: checkFields(
    ({ kind }) => kind === 'date',
    (location, { name }) => {
      const date = getText(location.record, name);
      if (date === undefined || parseSpan(date) || !dayPattern.test(date)) return undefined;
      return createProblem(location, name, `no such date: ${date}`);
    },
  ),
};

const orderedDates: Rule = {
  field: 'start, end',
  check: checkRecords(anyCollection, () => (location) => {
    const { start, end } = location.record;
    if (typeof start !== 'string' || typeof end !== 'string') return undefined;
    const [first, last] = [parseSpan(start), parseSpan(end)];
    if (!first || !last || first[0] <= last[1]) return undefined;
    return createProblem(location, 'end', `the end, ${end}, is before the start, ${start}`);
  }),
};

const amountsWithCurrency: Rule = {
  field: 'amount, currency',
  check: checkFields(
    ({ schema }) => schema['x-currency'] !== undefined,
    (location, { name, schema }) => {
      const amount = location.record[name];
      const unit = assertDefined(schema['x-currency']);
      if (typeof amount !== 'number' || (location.record[unit] ?? null) !== null) return undefined;
      const message = `is null, but ${name} is ${amount}; add the currency from the article, or set ${name} to null`;
      return createProblem(location, unit, message);
    },
  ),
};

/** Rules on the values of a single record. */
export const formatRules = {
  uniqueItems,
  nonBlankTexts,
  existingDates,
  orderedDates,
  amountsWithCurrency,
};
