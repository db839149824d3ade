import { buildAnnotations } from '../dataset/query/annotations.ts';
import { defineFlag } from '../options/option.ts';
import { toHypothesis, toWebAnnotations } from '../output/annotations.ts';
import { formatJson } from '../output/format-json.ts';
import { UserError } from '../system/user-error.ts';
import { formatCount } from '../text/format-count.ts';
import { type CommandContext, defineCommand, groups } from './command.ts';
import {
  createOtherArticleError,
  formatVerifyCommand,
  loadVerificationInput,
  mapByRecord,
  operands,
} from './verification-input.ts';

/**
 * Selects the passages of each record in a copy of the article, by its id. One that is not found is undefined.
 * @throws UserError if hardly any is found, because the article is a different one
 */
async function loadSelections(path: string, call: Pick<CommandContext, 'io' | 'data' | 'load'>) {
  const { article, records } = await loadVerificationInput(path, call);
  const { selectInArticle } = await import('../evidence/text-selection.ts');
  const selections = selectInArticle(article, records);
  if (!selections) throw createOtherArticleError(path);
  return mapByRecord(records, selections);
}

export const annotations = defineCommand({
  name: 'annotations',
  group: groups.reading,
  summary: 'Print the passages as W3C Web Annotations (JSON-LD).',
  operands: { article: { ...operands.article, form: 'optional' } },
  options: {
    hypothesis: defineFlag(
      '--hypothesis',
      'print a file that Hypothesis imports (needs the article)',
    ),
  },
  ignores: ['color', 'width'],
  examples: () => [
    ['annotations', 'a text fragment for each passage'],
    ['annotations article.txt', 'with the words of each passage and its position in the article'],
    ['annotations article.txt --hypothesis > import.json', 'a file for Hypothesis'],
  ],
  more:
    'Each passage is one annotation, with the record in one line as its text, and its collection and id as tags. ' +
    'The source is the address of the article or, where the dataset has none, a URN made from its title ' +
    '(urn:summit-facts:…; the namespace is not registered). Hypothesis imports them into the page that is open, as ' +
    'annotations that only you can see. ' +
    'Positions count the characters of the paragraphs, with an empty line between them. ' +
    'Exits with 1 if a passage is not in the article; the others are printed.',
  async run({ operands: { article: path }, options, print, ...call }) {
    if (options.hypothesis && path === undefined) {
      const hint = 'try: summit annotations article.txt --hypothesis';
      throw new UserError('--hypothesis needs a copy of the article', { hint });
    }
    const dataset = await call.load();
    const selections = path === undefined ? undefined : await loadSelections(path, call);
    const all = buildAnnotations(dataset, selections);
    await print(formatJson(options.hypothesis ? toHypothesis(all) : toWebAnnotations(all)));
    const lost = [...(selections?.values() ?? [])].flat().filter((one) => !one).length;
    if (path === undefined || lost === 0) return 0;
    const hint = `${formatVerifyCommand(path, call.data, [])} lists ${lost === 1 ? 'it' : 'them'}`;
    throw new UserError(`${formatCount(lost, 'passage')} not found`, { status: 1, hint });
  },
});
