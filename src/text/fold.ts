/** A text folded for search, and for each of its UTF-16 units the offset that it stems from. */
export interface Folded {
  readonly text: string;
  readonly from: readonly number[];
}

const graphemePart = /[\s\S]\p{M}*/gu;

/**
 * Folds a text so that spellings which differ only in case, diacritics, apostrophes, kind of dash or
 * white space are the same: Xi'an, Xi’an and Xian; one-on-one and one on one.
 */
export function fold(text: string): string {
  return (
    text
      // By itself it would come apart into a blank and a mark.
      .replaceAll('´', '')
      .normalize('NFKD')
      .replace(/[\p{M}'’‘‛ʼʻʹʾʿ′`]/gu, '')
      .replace(/[\s\p{Pd}]+/gu, ' ')
      .toLowerCase()
      // At the end of a word the lower case is another letter.
      .replaceAll('ς', 'σ')
  );
}

/** Folds a text in the same way, and keeps where each unit stems from. */
export function foldWithOffsets(text: string): Folded {
  const known = new Map<string, string>();
  const from: number[] = [];
  let folded = '';
  // To ask the growing text for its end would copy it each time.
  let isAfterBlank = false;
  for (const { 0: original, index } of text.matchAll(graphemePart)) {
    const part = known.get(original) ?? fold(original);
    known.set(original, part);
    if (part === ' ' && isAfterBlank) continue;
    if (part !== '') isAfterBlank = part.endsWith(' ');
    for (let unit = 0; unit < part.length; unit++) from.push(index);
    folded += part;
  }
  from.push(text.length);
  return { text: folded, from };
}

/** The text compared without case, and without regard to how its characters are composed. */
export function foldCase(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/** Whether a text is all capitals, two at least: US is not the word us, whatever its case. */
export const isAcronym = (text: string): boolean =>
  /^(?:[\p{N}.&-]*\p{Lu}){2}[\p{Lu}\p{N}.&-]*$/u.test(text);
