import { assertDefined } from '../text/assert-defined.ts';
import { isPlain, measureWidth } from './cell.ts';
import { splitGraphemes } from './graphemes.ts';

/**
 * The table library measures some emoji, scripts and combining marks otherwise than terminals do. So
 * what it may get wrong is handed to it as private-use characters of the same width, and put back after.
 */
const head = '\ue000';
const filler = '\uf8ff';

// Any other control character has been escaped: what is left begins a colour.
const sequence = /(\p{Cc}\[[\d;]*m)/u;

export interface Glyphs {
  /** The text with stand-ins, of the same width. */
  hide(text: string): string;
  /** The drawing with what was hidden put back. */
  restore(drawing: string): string;
}

/** Stand-ins for one drawing, which has all that was hidden, in the order in which it was hidden. */
export function createGlyphs(): Glyphs {
  const hidden: string[] = [];
  const standIn = (grapheme: string): string => {
    if (isPlain(grapheme)) return grapheme;
    hidden.push(grapheme);
    return head + filler.repeat(Math.max(0, measureWidth(grapheme) - 1));
  };
  const hidePart = (part: string): string => {
    const graphemes = splitGraphemes(part);
    const [mark, next, ...rest] = graphemes;
    if (next === undefined || measureWidth(assertDefined(mark)) > 0)
      return graphemes.map(standIn).join('');
    // A mark that a line begins with has no width of its own: it goes with what follows.
    return [mark + next, ...rest].map(standIn).join('');
  };
  return {
    hide: (text) =>
      text
        .split(sequence)
        .map((part, at) => (at % 2 === 1 || isPlain(part) ? part : hidePart(part)))
        .join(''),
    restore: (drawing) => {
      const left = hidden.values();
      return drawing.replace(/\ue000\uf8ff*/g, () => assertDefined(left.next().value));
    },
  };
}
