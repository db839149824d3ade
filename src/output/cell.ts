import stringWidth from 'string-width';
import type { Cell } from '../contracts/listing.ts';
import { present } from '../text/present.ts';
import { visible } from './escape.ts';
import { piecesOf } from './graphemes.ts';
import type { Style } from './page.ts';

// Latin, Greek and Cyrillic, punctuation, box drawing, the shapes of the timeline, tick and cross: one column each by
// any measure.
const plain =
  /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u2500-\u257f\u25cb-\u25d3\u2713\u2717]*$/;

/** Whether every character takes one column and nothing combines. */
export function isPlain(text: string): boolean {
  return plain.test(text);
}

// Any other control character has been escaped.
const colour = /\p{Cc}\[\d+m/gu;

/** A text without its escape sequences for colour. */
export const withoutColour = (text: string): string => text.replace(colour, '');

/** Columns that a text takes at a terminal; escape sequences for colour take none. */
export function widthOf(text: string): number {
  const shown = withoutColour(text);
  // Stryker disable next-line ConditionalExpression: the library counts the same, only slower.
  if (isPlain(shown)) return shown.length;
  let width = 0;
  for (const piece of piecesOf(shown)) width += stringWidth(piece);
  return width;
}

/** From so many UTF-16 units on a cell is no cell any more. */
const longest = 2_400;

/** A cell of a size to look at; what is longer ends in a mark. */
export function clipped(cell: Cell): Cell {
  if (cell.text.length <= longest) return cell;
  const [first, second] = piecesOf(cell.text);
  const text = present(first) + present(second);
  return { ...cell, text: `${text}…`, marks: cell.marks?.filter(([, to]) => to <= text.length) };
}

/** A cell as it is shown: escaped, then set off. */
export function paint(cell: Cell, style: Style): string {
  if (cell.missing) return style.faint(cell.text);
  let shown = '';
  let at = 0;
  for (const [from, to] of cell.marks ?? []) {
    shown += visible(cell.text.slice(at, from)) + style.mark(visible(cell.text.slice(from, to)));
    at = to;
  }
  return shown + visible(cell.text.slice(at));
}
