import type { Fact } from '../../contracts/listing.ts';
import {
  type CollectionName,
  collectionNames,
  describe,
  fieldsIn,
  type Timing,
} from '../schema/collections.ts';
import { type Dataset, recordsOf } from '../schema/dataset.ts';
import { choice, date, evidence, id, orNull, record, text } from '../schema/field-schema.ts';
import { fieldsOf, type Label } from '../schema/fields.ts';
import { textOf } from './tabulate.ts';

/** The collections whose records happen, each with how: first those of what may last several days. */
const happening = collectionNames
  .flatMap((name): readonly [CollectionName, Timing][] => {
    const how = describe(name).happening;
    return how ? [[name, how]] : [];
  })
  .sort(([, left], [, right]) => Number('end' in right) - Number('end' in left));

const statuses = happening.flatMap(([name]) =>
  fieldsIn(name).flatMap((field) => (field.name === 'status' ? (field.schema.enum ?? []) : [])),
);

const schema = record('Something that happens, in the order of time.', {
  date: orNull(date('The first day.')),
  end: orNull(date('The last day.')),
  status: choice('As it was when the article was written.', [...new Set(statuses)]),
  id: id('The record.'),
  collection: text('The collection that the record stands in.'),
  what: text('What happens.'),
  place: orNull(text('Where.')),
  evidence: evidence(0),
});

/** The fields of a moment. */
export const momentFields = fieldsOf(schema);

/** Something that happens; `date` and `end` are ISO 8601 days. */
export interface Moment extends Fact {
  readonly date: string | null;
  readonly end: string | null;
  readonly status: string | null;
  readonly what: string;
  readonly place: string | null;
}

function momentOf(fact: Fact, collection: CollectionName, how: Timing, label: Label): Moment {
  const fields = fieldsIn(collection);
  const read = (name: string) => {
    const field = fields.find((one) => one.name === name);
    return field && textOf(fact, field, label);
  };
  const value = (name: string | undefined) =>
    name === undefined ? null : ((fact[name] ?? null) as string | null);
  return {
    date: value(how.start),
    end: value(how.end ?? how.start),
    status: value('status'),
    id: fact.id,
    collection,
    what: how.what(read, fact) ?? fact.id,
    place: value(how.place),
    evidence: fact.evidence ?? [],
  };
}

/** All that happens, by its first day; what has no day comes last. */
export function momentsOf(dataset: Dataset, label: Label): readonly Moment[] {
  const moments = happening.flatMap(([name, how]) =>
    recordsOf(dataset, name).map((fact) => momentOf(fact, name, how, label)),
  );
  const last = '\u{10ffff}';
  return moments.sort((left, right) => {
    const [a, b] = [left.date ?? last, right.date ?? last];
    return a < b ? -1 : Number(a > b);
  });
}
