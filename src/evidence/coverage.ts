import type { VerificationTarget } from '../contracts/verification-target.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { groupBy } from '../text/group-by.ts';
import type { Article } from './article/article.ts';
import type { Sentence } from './article/sentence.ts';
import { indexArticle, type Passage, type WordIndex } from './article/word-index.ts';
import { openLexicon } from './language/lexicon.ts';
import { locateAll, selectPassages } from './locate.ts';

/** A sentence of the article, and what is drawn from it. */
export interface CoveredSentence {
  /** Both from 1; sentences count through the article. */
  readonly paragraph: number;
  readonly sentence: number;
  readonly text: string;
  /** A heading in capitals, of which no record need be drawn. */
  readonly isHeading: boolean;
  /** The records with a passage in it, in their order. */
  readonly records: readonly RecordReference[];
  /** Its stretches with words in them that are in no passage. */
  readonly uncovered: readonly string[];
}

/** A record, by its collection and id. */
export type RecordReference = Pick<VerificationTarget, 'collection' | 'id'>;

/** An article sentence by sentence, and how many of them some record is drawn from. */
export interface Coverage {
  /** They are worked out each time that they are gone through: each may have every record. */
  readonly sentences: Iterable<CoveredSentence>;
  readonly totals: { readonly sentences: number; readonly covered: number };
}

/** A passage of a record; `order` counts the passages through the records. */
interface CoveringPassage {
  readonly order: number;
  readonly record: RecordReference;
  readonly passage: Passage;
}

/** Whether a paragraph is but a line in capitals, without the sign that a sentence ends with. */
const isHeading = (paragraph: string): boolean =>
  /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u.test(paragraph) && !/[.!?]["”’)]?\s*$/u.test(paragraph);

function findUncovered(
  { text, from, to }: Sentence,
  drawn: readonly CoveringPassage[],
): readonly string[] {
  if (drawn.some(({ passage }) => passage.from <= from && passage.to >= to)) return [];
  const passages = drawn.map(({ passage }) => passage).sort((a, b) => a.from - b.from);
  const gaps: string[] = [];
  let end = from;
  for (const passage of [...passages, { from: to, to }]) {
    // Stryker disable next-line EqualityOperator: what is empty has no words.
    if (passage.from > end) gaps.push(text.slice(end - from, passage.from - from).trim());
    end = Math.max(end, passage.to);
  }
  return gaps.filter((gap) => /[\p{L}\p{N}]/u.test(gap));
}

/** A sentence of the article, the passages that are in it, and the records that have them, in their order. */
interface DrawnSentence {
  readonly paragraph: number;
  readonly isHeading: boolean;
  readonly sentence: Sentence;
  readonly drawn: readonly CoveringPassage[];
  readonly records: readonly RecordReference[];
}

/** Goes through the sentences of a paragraph, each with those of its passages that are in it. */
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

/** The passages of the records whose passages count, by the paragraphs that they stand in. */
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

/** How many sentences there are, and how many of them some record is drawn from. */
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
 * The sentences of an article in a language (BCP 47), each with the records that have a passage in
 * it. Records about the whole article do not count, nor do those of what the article does not say.
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
