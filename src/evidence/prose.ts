import type { Expectation } from '../contracts/verification-target.ts';
import { type EvidenceContext, hasPhrase } from './evidence-context.ts';
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
const quotations =
  /“([^”]*)”?|[„‟]([^“”]*)[“”]?|«([^»]*)»?|»([^«]*)«?|["″]([^"″]*)["″]?|‘([^‘]*?)’(?!\p{L})/gu;

/** Words in quotation marks, and where they stand with their marks, in UTF-16 units. */
export interface Quotation {
  /** Without signs at its end. */
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

/** Takes any text; returns its quotations in order. */
export function quotationsIn(text: string): readonly Quotation[] {
  return [...text.matchAll(quotations)]
    .map((match) => {
      const [whole, ...groups] = match;
      const quoted = groups.find((group) => group !== undefined) ?? '';
      const words = quoted.trim().replace(/(?<![.,;])[.,;]+$/, '');
      return { words, from: match.index, to: match.index + whole.length };
    })
    .filter(({ words }) => /[\p{L}\p{N}]/u.test(words));
}

function isSame({ value }: Quantity, other: Quantity): boolean {
  if (typeof value === 'string' || typeof other.value === 'string') return value === other.value;
  return isSameNumber(value, other.value);
}

/**
 * Takes own words and their context; returns every number, quotation and name in them that can be
 * checked.
 */
export function itemsOf(
  prose: Prose,
  context: EvidenceContext,
  words: NumberWords,
): readonly Item[] {
  const numbers = readQuantities(prose.text, words)
    // One is a pronoun as often as a number.
    .filter(({ text }) => text !== 'one')
    .map((number) => ({
      label: number.text,
      near: [],
      isHeld: context.numbers().some((other) => isSame(number, other)),
    }));
  const quotes = quotationsIn(prose.text).map(({ words: quoted }) => ({
    label: `“${quoted}”`,
    near: [quoted],
    isHeld: hasPhrase(context, quoted),
  }));
  const names = prose.named
    .filter((spellings) => spellings.length > 0)
    .map((spellings) => ({
      label: spellings.join(' or '),
      near: spellings,
      isHeld: spellings.some((spelling) => hasPhrase(context, spelling)),
    }));
  return [...numbers, ...quotes, ...names];
}
