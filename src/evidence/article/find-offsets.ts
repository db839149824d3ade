import { assertDefined } from '../../text/assert-defined.ts';

/** Maximum length of a text that is compared at each offset. A longer one may be the same at nearly all of them. */
const maxComparedLength = 200;

/** Returns, for each beginning of a text, the length of the longest shorter beginning with which it ends. */
function listBorders(text: string): readonly number[] {
  const borders = [0];
  let length = 0;
  for (let at = 1; at < text.length; at += 1) {
    while (length > 0 && text[at] !== text[length]) length = assertDefined(borders[length - 1]);
    if (text[at] === text[length]) length += 1;
    borders.push(length);
  }
  return borders;
}

/** Finds those of some offsets, in order, at which a text is (Knuth, Morris and Pratt, 1977). */
function findLong(text: string, needle: string, offsets: readonly number[]): readonly number[] {
  const [borders, wanted] = [listBorders(needle), new Set(offsets)];
  const found: number[] = [];
  let at = 0;
  for (const offset of offsets) {
    // What was read before has been compared with the needle at each of these offsets.
    if (offset < at) continue;
    at = offset;
    let length = 0;
    while (text[at] === needle[length] || length > 0) {
      if (text[at] === needle[length]) {
        at += 1;
        length += 1;
        if (length === needle.length) found.push(at - length);
        else continue;
      }
      length = assertDefined(borders[length - 1]);
    }
  }
  return found.filter((offset) => wanted.has(offset));
}

/** Finds those of some offsets, in order, at which a needle is in a text. */
export const findAtOffsets = (text: string, needle: string, offsets: readonly number[]) =>
  needle.length > maxComparedLength
    ? findLong(text, needle, offsets)
    : offsets.filter((offset) => text.startsWith(needle, offset));

/** Finds all offsets of a needle in a text, also where it overlaps itself. */
export function findAllOffsets(text: string, needle: string): readonly number[] {
  const start = needle.slice(0, maxComparedLength);
  const offsets: number[] = [];
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) offsets.push(at);
  return findAtOffsets(text, needle, offsets);
}
