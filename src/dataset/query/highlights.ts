import type { AnyRecord } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { fold, foldWithOffsets } from '../../text/fold.ts';
import { findWholeWords, findWordStart } from '../schema/names.ts';

/** Folds a phrase for search. Returns an empty string if nothing is left to look for. */
export const foldPhrase = (phrase: string): string => fold(phrase).trim();

type Highlight = readonly [number, number];

const findAnywhere = (text: string, phrase: string, from: number) => text.indexOf(phrase, from);

/** Finds a phrase in a folded text, as whole words if possible, else at the start of words, else anywhere. */
function findPositions(text: string, phrase: string): readonly number[] {
  for (const find of [findWholeWords, findWordStart, findAnywhere]) {
    const found: number[] = [];
    for (let at = find(text, phrase, 0); at >= 0; at = find(text, phrase, at + 1)) found.push(at);
    if (found.length > 0) return found;
  }
  return [];
}

/** Finds the phrases in a text. Returns offsets [from, to); overlapping or adjacent matches are joined. */
export function findHighlights(source: string, phrases: readonly string[]): readonly Highlight[] {
  const { text: folded, from } = foldWithOffsets(source);
  // An empty phrase would be found anywhere, without end.
  const wanted = phrases.filter((phrase) => phrase !== '');
  const found = wanted.flatMap((phrase) =>
    findPositions(folded, phrase).map((at): Highlight => {
      let end = at + phrase.length;
      // A character that was folded to several units is never split.
      while (from[end] === from[end - 1]) end += 1;
      return [assertDefined(from[at]), assertDefined(from[end])];
    }),
  );
  const joined: Highlight[] = [];
  for (const [start, end] of found.sort((left, right) => left[0] - right[0])) {
    const last = joined.at(-1);
    if (last && start <= last[1]) joined.splice(-1, 1, [last[0], Math.max(last[1], end)]);
    else joined.push([start, end]);
  }
  return joined;
}

/** Returns a function that finds the highlights in the text of a hit. The phrases are folded by `foldPhrase`. */
export const createHighlighter = (phrases: readonly string[]) => (hit: AnyRecord, field: string) =>
  field === 'text' ? findHighlights(String(hit.text), phrases) : [];
