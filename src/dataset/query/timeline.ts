import type { AnyRecord } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { countLeading } from '../../text/count-leading.ts';
import { isWholeDay } from '../../text/dates.ts';
import { groupBy } from '../../text/group-by.ts';
import {
  type CollectionName,
  collectionNames,
  describeCollection,
  getFields,
  type TimelineSettings,
} from '../schema/collections.ts';
import { getRecords } from '../schema/dataset.ts';
import { choice, day, evidence, id, listFields, orNull, record, text } from '../schema/fields.ts';
import type { RecordIndex } from './record-index.ts';

/** Collections shown in the timeline, with their settings; those with a last day come first. */
const timelineCollections = collectionNames
  .flatMap((name): readonly [CollectionName, TimelineSettings][] => {
    const how = describeCollection(name).timeline;
    return how ? [[name, how]] : [];
  })
  .sort(([, left], [, right]) => Number('end' in right) - Number('end' in left));

const timelineCollectionNames = timelineCollections.map(([name]) => name);

const statuses = timelineCollections.flatMap(([name]) =>
  getFields(name).flatMap(({ name: field, schema: { enum: words = [] } }) =>
    field === 'status' ? words.filter((word) => word !== null) : [],
  ),
);

const schema = record('Something that happens, in the order of time.', {
  date: { ...orNull(day('The first day.')), 'x-until': 'end' },
  end: orNull(day('The last day.')),
  when: orNull(text('When, in the words of the article.')),
  status: choice('As it was when the article was written.', [...new Set(statuses)]),
  id: id('Id of the record.'),
  collection: choice('The collection the record belongs to.', timelineCollectionNames),
  what: text('What happens.'),
  place: orNull(text('Where.')),
  evidence: evidence(0),
});

export const timelineFields = listFields(schema);

/** Entry of the timeline; `date` and `end` are a day, a month or a year (ISO 8601). */
export interface TimelineEntry extends AnyRecord {
  readonly date: string | null;
  readonly end: string | null;
  readonly when: string | null;
  readonly status: string | null;
  readonly what: string;
  readonly place: string | null;
}

function toTimelineEntry(
  fact: AnyRecord,
  collection: CollectionName,
  how: TimelineSettings,
  index: RecordIndex,
): TimelineEntry {
  const value = (name: string) => (fact[name] ?? null) as string | null;
  return {
    date: value(how.start),
    end: value(how.end ?? how.start),
    when: value('when'),
    status: value('status'),
    id: fact.id,
    collection,
    what: how.what(fact, index),
    place: value('place'),
    evidence: assertDefined(fact.evidence),
  };
}

/**
 * Lists all timeline entries by their first day, or by their last if the first is not stated. Entries without either
 * come last.
 */
export function listTimelineEntries(index: RecordIndex): readonly TimelineEntry[] {
  const moments = timelineCollections.flatMap(([name, how]) =>
    getRecords(index.dataset, name).map((fact) => toTimelineEntry(fact, name, how, index)),
  );
  const last = '\u{10ffff}';
  return moments.sort((left, right) => {
    const [a, b] = [left.date ?? left.end ?? last, right.date ?? right.end ?? last];
    return a < b ? -1 : Number(a > b);
  });
}

const sortMoments = (left: string, right: string): number => (left < right ? -1 : 1);

/** Lists the days from `first` to `last` in a sorted list, without months and years. */
function listDaysWithin(first: string, last: string, days: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (let at = countLeading(days, (day) => day < first); at < days.length; at++) {
    const day = assertDefined(days[at]);
    if (day > last) break;
    if (isWholeDay(day)) found.push(day);
  }
  return found;
}

/**
 * Groups timeline entries by day, in order. The days are those on which an entry begins or ends and the `others`, as
 * far as they pass `isAsked`. An entry on none of these days comes under its first day; an entry without a date is left
 * out.
 */
export function groupByDay(
  moments: readonly TimelineEntry[],
  others: readonly string[],
  isAsked: (day: string) => boolean,
): readonly (readonly [day: string, moments: readonly TimelineEntry[]])[] {
  const own = moments.flatMap(({ date, end }) => [date, end]).filter((day) => day !== null);
  const days = [...new Set([...own, ...others])].filter(isAsked).sort(sortMoments);
  const listEntryDays = ({ date, end }: TimelineEntry): readonly string[] => {
    const [first, last] = [date ?? end, end ?? date];
    if (first === null || last === null) return [];
    // A month or a year is a group of its own, not spread over its days.
    const on =
      isWholeDay(first) && isWholeDay(last)
        ? listDaysWithin(first, last, days)
        : [...new Set([first, last])].filter(isAsked);
    return on.length > 0 ? on : [first];
  };
  const onDays = moments.flatMap((moment) => listEntryDays(moment).map((day) => ({ day, moment })));
  return [...groupBy(onDays, ({ day }) => day)]
    .map(([day, group]) => [day, group.map(({ moment }) => moment)] as const)
    .sort(([left], [right]) => sortMoments(left, right));
}
