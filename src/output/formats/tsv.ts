import { present } from '../../text/present.ts';
import type { Format } from '../format.ts';
import { delimited } from './delimited.ts';

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

const escaped = (value: string) =>
  value.replace(/[\\\t\n\r]/g, (character) => present(escapes[character]));

const tsvLine = (values: readonly string[]) => `${values.join('\t')}\n`;

/** Tab-separated values, a line a record whatever it holds. */
export const tsv: Format = {
  about: 'tab-separated values, tab and newline as \\t and \\n',
  fields: 'flat',
  render: (listing, page) => ({ pieces: delimited(listing, page, tsvLine, escaped) }),
};
