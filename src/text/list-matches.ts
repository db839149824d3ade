/**
 * Lists all matches of a global pattern that never matches nothing. `matchAll` copies the pattern for each text, which
 * takes 15 times as long as to see that there is no match.
 */
export function listMatches(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match);
  return found;
}
