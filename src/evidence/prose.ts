import type { Expectation } from '../subject.ts';
import { type Ground, hasPhrase } from './ground.ts';
import { isSameNumber, type Quantity, readQuantities } from './language/number.ts';
import type { NumberWords } from './language/number-words.ts';

type Prose = Extract<Expectation, { kind: 'prose' }>;

/**
 * Something that own words take from the text: what to call it, where to look near, whether it is
 * there.
 */
export interface Item {
  readonly label: string;
  readonly near: readonly string[];
  readonly isHeld: boolean;
}

/** Each kind with its closing mark; one that is never closed runs to the end. */
const quotations = /“([^”]*)”?|[„‟]([^“”]*)[“”]?|«([^»]*)»?|»([^«]*)«?|["″]([^"″]*)["″]?/gu;

function quotedIn(text: string): readonly string[] {
  return [...text.matchAll(quotations)]
    .map(([, ...groups]) => groups.find((group) => group !== undefined) ?? '')
    .map((quoted) => quoted.trim().replace(/(?<![.,;])[.,;]+$/, ''))
    .filter((quoted) => /[\p{L}\p{N}]/u.test(quoted));
}

function isSame({ value }: Quantity, other: Quantity): boolean {
  if (typeof value === 'string' || typeof other.value === 'string') return value === other.value;
  return isSameNumber(value, other.value);
}

/**
 * Takes own words and their ground; returns every number, quotation and name in them that can be
 * checked.
 */
export function itemsOf(prose: Prose, ground: Ground, words: NumberWords): readonly Item[] {
  const numbers = readQuantities(prose.text, words)
    // One is a pronoun as often as a number.
    .filter(({ text }) => text !== 'one')
    .map((number) => ({
      label: number.text,
      near: [],
      isHeld: ground.numbers().some((other) => isSame(number, other)),
    }));
  const quotes = quotedIn(prose.text).map((quoted) => ({
    label: `“${quoted}”`,
    near: [quoted],
    isHeld: hasPhrase(ground, quoted),
  }));
  const names = prose.named
    .filter((spellings) => spellings.length > 0)
    .map((spellings) => ({
      label: spellings.join(' or '),
      near: spellings,
      isHeld: spellings.some((spelling) => hasPhrase(ground, spelling)),
    }));
  return [...numbers, ...quotes, ...names];
}
