import { ownWordsIn, type Verdict, verdict } from '../evidence/report.ts';
import { flagOption, formatOption } from '../options/option.ts';
import { formatJson } from '../output/format-json.ts';
import { Failure } from '../system/failure.ts';
import { fileName } from '../system/read.ts';
import { shellWord } from '../text/quote.ts';
import { openCase, operands } from './check-article.ts';
import { command, groups } from './command.ts';
import { reportText } from './report-text.ts';
import { explainVerdict, reviewMarkdown, reviewText } from './review-text.ts';

const statuses = {
  held: 0,
  failed: 1,
  warned: 1,
  'another article': 1,
  'nothing checked': 2,
} as const satisfies Readonly<Record<Verdict, number>>;

/** Returns the command line that checks the same, for a person to copy. */
function commandLine(path: string, options: { readonly data?: string; readonly all?: boolean }) {
  const data = options.data === undefined ? [] : ['--data', shellWord(options.data)];
  return ['summit verify', shellWord(path), ...data, ...(options.all ? ['--all'] : [])].join(' ');
}

export const verify = command({
  name: 'verify',
  group: groups.checking,
  summary: 'Check every place and every value of the dataset against a copy of the article.',
  operands,
  options: {
    format: formatOption(['text', 'json', 'markdown']),
    review: flagOption(
      '--review',
      'print each value in own words beside its passages, to be judged',
    ),
    all: flagOption('--all', 'go on where it is another article'),
    strict: flagOption('--strict', 'count warnings as failures'),
  },
  examples: () => [
    ['verify article.txt', 'the verdict, what does not hold, with the nearest passage; the totals'],
    ['verify article.txt --review', 'what no rule can judge: own words beside the passages'],
    ['verify article.txt -f markdown > review.md', 'the same, to be printed and ticked off'],
    ['verify saved-page.html && echo proven', 'the answer is in the exit status'],
    ['verify article.txt -f json | jq .failures', 'the report for a program'],
  ],
  more:
    'What cannot be found for one and the same reason is told once. It looks for words, not for sense; what ' +
    'may be wrong by its words is marked to be looked at, and settled in the dataset where it is right. ' +
    'Exits with 0 if all that could be checked holds, 1 if not, 2 if nothing could be checked.',
  async run({ operands: { article: path }, options, print, page, ...call }) {
    const { article, targets, size, language } = await openCase(path, call);
    const { verifyTargets } = await import('../evidence/verify.ts');
    const report = verifyTargets(article, targets, language, options.all);
    const result = verdict(report, options.strict);
    const isReview = options.review || options.format === 'markdown';
    if (isReview) {
      const { reviewOf } = await import('../evidence/review.ts');
      const review = report.isOther ? [] : reviewOf(article, targets);
      if (options.format === 'json') await print(formatJson(review));
      else if (options.format === 'markdown') await print(reviewMarkdown(review, report));
      else await print(reviewText(review, report, page));
    } else if (options.format === 'json') {
      await print(formatJson({ verdict: result, ...report, records: size }));
    } else {
      const ownWords = targets.flatMap(ownWordsIn).length;
      await print(reportText({ report, result, size, ownWords }, page));
    }
    if (result === 'nothing checked') {
      throw new Failure(`nothing in the dataset could be checked against ${fileName(path)}`);
    }
    if (isReview && result !== 'held') {
      throw explainVerdict(result, report, commandLine(path, options));
    }
    return statuses[result];
  },
});
