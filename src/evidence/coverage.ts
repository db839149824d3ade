import type { AssertedRecord } from '../model/assertion.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { countLeading } from '../text/count-leading.ts';
import { groupBy } from '../text/group-by.ts';
import type { Article } from './article/article.ts';
import type { Sentence } from './article/sentences.ts';
import { indexArticle, type Passage } from './article/word-index.ts';
import { openLexicon } from './language/lexicon.ts';
import { isOfDifferentArticle, locateAll, selectPassages } from './locate.ts';

type RecordReference = Pick<AssertedRecord, 'collection' | 'id'>;

/** Sentence of the article with the records that cover it. */
export interface CoveredSentence {
  /** Paragraph number, counted from 1. */
  readonly paragraph: number;
  /** A heading in capitals needs no record. */
  readonly isHeading: boolean;
  readonly text: string;
  /** Records with a passage in the sentence, in their order. */
  readonly records: readonly RecordReference[];
  /** Parts of the sentence that contain words and are in no passage. */
  readonly uncovered: readonly string[];
  /** Sentence number, counted from 1 through the whole article. */
  readonly sentence: number;
}

/** Passage of a record; `order` is the position of the record among all. */
interface CoveringPassage extends Pick<Passage, 'paragraph' | 'from' | 'to'> {
  readonly order: number;
  readonly record: RecordReference;
}

/** Checks whether a paragraph is a heading: a line in capitals without the punctuation that ends a sentence. */
export const isHeading = (paragraph: string): boolean =>
  /\p{Lu}/u.test(paragraph) && !/\p{Ll}/u.test(paragraph) && !/[.!?]["”’)]?\s*$/u.test(paragraph);

/** Finds the parts of a sentence that contain words and are in none of the passages, which are in order. */
function findUncovered(
  { text, from, to }: Sentence,
  passages: readonly CoveringPassage[],
): readonly string[] {
  if (passages.some((passage) => passage.from <= from && passage.to >= to)) return [];
  const gaps: string[] = [];
  let end = from;
  for (const passage of [...passages, { from: to, to }]) {
    if (passage.from > end) gaps.push(text.slice(end - from, passage.from - from).trim());
    end = Math.max(end, passage.to);
  }
  return gaps.filter((gap) => /[\p{L}\p{N}]/u.test(gap));
}

/** Yields the sentences of a paragraph, each with the passages that overlap it and the records of these. */
function* pairWithPassages(sentences: readonly Sentence[], all: readonly CoveringPassage[]) {
  const ahead = all.toSorted((a, b) => a.from - b.from);
  let begun = 0;
  let nextEnd = Number.POSITIVE_INFINITY;
  let passages: readonly CoveringPassage[] = [];
  let records: CoveredSentence['records'] = [];
  for (const sentence of sentences) {
    const end = countLeading(ahead, ({ from }) => from < sentence.to);
    // The same passages may overlap thousands of sentences: sorting them each time takes 20 times as long.
    if (end > begun || nextEnd <= sentence.from) {
      passages = [...passages, ...ahead.slice(begun, end)].filter(({ to }) => to > sentence.from);
      const inOrder = passages.toSorted((a, b) => a.order - b.order);
      records = [...new Set(inOrder.map(({ record }) => record))];
      nextEnd = passages.reduce((least, { to }) => Math.min(least, to), Number.POSITIVE_INFINITY);
      begun = end;
    }
    yield { sentence, passages, records };
  }
}

export type Coverage = ReturnType<typeof measureCoverage>;

/**
 * Measures which sentences of an article in a language (BCP 47) are covered by a passage of a record. Records about the
 * whole article and records of what it does not say do not count. `missing` is the number of anchors without a passage.
 */
export function measureCoverage(
  article: Article,
  records: readonly AssertedRecord[],
  language: string,
) {
  const located = locateAll(records, indexArticle(article));
  const allPassages = records.flatMap(({ collection, id, countsForCoverage }, order) => {
    const record = { collection, id };
    const passages = countsForCoverage ? selectPassages(assertDefined(located[order])) : [];
    return passages.map(({ paragraph, from, to }): CoveringPassage => {
      return { paragraph, from, to, record, order };
    });
  });
  const byParagraph = groupBy(allPassages, ({ paragraph }) => paragraph);
  const lexicon = openLexicon(language);
  function* listSentences(): Generator<CoveredSentence> {
    let count = 0;
    for (const [at, paragraphText] of article.paragraphs.entries()) {
      const place = { paragraph: at + 1, isHeading: isHeading(paragraphText) };
      const own = byParagraph.get(place.paragraph) ?? [];
      const pairs = pairWithPassages(lexicon.splitSentences(paragraphText), own);
      for (const { sentence, passages, records: covering } of pairs) {
        count += 1;
        const uncovered = findUncovered(sentence, passages);
        yield { ...place, text: sentence.text, records: covering, uncovered, sentence: count };
      }
    }
  }
  // A heading counts only if it is covered.
  const totals = { sentences: 0, covered: 0 };
  for (const sentence of listSentences()) {
    const isCovered = sentence.records.length > 0;
    if (isCovered) totals.covered += 1;
    if (isCovered || !sentence.isHeading) totals.sentences += 1;
  }
  return {
    // Computed on each iteration, not stored, since every sentence may list every record.
    sentences: { [Symbol.iterator]: listSentences },
    totals,
    missing: located.flat().filter(({ state }) => state !== 'found').length,
    isDifferentArticle: isOfDifferentArticle(located),
  };
}
