/** Whether a word can stand on a command line as it is. */
export const isPlainWord = (word: string) => /^[\w][\w.-]*$/.test(word);

/** A word in single quotes, if a shell would not take it as it is. */
export const shellWord = (word: string) =>
  /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
