import { memoise } from '../../text/memoise.ts';

/** Text normalised for matching, with offsets into the original. */
export interface Normalised {
  readonly text: string;
  /** For each code unit of `text`, the offset where its original characters begin. */
  readonly from: readonly number[];
  /** For each code unit of `text`, the offset where its original characters end (exclusive). */
  readonly to: readonly number[];
}

/** U+200B, U+2060 and U+FEFF have no width, but separate words as a blank does. */
const clusters = /[\s\u200b\u2060\ufeff]+|\P{M}\p{M}*|\p{M}+/gu;
const blank = /^[\s\u200b\u2060\ufeff]/u;
/** Soft hyphens, joiners, direction marks and variation selectors, which a reader does not see. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
const quotes = /["“”„‟«»″‘’‚‛′‹›`]/gu;
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu;
/** Latin or Cyrillic letter with its marks, except those of which the capital is two letters. */
const letter = '(?![ßẞŉẚﬀ-ﬆ])[\\p{sc=Latin}\\p{sc=Cyrillic}](?:(?!\\u0345)\\p{M})*';
/** Abbreviation of single letters with dots: U.N., a.m., U.S-led. */
const abbreviation = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}.])${letter}(?:\\.${letter})+\\.?(?![\\p{L}\\p{M}\\p{N}])`,
  'gu',
);
/** Text that needs no look-up of its characters, which saves a tenth of `verify` with 20,000 anchors. */
const plainText = /^[ !\x23-\x5f\x61-\x7e]*$/;

/** Canonicalises a cluster. Memoised, since an article repeats its clusters many times. */
const canonicalise = memoise((cluster: string): string => {
  if (blank.test(cluster)) return ' ';
  return cluster.replace(invisible, '').normalize('NFD').replace(quotes, "'").replace(dashes, '-');
});

/** Folds the case of a cluster by way of the upper case, so that ß matches SS and both small sigmas match. */
const foldCase = memoise((cluster: string): string =>
  canonicalise(cluster).toUpperCase().toLowerCase().normalize('NFD'),
);

const removeAbbreviationDots = (text: string): string =>
  text.replace(abbreviation, (letters) => letters.replaceAll('.', ''));

/** Returns the offsets of the dots of abbreviations. */
const findAbbreviationDots = (text: string): ReadonlySet<number> =>
  new Set(
    [...text.matchAll(abbreviation)].flatMap(({ 0: letters, index: start }) =>
      Array.from(letters.matchAll(/\./g), ({ index }) => start + index),
    ),
  );

/**
 * Normalises a text: folds case, unifies quotation marks and dashes, removes invisible characters and the dots of abbreviations, collapses white
 * space to one blank and decomposes canonically (Unicode NFD). Offsets are in UTF-16 units.
 */
export function normaliseWithOffsets(text: string): Normalised {
  const parts: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const dots = findAbbreviationDots(text);
  for (const { 0: cluster, index } of text.matchAll(clusters)) {
    if (dots.has(index)) {
      // The letter before it ends behind it, so that a passage of U.N. has its last dot.
      to[to.length - 1] = index + cluster.length;
      continue;
    }
    const part = foldCase(cluster);
    parts.push(part);
    for (let unit = 0; unit < part.length; unit += 1) {
      from.push(index);
      to.push(index + cluster.length);
    }
  }
  return { text: parts.join(''), from, to };
}

/** Normalises a text as `normaliseWithOffsets` does, and trims it. */
export function normalise(text: string): string {
  if (plainText.test(text)) return normaliseKeepingCase(text).toLowerCase();
  return removeAbbreviationDots(text)
    .replace(clusters, (cluster) => foldCase(cluster))
    .trim();
}

/** Normalises a text as `normalise` does, but keeps its letter case. */
export function normaliseKeepingCase(text: string): string {
  const short = removeAbbreviationDots(text);
  if (plainText.test(text)) return short.replace(/ {2,}/g, ' ').trim();
  return short.replace(clusters, (cluster) => canonicalise(cluster)).trim();
}
