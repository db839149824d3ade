import { assertDefined } from '../text/assert-defined.ts';
import { isPlain, measureWidth } from './cell.ts';
import { splitGraphemes } from './graphemes.ts';

/**
 * Private-use characters for placeholders. cli-table3 measures some emoji, scripts and combining marks differently
 * from terminals, so it gets placeholders of the right width, which are replaced with the text again afterwards.
 */
const head = '\ue000';
const filler = '\uf8ff';

// Other control characters are already escaped, so the remaining ones begin a colour.
const sequence = /(\p{Cc}\[[\d;]*m)/u;

export interface Glyphs {
  /** Replaces graphemes of a text with placeholders of the same width. */
  hide(text: string): string;
  /** Puts the hidden graphemes back into the drawing. */
  restore(drawing: string): string;
}

/** Creates placeholders for one drawing, which must contain all hidden graphemes in the order of hiding. */
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
    // A mark at the start of a line has no width of its own, so it is hidden with the grapheme after it.
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
