import { assertDefined } from '../../text/assert-defined.ts';
import { listCountryNames } from '../../text/country-names.ts';
import { memoise } from '../../text/memoise.ts';
import { normalise, normaliseKeepingCase } from '../article/normalise.ts';
import { splitWords } from '../article/words.ts';
import { type CountryTable, getLanguageWords } from './languages.ts';

/** Words for countries in one language; the sets are the lists of its `CountryTable`. */
export interface CountryWords
  extends Readonly<
    Record<Exclude<keyof CountryTable, 'words' | 'otherNames'>, ReadonlySet<string>>
  > {
  /** Usual name of each country, by ISO 3166-1 alpha-2 code. */
  readonly names: ReadonlyMap<string, string>;
  /** Country code by the key of each word; undefined for a name that only contains a word for a country. */
  readonly codes: ReadonlyMap<string, string | undefined>;
  /** Number of words in the longest name that begins with a word, by that word (normalised). */
  readonly longest: ReadonlyMap<string, number>;
}

/** Returns the key that compares words for a country: hyphens become blanks, and case is kept. */
export const toCountryKey = (word: string): string =>
  normaliseKeepingCase(word).replaceAll('-', ' ');

/** Splits a list at its commas and expands `(s)` into singular and plural. */
export const splitCountryList = (list: string): readonly string[] =>
  list.split(',').flatMap((item) => {
    const word = item.trim();
    return word.endsWith('(s)') ? [word.slice(0, -3), word.replace(/\(s\)$/, 's')] : [word];
  });

type Entry = readonly [word: string, code: string | undefined];

const listEntries = ({ words, otherNames }: CountryTable): readonly Entry[] => [
  ...Object.entries(words).flatMap(([code, list]) =>
    splitCountryList(list).map((word) => [word, code] as const),
  ),
  ...otherNames.flatMap(splitCountryList).map((word) => [word, undefined] as const),
];

/** Returns the words for countries in a language (BCP 47): from its table, else from the Unicode CLDR. */
export const getCountryWords = memoise((language: string): CountryWords => {
  const table = getLanguageWords(language)?.countries;
  const entries = table
    ? listEntries(table)
    : listCountryNames(language).map(({ name, code }): Entry => [name, code]);
  const names = new Map<string, string>();
  const codes = new Map<string, string | undefined>();
  const longest = new Map<string, number>();
  for (const [word, code] of entries) {
    if (code !== undefined && !names.has(code)) names.set(code, word);
    // In a text, the last word of a name ends before a bracket or a full stop.
    codes.set(toCountryKey(word.replace(/[^\p{L}\p{M}\p{N}]+$/u, '')), code);
    const [first, ...rest] = splitWords(normalise(word));
    const { text } = assertDefined(first);
    longest.set(text, Math.max(rest.length + 1, longest.get(text) ?? 0));
  }
  const listWords = (list: readonly string[] = []) => new Set(list.flatMap(splitCountryList));
  return {
    names,
    codes,
    longest,
    personalNames: listWords(table?.personalNames),
    openingWords: listWords(table?.openingWords),
    followingWords: listWords(table?.followingWords),
    placeWords: listWords(table?.placeWords),
    regions: listWords(table?.regions.map(normalise)),
  };
});

/** Lists the words for the country that a word refers to: those for the United States if it is American. */
export function listCountryWords(word: string, language: string): readonly string[] {
  const { codes } = getCountryWords(language);
  const code = codes.get(toCountryKey(word));
  return code === undefined ? [] : [...codes].flatMap(([one, of]) => (of === code ? one : []));
}
