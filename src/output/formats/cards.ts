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

function* draw(listing: Listing, page: Page): Generator<string> {
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
