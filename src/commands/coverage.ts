import type { Coverage, CoveredSentence } from '../evidence/coverage.ts';
import { flagOption, formatOption } from '../options/option.ts';
import { visible } from '../output/escape.ts';
import { formatJson } from '../output/format-json.ts';
import { labelled } from '../output/labelled.ts';
import type { Page } from '../output/page.ts';
import { openCase, operands } from './check-article.ts';
import { command, groups } from './command.ts';

/** The records drawn from a sentence: how many of each collection, or their ids. */
function drawnText(records: CoveredSentence['records'], hasIds: boolean): string {
  if (hasIds) return records.map(({ id }) => id).join(', ');
  const counts = new Map<string, number>();
  for (const { collection } of records) counts.set(collection, (counts.get(collection) ?? 0) + 1);
  return [...counts].map(([collection, count]) => `${collection} ${count}`).join(', ');
}

function sentenceText(sentence: CoveredSentence, hasIds: boolean, page: Page): string {
  const { paragraph, text, records, uncovered, isHeading } = sentence;
  const { style } = page;
  if (isHeading && records.length === 0) {
    return labelled(style.faint(`· ¶${paragraph}`), style.faint(visible(text)), 6, page);
  }
  const isBare = records.length === 0;
  const drawn = isBare
    ? style.bad('no record is drawn from this')
    : style.id(drawnText(records, hasIds));
  const label = isBare ? style.bad(`✗ ¶${paragraph}`) : style.good(`✓ ¶${paragraph}`);
  const left = uncovered.map((stretch) => `“${visible(stretch)}”`).join(', ');
  const open = isBare || left === '' ? [] : [style.pending(`in no passage: ${left}`)];
  return labelled(label, [visible(text), drawn, ...open].join('\n'), 6, page);
}

function* coverageText(found: Coverage, hasIds: boolean, page: Page): Generator<string> {
  for (const sentence of found.sentences) yield sentenceText(sentence, hasIds, page);
  const { sentences, covered } = found.totals;
  yield `${covered} of ${sentences} sentences covered, ${sentences - covered} bare\n`;
}

export const coverage = command({
  name: 'coverage',
  group: groups.checking,
  summary: 'Go through the article sentence by sentence, with the records drawn from each.',
  operands,
  options: {
    format: formatOption(['text', 'json']),
    ids: flagOption('--ids', 'name the records, by their ids'),
  },
  examples: () => [
    ['coverage article.txt', 'what no record is drawn from is marked'],
    [
      `coverage article.txt -f json | jq -r '.sentences[] | select(.records == []).text'`,
      'what is left to do',
    ],
  ],
  more:
    'A heading in capitals need have no record, and a gap counts for none: it is about what the article says. ' +
    'Exits with 0 if every sentence has a record, 1 if one has none.',
  async run(call) {
    const { article, targets, language } = await openCase(call.operands.article, call);
    const { cover } = await import('../evidence/coverage.ts');
    const found = cover(article, targets, language);
    const { format, ids } = call.options;
    if (format === 'json') await call.print(formatJson(found));
    else await call.print(coverageText(found, ids === true, call.page));
    return found.totals.covered === found.totals.sentences ? 0 : 1;
  },
});
