import { once } from '../text/memoise.ts';
import { splitWords } from './article/word.ts';
import type { Passage } from './article/word-index.ts';
import type { DayRange } from './language/date.ts';
import type { Lexicon } from './language/lexicon.ts';
import type { Quantity } from './language/number.ts';

/** What the values of a record are looked for in; numbers and days are read when first asked for. */
export interface EvidenceContext {
  readonly passages: readonly Passage[];
  readonly lexicon: Lexicon;
  readonly numbers: () => readonly Quantity[];
  readonly days: () => readonly DayRange[];
  /** What the normalised words have in common with their other forms. */
  readonly stems: () => ReadonlySet<string>;
}

/** The passages of a record as the context of its values. */
export function createEvidenceContext(
  passages: readonly Passage[],
  lexicon: Lexicon,
): EvidenceContext {
  const collectWords = () =>
    new Set(passages.flatMap(({ normalised }) => splitWords(normalised).map(({ text }) => text)));
  return {
    passages,
    lexicon,
    stems: once(() => new Set([...collectWords()].map(lexicon.stem))),
    numbers: once(() => passages.flatMap(({ text }) => lexicon.quantitiesIn(text))),
    days: once(() => passages.flatMap(({ text }) => lexicon.daysIn(text))),
  };
}
