import type { Coverage, CoveredSentence } from '../evidence/coverage.ts';
import { defineFlag, defineFormatOption } from '../options/option.ts';
import { escapeUnsafe } from '../output/escape.ts';
import { formatJson } from '../output/format-json.ts';
import { layOutLabelled } from '../output/hanging-indent.ts';
import type { RenderOptions } from '../output/render-options.ts';
import { defineCommand, groups } from './command.ts';
import { loadVerificationInput, operands } from './verification-input.ts';

/** Formats the records of a sentence as a count per collection, or as ids. */
function formatRecords(records: CoveredSentence['records'], hasIds: boolean): string {
  if (hasIds) return records.map(({ id }) => id).join(', ');
  const counts = new Map<string, number>();
  for (const { collection } of records) counts.set(collection, (counts.get(collection) ?? 0) + 1);
  return [...counts].map(([collection, count]) => `${collection} ${count}`).join(', ');
}

function formatSentence(sentence: CoveredSentence, hasIds: boolean, page: RenderOptions): string {
  const { paragraph, text, records, uncovered, isHeading } = sentence;
  const { style } = page;
  if (isHeading && records.length === 0) {
    return layOutLabelled(style.dim(`· ¶${paragraph}`), style.dim(escapeUnsafe(text)), 6, page);
  }
  const isBare = records.length === 0;
  const drawn = isBare
    ? style.bad('not covered by any record')
    : style.id(formatRecords(records, hasIds));
  const label = isBare ? style.bad(`✗ ¶${paragraph}`) : style.good(`✓ ¶${paragraph}`);
  const left = uncovered.map((stretch) => `“${escapeUnsafe(stretch)}”`).join(', ');
  const open = isBare || left === '' ? [] : [style.warn(`in no passage: ${left}`)];
  return layOutLabelled(label, [escapeUnsafe(text), drawn, ...open].join('\n'), 6, page);
}

function* formatCoverage(found: Coverage, hasIds: boolean, page: RenderOptions): Generator<string> {
  for (const sentence of found.sentences) yield formatSentence(sentence, hasIds, page);
  const { sentences, covered } = found.totals;
  yield `${covered} of ${sentences} sentences covered\n`;
}

export const coverage = defineCommand({
  name: 'coverage',
  group: groups.checking,
  summary: 'Show which records cover each sentence of the article.',
  operands,
  options: {
    format: defineFormatOption(['text', 'json']),
    ids: defineFlag('--ids', 'list record ids'),
  },
  examples: () => [
    ['coverage article.txt', 'each sentence, with the records that cover it'],
    [
      `coverage article.txt -f json | jq -r '.sentences[] | select(.records == []).text'`,
      'the sentences that no record covers',
    ],
  ],
  more:
    'Headings in capitals need no record, and gaps do not count as coverage. ' +
    'Exits with 0 if every sentence has a record, 1 if one has none.',
  async run(call) {
    const { article, records, language } = await loadVerificationInput(call.operands.article, call);
    const { measureCoverage } = await import('../evidence/coverage.ts');
    const found = measureCoverage(article, records, language);
    const { format, ids } = call.options;
    if (format === 'json') await call.print(formatJson(found));
    else await call.print(formatCoverage(found, ids === true, call.page));
    return found.totals.covered === found.totals.sentences ? 0 : 1;
  },
});
