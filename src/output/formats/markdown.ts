import type { Listing } from '../../contracts/listing.ts';
import { visible } from '../escape.ts';
import type { Format } from '../format.ts';
import type { Page } from '../page.ts';

/** Escapes what GitHub Flavored Markdown would take for mark-up within a line or a table cell. */
export const escapeMarkdown = (text: string) => visible(text).replace(/[\\`*_[\]<>|~&]/g, '\\$&');

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;

function* write({ columns, records, read }: Listing, { header }: Page): Generator<string> {
  if (header) {
    yield line(columns.map(({ field }) => field));
    yield line(columns.map(({ align }) => (align === 'right' ? '---:' : '---')));
  }
  for (const record of records) {
    yield line(columns.map(({ field }) => escapeMarkdown(read(record, field).text)));
  }
}

/** A table in GitHub Flavored Markdown. */
export const markdown: Format = {
  about: 'a GitHub table',
  fields: 'chief',
  render: (listing, page) => ({ pieces: write(listing, page) }),
};
