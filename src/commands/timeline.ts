import { notStated } from '../contracts/listing.ts';
import type { Anchor } from '../contracts/verification-target.ts';
import { linksOf } from '../dataset/query/links.ts';
import { anchorText } from '../dataset/query/tabulate.ts';
import { type Moment, momentFields, momentsOf } from '../dataset/query/timeline.ts';
import { dayText } from '../dataset/schema/day.ts';
import { listOptions } from '../options/list-options.ts';
import { formatOption } from '../options/option.ts';
import { type Day, drawTimeline, type Happening } from '../output/drawing.ts';
import { formatNames } from '../output/formats.ts';
import { command, groups } from './command.ts';
import { tiedIn } from './listing.ts';
import { ask, printList, type RecordSource, tellNone } from './print-list.ts';

/** How a moment is drawn on a day, or under what has none. */
function happeningOf(moment: Moment, day: string | null, hasEvidence: boolean): Happening {
  const { status, id, what, place, date, end } = moment;
  const isFirst = day === null || day === date || date === null;
  const since = isFirst ? [] : [`since ${dayText(date)}`];
  const until = end === null || end === (day ?? date) ? [] : [`until ${dayText(end)}`];
  const anchors = hasEvidence ? (moment.evidence as readonly Anchor[]).map(anchorText) : [];
  return {
    status: status ?? notStated,
    id,
    what,
    details: [...(place === null ? [] : [place]), ...since, ...until, ...anchors],
  };
}

/** The days on which something begins or ends, each with all that happens then; last what has no day. */
function daysOf(
  moments: readonly Moment[],
  isReversed: boolean,
  hasEvidence: boolean,
): readonly Day[] {
  const ends = moments.flatMap(({ date, end }) => (date === null ? [] : [date, end ?? date]));
  const order = [...new Set(ends)].sort((a, b) => a.localeCompare(b));
  const days = (isReversed ? order.toReversed() : order).map((day): Day => {
    const then = moments.filter(
      ({ date, end }) => date !== null && date <= day && day <= (end ?? date),
    );
    const happenings = then.map((one) => happeningOf(one, day, hasEvidence));
    return { heading: dayText(day), happenings };
  });
  const undated = moments.filter(({ date }) => date === null);
  if (undated.length === 0) return days;
  const happenings = undated.map((one) => happeningOf(one, null, hasEvidence));
  return [...days, { heading: 'No date given', happenings }];
}

export const timeline = command({
  name: 'timeline',
  group: groups.reading,
  summary: 'Draw what happens day by day, with held and planned told apart.',
  operands: {},
  options: {
    ...listOptions,
    format: formatOption('how to print it', ['drawing', ...formatNames]),
  },
  fields: () => momentFields,
  examples: ({ country }) => [
    ['timeline', 'a drawing'],
    [`timeline --country ${country}`, 'what is tied to one country'],
    ['timeline --sort -date', 'the latest first'],
    ['timeline -f markdown', 'a table for a report'],
  ],
  async run(call) {
    const dataset = await call.load();
    const links = linksOf(dataset);
    const moments = momentsOf(dataset, links.label);
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
      const isReversed = query.sort?.field.name === 'date' && query.sort.descending;
      const days = daysOf(
        records as readonly Moment[],
        isReversed === true,
        rest.evidence === true,
      );
      await call.print(drawTimeline(days, call.page));
    } else {
      const options = format === 'drawing' ? rest : { ...rest, format };
      await printList({ ...call, options }, source, query, records);
    }
    if (records.length === 0) await tellNone(call, query);
    return 0;
  },
});
