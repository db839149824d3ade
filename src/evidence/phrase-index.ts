import { assertDefined } from '../text/assert-defined.ts';
import { countLeading } from '../text/count-leading.ts';
import { groupBy } from '../text/group-by.ts';
import { memoise, once } from '../text/memoise.ts';
import { normalise } from './article/normalise.ts';
import { findQuotations } from './article/sentences.ts';
import type { Passage, TextRange, WordIndex } from './article/word-index.ts';

/** Places of some words in an article, in order. */
export interface Occurrences {
  readonly ranges: readonly TextRange[];
  /** For each range, the first end of it and those after it. */
  readonly firstEnds: readonly TextRange[];
}

const byStart = (one: TextRange, other: TextRange): number =>
  one.paragraph - other.paragraph || one.from - other.from;

const byEnd = (one: TextRange, other: TextRange): number =>
  one.paragraph - other.paragraph || one.to - other.to;

const isWithin = (inner: TextRange | undefined, outer: TextRange | undefined): boolean =>
  inner !== undefined &&
  outer !== undefined &&
  inner.paragraph === outer.paragraph &&
  inner.to <= outer.to;

/** Returns for each item of a list which of the items up to it comes last in an order. */
function listLasts<Item>(
  items: readonly Item[],
  compare: (one: Item, other: Item) => number,
): readonly Item[] {
  let last = items[0];
  return items.map((item) => {
    last = last !== undefined && compare(last, item) > 0 ? last : item;
    return last;
  });
}

function indexRanges(ranges: readonly TextRange[]): Occurrences {
  const backwards = (one: TextRange, other: TextRange) => byEnd(other, one);
  return { ranges, firstEnds: listLasts(ranges.toReversed(), backwards).toReversed() };
}

/** Creates a test of whether some words are in one of the passages, of which either may have very many places. */
export function createContainsTest(passages: readonly Passage[]) {
  const sorted = passages.map(({ range }) => range).sort(byStart);
  const lastEnds = listLasts(sorted, byEnd);
  const isInPassage = (range: TextRange) =>
    isWithin(range, lastEnds[countLeading(sorted, (one) => byStart(one, range) <= 0) - 1]);
  return ({ ranges, firstEnds }: Occurrences): boolean =>
    ranges.length < sorted.length
      ? ranges.some(isInPassage)
      : sorted.some((passage) =>
          isWithin(firstEnds[countLeading(ranges, (one) => byStart(one, passage) < 0)], passage),
        );
}

export type PhraseIndex = ReturnType<typeof createPhraseIndex>;

/** Creates finders of the places of phrases, stems and quotations in an article; each is looked for only once. */
export function createPhraseIndex(index: WordIndex, stem: (word: string) => string) {
  const getQuotations = memoise((paragraph: number) => {
    const { original, normalised } = assertDefined(index.paragraphs[paragraph]);
    const countBefore = (offset: number) => countLeading(normalised.from, (one) => one < offset);
    return findQuotations(original).map(({ from, end }): TextRange => {
      // The mark itself is one unit, of which accents may follow.
      return { paragraph, from: countBefore(from) + 1, to: countBefore(end) };
    });
  });
  const isQuoted = (range: TextRange): boolean => {
    const quotations = getQuotations(range.paragraph);
    const quotation = quotations[countLeading(quotations, (one) => byStart(one, range) <= 0) - 1];
    return isWithin(range, quotation);
  };
  const groupByStem = once(() => groupBy(index.places, ([word]) => stem(word)));
  const findPhrase = memoise((spelling: string) => indexRanges(index.findSpelling(spelling)));
  const findPhrases = memoise((spellings: readonly string[]) =>
    indexRanges(spellings.flatMap((spelling) => findPhrase(spelling).ranges).sort(byStart)),
  );
  return {
    /** Finds the places of any of the spellings. Many assertions may share a list of very many. */
    findSpellings: (spellings: readonly string[]): Occurrences =>
      spellings.length === 1 ? findPhrase(assertDefined(spellings[0])) : findPhrases(spellings),
    /** Returns the spellings that have something to look for. */
    listSearchable: memoise((spellings: readonly string[]) =>
      spellings.filter((spelling) => normalise(spelling) !== ''),
    ),
    /** Finds the places of the words with a stem. */
    findStem: memoise((wanted: string): Occurrences => {
      const places = (groupByStem().get(wanted) ?? []).flatMap(([, all]) => all);
      const ranges = places.map(({ paragraph, word }): TextRange => {
        const { from, to } = assertDefined(index.paragraphs[paragraph]?.words[word]);
        return { paragraph, from, to };
      });
      return indexRanges(ranges.sort(byStart));
    }),
    /** Finds the places of a text within quotation marks. */
    findQuoted: memoise((text: string) =>
      indexRanges(index.findOccurrences(text).filter(isQuoted)),
    ),
  };
}
