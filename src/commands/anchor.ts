import type { Passage, WordIndex } from '../evidence/article/word-index.ts';
import { defineCountOption } from '../options/option.ts';
import { escapeUnsafe, toSafeJson } from '../output/escape.ts';
import { formatFileName } from '../system/read.ts';
import { UserError } from '../system/user-error.ts';
import { groupBy } from '../text/group-by.ts';
import { quoteForShell } from '../text/quote.ts';
import { defineCommand, groups } from './command.ts';
import { operands, readArticleFile } from './verification-input.ts';

/** Number of characters shown on each side of a passage. */
const contextLength = 30;

/** Maximum number of places shown. */
const maxListed = 20;

function showPlace({ paragraph, paragraphText, from, to }: Passage): string {
  const shown = paragraphText.slice(Math.max(0, from - contextLength), to + contextLength);
  return `¶${paragraph} …${escapeUnsafe(shown.trim())}…\n`;
}

/** Explains that a text is missing or occurs several times, in one paragraph or in the whole article. */
function explainPlaces(places: readonly Passage[], paragraph: number | undefined, file: string) {
  const [only = paragraph, another] = new Set(places.map((place) => place.paragraph));
  const where = another === undefined ? `paragraph ${only} of ${file}` : file;
  return places.length > 0 ? `occurs ${places.length} times in ${where}` : `is not in ${where}`;
}

/** Suggests the first paragraph with exactly one of the passages or, if there is none, more words. */
function suggestChoice(places: readonly Passage[], path: string, words: readonly string[]): string {
  const byParagraph = groupBy(places, ({ paragraph }) => paragraph);
  const single = [...byParagraph].find(([, inside]) => inside.length === 1);
  if (!single) return 'include more surrounding words';
  const option = `--paragraph ${single[0]}`;
  const operands = [path, ...words];
  const typed = operands.map(quoteForShell).join(' ');
  const hasHyphen = operands.some((word) => /^-./.test(word));
  return `try: summit anchor ${hasHyphen ? `${option} -- ${typed}` : `${typed} ${option}`}`;
}

async function explainMissing(text: string, path: string, index: WordIndex): Promise<UserError> {
  const { createPassageFinder } = await import('../evidence/nearest-passage.ts');
  const near = createPassageFinder(index).findNearest([text]);
  const hint = near && `nearest in ¶${near.paragraph}: ${near.difference}`;
  return new UserError(`"${text}" is not in ${formatFileName(path)}`, { status: 1, hint });
}

export const anchor = defineCommand({
  name: 'anchor',
  group: groups.datasets,
  summary: 'Print the shortest anchor that locates a passage, ready to paste.',
  operands: {
    ...operands,
    text: { form: 'many', description: 'words from the article (quotes optional)' },
  },
  options: {
    paragraph: defineCountOption('--paragraph <n>', 'look for the words in this paragraph only', 1),
  },
  ignores: ['data', 'color', 'width'],
  examples: ({ passage }) => [[`anchor article.txt ${passage}`, 'an item of evidence, as JSON']],
  more:
    'The words are matched as verify does: case, kind of quotation mark and white space do not matter. ' +
    'The anchor finds exactly these words. Exits with 1 if they are not in the article or no anchor finds ' +
    'just them; if they are in several places, these are listed, and --paragraph chooses one.',
  async run({ io, operands: { article: path, text: words }, options: { paragraph }, print }) {
    const text = words.join(' ');
    const article = await readArticleFile(io, path);
    const { indexArticle } = await import('../evidence/article/word-index.ts');
    const index = indexArticle(article);
    const all = index.findOccurrences(text).map((place) => index.getPassage(place));
    if (all.length === 0) throw await explainMissing(text, path, index);
    const chosen = all.filter((place) => paragraph === undefined || place.paragraph === paragraph);
    const [passage, another] = chosen;
    if (!passage || another) {
      const listed = passage ? chosen : all;
      const more = listed.length - maxListed;
      const rest = more > 0 ? [`and ${more} more\n`] : [];
      await print([...listed.slice(0, maxListed).map(showPlace), ...rest]);
      const why = explainPlaces(chosen, paragraph, formatFileName(path));
      throw new UserError(`"${text}" ${why}`, {
        status: 1,
        hint: suggestChoice(listed, path, words),
      });
    }
    const { findShortestAnchor } = await import('../evidence/shortest-anchor.ts');
    const found = findShortestAnchor(passage, index);
    if (!found) {
      const hint = `paragraph ${passage.paragraph} has another passage with the same beginning or end; give a shorter or longer one`;
      throw new UserError(`no anchor finds exactly "${text}"`, { status: 1, hint });
    }
    await print([`${toSafeJson(found)}\n`]);
    return 0;
  },
});
