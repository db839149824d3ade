import type { Anchor } from '../contracts/verification-target.ts';
import { type Links, linksOf } from '../dataset/query/links.ts';
import { type Relations, relationsOf } from '../dataset/query/relations.ts';
import { summaryOf } from '../dataset/query/summary.ts';
import { anchorText, tabulate } from '../dataset/query/tabulate.ts';
import { fieldsIn } from '../dataset/schema/collections.ts';
import { type Entry, entriesOf } from '../dataset/schema/dataset.ts';
import { formatOption } from '../options/option.ts';
import { widthOf } from '../output/cell.ts';
import { safeJson, visible } from '../output/escape.ts';
import { card } from '../output/formats/cards.ts';
import { labelled } from '../output/labelled.ts';
import type { Page } from '../output/page.ts';
import { command, groups } from './command.ts';
import { findRecord, recordOperand } from './find-record.ts';

const headings: Readonly<Record<keyof Relations, string>> = {
  refersTo: 'Refers to',
  referredToBy: 'Referred to by',
  mentionedIn: 'Mentioned in',
};

/** A heading, and below it a line a linked record. */
function section(heading: string, entries: readonly Entry[], links: Links, page: Page): string {
  if (entries.length === 0) return '';
  const widest = entries.reduce((most, { record }) => Math.max(most, widthOf(record.id)), 0);
  const lines = entries.map((entry) => {
    const label = page.style.id(entry.record.id);
    const kind = page.style.faint(`${entry.collection} ·`);
    return labelled(label, `${kind} ${visible(summaryOf(entry, links))}`, widest, page);
  });
  return `\n${page.style.head(heading)}\n${lines.join('')}`;
}

function evidenceSection(anchors: readonly Anchor[], page: Page): string {
  const lines = anchors.map((anchor) => {
    const [place = '', ...words] = anchorText(anchor).split(' ');
    return labelled(page.style.faint(place), visible(words.join(' ')), 3, page);
  });
  const none = `${page.style.faint('no passage: the article is silent on this')}\n`;
  return `\n${page.style.head('Evidence')}\n${lines.join('') || none}`;
}

export const show = command({
  name: 'show',
  group: groups.reading,
  summary: 'Show one record in full, with all that is linked to it and its evidence.',
  operands: { id: recordOperand },
  options: { format: formatOption('how to print it', ['cards', 'json']) },
  examples: ({ leader, country, talk }) => [
    [`show ${leader}`, 'a leader, with talks and quotes'],
    [`show ${country}`, 'a country, with everything tied to it'],
    [`show ${talk} -f json | jq .links`, 'the ids of the linked records'],
  ],
  more: 'Exits with 1 when there is no such record.',
  async run({ operands: { id }, options, page, load, print }) {
    const dataset = await load();
    const links = linksOf(dataset);
    const entry = findRecord(dataset, links, id);
    const { collection, record } = entry;
    const relations = relationsOf(entry, entriesOf(dataset), links);
    const kinds = Object.keys(headings) as readonly (keyof Relations)[];
    if (options.format === 'json') {
      const ids = kinds.map((kind) => [kind, relations[kind].map((other) => other.record.id)]);
      await print([`${safeJson({ collection, record, links: Object.fromEntries(ids) }, 2)}\n`]);
      return 0;
    }
    const fields = fieldsIn(collection).filter(({ name }) => name !== 'evidence');
    await print([
      card(tabulate([record], fields, links.label), record, page),
      ...kinds.map((kind) => section(headings[kind], relations[kind], links, page)),
      evidenceSection(record.evidence as readonly Anchor[], page),
    ]);
    return 0;
  },
});
