import { dayText } from '../dataset/day.ts';
import { linksOf } from '../dataset/links.ts';
import { type Moment, momentFields, momentsOf } from '../dataset/timeline.ts';
import { choiceOption } from '../options.ts';
import { type Day, drawTimeline, type Happening } from '../output/drawing.ts';
import { type FormatName, formatNames } from '../output/formats.ts';
import { type Command, groups } from './command.ts';
import { type ListOptions, listOptions } from './list-options.ts';
import { tiedIn } from './listing.ts';
import { printList, type RecordSource, selectBy, tellNone } from './print-list.ts';

const drawn = 'drawing';

function happeningOf(
  { status, id, what, place, date, end }: Moment,
  day: string | null,
): Happening {
  const span = end === null || end === date ? [] : [`until ${dayText(end)}`];
  const since = day === null || day === date || date === null ? [] : [`since ${dayText(date)}`];
  return { status, id, what, details: [...(place === null ? [] : [place]), ...since, ...span] };
}

/** The days on which something begins or ends, each with all that happens then; last what has no day. */
function* daysOf(moments: readonly Moment[]): Generator<Day> {
  const days = new Set(
    moments.flatMap(({ date, end }) => (date === null ? [] : [date, end ?? date])),
  );
  for (const day of [...days].sort((a, b) => a.localeCompare(b))) {
    const then = moments.filter(
      ({ date, end }) => date !== null && date <= day && day <= (end ?? date),
    );
    yield { heading: dayText(day), happenings: then.map((one) => happeningOf(one, day)) };
  }
  const undated = moments.filter(({ date }) => date === null);
  if (undated.length === 0) return;
  yield { heading: 'No date given', happenings: undated.map((one) => happeningOf(one, null)) };
}

export const timeline: Command = {
  name: 'timeline',
  group: groups.reading,
  summary: 'Draw events and talks day by day, with held and planned told apart.',
  options: () => [
    choiceOption('-f, --format <name>', 'how to print it', [drawn, ...formatNames]),
    ...listOptions().filter(({ long }) => long !== '--format'),
  ],
  fields: () => momentFields,
  examples: ({ country }) => [
    ['timeline', 'a drawing'],
    [`timeline --country ${country}`, 'what is tied to one country'],
    ['timeline -f markdown', 'a table for a report'],
  ],
  async run(call) {
    const dataset = await call.load();
    const links = linksOf(dataset);
    const { format, ...rest } = call.options as Omit<ListOptions, 'format'> & { format?: string };
    const source: RecordSource = {
      fields: momentFields,
      chief: ['date', 'end', 'status', 'id', 'what', 'place'],
      records: momentsOf(dataset, links.label),
      label: links.label,
      tied: tiedIn(dataset, links),
    };
    const isDrawn = (format ?? drawn) === drawn && !rest.fields && !rest.count && !rest.ids;
    if (isDrawn) {
      const moments = selectBy(source, rest) as readonly Moment[];
      await call.print(drawTimeline(daysOf(moments), call.page));
      await tellNone(call, moments);
      return 0;
    }
    const listed = format === drawn || format === undefined ? {} : { format: format as FormatName };
    await tellNone(call, await printList({ ...call, options: { ...rest, ...listed } }, source));
    return 0;
  },
};
