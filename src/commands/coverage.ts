import type { Coverage, CoveredSentence } from '../evidence/coverage.ts';
import { defineFlag, defineFormatOption } from '../options/option.ts';
import { escapeUnsafe } from '../output/escape.ts';
import { formatJson } from '../output/format-json.ts';
import type { RenderOptions } from '../output/render-options.ts';
import { layOutLabelled } from '../output/text.ts';
import { defineCommand, groups } from './command.ts';
import { formatVerifyCommand, loadVerificationInput, operands } from './verification-input.ts';
import { formatCount } from './verify-report.ts';

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
  if (records.length === 0) {
    const lines = [escapeUnsafe(text), style.bad('not covered by any record')];
    return layOutLabelled(style.bad(`✗ ¶${paragraph}`), lines.join('\n'), 6, page);
  }
  const parts = uncovered.map((part) => `“${escapeUnsafe(part)}”`).join(', ');
  const lines = [
    escapeUnsafe(text),
    style.id(formatRecords(records, hasIds)),
    ...(parts === '' ? [] : [style.warn(`in no passage: ${parts}`)]),
  ];
  return layOutLabelled(style.good(`✓ ¶${paragraph}`), lines.join('\n'), 6, page);
}

function* formatCoverage(
  { sentences, totals }: Pick<Coverage, 'sentences' | 'totals'>,
  hasIds: boolean,
  page: RenderOptions,
): Generator<string> {
  for (const sentence of sentences) yield formatSentence(sentence, hasIds, page);
  yield `${totals.covered} of ${totals.sentences} sentences covered\n`;
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
  async run({ operands: { article: path }, options, print, page, ...call }) {
    const { article, records, language } = await loadVerificationInput(path, call);
    const { measureCoverage } = await import('../evidence/coverage.ts');
    const { missing, isDifferentArticle, ...found } = measureCoverage(article, records, language);
    if (options.format === 'json') await print(formatJson(found));
    else await print(formatCoverage(found, options.ids === true, page));
    if (missing > 0) {
      const command = formatVerifyCommand(path, { data: options.data, all: isDifferentArticle });
      const listed = missing === 1 ? 'it' : 'them';
      await call.io.stderr.write(
        `${formatCount(missing, 'passage')} not found; ${command} lists ${listed}\n`,
      );
    }
    return found.totals.covered === found.totals.sentences ? 0 : 1;
  },
});
