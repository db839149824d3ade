import { parseSpan } from '../../text/dates.ts';
import { anyCollection, listFields, patterns } from '../schema/fields.ts';
import { describeValue } from './problem.ts';
import { checkFields, checkRecords, createProblem, getText, type Rule } from './rule.ts';

const isBlank = (value: unknown) => typeof value === 'string' && /^\p{Zs}+$/u.test(value);

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
      const [first, last] = [parseSpan(start ?? ''), parseSpan(end ?? '')];
      if (!first || !last || first[0] <= last[1]) return undefined;
      return `the end, ${end}, is before the start, ${start}`;
    }),
  },
  {
    fields: 'amount, currency',
    *check({ list }) {
      for (const location of list(anyCollection)) {
        for (const { name, schema } of listFields(location.schema)) {
          const currency = schema['x-currency'];
          const amount = location.record[name];
          if (currency === undefined || typeof amount !== 'number') continue;
          if ((location.record[currency] ?? null) !== null) continue;
          const message = `is null, but ${name} is ${amount}; add the currency from the article, or set ${name} to null`;
          yield createProblem(location, currency, message);
        }
      }
    },
  },
];
