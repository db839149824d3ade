import type { Fact } from '../../contracts/listing.ts';
import { groupBy } from '../../text/group-by.ts';
import { present } from '../../text/present.ts';
import {
  type CollectionName,
  collectionNames,
  describe,
  fieldsIn,
  type Timing,
} from '../schema/collections.ts';
import { type Dataset, recordsOf } from '../schema/dataset.ts';
import { isWholeDay } from '../schema/day.ts';
import { choice, day, evidence, id, orNull, record, text } from '../schema/field-schema.ts';
import { fieldsOf } from '../schema/fields.ts';
import type { Links } from './links.ts';

/** The collections whose records happen, each with how: first those of what may last several days. */
const happening = collectionNames
  .flatMap((name): readonly [CollectionName, Timing][] => {
    const how = describe(name).happening;
    return how ? [[name, how]] : [];
  })
  .sort(([, left], [, right]) => Number('end' in right) - Number('end' in left));

const happeningNames = happening.map(([name]) => name);

const statuses = happening.flatMap(([name]) =>
  fieldsIn(name).flatMap(({ name: field, schema: { enum: words = [] } }) =>
    field === 'status' ? words.filter((word) => word !== null) : [],
  ),
);

const schema = record('Something that happens, in the order of time.', {
  date: { ...orNull(day('The first day.')), 'x-until': 'end' },
  end: orNull(day('The last day.')),
  when: orNull(text('When, in the words of the article.')),
  status: choice('As it was when the article was written.', [...new Set(statuses)]),
  id: id('The record.'),
  collection: choice('The collection that the record stands in.', happeningNames),
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
  readonly when: string | null;
  readonly status: string | null;
  readonly what: string;
  readonly place: string | null;
}

function momentOf(fact: Fact, collection: CollectionName, how: Timing, links: Links): Moment {
  const value = (name: string) => (fact[name] ?? null) as string | null;
  return {
    date: value(how.start),
    end: value(how.end ?? how.start),
    when: value('when'),
    status: value('status'),
    id: fact.id,
    collection,
    what: how.what(fact, links.lookup),
    place: value('place'),
    evidence: present(fact.evidence),
  };
}

/** All that happens, by its first day, or its last if no other is stated; what has no day comes last. */
export function momentsOf(dataset: Dataset, links: Links): readonly Moment[] {
  const moments = happening.flatMap(([name, how]) =>
    recordsOf(dataset, name).map((fact) => momentOf(fact, name, how, links)),
  );
  const last = '\u{10ffff}';
  return moments.sort((left, right) => {
    const [a, b] = [left.date ?? left.end ?? last, right.date ?? right.end ?? last];
    // Stryker disable next-line ConditionalExpression,EqualityOperator: the engine asks but for one that comes before.
    return a < b ? -1 : Number(a > b);
  });
}

const inOrder = (left: string, right: string): number => (left < right ? -1 : 1);

/** Returns the index of the first of some days, which are in order, that is not before a day. */
function indexFrom(days: readonly string[], day: string): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (present(days[middle]) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Returns the whole days from one to another among some that are in order. */
function daysWithin(first: string, last: string, days: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (let at = indexFrom(days, first); at < days.length; at++) {
    const day = present(days[at]);
    if (day > last) break;
    if (isWholeDay(day)) found.push(day);
  }
  return found;
}

/**
 * Groups moments by day, in order: by the days on which any of them begins or ends, and by some others, as far as
 * they are asked for. A moment that is on none of these comes under its first day; one without a day is left out.
 */
export function groupByDay(
  moments: readonly Moment[],
  others: readonly string[],
  isAsked: (day: string) => boolean,
): readonly (readonly [day: string, moments: readonly Moment[]])[] {
  const own = moments.flatMap(({ date, end }) => [date, end]).filter((day) => day !== null);
  const days = [...new Set([...own, ...others])].filter(isAsked).sort(inOrder);
  const daysOf = ({ date, end }: Moment): readonly string[] => {
    const [first, last] = [date ?? end, end ?? date];
    if (first === null || last === null) return [];
    // A month or a year is not on any of its days.
    const on =
      isWholeDay(first) && isWholeDay(last)
        ? daysWithin(first, last, days)
        : [...new Set([first, last])].filter(isAsked);
    return on.length > 0 ? on : [first];
  };
  const onDays = moments.flatMap((moment) => daysOf(moment).map((day) => ({ day, moment })));
  return [...groupBy(onDays, ({ day }) => day)]
    .map(([day, group]) => [day, group.map(({ moment }) => moment)] as const)
    .sort(([left], [right]) => inOrder(left, right));
}
