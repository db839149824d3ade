import { fold, isAcronym } from '../../text/fold.ts';

/** The fields with the names of a record. */
export const nameFields = ['name', 'aliases'] as const;

/** Every name and alias of a record. */
export function spellings({ name, aliases }: Readonly<Record<string, unknown>>): readonly string[] {
  const all: readonly unknown[] = [name, ...(Array.isArray(aliases) ? aliases : [])];
  return all.filter((one) => typeof one === 'string');
}

/** Tells whether a text has what is looked for. */
export type WordTest = (text: string) => boolean;

// As one class it misses letters beyond the basic plane on Node 26.
const letterBefore = /(?:\p{L}|\p{N})$/u;
/** A word ends here, or after an s: that of a genitive stays when its apostrophe is folded away. */
const endOfWord = /^s?(?![\p{L}\p{N}])/u;

/** Returns where the next word of a text may begin, after the one that an offset is in. */
function nextWord(text: string, from: number): number {
  const end = /[^\p{L}\p{N}]/gu;
  end.lastIndex = from;
  return end.test(text) ? end.lastIndex : text.length;
}

/**
 * Whether a text has a phrase where a word begins and, if it is to be whole, where one ends. A pattern for each of
 * so many names takes longer to compile than a text to look through.
 */
function hasPhrase(text: string, phrase: string, isWhole: boolean): boolean {
  for (
    let from = text.indexOf(phrase);
    from !== -1 && phrase !== '';
    // A long phrase may be found at each letter of a long word.
    from = text.indexOf(phrase, nextWord(text, from))
  ) {
    const to = from + phrase.length;
    if (letterBefore.test(text.slice(Math.max(0, from - 2), from))) continue;
    if (!isWhole || endOfWord.test(text.slice(to, to + 3))) return true;
  }
  return false;
}

function anyOf(phrases: readonly string[]): WordTest {
  const all = phrases.map((one) => one.trim());
  return (text) => all.some((one) => hasPhrase(text, one, true));
}

/** Finds any of some phrases as whole words in a folded text. */
export const wholeWords = (phrases: readonly string[]): WordTest => anyOf(phrases.map(fold));

/** Finds a phrase that begins where a word of a folded text does. */
export function startOfWord(phrase: string): WordTest {
  const folded = fold(phrase).trim();
  return (text) => hasPhrase(text, folded, false);
}

/** Whether a text, which may come folded already, calls something by a name. */
export type NameTest = (text: string, folded?: string) => boolean;

/** The test for some spellings: without regard to case and diacritics, but for acronyms. */
export function nameTest(names: readonly string[]): NameTest {
  const isCalled = wholeWords(names.filter((name) => !isAcronym(name)));
  // Stryker disable next-line MethodExpression: any other name is called already where it is called as it is written.
  const isCalledByAcronym = anyOf(names.filter(isAcronym));
  return (text, folded = fold(text)) => isCalled(folded) || isCalledByAcronym(text);
}
