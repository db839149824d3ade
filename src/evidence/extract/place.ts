import type { Anchor } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { countLeading } from '../../text/count-leading.ts';
import { listMatches } from '../../text/list-matches.ts';
import { normalise } from '../article/normalise.ts';
import type { WordIndex } from '../article/word-index.ts';
import { findWhole } from '../article/words.ts';
import { findAnchorAround } from '../shortest-anchor.ts';

/** Part of a paragraph (counted from 0), with its offset in UTF-16 units. */
export interface Place {
  readonly text: string;
  readonly paragraph: number;
  readonly from: number;
}

/** Finds an anchor for the first place of a text in its paragraph, at or after its offset. */
export function findPlaceAnchor(
  { text, paragraph, from: minOffset }: Place,
  index: WordIndex,
): Anchor | undefined {
  const { normalised } = assertDefined(index.paragraphs[paragraph]);
  const needle = normalise(text);
  const start = countLeading(normalised.from, (offset) => offset < minOffset);
  const from = findWhole(normalised.text, needle, start);
  if (from < 0) return undefined;
  return findAnchorAround({ paragraph, from, to: from + needle.length }, index);
}

/** Finds the anchors of some places; undefined if one of them has none. */
export function findAnchors(
  places: readonly Place[],
  index: WordIndex,
): readonly Anchor[] | undefined {
  const anchors = places.flatMap((place) => findPlaceAnchor(place, index) ?? []);
  if (anchors.length < places.length) return undefined;
  const byText = new Map(anchors.map((anchor) => [JSON.stringify(anchor), anchor]));
  return [...byText.values()];
}

/** Compiles a pattern of words so that it matches only whole ones. */
export const compileWords = (pattern: string): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'u');

/** Cuts capitalised words such as The, In or Monday before a name, but not its last word. */
export function cutOpening(name: string, openingWords: ReadonlySet<string>): string {
  const words = name.split(' ');
  const isLast = (at: number) => at === words.length - 1;
  const first = words.findIndex((word, at) => isLast(at) || !openingWords.has(word));
  return words.slice(first).join(' ');
}

/** Checks for a paragraph with capitals in title case, which do not tell a name from another word. */
export const isTitleCase = (text: string): boolean =>
  !/[.!?]["'”’)]?$/u.test(text) && !/(?<![\p{L}\p{M}'’])\p{Ll}{5}/u.test(text);

export type Match = ReturnType<typeof findMatches>[number];

/** Finds the places of a pattern in the paragraphs that are not in title case. */
export function findMatches(pattern: RegExp, { paragraphs }: WordIndex) {
  return paragraphs.flatMap(({ original }, paragraph) =>
    isTitleCase(original)
      ? []
      : listMatches(original, pattern).map((match) => ({
          groups: match.groups ?? {},
          text: match[0],
          paragraph,
          from: match.index,
          textBefore: original.slice(Math.max(0, match.index - 80), match.index),
        })),
  );
}

/** Formats `month * 100 + day` of a year as an ISO 8601 date. */
export function formatDay(year: number, monthAndDay: number): string {
  const [years, days] = [year, monthAndDay].map((number) => String(number).padStart(4, '0'));
  return `${years}${days}`.replace(/(....)(..)(..)/, '$1-$2-$3');
}
