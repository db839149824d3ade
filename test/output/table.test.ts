import { describe, expect, it } from 'vitest';
import type { Listing } from '../../src/model/listing.ts';
import { table } from '../../src/output/formats/table.ts';
import { createStyle, type RenderOptions } from '../../src/output/render-options.ts';

/** A listing of these cells, of whose columns some may be left out. */
const listingOf = (rows: readonly (readonly string[])[], kept: readonly boolean[]): Listing => ({
  columns: kept.map((isPinned, at) => ({
    field: `f${at}`,
    align: 'left',
    isPinned,
    hasFreeItems: false,
  })),
  records: rows.map((cells, at) => ({ ...Object.fromEntries(cells.entries()), id: `${at}` })),
  value: (record, field) => String(record[field.slice(1)]),
  read: (record, field) => ({ text: String(record[field.slice(1)]), missing: false }),
});

/** What is drawn at a terminal of so many columns, without heads, and what is left out. */
function drawn(listing: Listing, width: number | undefined) {
  const style = createStyle(false);
  const page: RenderOptions = {
    width,
    drawnWidth: width,
    isTerminal: true,
    style,
    header: false,
    escapesFormulas: false,
  };
  const { pieces, leftOut } = table.render(listing, page);
  return { out: [...pieces].join(''), leftOut };
}

describe('the table of a listing', () => {
  it('leaves the first column out where no other may be', () => {
    const words = ['a', 'b', 'c'].map((letter) => `${letter.repeat(30)} ${letter.repeat(30)}`);
    const { leftOut } = drawn(listingOf([words], [false, true, true]), 60);
    expect(leftOut).toEqual(['f0']);
  });

  it('indents the further lines of a cell, and sets no blank line between rows', () => {
    const listing = listingOf([['one two three'], ['four']], [true]);
    expect(drawn(listing, 9).out.split('\n')).toEqual(['one two', ' three', 'four', '']);
  });

  it('has what is longer than a screen clipped, at a terminal alone', () => {
    const listing = listingOf([['x'.repeat(5_000)]], [true]);
    expect(drawn(listing, 100).out.replace(/\n ?/g, '')).toBe(`${'x'.repeat(2_000)}…`);
    expect(drawn(listing, undefined).out).toBe(`${'x'.repeat(5_000)}\n`);
  });
});
