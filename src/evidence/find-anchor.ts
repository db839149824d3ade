import type { Anchor } from '../model/record.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { countLeading } from '../text/count-leading.ts';
import { memoise } from '../text/memoise.ts';
import { normalise } from './article/normalise.ts';
import { getPassage, type TextRange, type WordIndex } from './article/word-index.ts';
import { findWhole } from './article/words.ts';
import { findAnchoredPlaces } from './shortest-anchor.ts';

/** Finds a text in a paragraph (counted from 0), at or after an offset in the original. */
export function findText(
  text: string,
  { paragraph, from: least }: { readonly paragraph: number; readonly from: number },
  { paragraphs }: WordIndex,
): TextRange | undefined {
  const { normalised } = assertDefined(paragraphs[paragraph]);
  const needle = normalise(text);
  const start = countLeading(normalised.from, (offset) => offset < least);
  const from = findWhole(normalised.text, needle, start);
  return from < 0 ? undefined : { paragraph, from, to: from + needle.length };
}

/** Finds the shortest anchor for a range of an article; undefined if there is none. */
export type FindAnchor = (stretch: TextRange | undefined) => Anchor | undefined;

/** Creates an anchor finder for an article. It looks for each text once. */
export function createAnchorFinder(index: WordIndex): FindAnchor {
  const findPlacesByOffset = memoise(
    (text: string) =>
      new Map(
        findAnchoredPlaces(text, index).map((place) => {
          const { paragraph, from } = place.passage;
          return [`${paragraph}:${from}`, place];
        }),
      ),
  );
  return (stretch) => {
    if (!stretch) return undefined;
    const { paragraph, from, text } = getPassage(index, stretch);
    return findPlacesByOffset(text).get(`${paragraph}:${from}`)?.anchor;
  };
}
