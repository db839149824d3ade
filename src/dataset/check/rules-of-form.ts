import { memoise } from '../../text/memoise.ts';
import { present } from '../../text/present.ts';
import { spanOf } from '../schema/day.ts';
import type { RecordSchema } from '../schema/field-schema.ts';
import { type Field, fieldsOf } from '../schema/fields.ts';
import { patterns } from '../schema/patterns.ts';
import { describeValue, type Problem } from './problem.ts';
import { type Placed, pathTo, type Rule } from './rule.ts';

/** Reads a record, and adds what is wrong to the problems so far. */
type Look = (place: Placed, problems: Problem[]) => void;

/** The same look at every record; a dataset may have a million of them. */
const each =
  (look: Look): Rule['check'] =>
  ({ places }) => {
    const problems: Problem[] = [];
    for (const place of places) look(place, problems);
    return problems;
  };

/** The same look at every field that is of some sort. */
const eachField =
  (isMeant: (field: Field) => boolean, look: (field: Field) => Look): Rule['check'] =>
  (dataset) => {
    const looks = memoise((schema: RecordSchema) => fieldsOf(schema).filter(isMeant).map(look));
    const check = each((place, problems) => {
      for (const one of looks(place.schema)) one(place, problems);
    });
    return check(dataset);
  };

/** Whether something stands in a list twice; a set costs more than a look for what is short. */
const hasTwice = (items: readonly unknown[]): boolean =>
  // Stryker disable next-line ConditionalExpression,EqualityOperator: both ways tell the same.
  items.length > 8
    ? new Set(items).size < items.length
    : items.some((item, at) => items.indexOf(item) < at);

const singleItems: Rule = {
  field: 'any list',
  asks: 'No item stands in a list twice.',
  why: 'It would be counted twice.',
  check: eachField(
    // Stryker disable next-line ConditionalExpression: nothing else is a list of texts.
    ({ kind }) => kind === 'list',
    ({ name }) =>
      (place, problems) => {
        const items = place.record[name];
        if (!Array.isArray(items) || !hasTwice(items)) return;
        problems.push({ path: pathTo(place, name), message: 'an item stands here twice' });
      },
  ),
};

const blank = /^\p{Zs}+$/u;
const isBlank = (value: unknown) => typeof value === 'string' && blank.test(value);

const visibleTexts: Rule = {
  field: 'any text',
  asks: 'A text has more in it than spaces.',
  why: 'It would read as nothing; what the article does not say is null.',
  check: eachField(
    () => true,
    ({ name }) =>
      (place, problems) => {
        const value = place.record[name];
        const found: unknown = Array.isArray(value) ? value.find(isBlank) : value;
        if (!isBlank(found)) return;
        const message = `expected text, found ${describeValue(found)}`;
        problems.push({ path: pathTo(place, name), message });
      },
  ),
};

const dayPattern = new RegExp(patterns.day.source);

const realDays: Rule = {
  field: 'any day',
  asks: 'A day is one of the calendar.',
  why: 'The 30th of February has never been.',
  check: eachField(
    ({ kind }) => kind === 'date',
    ({ name }) =>
      (place, problems) => {
        const value = place.record[name];
        if (typeof value !== 'string' || spanOf(value) || !dayPattern.test(value)) return;
        problems.push({ path: pathTo(place, name), message: `no such day as ${value}` });
      },
  ),
};

const orderedDays: Rule = {
  field: 'start, end',
  asks: 'Nothing ends before it starts.',
  why: 'One of the two days is wrong.',
  check: each((place, problems) => {
    const { start, end } = place.record;
    if (typeof start !== 'string' || typeof end !== 'string') return;
    const [first, last] = [spanOf(start), spanOf(end)];
    if (!first || !last || first[0] <= last[1]) return;
    const message = `ends on ${end}, before its start on ${start}`;
    problems.push({ path: pathTo(place, 'end'), message });
  }),
};

const amountsInCurrency: Rule = {
  field: 'amount, currency',
  asks: 'An amount has a currency.',
  why: 'A number alone is no sum of money.',
  check: eachField(
    ({ schema }) => schema['x-currency'] !== undefined,
    ({ name, schema }) =>
      (place, problems) => {
        const { record } = place;
        const unit = present(schema['x-currency']);
        if (typeof record[name] !== 'number' || (record[unit] ?? null) !== null) return;
        const message = `is null, and ${name} is ${record[name]}; give the currency that the article names, or leave ${name} null`;
        problems.push({ path: pathTo(place, unit), message });
      },
  ),
};

/** Rules on how things are written down. */
export const rulesOfForm: readonly Rule[] = [
  singleItems,
  visibleTexts,
  realDays,
  orderedDays,
  amountsInCurrency,
];
