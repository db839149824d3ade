import type { AnyRecord, Listing } from '../contracts/listing.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { measureWidth, renderCell } from './cell.ts';
import { escapeUnsafe } from './escape.ts';
import type { RenderOptions } from './render-options.ts';
import { wrap } from './wrap.ts';

/** Columns by which what stands below a sentence stands in. */
const indent = '  ';

/** What a record has besides its sentence, in a line: its id, to be copied, then what else is stated. */
function formatDetails(listing: Listing, record: AnyRecord, { style }: RenderOptions): string {
  const { sentence, columns, read } = listing;
  return columns
    .filter(({ field }) => field !== sentence)
    .map(({ field }) => ({ isId: field === 'id', cell: read(record, field) }))
    .filter(({ cell }) => !cell.missing)
    .map(({ isId, cell }) => (isId ? style.id : style.dim)(renderCell(cell, style)))
    .join(style.dim(' · '));
}

function* layOutSentence(
  listing: Listing,
  record: AnyRecord,
  page: RenderOptions,
  width: number,
): Generator<string> {
  const { sentence, read, detailLine } = listing;
  const { style } = page;
  const inner = Math.max(1, width - indent.length);
  const lines = wrap(renderCell(read(record, assertDefined(sentence)), style), width);
  const detail = formatDetails(listing, record, page);
  const last = `${assertDefined(lines.at(-1))}${indent}${detail}`;
  // Behind its last words there may be room.
  if (measureWidth(last) <= width) yield* [...lines.slice(0, -1), last];
  else yield* [...lines, ...wrap(detail, inner).map((line) => indent + line)];
  const more = detailLine?.(record);
  if (more === undefined) return;
  for (const line of wrap(escapeUnsafe(more), inner)) yield indent + style.dim(line);
}

/** Records of which one field is a sentence: this across the width, and the others in faint below it. */
export function* renderSentences(
  listing: Listing,
  page: RenderOptions,
  width: number,
): Generator<string> {
  for (const record of listing.records) {
    for (const line of layOutSentence(listing, record, page, width)) yield `${line}\n`;
  }
}
