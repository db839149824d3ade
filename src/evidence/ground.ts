import type { Passage } from './article/concordance.ts';
import { fold } from './article/normalise.ts';
import { findWhole } from './article/word.ts';
import { type DayRange, readDays } from './language/date.ts';
import type { Lexicon } from './language/lexicon.ts';
import { type Quantity, readQuantities } from './language/number.ts';
import { once } from './memoise.ts';

/**
 * What the values of a record are looked for in; numbers and days are read when first asked for.
 */
export interface Ground {
  readonly passages: readonly Passage[];
  readonly numbers: () => readonly Quantity[];
  readonly days: () => readonly DayRange[];
}

/** Takes the passages of a record; returns them as the ground that its values stand on. */
export function groundOf(passages: readonly Passage[], { numbers, dates }: Lexicon): Ground {
  return {
    passages,
    numbers: once(() => passages.flatMap(({ text }) => readQuantities(text, numbers))),
    days: once(() => passages.flatMap(({ text }) => readDays(text, dates))),
  };
}

/** Whether a text stands, as whole words, within one of the passages. */
export function hasPhrase({ passages }: Ground, text: string): boolean {
  const needle = fold(text);
  return passages.some(({ folded }) => findWhole(folded, needle) >= 0);
}
