import { memoise } from '../../text/memoise.ts';
import { type CurrencySigns, currencySigns } from './currency.ts';
import { type DateWords, dateWords } from './date-words.ts';
import { capitalsAreNames, namesIn } from './names.ts';
import { type NumberWords, numberWords } from './number-words.ts';
import { englishStem } from './stem.ts';

/** How one language writes numbers, days and currencies. */
export interface Lexicon {
  readonly numbers: NumberWords;
  readonly dates: DateWords;
  readonly currency: (code: string) => CurrencySigns;
  /** What a normalised word has in common with its other forms. */
  readonly stem: (word: string) => string;
  /** The names in a text; none where capitals do not tell them from other words. */
  readonly names: (text: string) => readonly string[];
}

/** The language of a BCP 47 tag where this Node knows it, else `en`. */
export function knownLanguage(tag: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

const isEnglish = (language: string) => new Intl.Locale(language).language === 'en';

/** The lexicon of the language of a BCP 47 tag, of English where it is not known. */
export function openLexicon(tag: string): Lexicon {
  const language = knownLanguage(tag);
  return {
    numbers: numberWords(language),
    dates: dateWords(language),
    stem: isEnglish(language) ? memoise(englishStem) : (word) => word,
    names: (text) => (capitalsAreNames(language) ? namesIn(text, language) : []),
    currency: memoise((code) => currencySigns(language, code)),
  };
}
