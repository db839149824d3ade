import type { Listing } from '../../model/listing.ts';
import { escapeUnsafe } from '../escape.ts';
import type { Format } from '../format.ts';
import type { RenderOptions } from '../render-options.ts';

/** Escapes characters that GitHub Flavored Markdown would read as mark-up in a line or a table cell. */
export const escapeMarkdown = (text: string) =>
  escapeUnsafe(text).replace(/[\\`*_[\]<>|~&]/g, '\\$&');

const formatRow = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;

function* write({ columns, records, read }: Listing, { header }: RenderOptions): Generator<string> {
  if (header) {
    yield formatRow(columns.map(({ field }) => field));
    yield formatRow(columns.map(({ align }) => (align === 'right' ? '---:' : '---')));
  }
  for (const record of records) {
    yield formatRow(columns.map(({ field }) => escapeMarkdown(read(record, field).text)));
  }
}

/** Table in GitHub Flavored Markdown. */
export const markdown: Format = {
  description: 'a GitHub table',
  fields: 'default',
  render: (listing, page) => ({ pieces: write(listing, page) }),
};
