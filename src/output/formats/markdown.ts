import { visible } from '../escape.ts';
import type { Format } from '../format.ts';

/** The characters that GitHub Flavored Markdown would take for mark-up inside a table cell. */
const escaped = (text: string) => visible(text).replace(/[\\`*_[\]<>|~&]/g, '\\$&');

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;

/** A table in GitHub Flavored Markdown. */
export const markdown: Format = {
  about: 'a GitHub table',
  fields: 'chief',
  *render({ columns, records, read }, { header }) {
    if (header) {
      yield line(columns.map(({ field }) => field));
      yield line(columns.map(({ align }) => (align === 'right' ? '---:' : '---')));
    }
    for (const record of records) {
      yield line(columns.map(({ field }) => escaped(read(record, field).text)));
    }
  },
};
