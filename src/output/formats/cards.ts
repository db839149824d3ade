import type { Listing } from '../../model/listing.ts';
import type { AnyRecord } from '../../model/record.ts';
import { renderCell } from '../cell.ts';
import type { Format } from '../format.ts';
import type { RenderOptions } from '../render-options.ts';
import { layOutRows } from '../text.ts';

export function renderCard(
  { columns, read }: Listing,
  record: AnyRecord,
  page: RenderOptions,
): string {
  const { style } = page;
  const rows = columns.map(({ field }, at) => {
    const shown = renderCell(read(record, field), style);
    return [style.dim(field), at === 0 ? style.heading(shown) : shown] as const;
  });
  return layOutRows(rows, page);
}

/** Draws the cards, with the id first unless the user chose the fields. */
function* draw(listing: Listing, page: RenderOptions): Generator<string> {
  const isChosen = listing.columns.every(({ isPinned }) => isPinned);
  const columns = isChosen
    ? listing.columns
    : listing.columns.toSorted((a, b) => Number(b.field === 'id') - Number(a.field === 'id'));
  for (const [at, record] of listing.records.entries()) {
    yield `${at > 0 ? '\n' : ''}${renderCard({ ...listing, columns }, record, page)}`;
  }
}

/** One card per record and one line per field, for narrow terminals and long texts. */
export const cards: Format = {
  description: 'one card per record, one line per field',
  fields: 'default',
  isDrawn: true,
  render: (listing, page) => ({ pieces: draw(listing, page) }),
};
