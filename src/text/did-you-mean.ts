import { distance } from 'fastest-levenshtein';

const sortLetters = (word: string) => [...word].sort((a, b) => (a < b ? -1 : 1)).join('');

/** Levenshtein's distance, but that two letters in the wrong order are one mistake. */
function countEdits(word: string, other: string): number {
  const apart = distance(word, other);
  return apart === 2 && sortLetters(word) === sortLetters(other) ? 1 : apart;
}

/** The length of the longest word for which a nearest one is looked for: time goes with the square of it. */
const maxWordLength = 100;

/**
 * The candidate nearest to a misspelt word, case ignored, or undefined when none is near or the word is no word: at
 * most a third of the longer word's letters may differ, or the word begins a candidate.
 */
export function findClosest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > maxWordLength) return undefined;
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const known = candidate.toLowerCase();
    const allowed = Math.max(1, Math.floor(Math.max(known.length, wanted.length) / 3));
    const isFar = Math.abs(known.length - wanted.length) > allowed;
    const apart = isFar ? Number.POSITIVE_INFINITY : countEdits(wanted, known);
    const isBeginning = wanted.length >= 3 && known.startsWith(wanted);
    const cost = Math.min(
      isBeginning ? 0.5 : Number.POSITIVE_INFINITY,
      apart <= allowed ? apart : Number.POSITIVE_INFINITY,
    );
    if (cost < least) {
      least = cost;
      best = candidate;
    }
  }
  return best;
}

/** A hint of one line: the nearest candidate if one is near, and otherwise what to choose from. */
export function suggest(
  word: string,
  candidates: readonly string[],
  otherwise?: string,
): string | undefined {
  const near = findClosest(word, candidates);
  return near === undefined ? otherwise : `did you mean ${near}?`;
}

/** Words as one would say them: a, b or c. */
export const joinWithOr = (words: readonly string[]): string =>
  [words.slice(0, -1).join(', '), ...words.slice(-1)].filter((part) => part !== '').join(' or ');
