import { indexRecords } from '../dataset/query/record-index.ts';
import { collectionNames, collections } from '../dataset/schema/collections.ts';
import type { Dataset } from '../dataset/schema/dataset.ts';
import type { Source, Summit } from '../dataset/schema/records.ts';
import { notStated } from '../model/listing.ts';
import { defineFormatOption } from '../options/option.ts';
import { escapeUnsafe } from '../output/escape.ts';
import { formatJson } from '../output/format-json.ts';
import { type RenderOptions, toDrawingOptions } from '../output/render-options.ts';
import { layOutRows, wrap } from '../output/text.ts';
import { formatDate, formatSpan } from '../text/dates.ts';
import { defineCommand, groups } from './command.ts';
import { findExampleIds } from './example-ids.ts';

function formatDates({ start, end, when }: Summit): string {
  if (start !== null && end !== null) {
    return end === start ? formatDate(start) : formatSpan(start, end);
  }
  if (start !== null) return `from ${formatDate(start)}`;
  if (end !== null) return `until ${formatDate(end)}`;
  return when ?? `dates ${notStated}`;
}

/** Returns the place, the dates and the status of the summit in one line. */
export function describeSummit(dataset: Dataset): string {
  const { summit } = dataset;
  const { label } = indexRecords(dataset);
  const country = summit.country && (label(summit.country) ?? summit.country);
  const place = [summit.place, country].filter((part) => part !== null).join(', ');
  const status = summit.status ?? `status ${notStated}`;
  return [place || `place ${notStated}`, formatDates(summit), status].join(' · ');
}

const countByCollection = (dataset: Dataset) =>
  collectionNames.map((name) => [name, dataset[name].length] as const);

function listNextCommands(dataset: Dataset, data: string | undefined) {
  const { program, country, word } = findExampleIds(dataset, data);
  const filled = collectionNames.find((name) => dataset[name].length > 0);
  const first = filled ? dataset[filled][0] : dataset.summit;
  const linked = dataset.talks.length > 0 ? 'talks' : 'records';
  return [
    [`${program} ${filled ?? 'records'}`, 'list any collection above'],
    [`${program} show ${first?.id}`, 'one record with links and evidence'],
    [`${program} ${linked} --country ${country}`, 'records linked to a country'],
    [`${program} search ${word}`, 'search every field'],
    [`${program} timeline`, 'past and planned events'],
    [`${program} --help`, 'all commands and options'],
  ] as const;
}

/** Returns as much of a text as fits on one line. */
function cutToLine(text: string, width: number | undefined): string {
  const [line = '', ...rest] = wrap(text, width && Math.max(1, width - 2));
  return rest.length > 0 ? `${line} …` : line;
}

/** Formats the article and its source, with the first line of the note. */
function formatSource({ title, note, ...source }: Source, page: RenderOptions): string {
  const { dim } = page.style;
  const { publisher, agency, author, published } = source;
  const credits = Object.entries({ publisher, agency, author, published }).map(
    ([label, value]) => `${dim(label)} ${value === null ? dim(notStated) : escapeUnsafe(value)}`,
  );
  const labelWidth = 'article'.length;
  const room = page.width && Math.max(1, page.width - labelWidth - 2);
  return layOutRows(
    [
      [dim('article'), title === null ? dim(notStated) : escapeUnsafe(title)],
      [dim('source'), credits.join(' · ')],
      ...(note === null ? [] : [[dim('note'), cutToLine(escapeUnsafe(note), room)] as const]),
    ],
    page,
  );
}

function formatCounts(dataset: Dataset, page: RenderOptions): string {
  const counts = countByCollection(dataset);
  const nameWidth = Math.max(...counts.map(([name]) => name.length));
  const countWidth = Math.max(...counts.map(([, count]) => String(count).length));
  const rows = counts.map(([name, count]) => {
    const label = `${page.style.dim(name.padEnd(nameWidth))}  ${String(count).padStart(countWidth)}`;
    return [label, collections[name].description] as const;
  });
  return layOutRows(rows, page);
}

function formatOverview(
  dataset: Dataset,
  data: string | undefined,
  page: RenderOptions,
): readonly string[] {
  const { summit, source } = dataset;
  const { heading, id } = page.style;
  const lines = [heading(escapeUnsafe(summit.name)), escapeUnsafe(describeSummit(dataset))];
  const next = listNextCommands(dataset, data).map(([line, why]) => [id(line), why] as const);
  return [
    ...lines.map((line) => `${wrap(line, page.width).join('\n')}\n`),
    `\n${formatSource(source, page)}`,
    `\n${formatCounts(dataset, page)}`,
    `\n${layOutRows(next, page)}`,
  ];
}

export const overview = defineCommand({
  name: 'summit',
  group: groups.reading,
  summary: 'Explore what one news article reports about a summit.',
  operands: {},
  options: { format: defineFormatOption(['text', 'json']) },
  examples: ({ leader, country }) => [
    ['', 'overview of the dataset'],
    ['deals', 'list the deals'],
    [`talks --country ${country} -f csv`, 'export a filtered list as CSV'],
    [`show ${leader}`, 'show one record and everything linked to it'],
  ],
  more:
    'Exit status: 0 success, 1 negative result (nothing found, no such record, not verified, not ' +
    'valid, reports differ), 2 error. Output is coloured on a terminal; in order of precedence: --color, NO_COLOR, FORCE_COLOR, ' +
    'TERM=dumb.',
  async run({ options, page, load, print }) {
    const dataset = await load();
    const { summit, source } = dataset;
    const counts = Object.fromEntries(countByCollection(dataset));
    await print(
      options.format === 'json'
        ? formatJson({ summit, source, counts })
        : formatOverview(dataset, options.data, toDrawingOptions(page)),
    );
    return 0;
  },
});
