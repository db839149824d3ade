import { assertDefined } from '../../text/assert-defined.ts';
import { parseSpan } from '../../text/dates.ts';
import { anyCollection, patterns } from '../schema/fields.ts';
import { describeValue } from './problem.ts';
import {
  checkFields,
  checkRecords,
  createProblem,
  getText,
  type Rule,
  selectFields,
} from './rule.ts';

const blank = /^\p{Zs}+$/u;
const isBlank = (value: unknown) => typeof value === 'string' && blank.test(value);

const dayPattern = new RegExp(patterns.day.source);

/** Rules on the values of a single record. */
export const formatRules: readonly Rule[] = [
  {
    fields: 'any list',
    check: checkFields(
      ({ kind }) => kind === 'list',
      (items) =>
        Array.isArray(items) && new Set(items).size < items.length ? 'duplicate item' : undefined,
    ),
  },
  {
    fields: 'any text',
    check: checkFields(
      () => true,
      (value) => {
        const found: unknown = Array.isArray(value) ? value.find(isBlank) : value;
        return isBlank(found) ? `expected text, found ${describeValue(found)}` : undefined;
      },
    ),
  },
  {
    fields: 'any date',
    check: checkFields(
      ({ kind }) => kind === 'date',
      (date) => {
        if (typeof date !== 'string' || !dayPattern.test(date)) return undefined;
        return parseSpan(date) ? undefined : `no such date: ${date}`;
      },
    ),
  },
  {
    fields: 'start, end',
    check: checkRecords(anyCollection, 'end', () => (record) => {
      const [start, end] = [getText(record, 'start'), getText(record, 'end')];
      if (start === undefined || end === undefined) return undefined;
      const [first, last] = [parseSpan(start), parseSpan(end)];
      if (!first || !last || first[0] <= last[1]) return undefined;
      return `the end, ${end}, is before the start, ${start}`;
    }),
  },
  {
    fields: 'amount, currency',
    *check({ list }) {
      const getAmounts = selectFields(({ schema }) => schema['x-currency'] !== undefined);
      for (const location of list(anyCollection)) {
        for (const { name, schema } of getAmounts(location.schema)) {
          const currency = assertDefined(schema['x-currency']);
          const amount = location.record[name];
          if (typeof amount !== 'number' || (location.record[currency] ?? null) !== null) continue;
          const message = `is null, but ${name} is ${amount}; add the currency from the article, or set ${name} to null`;
          yield createProblem(location, currency, message);
        }
      }
    },
  },
];
