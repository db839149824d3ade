/** A sentence of a paragraph, with its offsets there in UTF-16 units, trimmed. */
export interface Sentence {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** What only looks like the end of a sentence: George W., U.S., and Mr. */
const initial = /(?:^|\p{Lu}[\p{L}'’-]*\.? |[("“])\p{Lu}\.$/u;
const acronym = /\p{Lu}\.\p{Lu}\.$/u;
const title = /\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov)\.$/u;

/** How much of a sentence is looked at for that: a name and an initial. */
const longestEnding = 40;

// Nor does a sentence begin with a small letter: “Go!” she said.
function isOneWith(before: string, segment: string): boolean {
  const ending = before.trimEnd().slice(-longestEnding);
  const isOpen = [initial, acronym, title].some((pattern) => pattern.test(ending));
  return isOpen || /^\p{Ll}/u.test(segment);
}

/**
 * Takes a paragraph and a known language; returns its sentences, by Unicode UAX #29
 * (Intl.Segmenter), put together again where a lone initial, an abbreviation or the end of a
 * quotation was taken for theirs.
 */
export function sentencesOf(paragraph: string, language: string): readonly Sentence[] {
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(paragraph);
  const joined: string[] = [];
  let before = '';
  for (const { segment } of segments) {
    const sentence = joined.at(-1);
    if (sentence !== undefined && isOneWith(before, segment)) {
      joined.splice(-1, 1, sentence + segment);
    } else joined.push(segment);
    before = segment;
  }
  let end = 0;
  return joined.flatMap((segment) => {
    const text = segment.trim();
    const from = end + segment.length - segment.trimStart().length;
    end += segment.length;
    return text === '' ? [] : [{ text, from, to: from + text.length }];
  });
}
