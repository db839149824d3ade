import { listMatches } from '../../text/list-matches.ts';

/** Sentence of a paragraph, trimmed, with its offsets there in UTF-16 units. */
export interface Sentence {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Endings that are not the end of a sentence: George W., U.S., Mr., Feb. and the number of a paragraph. */
const openEndings = [
  /(?:^|\p{Lu}[\p{L}'’-]*\.? |[("“])\p{Lu}\.$/u,
  /\p{Lu}\.\p{Lu}\.$/u,
  /\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov)\.$/u,
  /\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.$/u,
  /^\(?\d{1,3}[.)]$/u,
];

/** Number of characters checked for such an ending: enough for a name and an initial. */
const maxEndingLength = 40;

/** Checks whether a segment continues the sentence before it. None begins with a small letter: “Go!” she said. */
function continuesSentence(before: string, segment: string): boolean {
  const ending = before.trimEnd().slice(-maxEndingLength);
  return openEndings.some((pattern) => pattern.test(ending)) || /^\p{Ll}/u.test(segment);
}

/** Number of characters segmented at once: Intl.Segmenter copies all of them for each segment. */
const pieceLength = 1000;

function* splitSegments(paragraph: string, segmenter: Intl.Segmenter): Generator<string> {
  let from = 0;
  let length = pieceLength;
  while (from < paragraph.length) {
    const segments = [...segmenter.segment(paragraph.slice(from, from + length))];
    // The last segment may continue after this piece.
    if (from + length < paragraph.length) segments.pop();
    for (const { segment } of segments) {
      yield segment;
      from += segment.length;
    }
    length = segments.length === 0 ? length * 2 : pieceLength;
  }
}

/**
 * Splits a paragraph into sentences with a segmenter (Unicode UAX #29). Rejoins what it splits after an initial, an
 * abbreviation or the end of a quotation.
 */
export function splitSentences(paragraph: string, segmenter: Intl.Segmenter): readonly Sentence[] {
  const starts: number[] = [];
  let before: string | undefined;
  let offset = 0;
  for (const segment of splitSegments(paragraph, segmenter)) {
    if (before === undefined || !continuesSentence(before, segment)) starts.push(offset);
    before = segment;
    offset += segment.length;
  }
  return starts.flatMap((start, at) => {
    const untrimmed = paragraph.slice(start, starts[at + 1]);
    const text = untrimmed.trim();
    const from = start + untrimmed.indexOf(text);
    return text === '' ? [] : [{ text, from, to: from + text.length }];
  });
}

/**
 * Each kind of mark with its closing mark. An unclosed quotation runs to the end, except in single marks. A straight
 * single mark begins a quotation only before a letter at the start or after a blank or bracket, and not in rock 'n'
 * roll.
 */
const quotationPattern =
  /“([^”]*)”?|[„‟]([^“”]*)[“”]?|«([^»]*)»?|»([^«]*)«?|["″]([^"″]*)["″]?|‘([^‘]*?)’(?!\p{L})|(?<![^\s([{])'(\p{L}(?:[^']|(?<=\p{L})'(?=\p{L}))+)'(?!\p{L})/gu;

/** Cuts the comma or the full stop of the sentence, which American usage has within the marks. */
export const cutPunctuation = (words: string): string => words.replace(/(?<![.,;])[.,;]+$/, '');

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/**
 * Finds the quotations of a text that contain words, in order: the words without punctuation at their end, and the
 * offsets of the marks and of the end of these words in UTF-16 units.
 */
export function findQuotations(text: string) {
  const found = listMatches(text, quotationPattern).map((match) => {
    const [marked, ...groups] = match;
    // Only the group of these marks has matched.
    const words = cutPunctuation(groups.join('').trim());
    const from = match.index;
    const end = from + marked.indexOf(words) + words.length;
    return { words, from, to: from + marked.length, end };
  });
  return found.filter(({ words }) => hasWords(words));
}

/** Replaces each quotation with a blank, since it is somebody else's words. */
export const removeQuotations = (text: string): string =>
  text.replace(quotationPattern, (quotation) => (hasWords(quotation) ? ' ' : quotation));
