import type { Coverage, CoveredSentence } from '../evidence/coverage.ts';
import { defineFlag, defineFormatOption } from '../options/option.ts';
import { escapeUnsafe } from '../output/escape.ts';
import { formatJson } from '../output/format-json.ts';
import type { RenderOptions } from '../output/render-options.ts';
import { layOutLabelled } from '../output/text.ts';
import { groupBy } from '../text/group-by.ts';
import { defineCommand, groups } from './command.ts';
import { formatVerifyCommand, loadVerificationInput, operands } from './verification-input.ts';
import { formatCount } from './verify-report.ts';

/** Formats the records of a sentence as a count per collection, or as ids. */
function formatRecords(records: CoveredSentence['records'], hasIds: boolean): string {
  const parts = hasIds
    ? records.map(({ id }) => id)
    : [...groupBy(records, ({ collection }) => collection)].map(
        ([collection, { length }]) => `${collection} ${length}`,
      );
  return parts.join(', ');
}

function formatSentence(sentence: CoveredSentence, hasIds: boolean, page: RenderOptions): string {
  const { paragraph, text, records, uncovered, isHeading } = sentence;
  const { good, bad, dim, warn, id } = page.style;
  const words = escapeUnsafe(text);
  const layOut = (label: string, ...lines: readonly string[]) =>
    layOutLabelled(label, lines.join('\n'), 6, page);
  if (records.length > 0) {
    const parts = uncovered.map((part) => `“${escapeUnsafe(part)}”`).join(', ');
    const gaps = parts === '' ? [] : [warn(`not in any passage: ${parts}`)];
    return layOut(good(`✓ ¶${paragraph}`), words, id(formatRecords(records, hasIds)), ...gaps);
  }
  if (isHeading) return layOut(dim(`· ¶${paragraph}`), dim(words));
  return layOut(bad(`✗ ¶${paragraph}`), words, bad('not covered by any record'));
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
    const text = formatCoverage(found, options.ids === true, page);
    await print(options.format === 'json' ? formatJson(found) : text);
    if (missing > 0) {
      const command = formatVerifyCommand(path, options.data, isDifferentArticle ? ['--all'] : []);
      const hint = `${command} lists ${missing === 1 ? 'it' : 'them'}`;
      await call.io.stderr.write(`${formatCount(missing, 'passage')} not found; ${hint}\n`);
    }
    return found.totals.covered === found.totals.sentences ? 0 : 1;
  },
});
