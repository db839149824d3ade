import type { TextSelection } from '../model/annotation.ts';
import type { AssertedRecord } from '../model/assertion.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { countLeading } from '../text/count-leading.ts';
import type { Article } from './article/article.ts';
import type { Passage } from './article/word-index.ts';
import { isOfDifferentArticle, locateInArticle } from './locate.ts';

/** Separator of the paragraphs in the text that positions refer to. */
const separator = '\n\n';

/** Number of UTF-16 units of the text on each side of a passage, as dom-anchor-text-quote has them. */
const contextLength = 32;

function listParagraphOffsets(paragraphs: readonly string[]): readonly number[] {
  const offsets = [0];
  for (const { length } of paragraphs) {
    offsets.push(assertDefined(offsets.at(-1)) + length + separator.length);
  }
  return offsets;
}

/**
 * Creates a function that selects a passage in the text of an article: its paragraphs, with an empty line between them
 * (Web Annotation Data Model, 4.2.4 and 4.2.5).
 */
function createTextSelector({ paragraphs }: Article): (passage: Passage) => TextSelection {
  const text = paragraphs.join(separator);
  const offsets = listParagraphOffsets(paragraphs);
  const pairs = [...text.matchAll(/[\u{10000}-\u{10ffff}]/gu)].map(({ index }) => index);
  const countCodePoints = (to: number) => to - countLeading(pairs, (pair) => pair < to);
  return ({ paragraph, from, to, text: exact }) => {
    const offset = assertDefined(offsets[paragraph - 1]);
    const [start, end] = [offset + from, offset + to];
    return {
      exact,
      // Neither side is cut within a character.
      prefix: text.slice(Math.max(0, start - contextLength), start).replace(/^[\udc00-\udfff]/, ''),
      suffix: text.slice(end, end + contextLength).replace(/[\ud800-\udbff]$/, ''),
      start: countCodePoints(start),
      end: countCodePoints(end),
    };
  };
}

/**
 * Selects the passages of each record in the text of an article, undefined for one that is not found. Returns undefined
 * if hardly any is found, because the article is a different one.
 */
export function selectInArticle(article: Article, records: readonly AssertedRecord[]) {
  const located = locateInArticle(article, records);
  if (isOfDifferentArticle(located)) return undefined;
  const select = createTextSelector(article);
  return located.map((own) =>
    own.map((one) => (one.state === 'found' ? select(one.passage) : undefined)),
  );
}
