import { notStated } from '../contracts/listing.ts';
import { linksOf } from '../dataset/query/links.ts';
import { collectionNames, collections } from '../dataset/schema/collections.ts';
import { type Dataset, recordsOf } from '../dataset/schema/dataset.ts';
import { dayText, spanText } from '../dataset/schema/day.ts';
import type { Source } from '../dataset/schema/records.ts';
import { formatOption } from '../options/option.ts';
import { widthOf } from '../output/cell.ts';
import { visible } from '../output/escape.ts';
import { formatJson } from '../output/format-json.ts';
import { labelled } from '../output/labelled.ts';
import { drawnPage, type Page } from '../output/page.ts';
import { wrap } from '../output/wrap.ts';
import { command, groups } from './command.ts';
import { exampleIdsOf } from './example-ids.ts';

function span(start: string | null, end: string | null): string {
  if (start === null) return end === null ? `dates ${notStated}` : `until ${dayText(end)}`;
  if (end === null) return `from ${dayText(start)}`;
  return end === start ? dayText(start) : spanText(start, end);
}

/** Labels with their values, in one column. */
function block(
  lines: readonly (readonly [string, string])[],
  page: Page,
  paint = page.style.faint,
): string {
  const widest = Math.max(...lines.map(([label]) => widthOf(label)));
  return lines.map(([label, value]) => labelled(paint(label), value, widest, page)).join('');
}

function sourceLines(source: Source, page: Page): string {
  const shown = (value: string | null) =>
    value === null ? page.style.faint(notStated) : visible(value);
  return block(
    [
      ['article', shown(source.title)],
      ['publisher', shown(source.publisher)],
      ['agency', shown(source.agency)],
      ['author', shown(source.author)],
      ['published', shown(source.published)],
    ],
    page,
  );
}

function counts(dataset: Dataset, page: Page): string {
  const sizes = collectionNames.map((name) => String(recordsOf(dataset, name).length));
  const widest = Math.max(...sizes.map((size) => size.length));
  const longest = Math.max(...collectionNames.map((name) => name.length));
  return collectionNames
    .map((name, at) => {
      const size = (sizes[at] ?? '').padStart(widest);
      const label = `${page.style.faint(name.padEnd(longest))}  ${size}`;
      return labelled(label, collections[name].about, longest + 2 + widest, page);
    })
    .join('');
}

function render(dataset: Dataset, data: string | undefined, page: Page): readonly string[] {
  const { summit, source } = dataset;
  const { style } = page;
  const { label } = linksOf(dataset);
  const country = summit.country === null ? [] : [label(summit.country) ?? summit.country];
  const place = [...(summit.place === null ? [] : [summit.place]), ...country].join(', ');
  const facts = [place || `place ${notStated}`, span(summit.start, summit.end), summit.status];
  const { program, leader, country: guest, word } = exampleIdsOf(dataset, data);
  const next = [
    [`${program} leaders`, 'a listing; each collection above is one'],
    [`${program} show ${leader}`, 'one record, what is linked to it, its evidence'],
    [`${program} talks --country ${guest}`, 'what is tied to a country'],
    [`${program} search ${word}`, 'a word, wherever it stands'],
    [`${program} timeline`, 'what happened when, and what is planned'],
    [`${program} --help`, 'all commands and options'],
  ] as const;
  return [
    ...wrap(style.head(visible(summit.name)), page.width).map((line) => `${line}\n`),
    ...wrap(visible(facts.join(' · ')), page.width).map((line) => `${line}\n`),
    `\n${sourceLines(source, page)}`,
    `\n${style.head('Facts')}\n${counts(dataset, page)}`,
    ...(source.note === null ? [] : [`\n${block([['note', visible(source.note)]], page)}`]),
    `\n${style.head('Next')}\n`,
    block(next, page, style.id),
  ];
}

export const overview = command({
  name: 'summit',
  group: groups.reading,
  summary: 'Explore the facts of a summit, as one news article tells them, from the terminal.',
  operands: {},
  options: { format: formatOption(['text', 'json']) },
  examples: ({ leader, country }) => [
    ['', 'what this dataset is'],
    ['deals', 'a table'],
    [`talks --country ${country} -f csv`, 'some records, for a spreadsheet'],
    [`show ${leader}`, 'one record and all that is linked to it'],
  ],
  more:
    'Exits with 0 for yes, 1 where the answer is no (nothing found, no such record, not verified, not ' +
    'valid), 2 for trouble. Colour comes at a terminal: --color beats NO_COLOR, which beats FORCE_COLOR, ' +
    'which beats TERM=dumb.',
  async run({ options, page, load, print }) {
    const dataset = await load();
    if (options.format === 'json') {
      const { summit, source } = dataset;
      const sizes = collectionNames.map((name) => [name, recordsOf(dataset, name).length]);
      await print(formatJson({ summit, source, counts: Object.fromEntries(sizes) }));
    } else {
      await print(render(dataset, options.data, drawnPage(page)));
    }
    return 0;
  },
});
