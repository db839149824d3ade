/** The source of a regular expression that matches a text and nothing else. */
export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Whether a word can stand on a command line as it is. */
export const isPlainWord = (word: string) => /^[\w][\w.-]*$/.test(word);

/** A word as a shell takes it: in single quotes, if need be. */
export const quoteForShell = (word: string) =>
  /^[\w./=:,+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
