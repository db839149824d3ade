/**
 * Letters, marks and digits of the basic plane, with a few other characters, for use in a character class. Each further
 * range makes a pattern slower to compile.
 */
const basicCharacters = String.raw`\dA-Za-z\u00aa\u00b5\u00ba\u00c0-\u1fff\u2c00-\u2dff\u3040-\ud7ff\uf900-\uffdc`;

/**
 * Letters, marks and digits of all scripts, with a few other characters, for use in a character class.
 * `\p{L}\p{M}\p{N}` has so many ranges that a pattern with it takes 1 ms to compile instead of 0.1.
 */
export const wordCharacters = [
  String.raw`\dA-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2dff`,
  String.raw`\u3040-\ud7ff\uf900-\ufdff\ufe20-\ufe2f\ufe70-\ufefc\uff21-\uff3a\uff41-\uff5a`,
  String.raw`\uff66-\uffdc\u{10000}-\u{1efff}\u{20000}-\u{3ffff}`,
].join('');

/** Returns the source of a pattern for whole words of a list; each may be a pattern. */
export function buildWordSource(words: readonly string[]): string {
  const source = `(?<![${basicCharacters}])(?:${words.join('|')})(?![${basicCharacters}])`;
  return source.normalize('NFD');
}
