import { listMatches } from '../../text/list-matches.ts';
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
/** Dot before a letter, as in an abbreviation but found more quickly. Most texts have none. */
const innerDot = /\.[\p{sc=Latin}\p{sc=Cyrillic}]/u;
/** Text that needs no look-up of its characters, which saves a tenth of `verify` with 20,000 anchors. */
const plainText = /^[ !\x23-\x5f\x61-\x7e]*$/;
/** Clusters to canonicalise: all but a plain character before another plain one. */
const uncertainClusters = new RegExp(
  `(?![!\\x23-\\x5f\\x61-\\x7e][ -~]| [!-~])(?:${clusters.source})`,
  'gu',
);

/** Canonicalises a cluster. Memoised, since an article repeats its clusters many times. */
const canonicalise = memoise((cluster: string): string => {
  if (blank.test(cluster)) return ' ';
  return cluster.replace(invisible, '').normalize('NFD').replace(quotes, "'").replace(dashes, '-');
});

/** Folds the case of a text by way of the upper case, so that ß matches SS and both small sigmas match. */
const foldCase = (text: string): string =>
  plainText.test(text)
    ? text.toLowerCase()
    : text.toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFD');

const normaliseCluster = memoise((cluster: string) => foldCase(canonicalise(cluster)));

/**
 * Normalises a text: folds case, unifies quotation marks and dashes, removes invisible characters and the dots of
 * abbreviations, collapses white space to one blank and decomposes canonically (Unicode NFD). Offsets are in UTF-16
 * units.
 */
export function normaliseWithOffsets(text: string): Normalised {
  const parts: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const dots = new Set<number>();
  const abbreviations = innerDot.test(text) ? listMatches(text, abbreviation) : [];
  for (const { 0: letters, index: start } of abbreviations) {
    for (const { index } of letters.matchAll(/\./g)) dots.add(start + index);
  }
  let at = 0;
  for (const { 0: cluster, index } of text.matchAll(dots.size > 0 ? clusters : uncertainClusters)) {
    parts.push(text.slice(at, index).toLowerCase());
    for (; at < index; at += 1) {
      from.push(at);
      to.push(at + 1);
    }
    at = index + cluster.length;
    if (dots.has(index)) {
      // The letter before it ends behind it, so that a passage of U.N. has its last dot.
      to[to.length - 1] = at;
      continue;
    }
    const part = normaliseCluster(cluster);
    parts.push(part);
    for (let unit = 0; unit < part.length; unit += 1) {
      from.push(index);
      to.push(at);
    }
  }
  return { text: parts.join(''), from, to };
}

/** Normalises a text as `normaliseWithOffsets` does, and trims it. */
export const normalise = (text: string): string => foldCase(normaliseKeepingCase(text));

/** Normalises a text as `normalise` does, but keeps its letter case. */
export function normaliseKeepingCase(text: string): string {
  const short = innerDot.test(text)
    ? text.replace(abbreviation, (letters) => letters.replaceAll('.', ''))
    : text;
  if (plainText.test(text)) return short.replace(/ {2,}/g, ' ').trim();
  return short.replace(uncertainClusters, (cluster) => canonicalise(cluster)).trim();
}
