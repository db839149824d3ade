import { isPlain, measureWidth, stripColour } from './cell.ts';
import { splitChunks, splitGraphemes } from './graphemes.ts';

/** Distance between two tab stops of a terminal, in columns. */
const tabWidth = 8;

/**
 * Counts the rows that a line takes on a screen, up to `most`; the rest of the line is not measured. A character that
 * is wider than the rest of a row begins the next row.
 */
export function countRows(line: string, columns: number, most: number): number {
  const shown = stripColour(line);
  if (isPlain(shown)) return Math.min(most, Math.max(1, Math.ceil(shown.length / columns)));
  let rows = 1;
  let taken = 0;
  for (const piece of splitChunks(shown)) {
    for (const grapheme of splitGraphemes(piece)) {
      const isTab = grapheme === '\t';
      const width = isTab
        ? Math.min(tabWidth - (taken % tabWidth), columns - taken)
        : measureWidth(grapheme);
      if (taken > 0 && taken + width > columns) {
        if (rows >= most) return rows;
        rows += 1;
        taken = 0;
      }
      taken += width;
    }
  }
  return rows;
}
