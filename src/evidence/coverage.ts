import type { AssertedRecord } from '../model/assertion.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { countLeading } from '../text/count-leading.ts';
import { groupBy } from '../text/group-by.ts';
import type { Article } from './article/article.ts';
import { joinExtents, selectOverlapping, type TextExtent } from './article/extents.ts';
import type { Sentence } from './article/sentences.ts';
import type { Passage } from './article/word-index.ts';
import { openLexicon } from './language/lexicon.ts';
import { isOfDifferentArticle, locateInArticle, selectPassages } from './locate.ts';

type RecordReference = Pick<AssertedRecord, 'collection' | 'id'>;

/** Sentence of the article with the records that cover it. */
export interface CoveredSentence {
  /** Paragraph number, counted from 1. */
  readonly paragraph: number;
  /** A heading in capitals needs no record. */
  readonly isHeading: boolean;
  readonly text: string;
  /** Records with a passage in the sentence, in their order; see `maxSentences`. */
  readonly records: readonly RecordReference[];
  /** Parts of the sentence that contain words and are in no passage. */
  readonly uncovered: readonly string[];
  /** Sentence number, counted from 1 through the whole article. */
  readonly sentence: number;
}

/**
 * Number of sentences of a passage, from its first, that list its record. No paragraph that somebody reads has more, and
 * thousands of sentences with thousands of records would take the square of the time. A sentence lists at least one.
 */
const maxSentences = 100;

/** Sentences that a record covers, as positions in the article. */
interface CoveredRange extends TextExtent {
  readonly record: RecordReference;
}

/** Checks whether a paragraph is a heading: a line in capitals without the punctuation that ends a sentence. */
export const isHeading = (paragraph: string): boolean =>
  /\p{Lu}/u.test(paragraph) && !/\p{Ll}/u.test(paragraph) && !/[.!?]["”’)]?\s*$/u.test(paragraph);

/** Finds the parts of a sentence that contain words and are in none of the passages, which are joined. */
function findUncovered(sentence: Sentence, passages: readonly TextExtent[]): readonly string[] {
  const { text, from, to } = sentence;
  const gaps: string[] = [];
  let end = from;
  for (const passage of [...selectOverlapping(passages, sentence), { from: to, to }]) {
    if (passage.from > end) gaps.push(text.slice(end - from, passage.from - from).trim());
    end = passage.to;
  }
  return gaps.filter((gap) => /[\p{L}\p{N}]/u.test(gap));
}

/** Lists the records that cover each of so many sentences, in their order. */
function listCovering(
  ranges: readonly CoveredRange[],
  sentenceCount: number,
): readonly CoveredSentence['records'][] {
  const lists = Array.from({ length: sentenceCount }, (): RecordReference[] => []);
  for (const { record, from, to } of ranges) {
    const first = lists.slice(from, Math.min(to, from + maxSentences));
    for (const list of first) list.push(record);
  }
  const byStart = groupBy(ranges, ({ from }) => from);
  let longest: CoveredRange | undefined;
  return lists.map((list, at) => {
    for (const range of byStart.get(at) ?? []) {
      if (range.to > (longest?.to ?? 0)) longest = range;
    }
    return list.length === 0 && longest && longest.to > at ? [longest.record] : list;
  });
}

type Paragraph = ReturnType<typeof splitParagraphs>[number];

/** Splits the paragraphs of an article into sentences; `first` is the position of the first one in the article. */
function splitParagraphs({ paragraphs }: Article, language: string) {
  const { splitSentences } = openLexicon(language);
  let count = 0;
  return paragraphs.map((text) => {
    const sentences = splitSentences(text);
    const first = count;
    count += sentences.length;
    return { text, sentences, first };
  });
}

/** Lists the sentences that the passages of a record overlap. */
function listRanges(passages: readonly Passage[], paragraphs: readonly Paragraph[]) {
  const extents = passages.map(({ paragraph, from, to }): TextExtent => {
    const { sentences, first } = assertDefined(paragraphs[paragraph - 1]);
    return {
      from: first + countLeading(sentences, (one) => one.to <= from),
      to: first + countLeading(sentences, (one) => one.from < to),
    };
  });
  return joinExtents(extents);
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
  const located = locateInArticle(article, records);
  const paragraphs = splitParagraphs(article, language);
  const passages = records.map(({ countsForCoverage }, order) =>
    countsForCoverage ? selectPassages(assertDefined(located[order])) : [],
  );
  const ranges = records.flatMap(({ collection, id }, order) => {
    const record = { collection, id };
    const own = listRanges(assertDefined(passages[order]), paragraphs);
    return own.map((range): CoveredRange => ({ record, ...range }));
  });
  const count = paragraphs.reduce((sum, one) => sum + one.sentences.length, 0);
  const covering = listCovering(ranges, count);
  const byParagraph = groupBy(passages.flat(), ({ paragraph }) => paragraph);
  const sentences = paragraphs.flatMap((one, index) => {
    const place = { paragraph: index + 1, isHeading: isHeading(one.text) };
    const joined = joinExtents(byParagraph.get(place.paragraph) ?? []);
    return one.sentences.map((sentence, at): CoveredSentence => {
      const position = one.first + at;
      return {
        ...place,
        text: sentence.text,
        records: assertDefined(covering[position]),
        uncovered: findUncovered(sentence, joined),
        sentence: position + 1,
      };
    });
  });
  const covered = sentences.filter((sentence) => sentence.records.length > 0);
  // A heading counts only if it is covered.
  const headings = sentences.filter((one) => one.isHeading && one.records.length === 0);
  return {
    sentences,
    totals: { sentences: sentences.length - headings.length, covered: covered.length },
    missing: located.flat().filter(({ state }) => state !== 'found').length,
    isDifferentArticle: isOfDifferentArticle(located),
  };
}
