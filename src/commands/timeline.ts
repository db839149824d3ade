import type { Condition } from '../dataset/query/condition.ts';
import { meets } from '../dataset/query/meets.ts';
import { indexRecords, type RecordIndex } from '../dataset/query/record-index.ts';
import { selectRecords } from '../dataset/query/select.ts';
import { formatAnchor } from '../dataset/query/tabulate.ts';
import {
  groupByDay,
  listTimelineEntries,
  type TimelineEntry,
  timelineFields,
} from '../dataset/query/timeline.ts';
import { notStated } from '../model/listing.ts';
import type { Anchor } from '../model/record.ts';
import { listOptions } from '../options/list-options.ts';
import { defineFormatOption } from '../options/option.ts';
import { type Day, drawTimeline, type TimelineItem } from '../output/drawing.ts';
import { formatNames } from '../output/formats.ts';
import { toDrawingOptions } from '../output/render-options.ts';
import { formatDate } from '../text/dates.ts';
import { groupBy } from '../text/group-by.ts';
import { defineCommand, groups } from './command.ts';
import { createCountryFilter, datesHelp } from './listing.ts';
import { type ListSource, printList, reportEmptyResult, runQuery } from './print-list.ts';

/** Converts a timeline entry for the drawing of a day; `day` is null for entries without a date. */
function toTimelineItem(
  moment: TimelineEntry,
  day: string | null,
  hasEvidence: boolean,
): TimelineItem {
  const { status, id, what, place, date, end, when } = moment;
  const words = when === null || day === null ? [] : [when];
  const isFirst = day === null || day === date || date === null;
  const since = isFirst ? [] : [`since ${formatDate(date)}`];
  const from = date === null || end !== null ? [] : [`from ${formatDate(date)}`];
  const until = end === null || (date !== null && end === day) ? [] : [`until ${formatDate(end)}`];
  const anchors = hasEvidence ? (moment.evidence as readonly Anchor[]).map(formatAnchor) : [];
  return {
    status: status ?? notStated,
    id,
    what,
    details: [
      ...(place === null ? [] : [place]),
      ...words,
      ...since,
      ...from,
      ...until,
      ...anchors,
    ],
  };
}

/** Groups timeline entries by the days that meet the conditions. */
function groupByDaysAsked(
  moments: readonly TimelineEntry[],
  conditions: readonly Condition[],
  links: RecordIndex,
) {
  const onDays = conditions.filter(({ field }) => field.name === 'date');
  const named = onDays.filter(({ operator }) => operator === '=').flatMap(({ wanted }) => wanted);
  return groupByDay(moments, named, (day) =>
    onDays.every((one) => meets({ id: '', date: day, end: day }, one, links)),
  );
}

/** Lists the days with their entries, then the entries dated in words only, then those without a date. */
function listDays(
  byDay: ReturnType<typeof groupByDay>,
  moments: readonly TimelineEntry[],
  isReversed: boolean,
  hasEvidence: boolean,
): readonly Day[] {
  const days = (isReversed ? byDay.toReversed() : byDay).map(([day, then]): Day => {
    return {
      heading: formatDate(day),
      // Worked out when it is drawn: everything may go on every day.
      get happenings() {
        return then.map((one) => toTimelineItem(one, day, hasEvidence));
      },
    };
  });
  const undated = moments.filter(({ date, end }) => date === null && end === null);
  const toUndatedDay = (heading: string, some: readonly TimelineEntry[]): Day => ({
    heading,
    happenings: some.map((one) => toTimelineItem(one, null, hasEvidence)),
  });
  const byWords = groupBy(undated, ({ when }) => when);
  const worded = [...byWords].flatMap(([when, some]) =>
    when === null ? [] : [toUndatedDay(when, some)],
  );
  const open = byWords.get(null);
  return [...days, ...worded, ...(open ? [toUndatedDay('Undated', open)] : [])];
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
  examples: ({ country, day }) => [
    ['timeline', 'a drawing'],
    [`timeline --where date=${day}`, 'what happens on one day'],
    ['timeline --where status=planned', 'what is planned'],
    [`timeline --country ${country}`, 'events linked to one country'],
    ['timeline -f markdown', 'a table for a report'],
  ],
  more:
    'The days are drawn in order, with --sort -date or -end the last one first; further fields order what happens ' +
    `on a day. Sorted by any other field first, it is a table. ${datesHelp}`,
  async run(call) {
    const dataset = await call.load();
    const links = indexRecords(dataset);
    const moments = listTimelineEntries(dataset, links);
    const source: ListSource = {
      fields: timelineFields,
      defaultFields: ['date', 'end', 'status', 'id', 'what', 'place'],
      records: moments,
      names: links,
      tied: createCountryFilter(dataset, links),
    };
    const { format = 'drawing', ...rest } = call.options;
    const { query, records } = runQuery(source, rest);
    const [first, ...further] = query.sort ?? [];
    // Only a list in order of time can be drawn.
    const isByTime = first === undefined || ['date', 'end'].includes(first.field.name);
    const isDrawn = format === 'drawing' && isByTime && !rest.fields && !rest.count && !rest.ids;
    if (isDrawn) {
      const found = selectRecords(
        records,
        { conditions: [], sort: further },
        links,
      ) as readonly TimelineEntry[];
      const days = listDays(
        groupByDaysAsked(found, query.conditions, links),
        found,
        first?.descending === true,
        rest.evidence === true,
      );
      await call.print(drawTimeline(days, toDrawingOptions(call.page)));
    } else {
      const options = format === 'drawing' ? rest : { ...rest, format };
      await printList({ ...call, options }, source, query, records);
    }
    if (records.length === 0) await reportEmptyResult(call, source, query);
    return 0;
  },
});
