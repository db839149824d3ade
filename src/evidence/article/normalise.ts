import { memoise } from '../../text/memoise.ts';

/** A text made alike for matching, with the way back to the original. */
export interface Normalised {
  readonly text: string;
  /** For each code unit of `text`, where the original characters that it stands for begin. */
  readonly from: readonly number[];
  /** For each code unit of `text`, where they end (exclusive). */
  readonly to: readonly number[];
}

/** U+200B, U+2060 and U+FEFF have no width, but are put between words as a blank is. */
const clusters = /[\s\u200b\u2060\ufeff]+|\P{M}\p{M}*|\p{M}+/gu;
const blank = /^[\s\u200b\u2060\ufeff]/u;
/** Soft hyphens, joiners, direction marks and variation selectors: nothing that a reader sees. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
const doubleQuotes = /[“”„‟«»″]/gu;
const singleQuotes = /[‘’‚‛′‹›`]/gu;
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu;
const plainTextPattern = /^[\x20-\x5f\x61-\x7e]*$/;

// An article has each of its clusters many times.
const canonicalise = memoise((cluster: string): string => {
  if (blank.test(cluster)) return ' ';
  return cluster
    .replace(invisible, '')
    .normalize('NFD')
    .replace(doubleQuotes, '"')
    .replace(singleQuotes, "'")
    .replace(dashes, '-');
});

/** What a cluster is matched as: by way of the upper case, so that ß meets SS and both small sigmas are one. */
const foldCase = memoise((cluster: string): string =>
  canonicalise(cluster).toUpperCase().toLowerCase().normalize('NFD'),
);

/**
 * A text without letter case, with one kind of quotation mark and dash, each run of white space as
 * one blank, canonically decomposed (Unicode NFD), and with offsets in UTF-16 units.
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

/** A text as `normaliseWithOffsets` has it, trimmed. */
export function normalise(text: string): string {
  // Stryker disable next-line ConditionalExpression: only saves time.
  if (plainTextPattern.test(text)) return normaliseKeepingCase(text).toLowerCase();
  return text.replace(clusters, (cluster) => foldCase(cluster)).trim();
}

/** A text as `normalise` has it, but with its letter case. */
export function normaliseKeepingCase(text: string): string {
  // Most texts have nothing but these, and there are many of them.
  const alikeText = plainTextPattern.test(text)
    ? text.replace(/ {2,}/g, ' ')
    : text.replace(clusters, (cluster) => canonicalise(cluster));
  return alikeText.trim();
}
