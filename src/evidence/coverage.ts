import type { AssertedRecord } from '../model/assertion.ts';
import { assertDefined } from '../text/assert-defined.ts';
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
  /** True if it is a heading in capitals, which needs no record. */
  readonly isHeading: boolean;
  readonly text: string;
  /** Records with a passage in the sentence, in their order. */
  readonly records: readonly RecordReference[];
  /** Parts of the sentence that contain words and are in no passage. */
  readonly uncovered: readonly string[];
  /** Sentence number, counted from 1 through the whole article. */
  readonly sentence: number;
}

/** Sentences of an article, and how many of them are covered. */
export interface Coverage {
  /** Computed on each iteration, not stored, since every sentence may list every record. */
  readonly sentences: Iterable<CoveredSentence>;
  /** A heading counts only if it is covered. */
  readonly totals: { readonly sentences: number; readonly covered: number };
  /** Number of anchors without a passage. */
  readonly missing: number;
  readonly isDifferentArticle: boolean;
}

/** Passage of a record; `order` is its position among the passages of all records. */
interface CoveringPassage extends Passage {
  readonly order: number;
  readonly record: RecordReference;
}

/** Checks whether a paragraph is a heading: a line in capitals without the punctuation that ends a sentence. */
const isHeading = (paragraph: string): boolean =>
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
function* pairWithPassages(
  sentences: readonly Sentence[],
  all: readonly CoveringPassage[],
): Generator<
  Pick<CoveredSentence, 'records'> & { sentence: Sentence; passages: readonly CoveringPassage[] }
> {
  const ahead = all.toSorted((a, b) => b.from - a.from);
  let passages: readonly CoveringPassage[] = [];
  let records: CoveredSentence['records'] = [];
  for (const sentence of sentences) {
    const begun: CoveringPassage[] = [];
    for (let next = ahead.at(-1); next && next.from < sentence.to; next = ahead.at(-1)) {
      begun.push(next);
      ahead.pop();
    }
    // The same passages may overlap thousands of sentences: sorting them each time takes 20 times as long.
    if (begun.length > 0 || passages.some(({ to }) => to <= sentence.from)) {
      passages = [...passages, ...begun].filter(({ to }) => to > sentence.from);
      const inOrder = passages.toSorted((a, b) => a.order - b.order);
      records = [...new Set(inOrder.map(({ record }) => record))];
    }
    yield { sentence, passages, records };
  }
}

function countSentences(all: Iterable<CoveredSentence>): Coverage['totals'] {
  const totals = { sentences: 0, covered: 0 };
  for (const { isHeading: isExempt, records } of all) {
    if (records.length > 0) totals.covered += 1;
    if (records.length > 0 || !isExempt) totals.sentences += 1;
  }
  return totals;
}

/**
 * Measures which sentences of an article in a language (BCP 47) are covered by a passage of a record. Records about the
 * whole article and records of what it does not say do not count.
 */
export function measureCoverage(
  article: Article,
  records: readonly AssertedRecord[],
  language: string,
): Coverage {
  const located = locateAll(records, indexArticle(article));
  const covering = records.flatMap(({ collection, id, countsForCoverage }, at) => {
    const record = { collection, id };
    const passages = countsForCoverage ? selectPassages(assertDefined(located[at])) : [];
    return passages.map((passage) => ({ ...passage, record }));
  });
  const byParagraph = groupBy(
    covering.map((passage, order): CoveringPassage => ({ ...passage, order })),
    ({ paragraph }) => paragraph,
  );
  const { sentencesOf: splitSentences } = openLexicon(language);
  function* listSentences(): Generator<CoveredSentence> {
    let count = 0;
    for (const [at, text] of article.paragraphs.entries()) {
      const place = { paragraph: at + 1, isHeading: isHeading(text) };
      const own = byParagraph.get(place.paragraph) ?? [];
      const covered = pairWithPassages(splitSentences(text), own);
      for (const { sentence, passages, records: inSentence } of covered) {
        count += 1;
        const uncovered = findUncovered(sentence, passages);
        yield { ...place, text: sentence.text, records: inSentence, uncovered, sentence: count };
      }
    }
  }
  const sentences = { [Symbol.iterator]: listSentences };
  const missing = located.flat().filter(({ state }) => state !== 'found').length;
  const isDifferentArticle = isOfDifferentArticle(located);
  return { sentences, totals: countSentences(sentences), missing, isDifferentArticle };
}
