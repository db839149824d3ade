import type { VerificationTarget } from '../model/assertion.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { groupBy } from '../text/group-by.ts';
import type { Article } from './article/article.ts';
import type { Sentence } from './article/sentences.ts';
import { indexArticle, type Passage, type WordIndex } from './article/word-index.ts';
import { openLexicon } from './language/lexicon.ts';
import { locateAll, selectPassages } from './locate.ts';

/** Sentence of the article with the records that cover it. */
export interface CoveredSentence {
  /** Paragraph number, counted from 1. */
  readonly paragraph: number;
  /** Sentence number, counted from 1 through the whole article. */
  readonly sentence: number;
  readonly text: string;
  /** True if it is a heading in capitals, which needs no record. */
  readonly isHeading: boolean;
  /** Records with a passage in the sentence, in their order. */
  readonly records: readonly RecordReference[];
  /** Parts of the sentence that contain words and are in no passage. */
  readonly uncovered: readonly string[];
}

/** Collection and id of a record. */
export type RecordReference = Pick<VerificationTarget, 'collection' | 'id'>;

/** Sentences of an article, and how many of them are covered. */
export interface Coverage {
  /** Computed on each iteration, not stored, since every sentence may list every record. */
  readonly sentences: Iterable<CoveredSentence>;
  readonly totals: { readonly sentences: number; readonly covered: number };
}

/** Passage of a record; `order` is its position among the passages of all records. */
interface CoveringPassage {
  readonly order: number;
  readonly record: RecordReference;
  readonly passage: Passage;
}

/** Checks whether a paragraph is a heading: a line in capitals without the punctuation that ends a sentence. */
const isHeading = (paragraph: string): boolean =>
  /\p{Lu}/u.test(paragraph) && !/\p{Ll}/u.test(paragraph) && !/[.!?]["”’)]?\s*$/u.test(paragraph);

function findUncovered(
  { text, from, to }: Sentence,
  drawn: readonly CoveringPassage[],
): readonly string[] {
  if (drawn.some(({ passage }) => passage.from <= from && passage.to >= to)) return [];
  const passages = drawn.map(({ passage }) => passage).sort((a, b) => a.from - b.from);
  const gaps: string[] = [];
  let end = from;
  for (const passage of [...passages, { from: to, to }]) {
    if (passage.from > end) gaps.push(text.slice(end - from, passage.from - from).trim());
    end = Math.max(end, passage.to);
  }
  return gaps.filter((gap) => /[\p{L}\p{N}]/u.test(gap));
}

/** Sentence of the article with the passages in it and their records, both in the order of the records. */
interface DrawnSentence {
  readonly paragraph: number;
  readonly isHeading: boolean;
  readonly sentence: Sentence;
  readonly drawn: readonly CoveringPassage[];
  readonly records: readonly RecordReference[];
}

/** Yields the sentences of a paragraph, each with the passages that overlap it. */
function* coverSentence(
  sentences: readonly Sentence[],
  inParagraph: readonly CoveringPassage[],
): Generator<Omit<DrawnSentence, 'paragraph' | 'isHeading'>> {
  const ahead = inParagraph.toSorted((a, b) => b.passage.from - a.passage.from);
  let drawn: readonly CoveringPassage[] = [];
  let records: readonly RecordReference[] = [];
  let firstEnd = Infinity;
  for (const sentence of sentences) {
    const begun: CoveringPassage[] = [];
    for (let next = ahead.at(-1); next && next.passage.from < sentence.to; next = ahead.at(-1)) {
      begun.push(next);
      ahead.pop();
    }
    if (begun.length > 0 || firstEnd <= sentence.from) {
      const open = [...drawn, ...begun].filter(({ passage }) => passage.to > sentence.from);
      drawn = open.sort((a, b) => a.order - b.order);
      records = [...new Set(drawn.map(({ record }) => record))];
      firstEnd = drawn.reduce((end, { passage }) => Math.min(end, passage.to), Infinity);
    }
    yield { sentence, drawn, records };
  }
}

/** Groups the passages of the records that count for coverage by paragraph. */
function groupByParagraph(targets: readonly VerificationTarget[], index: WordIndex) {
  const located = locateAll(targets, index);
  const drawn = targets.flatMap(({ collection, id, countsForCoverage }, at) => {
    if (!countsForCoverage) return [];
    const record = { collection, id };
    return selectPassages(assertDefined(located[at])).map((passage) => ({ record, passage }));
  });
  return groupBy(
    drawn.map((one, order): CoveringPassage => ({ ...one, order })),
    ({ passage }) => passage.paragraph,
  );
}

/** Counts the sentences and those that are covered. A heading counts only if it is covered. */
function countSentences(all: Iterable<DrawnSentence>): Coverage['totals'] {
  const totals = { sentences: 0, covered: 0 };
  for (const { isHeading: isExempt, drawn } of all) {
    if (drawn.length > 0) totals.covered += 1;
    if (drawn.length > 0 || !isExempt) totals.sentences += 1;
  }
  return totals;
}

function* listCoveredSentences(all: Iterable<DrawnSentence>): Generator<CoveredSentence> {
  let count = 0;
  for (const { sentence, drawn, records, ...place } of all) {
    count += 1;
    yield {
      ...place,
      text: sentence.text,
      records,
      uncovered: findUncovered(sentence, drawn),
      sentence: count,
    };
  }
}

/**
 * Measures which sentences of an article in a language (BCP 47) are covered by a passage of a record. Records about the
 * whole article and records of what it does not say do not count.
 */
export function measureCoverage(
  article: Article,
  targets: readonly VerificationTarget[],
  language: string,
): Coverage {
  const inParagraph = groupByParagraph(targets, indexArticle(article));
  const { sentencesOf } = openLexicon(language);
  const paragraphs = article.paragraphs.map((text, at) => {
    return { paragraph: at + 1, isHeading: isHeading(text), sentences: sentencesOf(text) };
  });
  function* listCoveringPassages(): Generator<DrawnSentence> {
    for (const { sentences, ...place } of paragraphs) {
      const own = inParagraph.get(place.paragraph) ?? [];
      for (const one of coverSentence(sentences, own)) yield { ...place, ...one };
    }
  }
  return {
    sentences: { [Symbol.iterator]: () => listCoveredSentences(listCoveringPassages()) },
    totals: countSentences(listCoveringPassages()),
  };
}
