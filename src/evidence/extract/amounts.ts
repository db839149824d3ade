import { assertDefined } from '../../text/assert-defined.ts';
import { normalise } from '../article/normalise.ts';
import type { WordIndex } from '../article/word-index.ts';
import { capitalised, type Forms } from '../language/forms.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { type NumberWords, parseAmount } from '../language/numbers.ts';
import { findAnchors, findMatches } from './place.ts';

const currencySigns: Readonly<Record<string, string>> = {
  $: 'USD',
  US$: 'USD',
  C$: 'CAD',
  A$: 'AUD',
  '€': 'EUR',
  '£': 'GBP',
  '₽': 'RUB',
  '₹': 'INR',
};

/**
 * Returns the currency of an amount (ISO 4217): null if its sign or word stands for several, or its scale is not known;
 * undefined if a code before the number is not that of a currency.
 */
function getCurrency(
  groups: Readonly<Record<string, string | undefined>>,
  { words, currencies }: NumberWords,
  forms: Forms,
) {
  const { sign, adjective, unit, scale = groups.unitScale ?? '' } = groups;
  const isCode = sign !== undefined && /^\p{Lu}{3}$/u.test(sign);
  if (isCode && !currencies.has(sign.toLowerCase())) return undefined;
  // A single letter stands for a scale only if it touches the number.
  const word = normalise(scale);
  const isKnownScale = scale === '' || words.get(word)?.kind === 'scale' || scale.length === 1;
  if (!isKnownScale) return null;
  if (sign !== undefined) return currencySigns[sign] ?? (isCode ? sign : null);
  return adjective === undefined ? (forms.currencies[assertDefined(unit)] ?? null) : null;
}

/** Extracts the amounts of money, each with the words after it, or before it, as the name of a deal to be completed. */
export function readAmounts(index: WordIndex, { numbers }: Lexicon, forms: Forms) {
  const one = String.raw`\d{1,20}(?:[.,]\d{1,20}){0,6}`;
  const number = `${one}(?:(?:[–-]| (?:${forms.range}) )[$€£¥]?${one})?`;
  const buildScale = (group: string) =>
    `(?:(?<${group}>[ \\u00a0-]?(?:${forms.scales}))(?!\\p{L}))?`;
  const units = Object.keys(forms.currencies).join('|');
  const signed = `(?<sign>\\p{Lu}{0,3}[$€£¥₽₹₩₺₸]|Rs\\.?|\\p{Lu}{3}(?= \\d))\\s?${number}${buildScale('scale')}`;
  const named = `${number}${buildScale('unitScale')} (?<adjective>${capitalised} )?(?<unit>${units})(?!\\p{L})`;
  const rest = `(?<rest>(?: (?!(?:${forms.breaks}) )[\\p{L}\\p{M}\\p{N}'’-]{1,40}){0,7})`;
  const before = String.raw`(?<before>(?:[\p{L}\p{M}'’-]{1,40} ){0,6})`;
  const pattern = `(?<![\\p{L}\\p{N}.,])${before}(?<written>${signed}|${named})${rest}`;
  return findMatches(new RegExp(pattern, 'gu'), index).flatMap(({ groups, paragraph, from }) => {
    const written = assertDefined(groups.written);
    const after = assertDefined(groups.rest);
    const ahead = assertDefined(groups.before);
    const known = getCurrency(groups, numbers, forms);
    if (known === undefined) return [];
    const amount = (known && parseAmount(written, numbers)) ?? null;
    const name = after === '' ? `${ahead}${written}` : `${written}${after}`;
    const start = after === '' ? from : from + ahead.length;
    const evidence = findAnchors([{ text: name, paragraph, from: start }], index);
    const currency = amount === null ? null : known;
    return evidence ? [{ name, amount, currency, amountAsWritten: written, evidence }] : [];
  });
}
