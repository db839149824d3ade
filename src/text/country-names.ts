import { fold } from './fold.ts';
import { memoise } from './memoise.ts';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** An ISO 3166-1 alpha-2 code as it is today: RU for SU, GB for UK. */
export const currentCode = (code: string): string => new Intl.Locale(`und-${code}`).region ?? code;

const displayNames = (language: string, style: 'long' | 'short') =>
  new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' });

/** The name in English of the country of a code; undefined where there is none. */
export const countryName = (code: string): string | undefined =>
  displayNames('en', 'long').of(code);

/**
 * The codes of the countries of the world by their folded names in a language (Unicode CLDR); old codes,
 * which have the names of today's, are left out.
 */
export const countryCodes = memoise((language: string): ReadonlyMap<string, string> => {
  const codes = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => currentCode(code) === code);
  const styles = (['long', 'short'] as const).map((style) => displayNames(language, style));
  const named = styles.flatMap((style) =>
    codes.flatMap((code) => {
      const name = style.of(code);
      return name === undefined ? [] : [[fold(name), code] as const];
    }),
  );
  return new Map(named);
});
