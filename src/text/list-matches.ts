/**
 * Lists all matches of a global pattern in a text. Most texts have none: to copy the pattern for each, as `matchAll`
 * does, takes 15 times as long as to see that.
 */
export const listMatches = (text: string, pattern: RegExp): readonly RegExpExecArray[] =>
  text.search(pattern) < 0 ? [] : [...text.matchAll(pattern)];
