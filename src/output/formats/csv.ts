import type { Format } from '../format.ts';
import { delimited } from './delimited.ts';

const quoted = (value: string) =>
  /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/** A line of CSV; a lone empty value is quoted, or the line would be an empty one. */
export function csvLine(values: readonly string[]): string {
  const line = values.map(quoted).join(',');
  return `${line === '' ? '""' : line}\r\n`;
}

/** Comma-separated values (RFC 4180), lines ended by CR LF. */
export const csv: Format = {
  about: 'comma-separated values (RFC 4180)',
  fields: 'flat',
  render: (listing, page) => ({ pieces: delimited(listing, page, csvLine) }),
};
