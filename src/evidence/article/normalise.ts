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
const doubleQuotes = /[“”„‟«»″]/gu;
const singleQuotes = /[‘’‚‛′‹›`]/gu;
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu;
/** Text that needs no look-up of its characters, which saves a tenth of `verify` with 20,000 anchors. */
const plainText = /^[\x20-\x5f\x61-\x7e]*$/;

/** Canonicalises a cluster. Memoised, since an article repeats its clusters many times. */
const canonicalise = memoise((cluster: string): string => {
  if (blank.test(cluster)) return ' ';
  return cluster
    .replace(invisible, '')
    .normalize('NFD')
    .replace(doubleQuotes, '"')
    .replace(singleQuotes, "'")
    .replace(dashes, '-');
});

/** Folds the case of a cluster by way of the upper case, so that ß matches SS and both small sigmas match. */
const foldCase = memoise((cluster: string): string =>
  canonicalise(cluster).toUpperCase().toLowerCase().normalize('NFD'),
);

/**
 * Normalises a text: folds case, unifies quotation marks and dashes, removes invisible characters, collapses white
 * space to one blank and decomposes canonically (Unicode NFD). Offsets are in UTF-16 units.
 */
export function normaliseWithOffsets(text: string): Normalised {
  const parts: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(clusters)) {
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
  return text.replace(clusters, (cluster) => foldCase(cluster)).trim();
}

/** Normalises a text as `normalise` does, but keeps its letter case. */
export function normaliseKeepingCase(text: string): string {
  if (plainText.test(text)) return text.replace(/ {2,}/g, ' ').trim();
  return text.replace(clusters, (cluster) => canonicalise(cluster)).trim();
}
