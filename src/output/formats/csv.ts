import type { Format } from '../format.ts';
import { renderDelimited } from './delimited.ts';

const quoteValue = (value: string) =>
  /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/** Formats a line of CSV. A lone empty value is quoted, because the line would be empty otherwise. */
export function formatCsvLine(values: readonly string[]): string {
  const line = values.map(quoteValue).join(',');
  return `${line === '' ? '""' : line}\r\n`;
}

/** Comma-separated values (RFC 4180) with CR LF at the end of lines. */
export const csv: Format = {
  about: 'comma-separated values (RFC 4180)',
  fields: 'flat',
  render: (listing, page) => ({ pieces: renderDelimited(listing, page, formatCsvLine) }),
};
