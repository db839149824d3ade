import stringWidth from 'string-width';
import type { Cell } from '../model/listing.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { escapeUnsafe } from './escape.ts';
import { splitChunks } from './graphemes.ts';
import type { Style } from './render-options.ts';

// Latin, Greek and Cyrillic letters, punctuation, box drawing, the shapes of the timeline, tick and cross: every
// terminal shows each of them one column wide.
const plainPattern =
  /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u2500-\u257f\u25cb-\u25d3\u2713\u2717]*$/;

/** Checks whether every character is one column wide and none combines. */
export function isPlain(text: string): boolean {
  return plainPattern.test(text);
}

// Other control characters are already escaped.
const colourSequence = /\p{Cc}\[\d+m/gu;

/** Removes the escape sequences for colour. */
export const stripColour = (text: string): string => text.replace(colourSequence, '');

/** Returns the width of a text in terminal columns; escape sequences for colour have none. */
export function measureWidth(text: string): number {
  const shown = stripColour(text);
  if (isPlain(shown)) return shown.length;
  let width = 0;
  for (const piece of splitChunks(shown)) width += stringWidth(piece);
  return width;
}

/** Maximum length of a cell in UTF-16 units; a longer one is truncated. */
const maxCellLength = 2_400;

/** Truncates a cell that is too long, and ends it with `…`. */
export function truncateCell(cell: Cell): Cell {
  if (cell.text.length <= maxCellLength) return cell;
  const [first, second] = splitChunks(cell.text);
  const text = assertDefined(first) + assertDefined(second);
  return {
    ...cell,
    text: `${text}…`,
    highlights: cell.highlights?.filter(([, to]) => to <= text.length),
  };
}

/** Formats a cell for display: escapes its text, then adds its styles. */
export function renderCell(cell: Cell, style: Style): string {
  if (cell.missing) return style.dim(cell.text);
  let shown = '';
  let at = 0;
  for (const [from, to] of cell.highlights ?? []) {
    shown +=
      escapeUnsafe(cell.text.slice(at, from)) + style.mark(escapeUnsafe(cell.text.slice(from, to)));
    at = to;
  }
  return shown + escapeUnsafe(cell.text.slice(at));
}
