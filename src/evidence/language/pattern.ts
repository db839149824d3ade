/** Takes any text; returns the source of a regular expression that matches it and nothing else. */
export function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/**
 * Takes words; returns the source of a regular expression for one of them, the longest that fits.
 */
export function oneOf(words: Iterable<string>): string {
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length);
  return `(?:${longestFirst.map(literally).join('|')})`;
}
