import { files, nothing } from '../options/completers.ts';
import { operand } from '../options/operand.ts';
import { safeJson, visible } from '../output/escape.ts';
import { Failure } from '../system/failure.ts';
import { fileName } from '../system/read.ts';
import { readArticleFile } from './check-article.ts';
import { command, groups } from './command.ts';

/** What stands around a passage, as `grep` would show it. */
const around = 30;

export const anchor = command({
  name: 'anchor',
  group: groups.datasets,
  summary: 'Print the shortest anchor that finds some words of the article, ready to be pasted.',
  operands: {
    article: operand(
      'one',
      'a copy of the article: text or saved HTML, - for standard input',
      files,
    ),
    text: operand('many', 'words of the article; they need no quotes', nothing),
  },
  options: {},
  ignores: ['data', 'color', 'width'],
  examples: ({ passage }) => [[`anchor article.txt ${passage}`, 'an item of evidence, as JSON']],
  more:
    'The words are matched as verify does: case, kind of quotation mark and white space do not matter. ' +
    'Exits with 1 where they stand nowhere, or in several places, which are all printed.',
  async run({ io, operands: { article: path, text: words }, print }) {
    const text = words.join(' ');
    const article = await readArticleFile(io, path);
    const { indexArticle } = await import('../evidence/article/word-index.ts');
    const { anchoredPlaces } = await import('../evidence/shortest-anchor.ts');
    const index = indexArticle(article);
    const places = anchoredPlaces(text, index);
    const [only, another] = places;
    if (only?.anchor && !another) {
      await print([`${safeJson(only.anchor)}\n`]);
      return 0;
    }
    if (!only) {
      const { nearestIn } = await import('../evidence/nearest-passage.ts');
      const near = nearestIn(index)([text]);
      const hint = near && { hint: `nearest in ¶${near.paragraph}: ${near.difference}` };
      throw new Failure(`"${text}" is not in ${fileName(path)}`, { status: 1, ...hint });
    }
    await print(
      places.map(({ passage: { paragraph, paragraphText, from, to } }) => {
        const shown = paragraphText.slice(Math.max(0, from - around), to + around);
        return `¶${paragraph} …${visible(shown.trim())}…\n`;
      }),
    );
    const why = another ? `stands in ${places.length} places` : 'has no anchor to itself';
    throw new Failure(`"${text}" ${why}`, { status: 1, hint: 'give more of the words around it' });
  },
});
