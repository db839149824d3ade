import { notStated } from '../contracts/listing.ts';
import type { Anchor } from '../contracts/verification-target.ts';
import { type Links, linksOf } from '../dataset/query/links.ts';
import { select } from '../dataset/query/select.ts';
import { anchorText } from '../dataset/query/tabulate.ts';
import { groupByDay, type Moment, momentFields, momentsOf } from '../dataset/query/timeline.ts';
import { type Condition, meets } from '../dataset/query/where.ts';
import { dayText } from '../dataset/schema/day.ts';
import { listOptions } from '../options/list-options.ts';
import { formatOption } from '../options/option.ts';
import { type Day, drawTimeline, type Happening } from '../output/drawing.ts';
import { formatNames } from '../output/formats.ts';
import { drawnPage } from '../output/page.ts';
import { groupBy } from '../text/group-by.ts';
import { command, groups } from './command.ts';
import { datesHelp, tiedIn } from './listing.ts';
import { ask, printList, type RecordSource, tellNone } from './print-list.ts';

/** How a moment is drawn on a day, or under what has none. */
function happeningOf(moment: Moment, day: string | null, hasEvidence: boolean): Happening {
  const { status, id, what, place, date, end, when } = moment;
  const words = when === null || day === null ? [] : [when];
  const isFirst = day === null || day === date || date === null;
  const since = isFirst ? [] : [`since ${dayText(date)}`];
  const from = date === null || end !== null ? [] : [`from ${dayText(date)}`];
  const until = end === null || (date !== null && end === day) ? [] : [`until ${dayText(end)}`];
  const anchors = hasEvidence ? (moment.evidence as readonly Anchor[]).map(anchorText) : [];
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

/** Groups moments by the days that conditions ask for. */
function groupByDaysAsked(
  moments: readonly Moment[],
  conditions: readonly Condition[],
  links: Links,
) {
  const onDays = conditions.filter(({ field }) => field.name === 'date');
  const named = onDays.filter(({ operator }) => operator === '=').flatMap(({ wanted }) => wanted);
  return groupByDay(moments, named, (day) =>
    onDays.every((one) => meets({ id: '', date: day, end: day }, one, links)),
  );
}

/** Returns the days with what happens on each; below them what has only words for its day, and last what has nothing. */
function daysOf(
  byDay: ReturnType<typeof groupByDay>,
  moments: readonly Moment[],
  isReversed: boolean,
  hasEvidence: boolean,
): readonly Day[] {
  const days = (isReversed ? byDay.toReversed() : byDay).map(([day, then]): Day => {
    const happenings = then.map((one) => happeningOf(one, day, hasEvidence));
    return { heading: dayText(day), happenings };
  });
  const undated = moments.filter(({ date, end }) => date === null && end === null);
  const under = (heading: string, some: readonly Moment[]): Day => ({
    heading,
    happenings: some.map((one) => happeningOf(one, null, hasEvidence)),
  });
  const byWords = groupBy(undated, ({ when }) => when);
  const worded = [...byWords].flatMap(([when, some]) => (when === null ? [] : [under(when, some)]));
  const open = byWords.get(null);
  return [...days, ...worded, ...(open ? [under('No date given', open)] : [])];
}

export const timeline = command({
  name: 'timeline',
  group: groups.reading,
  summary: 'Draw what happens day by day, with held and planned told apart.',
  operands: {},
  options: {
    ...listOptions,
    format: formatOption(['drawing', ...formatNames]),
  },
  fields: () => momentFields,
  examples: ({ country, day }) => [
    ['timeline', 'a drawing'],
    [`timeline --where date=${day}`, 'what happens on one day'],
    ['timeline --where status=planned', 'what is planned'],
    [`timeline --country ${country}`, 'what is tied to one country'],
    ['timeline -f markdown', 'a table for a report'],
  ],
  more:
    'The days are drawn in order, with --sort -date or -end the last one first; further fields order what happens ' +
    `on a day. Sorted by any other field first, it is a table. ${datesHelp}`,
  async run(call) {
    const dataset = await call.load();
    const links = linksOf(dataset);
    const moments = momentsOf(dataset, links);
    const source: RecordSource = {
      fields: momentFields,
      chief: ['date', 'end', 'status', 'id', 'what', 'place'],
      records: moments,
      names: links,
      tied: tiedIn(dataset, links),
    };
    const { format = 'drawing', ...rest } = call.options;
    const { query, records } = ask(source, rest);
    const [first, ...further] = query.sort ?? [];
    // A drawing is in the order of time.
    const isByTime = first === undefined || ['date', 'end'].includes(first.field.name);
    const isDrawn = format === 'drawing' && isByTime && !rest.fields && !rest.count && !rest.ids;
    if (isDrawn) {
      const found = select(records, { conditions: [], sort: further }, links) as readonly Moment[];
      const days = daysOf(
        groupByDaysAsked(found, query.conditions, links),
        found,
        first?.descending === true,
        rest.evidence === true,
      );
      await call.print(drawTimeline(days, drawnPage(call.page)));
    } else {
      const options = format === 'drawing' ? rest : { ...rest, format };
      await printList({ ...call, options }, source, query, records);
    }
    if (records.length === 0) await tellNone(call, source, query);
    return 0;
  },
});
