import { memoise } from '../../text/memoise.ts';
import { normalise } from '../article/normalise.ts';
import { type Sentence, splitSentences } from '../article/sentences.ts';
import { findContentWords } from '../article/words.ts';
import { type Cues, englishCues } from './cues.ts';
import { type CurrencySigns, findCurrencySigns } from './currency.ts';
import { type DayRange, readDays } from './date.ts';
import { buildDateWords, type DateWords } from './date-words.ts';
import { findNames, usesCapitalsForNames } from './names.ts';
import { type Quantity, readQuantities } from './number.ts';
import { buildNumberWords, type NumberWords } from './number-words.ts';
import { stemEnglish } from './stem.ts';

/** Words of one language, and functions that analyse text in it; each text is analysed only once. */
export interface Lexicon {
  readonly numbers: NumberWords;
  readonly dates: DateWords;
  readonly quantitiesIn: (text: string) => readonly Quantity[];
  readonly daysIn: (text: string) => readonly DayRange[];
  readonly sentencesOf: (paragraph: string) => readonly Sentence[];
  readonly currency: (code: string) => CurrencySigns;
  /** Returns the stem of a normalised word; outside English, the word itself. */
  readonly stem: (word: string) => string;
  /** Returns the stems of the content words in a text, each mapped to its word. */
  readonly stemsOf: (text: string) => ReadonlyMap<string, string>;
  /** Finds the names in a text; none in a language that capitalises every noun. */
  readonly names: (text: string) => readonly string[];
  /** Word lists of the warning rules; undefined for a language without them. */
  readonly cues: Cues | undefined;
}

/** Returns the supported locale for a BCP 47 tag, or `en` if this Node has none. */
function resolveLanguage(tag: string): string {
  try {
    const locale = new Intl.Locale(tag);
    // `supportedLocalesOf` takes as long as everything else here.
    if (locale.language === 'en') return locale.toString();
    return Intl.DateTimeFormat.supportedLocalesOf(tag)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

const isEnglish = (language: string) => new Intl.Locale(language).language === 'en';

/** Returns the lexicon for a BCP 47 tag; the English one if the language is unknown. */
export const openLexicon = memoise((tag: string): Lexicon => {
  const language = resolveLanguage(tag);
  const [numbers, dates] = [buildNumberWords(language), buildDateWords(language)];
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const hasNames = usesCapitalsForNames(language);
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
