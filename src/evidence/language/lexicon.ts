import { assertDefined } from '../../text/assert-defined.ts';
import { resolveLanguage } from '../../text/language.ts';
import { listMatches } from '../../text/list-matches.ts';
import { memoise, once } from '../../text/memoise.ts';
import { escapeRegExp } from '../../text/quote.ts';
import { normalise, normaliseKeepingCase } from '../article/normalise.ts';
import { removeQuotations, splitSentences } from '../article/sentences.ts';
import { findContentWords, splitWords } from '../article/words.ts';
import { getCountryWords, listCountryWords, toCountryKey } from './countries.ts';
import { findCurrencySigns } from './currency.ts';
import { buildDateWords, readDays } from './dates.ts';
import { getLanguageWords } from './languages.ts';
import { buildNumberWords, readQuantities } from './numbers.ts';

/** Languages that capitalise every noun, so that a capital does not show a name. */
const capitalNounLanguages = ['de', 'lb', 'nds'];

/** Sign after which any word is capitalised. */
const opening = /[.!?:;…("'-]/;

/** Checks whether any word would be capitalised at an offset. */
function isOpening(text: string, offset: number): boolean {
  const last = text.slice(0, offset).trimEnd().at(-1);
  return last === undefined || opening.test(last);
}

/** Finds the names outside quotations: capitalised words within a sentence, and names of countries anywhere. */
function findNames(source: string, language: string): readonly string[] {
  const text = normaliseKeepingCase(removeQuotations(source));
  const { codes } = getCountryWords(language);
  const isCountry = (word: string) => codes.get(toCountryKey(word)) !== undefined;
  return splitWords(text)
    .filter(({ text: word, from }) => {
      if (!/^\p{Lu}\p{L}/u.test(word)) return false;
      return isCountry(word) || !isOpening(text, from);
    })
    .map(({ text: word }) => word.normalize('NFC'));
}

/** Creates a counter of the items in lists of names, such as three in “Ulm, Bonn and the Port”. */
function createListCounter(language: string): (text: string) => readonly number[] {
  const [, joint] = new Intl.ListFormat(language).formatToParts(['1', '2']);
  const and = `,? ?${escapeRegExp(assertDefined(joint).value.trim())} `;
  const item = String.raw`(?:\p{Ll}{1,3} )?\p{Lu}[^,.;:()"“”]{0,60}?`;
  const list = new RegExp(
    `(?<![\\p{L}\\p{M}])${item}(?:, ${item}){0,200}${and}(?:\\p{Ll}{1,3} )?\\p{Lu}`,
    'gu',
  );
  const joints = new RegExp(`${and}|, `, 'gu');
  return (text) =>
    listMatches(normaliseKeepingCase(text), list).map(([found]) => found.split(joints).length);
}

export type Lexicon = ReturnType<typeof openLexicon>;

/**
 * Returns the words of a language (BCP 47) and functions that analyse text in it, each text only once; those of English
 * if the language is unknown.
 */
export const openLexicon = memoise((tag: string) => {
  const language = resolveLanguage(tag);
  const [numbers, dates] = [buildNumberWords(language), buildDateWords(language)];
  const countListed = once(() => createListCounter(language));
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const words = getLanguageWords(language);
  const hasCapitalNouns = capitalNounLanguages.includes(new Intl.Locale(language).language);
  const stem = memoise((word: string) => words?.stem(normalise(word)) ?? normalise(word));
  const findWords = (text: string) => findContentWords(text, words?.functionWords);
  return {
    /** Words of its own; undefined for a language of which only Intl knows any. */
    words,
    numbers,
    dates,
    readQuantities: memoise((text: string) => readQuantities(text, numbers)),
    /** Lists the numbers of items of the lists of names in a text. */
    countListed: (text: string) => countListed()(text),
    readDays: memoise((text: string) => readDays(text, dates)),
    splitSentences: memoise((paragraph: string) => splitSentences(paragraph, segmenter)),
    /** Returns the stem of a word; without words of its own, the normalised word. */
    stem,
    /** Finds the words of a text that carry its content. */
    findContentWords: findWords,
    /** Lists the stems of these words. */
    listStems: (text: string) => findWords(text).map(stem),
    /** Maps the stems of these words to the words. */
    mapStems: memoise(
      (text: string): ReadonlyMap<string, string> =>
        new Map(findWords(text).map((word) => [stem(word), word])),
    ),
    findNames: memoise((text: string) => (hasCapitalNouns ? [] : findNames(text, language))),
    /** Lists the words for the country that a name refers to; none if it is not a word for a country. */
    listCountryWords: memoise((name: string) => listCountryWords(name, language)),
    findCurrency: memoise((code: string) => findCurrencySigns(language, code)),
  };
});

/** Very frequent words of each language, most of which the others do not have. */
const common: Readonly<Record<string, string>> = {
  en: 'the of and to that with for was said',
  de: 'der die und das ist mit nicht von den',
  fr: 'le les des et est une dans pour que',
  es: 'el los las que una por con del para',
  it: 'il che gli di una per con del sono',
  pt: 'o os que uma para com não do dos',
  nl: 'de het een van en is niet met voor',
  pl: 'i w na z się że do jest nie',
  ru: 'и в на что не с по для он',
};

/** Guesses the language of a text (BCP 47) by frequent words; `en` if no other language scores higher. */
export function guessLanguage(text: string): string {
  const words = Array.from(text.toLowerCase().matchAll(/\p{L}+/gu), ([word]) => word);
  const scores = Object.entries(common).map(([language, list]) => {
    const known = new Set(list.split(' '));
    return { language, score: words.filter((word) => known.has(word)).length };
  });
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).language;
}
