import type { Verdict } from '../evidence/verify.ts';
import { listParaphrases } from '../model/assertion.ts';
import { defineFlag, defineFormatOption } from '../options/option.ts';
import { formatJson } from '../output/format-json.ts';
import { formatFileName } from '../system/read.ts';
import { UserError } from '../system/user-error.ts';
import { defineCommand, groups } from './command.ts';
import { formatVerifyCommand, loadVerificationInput, operands } from './verification-input.ts';
import { formatReport } from './verify-report.ts';
import { explainVerdict, formatReview, formatReviewAsMarkdown } from './verify-review.ts';

const exitStatuses = {
  passed: 0,
  failed: 1,
  warned: 1,
  'another article': 1,
  'nothing checked': 2,
} as const satisfies Readonly<Record<Verdict, number>>;

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
    const { article, records, size, language } = await loadVerificationInput(path, call);
    const { buildReview, getVerdict, verifyRecords } = await import('../evidence/verify.ts');
    const report = verifyRecords(article, records, language, options.all);
    const result = getVerdict(report, options.strict);
    const isReview = options.review || options.format === 'markdown';
    if (isReview) {
      const review = report.isDifferentArticle ? [] : buildReview(article, records);
      if (options.format === 'json') await print(formatJson(review));
      else if (options.format === 'markdown') await print(formatReviewAsMarkdown(review, report));
      else await print(formatReview(review, report, page));
    } else if (options.format === 'json') {
      await print(formatJson({ verdict: result, ...report, records: size }));
    } else {
      const ownWords = records.flatMap(listParaphrases).length;
      await print(formatReport({ report, result, size, ownWords }, page));
    }
    if (result === 'nothing checked') {
      throw new UserError(
        `nothing in the dataset could be checked against ${formatFileName(path)}`,
      );
    }
    if (isReview && result !== 'passed') {
      throw explainVerdict(
        result,
        report,
        formatVerifyCommand(path, { ...options, strict: result === 'warned' }),
      );
    }
    return exitStatuses[result];
  },
});
