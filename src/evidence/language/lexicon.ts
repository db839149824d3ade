import { memoise } from '../../text/memoise.ts';
import { type CurrencySigns, currencySigns } from './currency.ts';
import { type DateWords, dateWords } from './date-words.ts';
import { knownLanguage } from './language.ts';
import { type NumberWords, numberWords } from './number-words.ts';

/** How one language writes numbers, days and currencies. */
export interface Lexicon {
  readonly numbers: NumberWords;
  readonly dates: DateWords;
  readonly currency: (code: string) => CurrencySigns;
}

/** Takes a BCP 47 tag; returns the lexicon of that language, of English where it is not known. */
export function openLexicon(tag: string): Lexicon {
  const language = knownLanguage(tag);
  return {
    numbers: numberWords(language),
    dates: dateWords(language),
    currency: memoise((code) => currencySigns(language, code)),
  };
}
