import { assertDefined } from '../../text/assert-defined.ts';
import { normalise } from '../article/normalise.ts';

/** Word in a number: a `teen` (10 to 19) takes no unit after it, a `ten` (20 to 90) may. */
export interface NumberWord {
  readonly kind: 'unit' | 'teen' | 'ten' | 'scale';
  readonly value: number;
}

/** Decimal mark and number words of one language. */
export interface NumberWords {
  readonly decimal: string;
  readonly words: ReadonlyMap<string, NumberWord>;
  /** Values of the suffixes that may touch digits, such as bn in 6bn. */
  readonly suffixes: ReadonlyMap<string, number>;
  /** Normalised currency codes, which may touch the digits after them. */
  readonly currencies: ReadonlySet<string>;
}

const units = 'one two three four five six seven eight nine'.split(' ');
const teens =
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Powers of a thousand. Most languages have borrowed their names, so the English ones apply to all. */
const scales = [1e3, 1e6, 1e9, 1e12] as const;
const englishScales = [
  ['hundred hundreds', 100],
  ['thousand thousands', 1e3],
  ['million millions mn mln', 1e6],
  ['billion billions bn bln', 1e9],
  ['trillion trillions tn trn', 1e12],
] as const;
const suffixes = { k: 1e3, m: 1e6, b: 1e9, t: 1e12, '': 1, s: 1, st: 1, nd: 1, rd: 1, th: 1 };

function listCompactNames(language: string): readonly (readonly [string, number])[] {
  return (['long', 'short'] as const).flatMap((compactDisplay) => {
    const options = { notation: 'compact', useGrouping: false, numberingSystem: 'latn' } as const;
    const format = new Intl.NumberFormat(language, { ...options, compactDisplay });
    return scales
      .flatMap((scale) => [scale, 2 * scale, 5 * scale])
      .flatMap((number) => {
        const parts = format.formatToParts(number);
        const digits = parts.find((part) => part.type === 'integer')?.value;
        const name = parts.find((part) => part.type === 'compact')?.value;
        // Not every language counts in thousands, so the scale is the number divided by the digits shown.
        return digits && name
          ? [[normalise(name).replace(/\.$/, ''), number / Number(digits)] as const]
          : [];
      });
  });
}

function listEnglishWords(): readonly (readonly [string, NumberWord])[] {
  return [
    ...units.map((word, index) => [word, { kind: 'unit', value: index + 1 }] as const),
    ...teens.map((word, index) => [word, { kind: 'teen', value: index + 10 }] as const),
    ...tens.map((word, index) => [word, { kind: 'ten', value: (index + 2) * 10 }] as const),
  ];
}

/**
 * Builds the number words of a known language: powers of a thousand from the Unicode CLDR through Intl and in
 * English, and for English also the cardinals from one.
 */
export function buildNumberWords(language: string): NumberWords {
  const parts = new Intl.NumberFormat(language, { numberingSystem: 'latn' }).formatToParts(1.5);
  const isEnglish = new Intl.Locale(language).language === 'en';
  const english = englishScales.flatMap(([names, value]) =>
    names.split(' ').map((name) => [name, value] as const),
  );
  // Later entries win: Billion is 10^12 in German.
  const scaleValues = new Map<string, number>([...english, ...listCompactNames(language)]);
  // A single letter after a blank is often a unit of length or weight: 5 m.
  const scaleWords = [...scaleValues].filter(([word]) => word.length > 1);
  return {
    decimal: assertDefined(parts.find((part) => part.type === 'decimal')).value,
    words: new Map([
      ...(isEnglish ? listEnglishWords() : []),
      ...scaleWords.map(([word, value]) => [word, { kind: 'scale', value }] as const),
    ]),
    suffixes: new Map([...Object.entries(suffixes), ...scaleValues]),
    currencies: new Set(Intl.supportedValuesOf('currency').map((code) => code.toLowerCase())),
  };
}
