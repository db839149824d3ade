import type { Listing } from '../../model/listing.ts';
import { renderCell } from '../cell.ts';
import type { Format } from '../format.ts';
import type { RenderOptions } from '../render-options.ts';
import { layOutLabelled, measureWidth } from '../text.ts';

export function renderCard(
  listing: Listing,
  record: Listing['records'][number],
  page: RenderOptions,
): string {
  const { columns, read } = listing;
  const labelWidth = Math.max(...columns.map(({ field }) => measureWidth(field)));
  return columns
    .map(({ field }, at) => {
      const shown = renderCell(read(record, field), page.style);
      const value = at === 0 ? page.style.heading(shown) : shown;
      return layOutLabelled(page.style.dim(field), value, labelWidth, page);
    })
    .join('');
}

/** Moves the id to the front, unless the user chose the fields. */
function putIdFirst(columns: Listing['columns']): Listing['columns'] {
  if (columns.every(({ isPinned }) => isPinned)) return columns;
  const isId = ({ field }: { readonly field: string }) => field === 'id';
  return [...columns.filter(isId), ...columns.filter((column) => !isId(column))];
}

function* draw(given: Listing, page: RenderOptions): Generator<string> {
  const listing = { ...given, columns: putIdFirst(given.columns) };
  for (const [at, record] of listing.records.entries()) {
    yield `${at > 0 ? '\n' : ''}${renderCard(listing, record, page)}`;
  }
}

/** One card per record and one line per field, for narrow terminals and long texts. */
export const cards: Format = {
  about: 'one card per record, one line per field',
  fields: 'default',
  isDrawn: true,
  render: (listing, page) => ({ pieces: draw(listing, page) }),
};
