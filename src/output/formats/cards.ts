import type { Listing } from '../../listing.ts';
import { paint, widthOf, wrap } from '../cell.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';

/** Columns that a value must have beside its label; else it goes below, indented. */
const narrowest = 20;

/** A label and a value with a hanging indent, within the width. */
export function labelled(label: string, value: string, labelWidth: number, page: Page): string {
  const { width, style } = page;
  const isBeside = width === undefined || width - labelWidth - 2 >= narrowest;
  const indent = ' '.repeat(isBeside ? labelWidth + 2 : 2);
  const room = width === undefined ? undefined : Math.max(1, width - indent.length);
  const body = wrap(value, room).join(`\n${indent}`);
  const head = style.faint(label);
  if (!isBeside) return `${head}\n${indent}${body}\n`;
  return `${head}${' '.repeat(Math.max(1, labelWidth - widthOf(label) + 2))}${body}\n`;
}

/** One record as a card. */
export function card(listing: Listing, record: Listing['records'][number], page: Page): string {
  const { columns, read } = listing;
  const labelWidth = Math.max(...columns.map(({ field }) => widthOf(field)));
  return columns
    .map(({ field }, at) => {
      const shown = paint(read(record, field), page.style);
      const value = at === 0 ? page.style.head(shown) : shown;
      return labelled(field, value, labelWidth, page);
    })
    .join('');
}

/** A card a record: a line a field, for narrow terminals and long texts. */
export const cards: Format = {
  about: 'a card a record, a line a field',
  fields: 'chief',
  *render(listing, page) {
    for (const [at, record] of listing.records.entries()) {
      yield `${at > 0 ? '\n' : ''}${card(listing, record, page)}`;
    }
  },
};
