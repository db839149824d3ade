import type { Report } from '../evidence/verify.ts';
import { listParaphrases } from '../model/assertion.ts';
import { defineFlag, defineFormatOption } from '../options/option.ts';
import { formatJson } from '../output/format-json.ts';
import { formatFileName } from '../system/read.ts';
import { UserError } from '../system/user-error.ts';
import { formatCount } from '../text/format-count.ts';
import { defineCommand, groups } from './command.ts';
import {
  formatVerifyCommand,
  loadVerificationInput,
  operands,
  type VerificationInput,
} from './verification-input.ts';
import { formatReport, formatReview, formatTally, type VerifyResult } from './verify-report.ts';

/** Verifies the records. `all` continues with a different article; `strict` counts warnings as failures. */
export async function verifyInput(
  { article, records, language, size }: VerificationInput,
  { all, strict }: { readonly all?: boolean; readonly strict?: boolean } = {},
): Promise<VerifyResult> {
  const { getVerdict, verifyRecords } = await import('../evidence/verify.ts');
  const report = verifyRecords(article, records, language, all);
  const paraphrases = records.flatMap(listParaphrases).length;
  return { report, verdict: getVerdict(report, strict), size, paraphrases };
}

/** Builds the error for a negative verdict, which a review does not show. */
export function explainVerdict(
  { verdict, report }: VerifyResult,
  path: string,
  data: string | undefined,
  all?: boolean,
): UserError {
  const { anchors, values, failures, warnings } = report;
  if (verdict === 'nothing checked') {
    return new UserError(`nothing in the dataset could be checked against ${formatFileName(path)}`);
  }
  const flags = [...(all ? ['--all'] : []), ...(verdict === 'warned' ? ['--strict'] : [])];
  const command = formatVerifyCommand(path, data, flags);
  if (verdict === 'another article') {
    const found = `${formatTally(anchors, 'anchor')} found`;
    return new UserError(
      `this does not appear to be the article behind this dataset: ${found}, nothing else was checked`,
      { status: 1, hint: `${command} --all checks it anyway` },
    );
  }
  const fail = (message: string, count: number) =>
    new UserError(message, { status: 1, hint: `${command} lists ${count === 1 ? 'it' : 'them'}` });
  if (verdict === 'warned') {
    const { length } = warnings;
    return fail(`failed (--strict): ${formatCount(length, 'warning')}`, length);
  }
  const describeLoss = (noun: string, { checked, passed }: Report['anchors']) =>
    checked > passed ? [`${checked - passed} of ${formatCount(checked, noun)}`] : [];
  const lost = [...describeLoss('anchor', anchors), ...describeLoss('value', values)];
  return fail(`failed: the article does not support ${lost.join(' and ')}`, failures.length);
}

export const verify = defineCommand({
  name: 'verify',
  group: groups.checking,
  summary: 'Check every passage and value in the dataset against a copy of the article.',
  operands,
  options: {
    format: defineFormatOption(['text', 'json', 'markdown']),
    review: defineFlag('--review', 'show each paraphrase next to its passages'),
    all: defineFlag('--all', 'continue even if this appears to be a different article'),
    strict: defineFlag('--strict', 'count warnings as failures'),
  },
  examples: () => [
    ['verify article.txt', 'verdict, failures with the nearest passage, totals'],
    ['verify article.txt --review', 'review paraphrases side by side with their passages'],
    ['verify article.txt -f markdown > review.md', 'the same as a printable checklist'],
    ['verify saved-page.html && echo passed', 'act on the exit status'],
    ['verify article.txt -f json | jq .failures', 'the report as JSON'],
  ],
  more:
    'Failures with a common cause are reported once. The check compares words, not meaning: doubtful wording is ' +
    'flagged for review and can be marked as reviewed in the dataset. Exits with 0 if everything that could be ' +
    'checked passes, 1 if not, 2 if nothing could be checked.',
  async run({ operands: { article: path }, options, print, page, ...call }) {
    const { format } = options;
    const input = await loadVerificationInput(path, call);
    const result = await verifyInput(input, options);
    const { report, verdict, size } = result;
    const isMarkdown = format === 'markdown';
    const isReview = options.review || isMarkdown;
    if (isReview) {
      const { buildReview } = await import('../evidence/verify.ts');
      const items = verdict === 'another article' ? [] : buildReview(input.article, input.records);
      const review = formatReview(items, report, page, isMarkdown);
      await print(format === 'json' ? formatJson(items) : review);
    } else if (format === 'json') {
      await print(formatJson({ verdict, ...(await input.hashInput()), ...report, records: size }));
    } else {
      await print(formatReport(result, page));
    }
    if (verdict === 'passed') return 0;
    if (!isReview && verdict !== 'nothing checked') return 1;
    throw explainVerdict(result, path, options.data, options.all);
  },
});
