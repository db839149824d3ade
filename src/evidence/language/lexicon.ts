import { memoise } from '../../text/memoise.ts';
import { normalise } from '../article/normalise.ts';
import { type Sentence, splitSentences } from '../article/sentence.ts';
import { findContentWords } from '../article/word.ts';
import { type Cues, englishCues } from './cues.ts';
import { type CurrencySigns, findCurrencySigns } from './currency.ts';
import { type DayRange, readDays } from './date.ts';
import { buildDateWords, type DateWords } from './date-words.ts';
import { findNames, usesCapitalsForNames } from './names.ts';
import { type Quantity, readQuantities } from './number.ts';
import { buildNumberWords, type NumberWords } from './number-words.ts';
import { stemEnglish } from './stem.ts';

/** How one language writes numbers, days and currencies, and what that makes of a text; each text is read once. */
export interface Lexicon {
  readonly numbers: NumberWords;
  readonly dates: DateWords;
  readonly quantitiesIn: (text: string) => readonly Quantity[];
  readonly daysIn: (text: string) => readonly DayRange[];
  readonly sentencesOf: (paragraph: string) => readonly Sentence[];
  readonly currency: (code: string) => CurrencySigns;
  /** What a normalised word has in common with its other forms. */
  readonly stem: (word: string) => string;
  /** What the content words of a text have in common with their other forms, each with the word. */
  readonly stemsOf: (text: string) => ReadonlyMap<string, string>;
  /** The names in a text; none where capitals do not tell them from other words. */
  readonly names: (text: string) => readonly string[];
  /** The words that warnings go by; undefined for a language that has no list of them. */
  readonly cues: Cues | undefined;
}

/** The language of a BCP 47 tag where this Node knows it, else `en`. */
function resolveLanguage(tag: string): string {
  try {
    const locale = new Intl.Locale(tag);
    // To ask what Node knows takes as long as all of the rest.
    // Stryker disable next-line ConditionalExpression,StringLiteral: only saves time.
    if (locale.language === 'en') return locale.toString();
    return Intl.DateTimeFormat.supportedLocalesOf(tag)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

const isEnglish = (language: string) => new Intl.Locale(language).language === 'en';

/** The lexicon of the language of a BCP 47 tag, of English where it is not known. */
export const openLexicon = memoise((tag: string): Lexicon => {
  const language = resolveLanguage(tag);
  const [numbers, dates] = [buildNumberWords(language), buildDateWords(language)];
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const hasNames = usesCapitalsForNames(language);
  // Stryker disable next-line ArrowFunction: made once for a language, before the mutant is there.
  const stem = isEnglish(language) ? memoise(stemEnglish) : (word: string) => word;
  return {
    numbers,
    dates,
    quantitiesIn: memoise((text) => readQuantities(text, numbers)),
    daysIn: memoise((text) => readDays(text, dates)),
    sentencesOf: memoise((paragraph) => splitSentences(paragraph, segmenter)),
    stem,
    stemsOf: memoise(
      (text) => new Map(findContentWords(text).map((word) => [stem(normalise(word)), word])),
    ),
    names: memoise((text) => (hasNames ? findNames(text, language) : [])),
    cues: isEnglish(language) ? englishCues : undefined,
    currency: memoise((code) => findCurrencySigns(language, code)),
  };
});
