import { fold, isAcronym } from '../../text/fold.ts';
import { escapeRegExp } from '../../text/quote.ts';

/** Every name and alias of a record. */
export function spellings({ name, aliases }: Readonly<Record<string, unknown>>): readonly string[] {
  const all: readonly unknown[] = [name, ...(Array.isArray(aliases) ? aliases : [])];
  return all.filter((one) => typeof one === 'string');
}

/** What is longer is no name that a text would call somebody by, and too large for a pattern. */
const longestName = 1_000;

/** A pattern that finds any of some texts as whole words. */
function anyOf(texts: readonly string[]): RegExp {
  const any = texts
    .map((text) => text.trim())
    .filter((text) => text !== '' && text.length <= longestName)
    .map(escapeRegExp)
    .join('|');
  // The s of a genitive stays when its apostrophe is folded away.
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${any || '(?!)'})s?(?![\\p{L}\\p{N}])`, 'u');
}

/** A pattern that finds any of the words as whole words in a folded text. */
export const wholeWords = (words: readonly string[]): RegExp => anyOf(words.map(fold));

/** A pattern that finds a word at the beginning of one of a folded text. */
export const startOfWord = (word: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escapeRegExp(fold(word).trim())}`, 'u');

/** Whether a text, which may come folded already, calls something by a name. */
export type NameTest = (text: string, folded?: string) => boolean;

/** The test for some spellings: without regard to case and diacritics, but for acronyms. */
export function namePattern(names: readonly string[]): NameTest {
  const plain = wholeWords(names.filter((name) => !isAcronym(name)));
  const exact = anyOf(names.filter(isAcronym));
  return (text, folded = fold(text)) => plain.test(folded) || exact.test(text);
}
