import { memoise } from '../../text/memoise.ts';
import { present } from '../../text/present.ts';
import { closest } from '../../text/suggest.ts';
import { spanOf } from '../schema/day.ts';
import { anyCollection, patterns, type RecordSchema } from '../schema/field-schema.ts';
import { type Field, fieldsOf } from '../schema/fields.ts';
import { describeValue, type Problem, type Step } from './problem.ts';
import { type Checked, type Placed, pathTo, type Rule } from './rule.ts';

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
const eachField = (isMeant: (field: Field) => boolean, look: (field: Field) => Look) => {
  const looks = memoise((schema: RecordSchema) => fieldsOf(schema).filter(isMeant).map(look));
  return each((place, problems) => {
    for (const one of looks(place.schema)) one(place, problems);
  });
};

const uniqueIds: Rule = {
  field: 'id',
  asks: 'No two records have the same id.',
  why: 'A record is called by its id, in whatever collection it stands.',
  check: ({ repeated, find }) =>
    repeated.map((place): Problem => {
      const { id } = place.record;
      const { collection } = present(find(id));
      const message = `the id ${describeValue(id)} is taken by another record, in ${collection}`;
      return { path: pathTo(place, 'id'), message };
    }),
};

/** For how many dangling references the nearest id is looked for: more are not told of one by one. */
const hints = 20;

const isId = new RegExp(patterns.id.source);

function dangling(id: string, target: string, dataset: Checked, hasHint: boolean): string {
  const isAny = target === anyCollection;
  const among = isAny ? dataset.places : dataset.in(target);
  const ids = among.map(({ record }) => record.id).filter((one) => typeof one === 'string');
  const near = hasHint ? closest(id, ids) : undefined;
  const where = isAny ? 'this dataset' : target;
  return `no record ${describeValue(id)} in ${where}${near ? `; did you mean "${near}"?` : ''}`;
}

/** The fields of a schema that refer to records, each with the collection that these are to be of. */
const referencesOf = memoise((schema: RecordSchema) =>
  fieldsOf(schema)
    .filter(({ schema: field }) => field['x-reference'])
    .map(({ name, schema: field }) => ({ name, target: present(field['x-reference']) })),
);

const knownReferences: Rule = {
  field: 'any reference',
  asks: 'The ids in a field that refers to records are ids of such records.',
  why: 'What leads nowhere cannot be followed.',
  check: (dataset) => {
    const problems: Problem[] = [];
    const look = (id: unknown, target: string, place: Placed, ...steps: readonly Step[]) => {
      if (dataset.find(id, target === anyCollection ? undefined : target)) return;
      if (typeof id !== 'string' || !isId.test(id)) return;
      const message = dangling(id, target, dataset, problems.length < hints);
      problems.push({ path: pathTo(place, ...steps), message });
    };
    for (const place of dataset.places) {
      for (const { name, target } of referencesOf(place.schema)) {
        const value = place.record[name];
        if (!Array.isArray(value)) look(value, target, place, name);
        else for (const [at, id] of value.entries()) look(id, target, place, name, at);
      }
    }
    return problems;
  },
};

/** Whether something stands in a list twice; a set costs more than a look for what is short. */
const hasTwice = (items: readonly unknown[]): boolean =>
  items.length > 8
    ? new Set(items).size < items.length
    : items.some((item, at) => items.indexOf(item) < at);

const singleItems: Rule = {
  field: 'any list',
  asks: 'No item stands in a list twice.',
  why: 'It would be counted twice.',
  check: eachField(
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
        const message = `expected the currency of ${name}, found null`;
        problems.push({ path: pathTo(place, unit), message });
      },
  ),
};

const settledFields: Rule = {
  field: 'settled.field',
  asks: 'What is settled is a field of its record.',
  why: 'Otherwise nothing is settled by it.',
  check: (dataset) =>
    dataset.in('settled').flatMap((settled): Problem[] => {
      const { record, field } = settled.record;
      const place = dataset.find(record);
      if (!place || typeof field !== 'string') return [];
      const names = fieldsOf(place.schema).map(({ name }) => name);
      if (names.includes(field)) return [];
      const near = closest(field, names);
      const hint = near ? `; did you mean "${near}"?` : '';
      return [
        { path: pathTo(settled, 'field'), message: `no field ${describeValue(field)}${hint}` },
      ];
    }),
};

/** Rules on how things are written down. */
export const rulesOfForm: readonly Rule[] = [
  uniqueIds,
  knownReferences,
  singleItems,
  visibleTexts,
  realDays,
  orderedDays,
  amountsInCurrency,
  settledFields,
];
