import type { AnyRecord } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { countLeading } from '../../text/count-leading.ts';
import { isWholeDay } from '../../text/dates.ts';
import { foldCase } from '../../text/fold.ts';
import { groupBy } from '../../text/group-by.ts';
import { listWeekdays, resolveLanguage } from '../../text/language.ts';
import { memoise, once } from '../../text/memoise.ts';
import { collectionNames, describeCollection, getFields } from '../schema/collections.ts';
import { getRecords } from '../schema/dataset.ts';
import * as schema from '../schema/fields.ts';
import type { RecordIndex } from './record-index.ts';

/** Collections shown in the timeline, with the fields of their days; those with a last day come first. */
const timelineCollections = collectionNames
  .flatMap((name) => {
    const days = describeCollection(name).timeline;
    return days ? [{ name, ...days }] : [];
  })
  .sort((left, right) => Number('end' in right) - Number('end' in left));

const statuses = timelineCollections
  .flatMap(({ name }) => getFields(name))
  .filter(({ name }) => name === 'status')
  .flatMap((field) => assertDefined(schema.listChoices(field.schema)));

export const timelineFields = schema.listFields(
  schema.record('Something that happens, in the order of time.', {
    date: { ...schema.orNull(schema.day('The first day.')), 'x-until': 'end' },
    end: schema.orNull(schema.day('The last day.')),
    when: schema.orNull(schema.text('When, in the words of the article.')),
    status: schema.choice('As it was when the article was written.', [...new Set(statuses)]),
    id: schema.id('Id of the record.'),
    collection: schema.choice(
      'The collection the record belongs to.',
      timelineCollections.map(({ name }) => name),
    ),
    what: schema.text('What happens.'),
    place: schema.orNull(schema.text('Where.')),
    evidence: schema.evidence(0),
  }),
);

/** Entry of the timeline; `date` and `end` are a day, a month or a year (ISO 8601). */
export interface TimelineEntry extends AnyRecord {
  readonly date: string | null;
  readonly end: string | null;
  readonly when: string | null;
  readonly status: string | null;
  readonly what: string;
  readonly place: string | null;
}

/** Creates a finder of the weekday that a text in a language names, counted from Monday as 0; 7 if it names none. */
function createWeekdayFinder(language: string): (text: string) => number {
  const getNames = once(() => listWeekdays(resolveLanguage(language)).map(foldCase));
  return memoise((text) => {
    const words = new Set(foldCase(text).split(/[^\p{L}\p{M}-]+/u));
    const found = getNames().findIndex((name) => words.has(name));
    return found < 0 ? 7 : found;
  });
}

/**
 * Lists all timeline entries by their first day, or by their last if the first is not stated. Then come
 * those with a weekday in their wording, in the order of the week, and the others.
 */
export function listTimelineEntries(index: RecordIndex): readonly TimelineEntry[] {
  const entries = timelineCollections.flatMap(
    ({ name: collection, start, end = start, describe }) => {
      const { label } = describeCollection(collection);
      return getRecords(index.dataset, collection).map((one): TimelineEntry => {
        const value = (name: string) => (one[name] ?? null) as string | null;
        return {
          date: value(start),
          end: value(end),
          when: value('when'),
          status: value('status'),
          id: one.id,
          collection,
          what: (describe ?? label)?.(one, index) ?? String(one.name),
          place: value('place'),
          evidence: assertDefined(one.evidence),
        };
      });
    },
  );
  const findWeekday = createWeekdayFinder(index.dataset.source.language);
  // A weekday comes after every day, and before what has neither.
  const getPosition = ({ date, end, when }: TimelineEntry) =>
    date ?? end ?? `\u{10fffe}${when === null ? 7 : findWeekday(when)}`;
  return entries.sort((left, right) => {
    const [a, b] = [getPosition(left), getPosition(right)];
    return a < b ? -1 : Number(a > b);
  });
}

const compareDays = (left: string, right: string) => (left < right ? -1 : 1);

/** Maximum number of days on which an entry is repeated. One that goes on longer comes on the first and the last. */
const maxDays = 31;

/**
 * Groups timeline entries by day, in order. The days are those on which an entry begins or ends and the `others`, as
 * far as they pass `isAsked`. An entry on none of these days comes under its first day; an entry without a date is left
 * out.
 */
export function groupByDay(
  entries: readonly TimelineEntry[],
  others: readonly string[],
  isAsked: (day: string) => boolean,
): readonly (readonly [day: string, entries: readonly TimelineEntry[]])[] {
  const own = entries.flatMap(({ date, end }) => [date, end]).filter((day) => day !== null);
  const days = [...new Set([...own, ...others])].filter(isAsked).sort(compareDays);
  const wholeDays = days.filter(isWholeDay);
  const selectDays = (first: string, last: string): readonly string[] => {
    const from = countLeading(wholeDays, (day) => day < first);
    const to = countLeading(wholeDays, (day) => day <= last);
    if (to - from <= maxDays) return wholeDays.slice(from, to);
    return [from, to - 1].map((at) => assertDefined(wholeDays[at]));
  };
  const listEntryDays = ({ date, end }: TimelineEntry): readonly string[] => {
    const [first, last] = [date ?? end, end ?? date];
    if (first === null || last === null) return [];
    // A month or a year is a group of its own, not spread over its days.
    const entryDays =
      isWholeDay(first) && isWholeDay(last)
        ? selectDays(first, last)
        : [...new Set([first, last])].filter(isAsked);
    return entryDays.length > 0 ? entryDays : [first];
  };
  const onDays = entries.flatMap((entry) => listEntryDays(entry).map((day) => ({ day, entry })));
  return [...groupBy(onDays, ({ day }) => day)]
    .map(([day, group]) => [day, group.map(({ entry }) => entry)] as const)
    .sort(([left], [right]) => compareDays(left, right));
}
