import { assertDefined } from './assert-defined.ts';
import english from './english-countries.json' with { type: 'json' };
import { fold } from './fold.ts';
import { memoise, once } from './memoise.ts';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Returns the current ISO 3166-1 alpha-2 code of a country: RU for SU, GB for UK. */
export const canonicaliseCode = (code: string): string =>
  new Intl.Locale(`und-${code}`).region ?? code;

const createDisplayNames = (language: string, style: 'long' | 'short') =>
  new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' });

const getEnglishNames = once(() => createDisplayNames('en', 'long'));

/** Returns the English name of a country, or undefined if the code has none. */
export const findCountryName = (code: string): string | undefined => getEnglishNames().of(code);

/** Lists the usual English words for a country, folded; none for an unknown code. Needs no Intl. */
export function listUsualNames(code: string): readonly string[] {
  const words: Readonly<Record<string, string>> = english.words;
  return words[code]?.split(',').map((word) => fold(word).trim()) ?? [];
}

const getUsualWords = once(() => fold(Object.values(english.words).join()).replaceAll('.', ''));

/** Checks whether a folded name may be one of any country in English. Needs no Intl. */
export const mayBeCountry = (folded: string): boolean =>
  getUsualWords().includes(folded.replaceAll('.', ''));

/** Regions of Unicode CLDR that are not countries. */
const unions = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

/**
 * Lists the long and short names of all countries in a language (Unicode CLDR), each with its code. Former codes are
 * left out, because they have the names of the current ones.
 */
export const listCountryNames = memoise((language: string) => {
  const long = createDisplayNames(language, 'long');
  const short = createDisplayNames(language, 'short');
  const codes = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => long.of(code) && canonicaliseCode(code) === code && !unions.has(code));
  return [long, short].flatMap((names) =>
    codes.map((code) => ({ name: assertDefined(names.of(code)), code })),
  );
});

/** Maps the folded names of all countries in a language to their codes. */
export const listCountryCodes = memoise(
  (language: string): ReadonlyMap<string, string> =>
    new Map(listCountryNames(language).map(({ name, code }) => [fold(name), code])),
);
