import { fold } from './fold.ts';
import { memoise, once } from './memoise.ts';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** An ISO 3166-1 alpha-2 code as it is today: RU for SU, GB for UK. */
export const canonicaliseCode = (code: string): string =>
  new Intl.Locale(`und-${code}`).region ?? code;

const createDisplayNames = (language: string, style: 'long' | 'short') =>
  new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' });

const getEnglishNames = once(() => createDisplayNames('en', 'long'));

/** The name in English of the country of a code; undefined where there is none. */
export const findCountryName = (code: string): string | undefined => getEnglishNames().of(code);

/** What the Unicode CLDR counts among them, and is no country. */
const unions = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

/**
 * The names of the countries of the world in a language, long and short (Unicode CLDR), each with its code; old
 * codes, which have the names of today's, are left out.
 */
export const listCountryNames = memoise((language: string) => {
  const known = createDisplayNames(language, 'long');
  const codes = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => known.of(code) && canonicaliseCode(code) === code && !unions.has(code));
  return (['long', 'short'] as const).flatMap((style) => {
    const names = createDisplayNames(language, style);
    return codes.flatMap((code) => {
      const name = names.of(code);
      return name === undefined ? [] : [{ name, code }];
    });
  });
});

/** The codes of the countries of the world by their folded names in a language. */
export const listCountryCodes = memoise(
  (language: string): ReadonlyMap<string, string> =>
    new Map(listCountryNames(language).map(({ name, code }) => [fold(name), code])),
);
