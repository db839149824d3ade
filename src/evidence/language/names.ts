import { listCountryCodes } from '../../text/country-names.ts';
import { fold } from '../../text/fold.ts';
import { normaliseKeepingCase } from '../article/normalise.ts';
import { removeQuotations } from '../article/sentences.ts';
import { splitWords } from '../article/words.ts';

/** Languages that capitalise every noun. */
const withCapitalNouns = new Set(['de', 'lb', 'nds']);

/** Text after which any word is capitalised. */
const opening = /(?:^|[.!?:;…("'-]\s*)$/;

/** Finds the names outside quotations: capitalised words within a sentence, and names of countries anywhere. */
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

export const usesCapitalsForNames = (language: string): boolean =>
  !withCapitalNouns.has(new Intl.Locale(language).language);
