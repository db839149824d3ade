import { memoise } from './memoise.ts';

const graphemePart = /[\s\S]\p{M}*/gu;

/**
 * Folds a text so that spellings that differ only in case, diacritics, apostrophes, kind of dash or white space become
 * equal: Xi'an, Xi’an and Xian; one-on-one and one on one.
 */
export function fold(text: string): string {
  return (
    text
      // NFKD splits this accent into a space and a mark.
      .replaceAll('´', '')
      .normalize('NFKD')
      .replace(/[\p{M}'’‘‛ʼʻʹʾʿ′`]/gu, '')
      .replace(/[\s\p{Pd}]+/gu, ' ')
      .toLowerCase()
      // At the end of a word, the lower case of sigma is another letter.
      .replaceAll('ς', 'σ')
  );
}

const foldPart = memoise(fold);

/** Folds a text like `fold`; `from` has the offset in the original of each UTF-16 unit, and the length at its end. */
export function foldWithOffsets(text: string) {
  const from: number[] = [];
  let folded = '';
  // Reading the end of the growing text would copy it each time.
  let isAfterBlank = false;
  for (const { 0: original, index } of text.matchAll(graphemePart)) {
    const part = foldPart(original);
    if (part === ' ' && isAfterBlank) continue;
    if (part !== '') isAfterBlank = part.endsWith(' ');
    for (let unit = 0; unit < part.length; unit++) from.push(index);
    folded += part;
  }
  from.push(text.length);
  return { text: folded, from };
}

/** Normalises a text for comparison that ignores case and how characters are composed. */
export function foldCase(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/** Checks whether a text is all capitals, at least two. Acronyms match with their case, as US is not the word us. */
export const isAcronym = (text: string): boolean =>
  /^(?:[\p{N}.&-]*\p{Lu}){2}[\p{Lu}\p{N}.&-]*$/u.test(text);
