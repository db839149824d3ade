import { distance } from 'fastest-levenshtein';

const sortLetters = (word: string) => [...word].sort((a, b) => (a < b ? -1 : 1)).join('');

/** Returns the Levenshtein distance, with two swapped letters counted as one edit. */
function countEdits(word: string, other: string): number {
  const edits = distance(word, other);
  return edits === 2 && sortLetters(word) === sortLetters(other) ? 1 : edits;
}

/** Checks whether a word is another with a slip: no digits, and at most one letter in four differs. */
export const isSlip = (word: string, other: string): boolean =>
  !/\p{N}/u.test(word + other) &&
  countEdits(word, other) <= Math.max(1, Math.floor(Math.max(word.length, other.length) / 4));

/** Maximum length of a word to correct. The time taken grows with its square. */
const maxWordLength = 100;

/** Counts the edits from a word to a candidate: 0.5 if the candidate begins with the word, infinite if too many. */
function measureDistance(word: string, candidate: string): number {
  if (word.length >= 3 && candidate.startsWith(word)) return candidate === word ? 0 : 0.5;
  const allowed = Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3));
  if (Math.abs(word.length - candidate.length) > allowed) return Number.POSITIVE_INFINITY;
  const edits = countEdits(word, candidate);
  return edits <= allowed ? edits : Number.POSITIVE_INFINITY;
}

/**
 * Finds the candidate nearest to a misspelt word, ignoring case. At most a third of the letters of the longer word may
 * differ, unless the candidate begins with the word. Returns undefined if none is near or the word is too long.
 */
export function findClosest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > maxWordLength) return undefined;
  let closest: string | undefined;
  let fewestEdits = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const edits = measureDistance(word.toLowerCase(), candidate.toLowerCase());
    if (edits >= fewestEdits) continue;
    fewestEdits = edits;
    closest = candidate;
  }
  return closest;
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
