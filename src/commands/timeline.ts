import { formatAnchor } from '../dataset/query/read.ts';
import { indexRecords } from '../dataset/query/record-index.ts';
import { meets, type Query, selectRecords } from '../dataset/query/select.ts';
import {
  groupByDay,
  listTimelineEntries,
  type TimelineEntry,
  timelineFields,
} from '../dataset/query/timeline.ts';
import { notStated } from '../model/listing.ts';
import type { Anchor, AnyRecord } from '../model/record.ts';
import { listOptions } from '../options/list-options.ts';
import { defineFormatOption } from '../options/option.ts';
import { drawTimeline, type TimelineItem, type TimelineSection } from '../output/drawing.ts';
import { formatNames } from '../output/formats.ts';
import { toDrawingOptions } from '../output/render-options.ts';
import { formatDate } from '../text/dates.ts';
import { groupBy } from '../text/group-by.ts';
import { defineCommand, type Example, groups } from './command.ts';
import { list } from './list.ts';
import { datesHelp } from './listing.ts';

/** Formats the days of an entry that the heading, a day or none, does not say. */
function formatDays({ date, end, when }: TimelineEntry, day: string | null): readonly string[] {
  const isOpen = date === null || end !== null;
  return [
    ...(when === null || day === null ? [] : [when]),
    ...(day === null || date === null || day === date ? [] : [`since ${formatDate(date)}`]),
    ...(isOpen ? [] : [`from ${formatDate(date)}`]),
    ...(end === null || (date !== null && end === day) ? [] : [`until ${formatDate(end)}`]),
  ];
}

/** Converts a timeline entry for the drawing under a day; `day` is null for entries without a date. */
function toTimelineItem(
  entry: TimelineEntry,
  day: string | null,
  hasEvidence: boolean,
): TimelineItem {
  const { status, id, what, place, evidence } = entry;
  const anchors = hasEvidence ? (evidence as readonly Anchor[]).map(formatAnchor) : [];
  const days = formatDays(entry, day);
  const details = [...(place === null ? [] : [place]), ...days, ...anchors];
  return { status: status ?? notStated, id, what, details };
}

/** Lists the days with their entries, then the entries dated in words only, then those without a date. */
function listSections(
  days: ReturnType<typeof groupByDay>,
  entries: readonly TimelineEntry[],
  hasEvidence: boolean,
): readonly TimelineSection[] {
  const createSection = (
    heading: string,
    day: string | null,
    some: readonly TimelineEntry[],
  ): TimelineSection => ({
    heading,
    // Computed when it is drawn, because everything may go on every day.
    get items() {
      return some.map((one) => toTimelineItem(one, day, hasEvidence));
    },
  });
  const undated = entries.filter(({ date, end }) => date === null && end === null);
  const byWords = [...groupBy(undated, ({ when }) => when)];
  const worded = byWords.flatMap(([when, some]) =>
    when === null ? [] : [createSection(when, null, some)],
  );
  const others = byWords.flatMap(([when, some]) =>
    when === null ? [createSection('Undated', null, some)] : [],
  );
  return [
    ...days.map(([day, some]) => createSection(formatDate(day), day, some)),
    ...worded,
    ...others,
  ];
}

export const timeline = defineCommand({
  name: 'timeline',
  group: groups.reading,
  summary: 'Show a day-by-day timeline of past and planned events.',
  operands: {},
  options: {
    ...listOptions,
    format: defineFormatOption(['drawing', ...formatNames]),
  },
  fields: () => timelineFields,
  examples: ({ dataset, country, day }) => {
    const entries = dataset && listTimelineEntries(indexRecords(dataset));
    const isAny = (test: (entry: TimelineEntry) => boolean) => !entries || entries.some(test);
    const examples: readonly (readonly [isShown: boolean, ...Example])[] = [
      [true, 'timeline', 'a drawing'],
      [
        isAny(({ date }) => date !== null),
        `timeline --where date=${day}`,
        'what happens on one day',
      ],
      [
        isAny(({ status }) => status === 'planned'),
        'timeline --where status=planned',
        'what is planned',
      ],
      [true, `timeline --country ${country}`, 'events linked to one country'],
      [true, 'timeline -f markdown', 'a table for a report'],
    ];
    return examples.flatMap(([isShown, ...example]) => (isShown ? [example] : []));
  },
  more:
    'The days are drawn in order, with --sort -date or -end the last one first; further fields order what happens ' +
    `on a day. Sorted by any other field first, it is a table. ${datesHelp}`,
  async run(call) {
    const index = indexRecords(await call.load());
    const { format = 'drawing', ...options } = call.options;
    const draw = (records: readonly AnyRecord[], { conditions, sort = [] }: Query) => {
      const [first, ...further] = sort;
      // Only a list in order of time can be drawn.
      if (first !== undefined && !['date', 'end'].includes(first.field.name)) return undefined;
      const entries = selectRecords(records, { conditions: [], sort: further }, index);
      const moments = entries as readonly TimelineEntry[];
      const onDays = conditions.filter(({ field }) => field.name === 'date');
      const named = onDays.flatMap(({ operator, wanted }) => (operator === '=' ? wanted : []));
      const days = groupByDay(moments, named, (day) =>
        onDays.every((one) => meets({ id: '', date: day, end: day }, one, index)),
      );
      const ordered = first?.descending ? days.toReversed() : days;
      const sections = listSections(ordered, moments, options.evidence === true);
      return drawTimeline(sections, toDrawingOptions(call.page));
    };
    const source = {
      fields: timelineFields,
      defaultFields: ['date', 'end', 'status', 'id', 'what', 'place'],
      records: listTimelineEntries(index),
      index,
    };
    if (format === 'drawing') return list({ ...call, options }, { ...source, draw });
    return list({ ...call, options: { ...options, format } }, source);
  },
});
