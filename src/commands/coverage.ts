import type { Coverage, CoveredSentence } from '../evidence/coverage.ts';
import { completeFiles } from '../options/completers.ts';
import { defineFlag, defineFormatOption, defineTextOption } from '../options/option.ts';
import { escapeUnsafe } from '../output/escape.ts';
import { formatJson } from '../output/format-json.ts';
import type { RenderOptions } from '../output/render-options.ts';
import { layOutLabelled } from '../output/text.ts';
import { UserError } from '../system/user-error.ts';
import { formatCount } from '../text/format-count.ts';
import { groupBy } from '../text/group-by.ts';
import { defineCommand, groups } from './command.ts';
import { compareCoverage, readEarlierCoverage } from './coverage-check.ts';
import { formatVerifyCommand, loadVerificationInput, operands } from './verification-input.ts';

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

function* formatComparison(
  { lost, totals }: ReturnType<typeof compareCoverage>,
  page: RenderOptions,
): Generator<string> {
  const { bad } = page.style;
  for (const { paragraph, text, records, reason } of lost) {
    const before = escapeUnsafe(`${reason}; before: ${formatRecords(records, true)}`);
    const lines = `${escapeUnsafe(text)}\n${bad(before)}`;
    yield layOutLabelled(bad(`✗ ¶${paragraph}`), lines, 6, page);
  }
  yield `${totals.covered} of ${totals.sentences} sentences that were covered still are\n`;
}

export const coverage = defineCommand({
  name: 'coverage',
  group: groups.checking,
  summary: 'Show which records cover each sentence of the article.',
  operands,
  options: {
    format: defineFormatOption(['text', 'json']),
    ids: defineFlag('--ids', 'list record ids'),
    check: defineTextOption(
      '--check <file>',
      'an earlier coverage as JSON: list only the sentences that are no longer covered',
      completeFiles,
    ),
  },
  examples: () => [
    ['coverage article.txt', 'each sentence, with the records that cover it'],
    [
      `coverage article.txt -f json | jq -r '.sentences[] | select(.records == []).text'`,
      'the sentences that no record covers',
    ],
    ['coverage article.txt -f json > coverage.json', 'keep what is covered now …'],
    ['coverage article.txt --check coverage.json', '… and check later that it still is'],
  ],
  more:
    'Headings in capitals need no record, and gaps do not count as coverage. ' +
    'Exits with 0 if every sentence has a record, 1 if one has none; with --check, 0 if every sentence that was ' +
    'covered still is.',
  async run({ operands: { article: path }, options, print, page, ...call }) {
    if (path === '-' && options.check === '-') {
      throw new UserError('standard input cannot be both the article and the earlier coverage');
    }
    const earlier =
      options.check === undefined ? undefined : await readEarlierCoverage(call.io, options.check);
    const { article, records, language, hashInput } = await loadVerificationInput(path, call);
    const { measureCoverage } = await import('../evidence/coverage.ts');
    const { missing, isDifferentArticle, ...found } = measureCoverage(article, records, language);
    const isJson = options.format === 'json';
    const comparison = earlier && compareCoverage(earlier, found.sentences);
    if (isJson) await print(formatJson({ ...(await hashInput()), ...(comparison ?? found) }));
    else if (comparison) await print(formatComparison(comparison, page));
    else await print(formatCoverage(found, options.ids === true, page));
    if (missing > 0) {
      const command = formatVerifyCommand(path, options.data, isDifferentArticle ? ['--all'] : []);
      const hint = `${command} lists ${missing === 1 ? 'it' : 'them'}`;
      await call.io.stderr.write(`${formatCount(missing, 'passage')} not found; ${hint}\n`);
    }
    const { covered, sentences } = (comparison ?? found).totals;
    return covered === sentences ? 0 : 1;
  },
});
