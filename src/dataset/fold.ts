/** A text folded for search, and for each of its UTF-16 units the offset that it stems from. */
export interface Folded {
  readonly text: string;
  readonly from: readonly number[];
}

const graphemePart = /[\s\S]\p{M}*/gu;

function foldPart(part: string): string {
  return (
    part
      // By itself it would come apart into a blank and a mark.
      .replaceAll('´', '')
      .normalize('NFKD')
      .replace(/[\p{M}'’‘‛ʼʻʹʾʿ′`]/gu, '')
      .replace(/[\s\p{Pd}]/gu, ' ')
      .toLowerCase()
  );
}

/**
 * Folds a text so that spellings which differ only in case, diacritics, apostrophes, kind of dash or
 * white space are the same: Xi'an, Xi’an and Xian; one-on-one and one on one.
 */
export function fold(text: string): Folded {
  const from: number[] = [];
  let folded = '';
  // To ask the growing text for its end would copy it each time.
  let isAfterBlank = false;
  for (const match of text.matchAll(graphemePart)) {
    const part = foldPart(match[0]);
    if (part === ' ' && isAfterBlank) continue;
    if (part !== '') isAfterBlank = part.endsWith(' ');
    for (let unit = 0; unit < part.length; unit++) from.push(match.index);
    folded += part;
  }
  from.push(text.length);
  return { text: folded, from };
}

/** The text compared without case, and without regard to how its characters are composed. */
export function caseless(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
