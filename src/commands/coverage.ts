import type { Coverage, CoveredSentence } from '../evidence/coverage.ts';
import { safeJson, visible } from '../output/escape.ts';
import { labelled } from '../output/labelled.ts';
import type { Page } from '../output/page.ts';
import { openCase, operands, options } from './check-article.ts';
import { command, groups } from './command.ts';

function sentenceText(sentence: CoveredSentence, page: Page): string {
  const { paragraph, text, records, uncovered } = sentence;
  const { style } = page;
  const isBare = records.length === 0;
  const drawn = isBare ? style.bad('no record is drawn from this') : style.id(records.join(', '));
  const label = isBare ? style.bad(`✗ ¶${paragraph}`) : style.good(`✓ ¶${paragraph}`);
  const left = uncovered.map((stretch) => `“${visible(stretch)}”`).join(', ');
  const open = isBare || left === '' ? [] : [style.pending(`in no passage: ${left}`)];
  return labelled(label, [visible(text), drawn, ...open].join('\n'), 6, page);
}

function sumText({ totals }: Coverage): string {
  const { sentences, covered } = totals;
  return `${covered} of ${sentences} sentences covered, ${sentences - covered} bare\n`;
}

export const coverage = command({
  name: 'coverage',
  group: groups.checking,
  summary: 'Go through the article sentence by sentence, with the records drawn from each.',
  operands,
  options,
  examples: () => [
    ['coverage article.txt', 'what no record is drawn from is marked'],
    [
      `coverage article.txt -f json | jq -r '.sentences[] | select(.records == []).text'`,
      'what is left to do',
    ],
  ],
  more: 'Exits with 0 if every sentence has a record, 1 if one has none.',
  async run(call) {
    const { article, targets, language } = await openCase(call);
    const { cover } = await import('../evidence/coverage.ts');
    const found = cover(article, targets, language);
    if (call.options.format === 'json') {
      await call.print([`${safeJson(found, 2)}\n`]);
    } else {
      await call.print(found.sentences.map((sentence) => sentenceText(sentence, call.page)));
      await call.print([sumText(found)]);
    }
    return found.totals.covered === found.totals.sentences ? 0 : 1;
  },
});
