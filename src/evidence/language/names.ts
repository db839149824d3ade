import { listCountryCodes } from '../../text/country-names.ts';
import { fold } from '../../text/fold.ts';
import { normaliseKeepingCase } from '../article/normalise.ts';
import { removeQuotations } from '../article/quotation.ts';
import { splitWords } from '../article/word.ts';

/** The languages that write every noun with a capital. */
const withCapitalNouns = new Set(['de', 'lb', 'nds']);

/** Behind these a word has its capital from the sentence. */
const opening = /(?:^|[.!?:;…("'-]\s*)$/;

/**
 * The names in a text of a language: words with a capital that they have not from a sentence's beginning,
 * and countries of the world wherever they stand.
 */
export function findNames(source: string, language: string): readonly string[] {
  const text = normaliseKeepingCase(removeQuotations(source));
  const isCountry = (word: string) => listCountryCodes(language).has(fold(word));
  return splitWords(text)
    .filter(({ text: word, from }) => {
      if (!/^\p{Lu}\p{L}/u.test(word)) return false;
      return isCountry(word) || !opening.test(text.slice(0, from));
    })
    .map(({ text: word }) => word.normalize('NFC'));
}

/** Whether capitals tell names from other words in a language. */
export const usesCapitalsForNames = (language: string): boolean =>
  !withCapitalNouns.has(new Intl.Locale(language).language);
