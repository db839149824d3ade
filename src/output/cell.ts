import type { Cell } from '../model/listing.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { escapeUnsafe } from './escape.ts';
import type { Style } from './render-options.ts';

/** Length in UTF-16 units above which a cell is truncated, and the length that is left. */
const maxCellLength = 2_400;
const truncatedLength = 2_000;

/** Truncates a cell that is too long between two graphemes, and ends it with `…`. */
export function truncateCell(cell: Cell): Cell {
  const { text, highlights } = cell;
  if (text.length <= maxCellLength) return cell;
  // Intl.Segmenter takes quadratic time, so it gets only the text around the cut.
  const start = truncatedLength - 100;
  const around = new Intl.Segmenter().segment(text.slice(start, truncatedLength + 100));
  const end = start + assertDefined(around.containing(truncatedLength - start)).index;
  return {
    ...cell,
    text: `${text.slice(0, end)}…`,
    highlights: highlights?.filter(([, to]) => to <= end),
  };
}

/** Formats a cell for display: escapes its text, then adds its styles. */
export function renderCell({ text, missing, highlights = [] }: Cell, style: Style): string {
  if (missing) return style.dim(text);
  let shown = '';
  let at = 0;
  for (const [from, to] of highlights) {
    shown += escapeUnsafe(text.slice(at, from)) + style.mark(escapeUnsafe(text.slice(from, to)));
    at = to;
  }
  return shown + escapeUnsafe(text.slice(at));
}
