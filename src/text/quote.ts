/** Escapes a text for use in a regular expression. */
export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Checks whether a word needs no quotes on a command line. */
export const isPlainWord = (word: string) => /^\w[\w.-]*$/.test(word);

/** Quotes a word for a shell, if it needs quotes. */
export const quoteForShell = (word: string) =>
  /^[\w./=:,+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
