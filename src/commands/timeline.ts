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
import { drawTimeline, type TimelineSection } from '../output/drawing.ts';
import { formatNames } from '../output/formats.ts';
import { toDrawingOptions } from '../output/render-options.ts';
import { formatDate } from '../text/dates.ts';
import { groupBy } from '../text/group-by.ts';
import { defineCommand, type Example, groups } from './command.ts';
import { datesHelp, list, textOperand } from './list.ts';

/** Lists the place, the days that the heading (a day or null) does not say, and the passages if asked for. */
function listDetails(
  { date, end, when, place, evidence }: TimelineEntry,
  day: string | null,
  hasEvidence: boolean,
): readonly string[] {
  return [
    place,
    day !== null && when,
    day !== null && date !== null && day !== date && `since ${formatDate(date)}`,
    date !== null && end === null && `from ${formatDate(date)}`,
    end !== null && (date === null || end !== day) && `until ${formatDate(end)}`,
    ...(hasEvidence ? (evidence as readonly Anchor[]).map(formatAnchor) : []),
  ].filter((part) => typeof part === 'string');
}

/** Lists the days with their entries, then the entries dated in words only, then those without a date. */
export function listTimelineSections(
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
      return some.map((entry) => ({
        status: entry.status ?? notStated,
        id: entry.id,
        what: entry.what,
        details: listDetails(entry, day, hasEvidence),
      }));
    },
  });
  const undated = entries.filter(({ date, end }) => date === null && end === null);
  const byWords = [...groupBy(undated, ({ when }) => when)].sort(
    ([one], [other]) => Number(one === null) - Number(other === null),
  );
  return [
    ...days.map(([day, some]) => createSection(formatDate(day), day, some)),
    ...byWords.map(([when, some]) => createSection(when ?? 'Undated', null, some)),
  ];
}

export const timeline = defineCommand({
  name: 'timeline',
  group: groups.reading,
  summary: 'Show a day-by-day timeline of past and planned events.',
  operands: { text: textOperand },
  options: {
    ...listOptions,
    format: defineFormatOption(['drawing', ...formatNames]),
  },
  fields: timelineFields,
  examples: ({ dataset, country, day }) => {
    const entries = dataset && listTimelineEntries(indexRecords(dataset));
    const hasAny = (test: (entry: TimelineEntry) => boolean) => !entries || entries.some(test);
    const dated: Example = [`timeline --where date=${day}`, 'what happens on one day'];
    const planned: Example = ['timeline --where status=planned', 'what is planned'];
    return [
      ['timeline', 'a drawing'],
      ...(hasAny(({ date }) => date !== null) ? [dated] : []),
      ...(hasAny(({ status }) => status === 'planned') ? [planned] : []),
      [`timeline --country ${country}`, 'events linked to one country'],
      ['timeline -f markdown', 'a table for a report'],
    ];
  },
  more:
    'The days are drawn in order, with --sort -date or -end the last one first; further fields order what happens ' +
    `on a day. Sorted by any other field first, it is a table. ${datesHelp}`,
  listRecords: listTimelineEntries,
  async run(call) {
    const index = indexRecords(await call.load());
    const { format = 'drawing', ...options } = call.options;
    const draw = (records: readonly AnyRecord[], { conditions, sort = [] }: Query) => {
      const [first, ...further] = sort;
      // Only a list in order of time can be drawn.
      if (first !== undefined && !['date', 'end'].includes(first.field.name)) return undefined;
      const sorted = selectRecords(records, { conditions: [], sort: further }, index);
      const entries = sorted as readonly TimelineEntry[];
      const onDays = conditions.filter(({ field }) => field.name === 'date');
      const named = onDays.flatMap(({ operator, wanted }) => (operator === '=' ? wanted : []));
      const days = groupByDay(entries, named, (day) =>
        onDays.every((one) => meets({ id: '', date: day, end: day }, one, index)),
      );
      const ordered = first?.isDescending ? days.toReversed() : days;
      const sections = listTimelineSections(ordered, entries, options.evidence === true);
      return drawTimeline(sections, toDrawingOptions(call.page));
    };
    const isDrawing = format === 'drawing';
    return list(
      { ...call, options: { ...options, format: isDrawing ? 'table' : format } },
      {
        fields: timelineFields,
        defaultFields: ['date', 'end', 'status', 'id', 'what', 'place'],
        records: listTimelineEntries(index),
        index,
        texts: call.operands.text,
        ...(isDrawing && { draw }),
      },
    );
  },
});
