import { distance } from 'fastest-levenshtein';

/** How alike two texts are, from 0 to 1: the edits between them by the length of the longer. */
export function similarity(a: string, b: string): number {
  return 1 - distance(a, b) / Math.max(a.length, b.length, 1);
}

function pairsOf(word: string): readonly string[] {
  const framed = `^${word}$`;
  return Array.from({ length: framed.length - 1 }, (_, index) => framed.slice(index, index + 2));
}

/** How alike a word must be to be taken for a misspelling, and how many are looked at. */
const leastAlike = 0.5;
const shortList = 12;

/**
 * Takes the words of an article; returns a look-up for the words in it that are spelt much like a
 * given one. Words that share many pairs of letters are compared, and no others.
 */
export function indexSpellings(words: Iterable<string>): (word: string) => readonly string[] {
  const byPair = new Map<string, string[]>();
  for (const word of words) {
    for (const pair of new Set(pairsOf(word))) {
      const known = byPair.get(pair);
      if (known) known.push(word);
      else byPair.set(pair, [word]);
    }
  }
  return (word) => {
    const shared = new Map<string, number>();
    for (const pair of new Set(pairsOf(word))) {
      for (const other of byPair.get(pair) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    return [...shared]
      .filter(([, count]) => count > 1)
      .sort((a, b) => b[1] - a[1])
      .slice(0, shortList)
      .map(([other]) => other)
      .filter((other) => similarity(word, other) >= leastAlike);
  };
}
