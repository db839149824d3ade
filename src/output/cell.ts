import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import type { Cell } from '../contracts/listing.ts';
import { visible } from './escape.ts';
import { graphemesOf, piecesOf } from './graphemes.ts';
import type { Style } from './page.ts';

// Latin, Greek and Cyrillic, punctuation, arrows and box drawing: one column each by any measure.
const plain =
  /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u2500-\u257f]*$/;

/** Whether every character takes one column and nothing combines. */
export function isPlain(text: string): boolean {
  return plain.test(text);
}

// Any other control character has been escaped.
const colour = /\p{Cc}\[\d+m/gu;

/** Columns that a text takes at a terminal; escape sequences for colour take none. */
export function widthOf(text: string): number {
  const shown = text.replace(colour, '');
  if (isPlain(shown)) return shown.length;
  let width = 0;
  for (const piece of piecesOf(shown)) width += stringWidth(piece);
  return width;
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

/** Breaks words that are wider than the width after their hyphens, as far as that helps. */
function breakAtHyphens(text: string, width: number): string {
  return text.replace(/\S+/g, (word) => {
    if (widthOf(word) <= width || !word.includes('-')) return word;
    const parts = word.split(/(?<=-)/);
    if (parts.some((part) => widthOf(part) > width)) return word;
    const lines = [''];
    for (const part of parts) {
      const last = lines.at(-1) ?? '';
      if (last !== '' && widthOf(last + part) > width) lines.push(part);
      else lines[lines.length - 1] = last + part;
    }
    // No two of these fit on a line, so that the blanks go at the line breaks.
    return lines.join(' ');
  });
}

/** Words so long that the library, which takes their square of time, gets them in lines already. */
const longWord = /[^\s\p{Cc}]{500,}/gu;

function breakLong(text: string, width: number): string {
  return text.replace(longWord, (word) => {
    if (word.includes('-')) return word;
    const lines: string[] = [];
    let line = '';
    let taken = 0;
    for (const grapheme of graphemesOf(word)) {
      const columns = widthOf(grapheme);
      if (taken + columns > width && line !== '') {
        lines.push(line);
        line = '';
        taken = 0;
      }
      line += grapheme;
      taken += columns;
    }
    return [...lines, line].join('\n');
  });
}

/** The lines of a shown text within a width: broken at words, over-long words at hyphens or anywhere. */
export function wrap(text: string, width: number | undefined): readonly string[] {
  if (width === undefined) return text.split('\n');
  if (widthOf(text) <= width && !text.includes('\n')) return [text];
  return wrapAnsi(breakLong(breakAtHyphens(text, width), width), width, { hard: true }).split('\n');
}
