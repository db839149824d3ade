import { once } from '../text/memoise.ts';
import type { Passage } from './article/word-index.ts';
import { splitWords } from './article/words.ts';
import type { DayRange } from './language/dates.ts';
import type { Lexicon } from './language/lexicon.ts';
import type { Quantity } from './language/numbers.ts';

/** Context in which the values of a record are checked. Numbers, days and stems are read on first use. */
export interface EvidenceContext {
  readonly passages: readonly Passage[];
  readonly lexicon: Lexicon;
  readonly numbers: () => readonly Quantity[];
  readonly days: () => readonly DayRange[];
  /** Stems of the normalised words. */
  readonly stems: () => ReadonlySet<string>;
}

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
