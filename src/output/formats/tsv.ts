import { assertDefined } from '../../text/assert-defined.ts';
import type { Format } from '../format.ts';
import { renderDelimited } from './delimited.ts';

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

const escapeTsv = (value: string) =>
  value.replace(/[\\\t\n\r]/g, (character) => assertDefined(escapes[character]));

const formatTsvLine = (values: readonly string[]) => `${values.join('\t')}\n`;

/** Tab-separated values, always one line per record. */
export const tsv: Format = {
  about: 'tab-separated values, tab and newline as \\t and \\n',
  fields: 'flat',
  render: (listing, page) => ({ pieces: renderDelimited(listing, page, formatTsvLine, escapeTsv) }),
};
