import { assertDefined } from '../../text/assert-defined.ts';

/** Sentence of a paragraph, trimmed, with its offsets there in UTF-16 units. */
export interface Sentence {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Endings that are not the end of a sentence: George W., U.S. and Mr. */
const initial = /(?:^|\p{Lu}[\p{L}'’-]*\.? |[("“])\p{Lu}\.$/u;
const acronym = /\p{Lu}\.\p{Lu}\.$/u;
const title = /\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov)\.$/u;

/** Number of characters checked for such an ending: enough for a name and an initial. */
const maxEndingLength = 40;

/**
 * Checks whether a segment continues the sentence before it. No sentence begins with a small letter: “Go!” she said.
 */
function continuesSentence(before: string, segment: string): boolean {
  const ending = before.trimEnd().slice(-maxEndingLength);
  const isOpen = [initial, acronym, title].some((pattern) => pattern.test(ending));
  return isOpen || /^\p{Ll}/u.test(segment);
}

/** Number of characters segmented at once: the time of Intl.Segmenter grows with the square of the length. */
const pieceLength = 10_000;

/** Yields the segments of a paragraph, in order. */
function* splitSegments(paragraph: string, segmenter: Intl.Segmenter): Generator<string> {
  let from = 0;
  let length = pieceLength;
  while (from < paragraph.length) {
    const isLast = from + length >= paragraph.length;
    const segments = Array.from(segmenter.segment(paragraph.slice(from, from + length)));
    // The last segment may continue after this piece.
    const whole = isLast ? segments : segments.slice(0, -1);
    for (const { segment } of whole) {
      yield segment;
      from += segment.length;
    }
    length = whole.length === 0 ? length * 2 : pieceLength;
  }
}

/**
 * Splits a paragraph into sentences with a segmenter (Unicode UAX #29). Rejoins what it splits after an initial, an
 * abbreviation or the end of a quotation.
 */
export function splitSentences(paragraph: string, segmenter: Intl.Segmenter): readonly Sentence[] {
  const segments = [...splitSegments(paragraph, segmenter)];
  const joined: string[] = [];
  for (const [at, segment] of segments.entries()) {
    const before = segments[at - 1];
    if (before !== undefined && continuesSentence(before, segment)) {
      joined.push(assertDefined(joined.pop()) + segment);
    } else joined.push(segment);
  }
  let end = 0;
  return joined.flatMap((segment) => {
    const text = segment.trim();
    const from = end + segment.length - segment.trimStart().length;
    end += segment.length;
    return text === '' ? [] : [{ text, from, to: from + text.length }];
  });
}
