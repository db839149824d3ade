import { closest } from '../../text/suggest.ts';
import { spanOf } from '../schema/day.ts';
import { anyCollection, patterns } from '../schema/field-schema.ts';
import { fieldsOf } from '../schema/fields.ts';
import { describeValue, type Problem, type Step } from './problem.ts';
import type { Checked, Placed, Rule } from './rule.ts';

const isId = (text: string) => new RegExp(patterns.id.source).test(text);

/** The same look at every record. */
const each =
  (look: (place: Placed) => readonly Problem[]): Rule['check'] =>
  ({ places }) =>
    places.flatMap(look);

const uniqueIds: Rule = {
  field: 'id',
  asks: 'No two records have the same id.',
  why: 'A record is called by its id, in whatever collection it stands.',
  check: ({ places }) => {
    const owners = new Map<string, Step>();
    return places.flatMap(({ path, record: { id } }): Problem[] => {
      const [collection = ''] = path;
      if (typeof id !== 'string') return [];
      const owner = owners.get(id);
      if (owner === undefined) {
        owners.set(id, collection);
        return [];
      }
      const message = `the id ${describeValue(id)} is taken by another record, in ${owner}`;
      return [{ path: [...path, 'id'], message }];
    });
  },
};

/** For how many dangling references the nearest id is looked for: more are not told of one by one. */
const hints = 20;

/** An id that a record refers to by, and the collection that it is to be of. */
interface Reference {
  readonly path: readonly Step[];
  readonly id: unknown;
  readonly target: string;
}

function referencesIn({ path, record, schema }: Placed): readonly Reference[] {
  return fieldsOf(schema).flatMap(({ name, schema: field }): readonly Reference[] => {
    const target = field['x-reference'];
    if (target === undefined) return [];
    const value = record[name];
    if (!Array.isArray(value)) return [{ path: [...path, name], id: value, target }];
    return value.map((id: unknown, at) => ({ path: [...path, name, at], id, target }));
  });
}

function isKnown(id: unknown, target: string, { find }: Checked): boolean {
  if (typeof id !== 'string' || !isId(id)) return true;
  return find(id, target === anyCollection ? undefined : target) !== undefined;
}

function dangling(id: string, target: string, dataset: Checked, hasHint: boolean): string {
  const isAny = target === anyCollection;
  const among = isAny ? dataset.places : dataset.in(target);
  const ids = among.flatMap(({ record }) => (typeof record.id === 'string' ? record.id : []));
  const near = hasHint ? closest(id, ids) : undefined;
  const where = isAny ? 'this dataset' : target;
  return `no record ${describeValue(id)} in ${where}${near ? `; did you mean "${near}"?` : ''}`;
}

const knownReferences: Rule = {
  field: 'any reference',
  asks: 'The ids in a field that refers to records are ids of such records.',
  why: 'What leads nowhere cannot be followed.',
  check: (dataset) => {
    const unknown = dataset.places.flatMap((place) =>
      referencesIn(place).filter(({ id, target }) => !isKnown(id, target, dataset)),
    );
    return unknown.map(({ path, id, target }, at) => ({
      path,
      message: dangling(String(id), target, dataset, at < hints),
    }));
  },
};

const singleItems: Rule = {
  field: 'any list',
  asks: 'No item stands in a list twice.',
  why: 'It would be counted twice.',
  check: each(({ path, record, schema }) =>
    fieldsOf(schema).flatMap(({ name, kind }): Problem[] => {
      const items = record[name];
      const isList = kind === 'list' && Array.isArray(items);
      if (!isList || new Set(items).size === items.length) return [];
      return [{ path: [...path, name], message: 'an item stands here twice' }];
    }),
  ),
};

const isBlank = (value: unknown) => typeof value === 'string' && /^\p{Zs}+$/u.test(value);

const visibleTexts: Rule = {
  field: 'any text',
  asks: 'A text has more in it than spaces.',
  why: 'It would read as nothing; what the article does not say is null.',
  check: each(({ path, record, schema }) =>
    fieldsOf(schema).flatMap(({ name }): Problem[] => {
      const values: readonly unknown[] = [record[name]].flat();
      const blank = values.find(isBlank);
      if (blank === undefined) return [];
      return [{ path: [...path, name], message: `expected text, found ${describeValue(blank)}` }];
    }),
  ),
};

const realDays: Rule = {
  field: 'any day',
  asks: 'A day is one of the calendar.',
  why: 'The 30th of February has never been.',
  check: each(({ path, record, schema }) =>
    fieldsOf(schema).flatMap(({ name, kind }): Problem[] => {
      const value = record[name];
      if (kind !== 'date' || typeof value !== 'string' || spanOf(value)) return [];
      if (!new RegExp(patterns.day.source).test(value)) return [];
      return [{ path: [...path, name], message: `no such day as ${value}` }];
    }),
  ),
};

const orderedDays: Rule = {
  field: 'start, end',
  asks: 'Nothing ends before it starts.',
  why: 'One of the two days is wrong.',
  check: each(({ path, record: { start, end } }) => {
    if (typeof start !== 'string' || typeof end !== 'string') return [];
    const [first, last] = [spanOf(start), spanOf(end)];
    if (!first || !last || first[0] <= last[1]) return [];
    return [{ path: [...path, 'end'], message: `ends on ${end}, before its start on ${start}` }];
  }),
};

const amountsInCurrency: Rule = {
  field: 'amount, currency',
  asks: 'An amount has a currency.',
  why: 'A number alone is no sum of money.',
  check: each(({ path, record, schema }) =>
    fieldsOf(schema).flatMap(({ name, schema: field }): Problem[] => {
      const unit = field['x-currency'];
      if (unit === undefined || typeof record[name] !== 'number') return [];
      if ((record[unit] ?? null) !== null) return [];
      return [{ path: [...path, unit], message: `expected the currency of ${name}, found null` }];
    }),
  ),
};

const settledFields: Rule = {
  field: 'settled.field',
  asks: 'What is settled is a field of its record.',
  why: 'Otherwise nothing is settled by it.',
  check: (dataset) =>
    dataset.in('settled').flatMap(({ path, record: { record, field } }): Problem[] => {
      const place = dataset.find(record);
      if (!place || typeof field !== 'string') return [];
      const names = fieldsOf(place.schema).map(({ name }) => name);
      if (names.includes(field)) return [];
      const near = closest(field, names);
      const hint = near ? `; did you mean "${near}"?` : '';
      return [{ path: [...path, 'field'], message: `no field ${describeValue(field)}${hint}` }];
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
