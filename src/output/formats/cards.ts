import type { Listing } from '../../contracts/listing.ts';
import { paint, widthOf } from '../cell.ts';
import type { Format } from '../format.ts';
import { labelled } from '../labelled.ts';
import type { Page } from '../page.ts';

/** One record as a card. */
export function card(listing: Listing, record: Listing['records'][number], page: Page): string {
  const { columns, read } = listing;
  const labelWidth = Math.max(...columns.map(({ field }) => widthOf(field)));
  return columns
    .map(({ field }, at) => {
      const shown = paint(read(record, field), page.style);
      const value = at === 0 ? page.style.head(shown) : shown;
      return labelled(page.style.faint(field), value, labelWidth, page);
    })
    .join('');
}

/** The columns with the id first; those that were asked for stand as they were. */
function ordered(columns: Listing['columns']): Listing['columns'] {
  if (columns.every(({ isKept }) => isKept)) return columns;
  const isId = ({ field }: { readonly field: string }) => field === 'id';
  return [...columns.filter(isId), ...columns.filter((column) => !isId(column))];
}

function* draw(given: Listing, page: Page): Generator<string> {
  const listing = { ...given, columns: ordered(given.columns) };
  for (const [at, record] of listing.records.entries()) {
    yield `${at > 0 ? '\n' : ''}${card(listing, record, page)}`;
  }
}

/** A card a record: a line a field, for narrow terminals and long texts. */
export const cards: Format = {
  about: 'one card per record, one line per field',
  fields: 'chief',
  render: (listing, page) => ({ pieces: draw(listing, page) }),
};
