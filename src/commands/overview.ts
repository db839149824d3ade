import { indexRecords } from '../dataset/query/record-index.ts';
import {
  type CollectionName,
  collectionNames,
  collections,
} from '../dataset/schema/collections.ts';
import { type Dataset, getRecords } from '../dataset/schema/dataset.ts';
import type { Source, Summit } from '../dataset/schema/records.ts';
import { notStated } from '../model/listing.ts';
import { defineFormatOption } from '../options/option.ts';
import { escapeUnsafe } from '../output/escape.ts';
import { formatJson } from '../output/format-json.ts';
import { type RenderOptions, toDrawingOptions } from '../output/render-options.ts';
import { layOutLabelled, measureWidth, wrap } from '../output/text.ts';
import { formatDate, formatSpan } from '../text/dates.ts';
import { defineCommand, groups } from './command.ts';
import { findExampleIds } from './example-ids.ts';

function formatDates({ start, end, when }: Summit): string {
  if (start === null)
    return end === null ? (when ?? `dates ${notStated}`) : `until ${formatDate(end)}`;
  if (end === null) return `from ${formatDate(start)}`;
  return end === start ? formatDate(start) : formatSpan(start, end);
}

/** Formats labels and their values as two columns. */
function formatRows(
  lines: readonly (readonly [string, string])[],
  page: RenderOptions,
  paint = page.style.dim,
): string {
  const widest = Math.max(...lines.map(([label]) => measureWidth(label)));
  return lines.map(([label, value]) => layOutLabelled(paint(label), value, widest, page)).join('');
}

function formatSource(source: Source, page: RenderOptions): string {
  const formatValue = (value: string | null) =>
    value === null ? page.style.dim(notStated) : escapeUnsafe(value);
  return formatRows(
    [
      ['article', formatValue(source.title)],
      ['publisher', formatValue(source.publisher)],
      ['agency', formatValue(source.agency)],
      ['author', formatValue(source.author)],
      ['published', formatValue(source.published)],
    ],
    page,
  );
}

function formatCounts(dataset: Dataset, page: RenderOptions): string {
  const sizes = collectionNames.map((name) => String(getRecords(dataset, name).length));
  const widest = Math.max(...sizes.map((size) => size.length));
  const longest = Math.max(...collectionNames.map((name) => name.length));
  return collectionNames
    .map((name, at) => {
      const size = (sizes[at] ?? '').padStart(widest);
      const label = `${page.style.dim(name.padEnd(longest))}  ${size}`;
      return layOutLabelled(label, collections[name].description, longest + 2 + widest, page);
    })
    .join('');
}

function render(
  dataset: Dataset,
  data: string | undefined,
  page: RenderOptions,
): readonly string[] {
  const { summit, source } = dataset;
  const { style } = page;
  const { label } = indexRecords(dataset);
  const country = summit.country === null ? [] : [label(summit.country) ?? summit.country];
  const place = [...(summit.place === null ? [] : [summit.place]), ...country].join(', ');
  const facts = [
    place || `place ${notStated}`,
    formatDates(summit),
    summit.status ?? `status ${notStated}`,
  ];
  const { program, country: guest, word } = findExampleIds(dataset, data);
  const isFilled = (name: CollectionName) => getRecords(dataset, name).length > 0;
  const filled = collectionNames.find(isFilled);
  const first = filled ? getRecords(dataset, filled)[0] : summit;
  const next = [
    [`${program} ${filled ?? 'records'}`, 'list any collection above'],
    [`${program} show ${first?.id}`, 'one record with links and evidence'],
    [
      `${program} ${isFilled('talks') ? 'talks' : 'records'} --country ${guest}`,
      'records linked to a country',
    ],
    [`${program} search ${word}`, 'search every field'],
    [`${program} timeline`, 'past and planned events'],
    [`${program} --help`, 'all commands and options'],
  ] as const;
  return [
    ...wrap(style.heading(escapeUnsafe(summit.name)), page.width).map((line) => `${line}\n`),
    ...wrap(escapeUnsafe(facts.join(' · ')), page.width).map((line) => `${line}\n`),
    `\n${formatSource(source, page)}`,
    `\n${style.heading('Collections')}\n${formatCounts(dataset, page)}`,
    ...(source.note === null
      ? []
      : [`\n${formatRows([['note', escapeUnsafe(source.note)]], page)}`]),
    `\n${style.heading('Try')}\n`,
    formatRows(next, page, style.id),
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
    'valid), 2 error. Output is coloured on a terminal; in order of precedence: --color, NO_COLOR, FORCE_COLOR, ' +
    'TERM=dumb.',
  async run({ options, page, load, print }) {
    const dataset = await load();
    if (options.format === 'json') {
      const { summit, source } = dataset;
      const sizes = collectionNames.map((name) => [name, getRecords(dataset, name).length]);
      await print(formatJson({ summit, source, counts: Object.fromEntries(sizes) }));
    } else {
      await print(render(dataset, options.data, toDrawingOptions(page)));
    }
    return 0;
  },
});
