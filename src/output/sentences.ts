import type { Fact, Listing } from '../contracts/listing.ts';
import { present } from '../text/present.ts';
import { paint, widthOf } from './cell.ts';
import { visible } from './escape.ts';
import type { Page } from './page.ts';
import { wrap } from './wrap.ts';

/** Columns by which what stands below a sentence stands in. */
const indent = '  ';

/** What a record has besides its sentence, in a line: its id, to be copied, then what else is stated. */
function detailOf(listing: Listing, record: Fact, { style }: Page): string {
  const { sentence, columns, read } = listing;
  return columns
    .filter(({ field }) => field !== sentence)
    .map(({ field }) => ({ isId: field === 'id', cell: read(record, field) }))
    .filter(({ cell }) => !cell.missing)
    .map(({ isId, cell }) => (isId ? style.id : style.faint)(paint(cell, style)))
    .join(style.faint(' · '));
}

function* linesOf(listing: Listing, record: Fact, page: Page, width: number): Generator<string> {
  const { sentence, read, remark } = listing;
  const { style } = page;
  const inner = Math.max(1, width - indent.length);
  const lines = wrap(paint(read(record, present(sentence)), style), width);
  const detail = detailOf(listing, record, page);
  const last = `${present(lines.at(-1))}${indent}${detail}`;
  // Behind its last words there may be room.
  if (widthOf(last) <= width) yield* [...lines.slice(0, -1), last];
  else yield* [...lines, ...wrap(detail, inner).map((line) => indent + line)];
  const more = remark?.(record);
  if (more === undefined) return;
  for (const line of wrap(visible(more), inner)) yield indent + style.faint(line);
}

/** Records of which one field is a sentence: this across the width, and the others in faint below it. */
export function* sentences(listing: Listing, page: Page, width: number): Generator<string> {
  for (const record of listing.records) {
    for (const line of linesOf(listing, record, page, width)) yield `${line}\n`;
  }
}
