import { notStated } from '../contracts/listing.ts';
import type { Anchor } from '../contracts/verification-target.ts';
import { linksOf } from '../dataset/query/links.ts';
import { anchorText } from '../dataset/query/tabulate.ts';
import { type Moment, momentFields, momentsOf } from '../dataset/query/timeline.ts';
import { meets } from '../dataset/query/where.ts';
import { dayText, isWholeDay } from '../dataset/schema/day.ts';
import { listOptions } from '../options/list-options.ts';
import { formatOption } from '../options/option.ts';
import { type Day, drawTimeline, type Happening } from '../output/drawing.ts';
import { formatNames } from '../output/formats.ts';
import { drawnPage } from '../output/page.ts';
import { command, groups } from './command.ts';
import { tiedIn } from './listing.ts';
import { ask, printList, type RecordSource, tellNone } from './print-list.ts';

/** How a moment is drawn on a day, or under what has none. */
function happeningOf(moment: Moment, day: string | null, hasEvidence: boolean): Happening {
  const { status, id, what, place, date, end, when } = moment;
  const words = when === null || day === null ? [] : [when];
  const isFirst = day === null || day === date || date === null;
  const since = isFirst ? [] : [`since ${dayText(date)}`];
  const until = end === null || end === (day ?? date) ? [] : [`until ${dayText(end)}`];
  const anchors = hasEvidence ? (moment.evidence as readonly Anchor[]).map(anchorText) : [];
  return {
    status: status ?? notStated,
    id,
    what,
    details: [...(place === null ? [] : [place]), ...words, ...since, ...until, ...anchors],
  };
}

/** Whether something happens on a day; what has but a month or a year is on none of their days. */
function isOn({ date, end }: Moment, day: string): boolean {
  if (date === day || (date !== null && end === day)) return true;
  const isWhole = [date, end, day].every((one) => one !== null && isWholeDay(one));
  return isWhole && date !== null && end !== null && date <= day && day <= end;
}

/**
 * The days on which something begins or ends, each with all that happens then; below them what has but
 * words for its day, and last what has nothing.
 */
function daysOf(
  moments: readonly Moment[],
  isReversed: boolean,
  hasEvidence: boolean,
  isAsked: (day: string) => boolean,
): readonly Day[] {
  const ends = moments.flatMap(({ date, end }) => (date === null ? [] : [date, end ?? date]));
  const order = [...new Set(ends)].filter(isAsked).sort((a, b) => (a < b ? -1 : 1));
  const days = (isReversed ? order.toReversed() : order).map((day): Day => {
    const then = moments.filter((moment) => isOn(moment, day));
    const happenings = then.map((one) => happeningOf(one, day, hasEvidence));
    return { heading: dayText(day), happenings };
  });
  const undated = moments.filter(({ date }) => date === null);
  const under = (heading: string, some: readonly Moment[]): Day => ({
    heading,
    happenings: some.map((one) => happeningOf(one, null, hasEvidence)),
  });
  const words = new Set(undated.flatMap(({ when }) => when ?? []));
  const worded = [...words].map((one) =>
    under(
      one,
      undated.filter(({ when }) => when === one),
    ),
  );
  const open = undated.filter(({ when }) => when === null);
  return [...days, ...worded, ...(open.length > 0 ? [under('No date given', open)] : [])];
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
    const isDrawn = format === 'drawing' && !rest.fields && !rest.count && !rest.ids;
    if (isDrawn) {
      const [sort] = query.sort ?? [];
      const isReversed = sort?.field.name === 'date' && sort.descending;
      const days = daysOf(
        records as readonly Moment[],
        isReversed === true,
        rest.evidence === true,
        // Of what goes on for days those are shown that were asked for.
        (day) =>
          query.conditions
            .filter(({ field }) => field.name === 'date')
            .every((one) => meets({ id: '', date: day, end: day }, one, links)),
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
