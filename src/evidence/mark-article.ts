import type { AssertedRecord } from '../model/assertion.ts';
import type { MarkedAnchor, MarkedArticle, Stretch } from '../model/marked-article.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { groupBy } from '../text/group-by.ts';
import type { Article } from './article/article.ts';
import { joinExtents, selectOverlapping, type TextExtent } from './article/extents.ts';
import type { Passage } from './article/word-index.ts';
import { isHeading } from './coverage.ts';
import { openLexicon } from './language/lexicon.ts';
import {
  isOfDifferentArticle,
  type LocatedAnchor,
  locateInArticle,
  selectPassages,
} from './locate.ts';

/** Passage of a record. One of what the article does not state does not count for coverage. */
interface RecordPassage extends Pick<Passage, 'paragraph' | 'from' | 'to'> {
  readonly id: string;
  readonly countsForCoverage: boolean;
}

/** Maximum number of records of a stretch. Nobody reads more, and those of nested passages would be ever more. */
const maxRecords = 100;

/** Finds the sentences that no passage covers, those that follow one another as one. */
function findUncovered(sentences: readonly TextExtent[], covered: readonly TextExtent[]) {
  const isUncovered = (one: TextExtent) => selectOverlapping(covered, one, 1).length === 0;
  const uncovered = sentences.flatMap((one, at): readonly TextExtent[] => {
    if (!isUncovered(one)) return [];
    const next = sentences[at + 1];
    return [{ from: one.from, to: next && isUncovered(next) ? next.from : one.to }];
  });
  return joinExtents(uncovered);
}

/**
 * Cuts a paragraph at every boundary of its passages and of the sentences that none of them covers, so that the
 * stretches follow one another, although passages overlap.
 */
function cutParagraph(
  text: string,
  passages: readonly RecordPassage[],
  uncovered: readonly TextExtent[],
): readonly (Omit<Stretch, 'number'> & Pick<TextExtent, 'from'>)[] {
  const inner = [...passages, ...uncovered].flatMap(({ from, to }) => [from, to]);
  const boundaries = [...new Set([0, text.length, ...inner])].sort((a, b) => a - b);
  const starting = groupBy(passages, ({ from }) => from);
  const ending = groupBy(passages, ({ to }) => to);
  // Records with an open passage, in the order in which they opened, with the number of these.
  const open = new Map<string, number>();
  return boundaries.slice(0, -1).map((from, at) => {
    const to = assertDefined(boundaries[at + 1]);
    for (const { id } of ending.get(from) ?? []) {
      const left = assertDefined(open.get(id)) - 1;
      if (left > 0) open.set(id, left);
      else open.delete(id);
    }
    const begun = starting.get(from) ?? [];
    for (const { id } of begun) open.set(id, (open.get(id) ?? 0) + 1);
    const records: string[] = [];
    for (const id of open.keys()) {
      if (records.length === maxRecords) break;
      records.push(id);
    }
    const starts = [...new Set(begun.map(({ id }) => id))].slice(0, maxRecords);
    const isUncovered = selectOverlapping(uncovered, { from, to }, 1).length > 0;
    return { text: text.slice(from, to), from, records, starts, isUncovered };
  });
}

function markAnchor(
  { anchor, ...located }: LocatedAnchor,
  getStretch: (passage: Passage) => number,
): MarkedAnchor {
  if (located.state !== 'found') return { anchor, state: located.state };
  const { paragraph } = located.passage;
  return { anchor, state: 'found', place: { paragraph, stretch: getStretch(located.passage) } };
}

/**
 * Marks the passages of records in an article in a language (BCP 47). Returns undefined if hardly any is found, because
 * the article is a different one.
 */
export function markArticle(
  article: Article,
  records: readonly AssertedRecord[],
  language: string,
): MarkedArticle | undefined {
  const located = locateInArticle(article, records);
  if (isOfDifferentArticle(located)) return undefined;
  const passages = records.flatMap(({ id, countsForCoverage }, at) =>
    selectPassages(assertDefined(located[at])).map(({ paragraph, from, to }): RecordPassage => {
      return { paragraph, from, to, id, countsForCoverage };
    }),
  );
  const byParagraph = groupBy(passages, ({ paragraph }) => paragraph);
  const { splitSentences } = openLexicon(language);
  const stretchByStart = new Map<string, number>();
  let number = 0;
  const paragraphs = article.paragraphs.map((text, at) => {
    const paragraph = at + 1;
    const own = byParagraph.get(paragraph) ?? [];
    const covered = joinExtents(own.filter(({ countsForCoverage }) => countsForCoverage));
    const uncovered = isHeading(text) ? [] : findUncovered(splitSentences(text), covered);
    const stretches = cutParagraph(text, own, uncovered).map(({ from, ...stretch }) => {
      number += 1;
      stretchByStart.set(`${paragraph} ${from}`, number);
      return { ...stretch, number };
    });
    return { paragraph, stretches };
  });
  const getStretch = ({ paragraph, from }: Passage) =>
    assertDefined(stretchByStart.get(`${paragraph} ${from}`));
  return {
    paragraphs,
    anchors: located.map((own) => own.map((one) => markAnchor(one, getStretch))),
  };
}
