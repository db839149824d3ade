import type { Listing } from '../model/listing.ts';
import type { AnyRecord } from '../model/record.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { renderCell } from './cell.ts';
import { escapeUnsafe } from './escape.ts';
import type { RenderOptions } from './render-options.ts';
import { measureWidth, wrap } from './text.ts';

const indent = '  ';

/** Formats the other fields of a record on one line, without those that are not stated. */
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
  // The details follow on the last line of the sentence if they fit.
  if (measureWidth(last) <= width) yield* [...lines.slice(0, -1), last];
  else yield* [...lines, ...wrap(detail, inner).map((line) => indent + line)];
  const more = detailLine?.(record);
  if (more === undefined) return;
  for (const line of wrap(escapeUnsafe(more), inner)) yield indent + style.dim(line);
}

/** Formats records with a sentence: the sentence across the width, then the other fields dimmed. */
export function* renderSentences(
  listing: Listing,
  page: RenderOptions,
  width: number,
): Generator<string> {
  for (const record of listing.records) {
    for (const line of layOutSentence(listing, record, page, width)) yield `${line}\n`;
  }
}
