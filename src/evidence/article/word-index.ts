import { assertDefined } from '../../text/assert-defined.ts';
import { isAcronym } from '../../text/fold.ts';
import { groupBy } from '../../text/group-by.ts';
import { memoise } from '../../text/memoise.ts';
import type { Article } from './article.ts';
import { findAllOffsets, findAtOffsets } from './find-offsets.ts';
import {
  type Normalised,
  normalise,
  normaliseKeepingCase,
  normaliseWithOffsets,
} from './normalise.ts';
import { findWhole, hasBoundaries, splitWords, type Word } from './words.ts';

/** Paragraph prepared for matching; `words` are those of the normalised text. */
export interface Paragraph {
  readonly original: string;
  readonly normalised: Normalised;
  readonly words: readonly Word[];
}

/** Position of a word: the paragraph and the word in it, both counted from 0. */
export interface WordPlace {
  readonly paragraph: number;
  readonly word: number;
}

/** Range of a paragraph (counted from 0), as offsets into its normalised text. */
export interface TextRange {
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
}

/** Index of an article: its paragraphs, and the places of each normalised word. */
export interface WordIndex {
  readonly paragraphs: readonly Paragraph[];
  readonly places: ReadonlyMap<string, readonly WordPlace[]>;
  /** Finds every occurrence of a text as whole words, in the order of the article. */
  readonly findOccurrences: (text: string) => readonly TextRange[];
  /** Finds every occurrence of a spelling; an acronym must match in case. */
  readonly findSpelling: (spelling: string) => readonly TextRange[];
  /** Converts a range to a passage of the original text; a long one is the same for the same range. */
  readonly getPassage: (range: TextRange) => Passage;
}

/** Length from which what is found in a text is kept for other records. To keep all of it takes more time than it saves. */
export const longTextLength = 1000;

/** Formats the words of an article as they are compared: normalised, a paragraph per line. */
export const formatWords = ({ paragraphs }: Article): string =>
  paragraphs
    .map((one) =>
      splitWords(normalise(one))
        .map(({ text }) => text)
        .join(' '),
    )
    .join('\n');

export function indexArticle(article: Article): WordIndex {
  const paragraphs = article.paragraphs.map((original): Paragraph => {
    const normalised = normaliseWithOffsets(original);
    return { original, normalised, words: splitWords(normalised.text) };
  });
  const all = paragraphs.flatMap(({ words }, paragraph) =>
    words.map(({ text }, word) => ({ text, paragraph, word })),
  );
  const places = groupBy(all, ({ text }) => text);
  const findOccurrences = memoise((text: string) =>
    findNeedle(paragraphs, places, normalise(text)),
  );
  const passages = memoise((paragraph: number) =>
    memoise((from: number) =>
      memoise((to: number) => createPassage(paragraphs, { paragraph, from, to })),
    ),
  );
  const getPassage = (range: TextRange) => {
    const { paragraph, from, to } = range;
    return to - from < longTextLength
      ? createPassage(paragraphs, range)
      : passages(paragraph)(from)(to);
  };
  const findSpelling = (spelling: string) => {
    const ranges = findOccurrences(spelling);
    if (!isAcronym(spelling)) return ranges;
    const exact = normaliseKeepingCase(spelling);
    return ranges.filter((range) => normaliseKeepingCase(getPassage(range).text) === exact);
  };
  return { paragraphs, places, findOccurrences, findSpelling, getPassage };
}

/** Finds the occurrences of a needle. Looks only at the places of its rarest word, as there may be many needles. */
function findNeedle(
  paragraphs: readonly Paragraph[],
  places: WordIndex['places'],
  needle: string,
): readonly TextRange[] {
  if (needle === '') return [];
  const [rarest] = splitWords(needle)
    .map(({ text, from }) => ({ from, places: places.get(text) ?? [] }))
    .sort((a, b) => a.places.length - b.places.length);
  const found = (paragraph: number, offsets: readonly number[]): readonly TextRange[] => {
    const { text } = assertDefined(paragraphs[paragraph]).normalised;
    return offsets
      .map((from) => ({ paragraph, from, to: from + needle.length }))
      .filter(({ from, to }) => hasBoundaries(text, from, to));
  };
  if (!rarest) {
    // A needle of signs alone may be anywhere.
    return paragraphs.flatMap(({ normalised }, at) =>
      found(at, findAllOffsets(normalised.text, needle)),
    );
  }
  const byParagraph = groupBy(rarest.places, ({ paragraph }) => paragraph);
  return [...byParagraph].flatMap(([at, places]) => {
    const { normalised, words } = assertDefined(paragraphs[at]);
    const starts = places.map(({ word }) => assertDefined(words[word]).from - rarest.from);
    const offsets = starts.filter((start) => start >= 0);
    return found(at, findAtOffsets(normalised.text, needle, offsets));
  });
}

/** Text as it is written and normalised. */
export interface Text {
  readonly text: string;
  readonly normalised: string;
}

/** Passage of the article: paragraph number from 1, and offsets into the original. */
export interface Passage extends Text {
  readonly range: TextRange;
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
  /** Original text of its paragraph. */
  readonly paragraphText: string;
}

function createPassage(paragraphs: WordIndex['paragraphs'], range: TextRange): Passage {
  const { original, normalised } = assertDefined(paragraphs[range.paragraph]);
  const from = assertDefined(normalised.from[range.from]);
  const to = assertDefined(normalised.to[range.to - 1]);
  return {
    range,
    paragraph: range.paragraph + 1,
    from,
    to,
    text: original.slice(from, to),
    normalised: normalised.text.slice(range.from, range.to),
    paragraphText: original,
  };
}

/** Lists the paragraphs of an article as passages, except those that normalise to nothing. */
export function listParagraphPassages(index: WordIndex): readonly Passage[] {
  return index.paragraphs.flatMap(({ normalised: { text } }, paragraph) =>
    text === '' ? [] : index.getPassage({ paragraph, from: 0, to: text.length }),
  );
}

/** Checks whether one of the spellings occurs as whole words in one of the texts. Acronyms must match in case. */
export function hasPhrase(texts: readonly Text[], spellings: readonly string[]): boolean {
  return spellings.some((spelling) => {
    const needle = normalise(spelling);
    const exact = normaliseKeepingCase(spelling);
    return texts.some(
      ({ text, normalised }) =>
        findWhole(normalised, needle) >= 0 &&
        (!isAcronym(spelling) || findWhole(normaliseKeepingCase(text), exact) >= 0),
    );
  });
}
