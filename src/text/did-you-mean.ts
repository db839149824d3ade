import { distance } from 'fastest-levenshtein';

const sortLetters = (word: string) => [...word].sort((a, b) => (a < b ? -1 : 1)).join('');

/** Returns the Levenshtein distance, with two swapped letters counted as one edit. */
function countEdits(word: string, other: string): number {
  const apart = distance(word, other);
  return apart === 2 && sortLetters(word) === sortLetters(other) ? 1 : apart;
}

/** Maximum length of a word to correct. The time taken grows with its square. */
const maxWordLength = 100;

/**
 * Finds the candidate nearest to a misspelt word, ignoring case. At most a third of the letters of the longer word may
 * differ, unless the candidate begins with the word. Returns undefined if none is near or the word is too long.
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

/** Returns a one-line hint: the nearest candidate, or `otherwise` if none is near. */
export function suggest(
  word: string,
  candidates: readonly string[],
  otherwise?: string,
): string | undefined {
  const near = findClosest(word, candidates);
  return near === undefined ? otherwise : `did you mean ${near}?`;
}

/** Returns a one-line hint: the nearest candidate, if one is near, before the list of `known` ones. */
export function suggestAmong(word: string, candidates: readonly string[], known: string): string {
  const near = suggest(word, candidates);
  return near === undefined ? known : `${near} ${known}`;
}

/** Joins words for a sentence: a, b or c. */
export const joinWithOr = (words: readonly string[]): string =>
  [words.slice(0, -1).join(', '), ...words.slice(-1)].filter((part) => part !== '').join(' or ');
