import { describe, expect, it } from 'vitest';
import type { Listing } from '../../src/model/listing.ts';
import { table } from '../../src/output/formats/table.ts';
import { createStyle, type RenderOptions } from '../../src/output/render-options.ts';

/** Builds a listing of these cells; only columns that are not pinned may be hidden. */
const createListing = (
  rows: readonly (readonly string[])[],
  pinned: readonly boolean[],
): Listing => ({
  columns: pinned.map((isPinned, at) => ({
    field: `f${at}`,
    align: 'left',
    isPinned,
    hasFreeItems: false,
  })),
  records: rows.map((cells, at) => ({ ...Object.fromEntries(cells.entries()), id: `${at}` })),
  value: (record, field) => String(record[field.slice(1)]),
  read: (record, field) => ({ text: String(record[field.slice(1)]), missing: false }),
});

/** Draws a listing without heads for the given width. Returns what is drawn and the hidden fields. */
function draw(listing: Listing, width: number | undefined) {
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
  it('hides the first column if all others are pinned', () => {
    const words = ['a', 'b', 'c'].map((letter) => `${letter.repeat(30)} ${letter.repeat(30)}`);
    const { leftOut } = draw(createListing([words], [false, true, true]), 60);
    expect(leftOut).toEqual(['f0']);
  });

  it('indents further lines of a cell, and puts no blank line between rows', () => {
    const listing = createListing([['one two three'], ['four']], [true]);
    expect(draw(listing, 9).out.split('\n')).toEqual(['one two', ' three', 'four', '']);
  });

  it('truncates what is longer than a screen, but only on a terminal', () => {
    const listing = createListing([['x'.repeat(5_000)]], [true]);
    expect(draw(listing, 100).out.replace(/\n ?/g, '')).toBe(`${'x'.repeat(2_000)}…`);
    expect(draw(listing, undefined).out).toBe(`${'x'.repeat(5_000)}\n`);
  });
});
