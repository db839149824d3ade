import { assertDefined } from '../../text/assert-defined.ts';
import { listCountryNames } from '../../text/country-names.ts';
import { memoise } from '../../text/memoise.ts';
import { normalise, normaliseKeepingCase } from '../article/normalise.ts';
import { splitWords } from '../article/words.ts';
import { englishCountries, otherNames, personalNames } from './english-countries.ts';

/** Words for countries in one language. */
export interface CountryWords {
  /** Usual name of each country, by ISO 3166-1 alpha-2 code. */
  readonly names: ReadonlyMap<string, string>;
  /** Country code by the key of each word; undefined for a name that only contains a word for a country. */
  readonly codes: ReadonlyMap<string, string | undefined>;
  /** Number of words in the longest name that begins with a word, by that word (normalised). */
  readonly longest: ReadonlyMap<string, number>;
  /** Words that are also first names or surnames. */
  readonly personal: ReadonlySet<string>;
}

/** Returns the key that compares words for a country: hyphens become blanks, and case is kept. */
export const toCountryKey = (word: string): string =>
  normaliseKeepingCase(word).replaceAll('-', ' ');

type Entry = readonly [word: string, code: string | undefined];

const listEnglishEntries = (): readonly Entry[] => [
  ...[...englishCountries].flatMap(([code, words]) => words.map((word) => [word, code] as const)),
  ...[...otherNames].map((word) => [word, undefined] as const),
];

/** Returns the words for countries in a language (BCP 47): from a table for English, else from the Unicode CLDR. */
export const getCountryWords = memoise((language: string): CountryWords => {
  const isEnglish = language === 'en';
  const entries: readonly Entry[] = isEnglish
    ? listEnglishEntries()
    : listCountryNames(language).map(({ name, code }) => [name, code] as const);
  const names = new Map<string, string>();
  const codes = new Map<string, string | undefined>();
  const longest = new Map<string, number>();
  for (const [word, code] of entries) {
    if (code !== undefined && !names.has(code)) names.set(code, word);
    // In a text, the last word of U.S. ends before the final full stop.
    codes.set(toCountryKey(word.replace(/[^\p{L}\p{M}\p{N}]+$/u, '')), code);
    const [first, ...rest] = splitWords(normalise(word));
    const { text } = assertDefined(first);
    longest.set(text, Math.max(rest.length + 1, longest.get(text) ?? 0));
  }
  return { names, codes, longest, personal: isEnglish ? personalNames : new Set() };
});
