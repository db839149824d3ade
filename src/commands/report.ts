import { type CommandContext, defineCommand, groups } from './command.ts';
import { buildPage, type CheckedArticle } from './report-page.ts';
import {
  createOtherArticleError,
  loadVerificationInput,
  mapByRecord,
  operands,
} from './verification-input.ts';
import { explainVerdict, verifyInput } from './verify.ts';

/**
 * Checks the dataset against a copy of the article, and marks the passages in it.
 * @throws UserError if the article is a different one
 */
async function checkArticle(
  path: string,
  call: Pick<CommandContext, 'io' | 'data' | 'load'>,
): Promise<CheckedArticle> {
  const input = await loadVerificationInput(path, call);
  const { article, records, language } = input;
  const { markArticle } = await import('../evidence/mark-article.ts');
  const marked = markArticle(article, records, language);
  if (!marked) throw createOtherArticleError(path);
  const anchors = mapByRecord(records, marked.anchors);
  return { marked, anchors, ...(await verifyInput(input)) };
}

export const report = defineCommand({
  name: 'report',
  group: groups.reading,
  summary: 'Print a web page of the records, next to your copy of the article.',
  operands: { article: { ...operands.article, form: 'optional' } },
  options: {},
  ignores: ['color', 'width'],
  examples: () => [
    ['report > records.html', 'the records with their anchors, the timeline, who met whom'],
    ['report article.txt > report.html', 'the article with its passages marked, and the verdict'],
  ],
  more:
    'The page is one file that loads nothing and runs no script. Given a copy of the article, it contains the text: ' +
    'pass it on only if you may pass on the article. On paper, each record has a box to tick. Exits with 1 if the ' +
    'article does not support everything that could be checked; the page says what failed.',
  async run({ operands: { article: path }, print, ...call }) {
    const dataset = await call.load();
    const checked = path === undefined ? undefined : await checkArticle(path, call);
    const { renderReport } = await import('../output/html/report.ts');
    await print(renderReport(buildPage(dataset, checked)));
    if (path === undefined || !checked || checked.verdict === 'passed') return 0;
    throw explainVerdict(checked, path, call.data);
  },
});
