import { once } from '../text/memoise.ts';
import { fold } from './article/normalise.ts';
import { findWhole } from './article/word.ts';
import type { Passage } from './article/word-index.ts';
import { type DayRange, readDays } from './language/date.ts';
import type { Lexicon } from './language/lexicon.ts';
import { type Quantity, readQuantities } from './language/number.ts';

/**
 * What the values of a record are looked for in; numbers and days are read when first asked for.
 */
export interface EvidenceContext {
  readonly passages: readonly Passage[];
  readonly numbers: () => readonly Quantity[];
  readonly days: () => readonly DayRange[];
}

/** Takes the passages of a record; returns them as the context that its values stand on. */
export function contextOf(
  passages: readonly Passage[],
  { numbers, dates }: Lexicon,
): EvidenceContext {
  return {
    passages,
    numbers: once(() => passages.flatMap(({ text }) => readQuantities(text, numbers))),
    days: once(() => passages.flatMap(({ text }) => readDays(text, dates))),
  };
}

/** Whether a text stands, as whole words, within one of the passages. */
export function hasPhrase({ passages }: EvidenceContext, text: string): boolean {
  const needle = fold(text);
  return passages.some(({ folded }) => findWhole(folded, needle) >= 0);
}
