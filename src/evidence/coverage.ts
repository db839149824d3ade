import type { VerificationTarget } from '../contracts/verification-target.ts';
import { groupBy } from '../text/group-by.ts';
import { present } from '../text/present.ts';
import type { Article } from './article/article.ts';
import type { Sentence } from './article/sentence.ts';
import { indexArticle, type Passage } from './article/word-index.ts';
import { openLexicon } from './language/lexicon.ts';
import { locateAll, passagesOf } from './locate.ts';

/** A sentence of the article, and what is drawn from it. */
export interface CoveredSentence {
  /** Both from 1; sentences count through the article. */
  readonly paragraph: number;
  readonly sentence: number;
  readonly text: string;
  /** A heading in capitals, of which no record need be drawn. */
  readonly isHeading: boolean;
  /** The records with a passage in it, in their order. */
  readonly records: readonly DrawnRecord[];
  /** Its stretches with words in them that are in no passage. */
  readonly uncovered: readonly string[];
}

/** A record, by its collection and id. */
export type DrawnRecord = Pick<VerificationTarget, 'collection' | 'id'>;

/** An article sentence by sentence, and how many of them some record is drawn from. */
export interface Coverage {
  readonly sentences: readonly CoveredSentence[];
  readonly totals: { readonly sentences: number; readonly covered: number };
}

interface Drawn {
  readonly record: DrawnRecord;
  readonly passage: Passage;
}

/** Whether a paragraph is but a line in capitals, without the sign that a sentence ends with. */
const isHeading = (paragraph: string): boolean =>
  /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u.test(paragraph) && !/[.!?]["”’)]?\s*$/u.test(paragraph);

function gapsIn({ text, from, to }: Sentence, drawn: readonly Drawn[]): readonly string[] {
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

function drawFrom(sentence: Sentence, inParagraph: readonly Drawn[]) {
  const drawn = inParagraph.filter(
    ({ passage }) => passage.from < sentence.to && passage.to > sentence.from,
  );
  return {
    text: sentence.text,
    records: [...new Set(drawn.map(({ record }) => record))],
    uncovered: gapsIn(sentence, drawn),
  };
}

/**
 * The sentences of an article in a language (BCP 47), each with the records that have a passage in
 * it. Records about the whole article do not count, nor do those of what the article does not say.
 */
export function cover(
  article: Article,
  targets: readonly VerificationTarget[],
  language: string,
): Coverage {
  const located = locateAll(targets, indexArticle(article));
  const drawn = targets.flatMap(({ collection, id, covers }, index) => {
    if (!covers) return [];
    const record = { collection, id };
    return passagesOf(present(located[index])).map((passage) => ({ record, passage }));
  });
  const inParagraph = groupBy(drawn, ({ passage }) => passage.paragraph);
  const { sentencesOf } = openLexicon(language);
  const sentences = article.paragraphs
    .flatMap((text, index) =>
      sentencesOf(text).map((sentence) => ({
        paragraph: index + 1,
        isHeading: isHeading(text),
        ...drawFrom(sentence, inParagraph.get(index + 1) ?? []),
      })),
    )
    .map((sentence, index) => ({ ...sentence, sentence: index + 1 }));
  const counted = sentences.filter((one) => one.records.length > 0 || !one.isHeading);
  const covered = counted.filter(({ records }) => records.length > 0).length;
  return { sentences, totals: { sentences: counted.length, covered } };
}
