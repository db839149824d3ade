import type { Format } from '../format.ts';
import { renderDelimited } from './delimited.ts';

const quoteValue = (value: string) =>
  /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/** A line of CSV; a lone empty value is quoted, or the line would be an empty one. */
export function formatCsvLine(values: readonly string[]): string {
  const line = values.map(quoteValue).join(',');
  return `${line === '' ? '""' : line}\r\n`;
}

/** Comma-separated values (RFC 4180), lines ended by CR LF. */
export const csv: Format = {
  about: 'comma-separated values (RFC 4180)',
  fields: 'flat',
  render: (listing, page) => ({ pieces: renderDelimited(listing, page, formatCsvLine) }),
};
