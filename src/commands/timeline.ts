import { linksOf } from '../dataset/query/links.ts';
import { anchorText } from '../dataset/query/tabulate.ts';
import { type Moment, momentFields, momentsOf } from '../dataset/query/timeline.ts';
import { dayText } from '../dataset/schema/day.ts';
import { type ListOptions, listOptions } from '../options/list-options.ts';
import { choiceOption } from '../options/option.ts';
import { type Day, drawTimeline, type Happening } from '../output/drawing.ts';
import { type FormatName, formatNames } from '../output/formats.ts';
import { type Command, groups } from './command.ts';
import { tiedIn } from './listing.ts';
import { printList, type RecordSource, selectBy, tellNone } from './print-list.ts';

const drawn = 'drawing';

function happeningOf(moment: Moment, day: string | null, hasEvidence: boolean): Happening {
  const { status, id, what, place, date, end, evidence } = moment;
  const isFirst = day === null || day === date || date === null;
  const since = isFirst ? [] : [`since ${dayText(date)}`];
  const until = end === null || end === (day ?? date) ? [] : [`until ${dayText(end)}`];
  const anchors = hasEvidence ? evidence.map(anchorText) : [];
  return {
    status,
    id,
    what,
    details: [...(place === null ? [] : [place]), ...since, ...until, ...anchors],
  };
}

/** The days on which something begins or ends, each with all that happens then; last what has no day. */
function* daysOf(
  moments: readonly Moment[],
  { sort, evidence = false }: ListOptions,
): Generator<Day> {
  const days = new Set(
    moments.flatMap(({ date, end }) => (date === null ? [] : [date, end ?? date])),
  );
  const order = [...days].sort((a, b) => a.localeCompare(b));
  for (const day of sort === '-date' ? order.toReversed() : order) {
    const then = moments.filter(
      ({ date, end }) => date !== null && date <= day && day <= (end ?? date),
    );
    const happenings = then.map((one) => happeningOf(one, day, evidence));
    yield { heading: dayText(day), happenings };
  }
  const undated = moments.filter(({ date }) => date === null);
  if (undated.length === 0) return;
  const happenings = undated.map((one) => happeningOf(one, null, evidence));
  yield { heading: 'No date given', happenings };
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
    ['timeline --sort -date', 'the latest first'],
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
      names: links,
      tied: tiedIn(dataset, links),
    };
    const isDrawn = (format ?? drawn) === drawn && !rest.fields && !rest.count && !rest.ids;
    if (isDrawn) {
      const moments = selectBy(source, rest) as readonly Moment[];
      await call.print(drawTimeline(daysOf(moments, rest), call.page));
      if (moments.length === 0) await tellNone({ ...call, options: rest }, source);
      return 0;
    }
    const listed = format === drawn || format === undefined ? {} : { format: format as FormatName };
    const listCall = { ...call, options: { ...rest, ...listed } };
    const records = await printList(listCall, source);
    if (records.length === 0) await tellNone(listCall, source);
    return 0;
  },
};
