import { assertDefined } from '../../text/assert-defined.ts';
import { normalise } from '../article/normalise.ts';

/** A word that is part of a number: `ten` is a multiple of ten, `teen` stands by itself. */
export interface NumberWord {
  readonly kind: 'unit' | 'teen' | 'ten' | 'scale';
  readonly value: number;
}

/** How a language writes numbers. */
export interface NumberWords {
  readonly decimal: string;
  readonly words: ReadonlyMap<string, NumberWord>;
  /** What may be written right behind digits, such as bn in 6bn. */
  readonly suffixes: ReadonlyMap<string, number>;
  /** Currency codes, normalised: they may be written right before digits. */
  readonly currencies: ReadonlySet<string>;
}

const units = 'one two three four five six seven eight nine'.split(' ');
const teens =
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Powers of a thousand, as most languages of the press have loaned them. */
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
        // Not every language counts in thousands: the scale is what the digits leave over.
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
 * The decimal mark and the number words of a known language: the powers of a thousand from the
 * Unicode CLDR (by way of Intl), English ones besides, and in English the cardinals from one up.
 */
export function buildNumberWords(language: string): NumberWords {
  const parts = new Intl.NumberFormat(language, { numberingSystem: 'latn' }).formatToParts(1.5);
  const isEnglish = new Intl.Locale(language).language === 'en';
  const english = englishScales.flatMap(([names, value]) =>
    names.split(' ').map((name) => [name, value] as const),
  );
  // Later entries win: a billion is 10^12 in German, whatever it is in English.
  const scaleValues = new Map<string, number>([...english, ...listCompactNames(language)]);
  // One letter behind a blank is a unit of length or weight as often as a number.
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
