import { type Cell, type Listing, none, notStated } from '../../model/listing.ts';
import type { Anchor, AnyRecord } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { once } from '../../text/memoise.ts';
import type { Field, Names } from '../schema/fields.ts';
import { isEmptyList, isFollowed, readValue } from './follow.ts';

/** Formats an anchor: `¶12 including a $6 billion … railway line`. */
export function formatAnchor({ paragraph, start, end }: Anchor): string {
  return `¶${paragraph} ${start}${end === undefined ? '' : ` … ${end}`}`;
}

// Signs of the most frequent currencies. Others come from Intl, which takes longer to load than a listing to print.
const currencySigns = new Map([
  ['USD', '$'],
  ['EUR', '€'],
  ['GBP', '£'],
  ['CNY', 'CN¥'],
  ['JPY', '¥'],
]);

/** Returns the sign of an ISO 4217 currency as written before a number: `$`, or `CHF` and a space. */
function getCurrencySign(currency: string): string {
  const known = currencySigns.get(currency);
  if (known !== undefined) return known;
  const parts = new Intl.NumberFormat('en', { style: 'currency', currency }).formatToParts(0);
  const digits = parts.findIndex(({ type }) => type === 'integer');
  const sign = parts
    .slice(0, digits)
    .map(({ value }) => value)
    .join('');
  currencySigns.set(currency, sign);
  return sign;
}

const compact = once(
  () =>
    new Intl.NumberFormat('en', {
      notation: 'compact',
      compactDisplay: 'long',
      maximumFractionDigits: 20,
    }),
);

const scales = ['', ' thousand', ' million', ' billion', ' trillion'];

/** Formats a number that is not negative in words, as Intl does: `6 billion`. */
function formatNumber(amount: number): string {
  if (!Number.isSafeInteger(amount)) return compact().format(amount);
  const digits = String(amount);
  const scale = Math.min(scales.length - 1, Math.floor((digits.length - 1) / 3));
  const point = digits.length - 3 * scale;
  const fraction = digits.slice(point).replace(/0+$/, '');
  return `${digits.slice(0, point)}${fraction && `.${fraction}`}${scales[scale]}`;
}

/** Formats an amount in words: `$6 billion`. */
function formatAmount(amount: number, currency: string | null): string {
  return currency === null
    ? formatNumber(amount)
    : getCurrencySign(currency) + formatNumber(amount);
}

/** Formats a field. Returns undefined for an empty list, a value that is not stated or a reference without a label. */
export function formatField(record: AnyRecord, field: Field, names: Names): string | undefined {
  const value = readValue(record, field, names);
  const { label } = names;
  if (value === null || (Array.isArray(value) && value.length === 0)) return undefined;
  if (field.kind === 'evidence') return (value as readonly Anchor[]).map(formatAnchor).join('; ');
  if (field.kind === 'list') {
    const items = value as readonly string[];
    return (field.schema['x-reference'] ? items.map((id) => label(id) ?? id) : items).join(', ');
  }
  const currency = field.schema['x-currency'];
  if (currency !== undefined) return formatAmount(Number(value), record[currency] as string | null);
  return field.schema['x-reference'] ? label(String(value)) : String(value);
}

/** Formats a field as a cell; a missing value reads `none` or `not stated`. */
export function readCell(record: AnyRecord, field: Field, names: Names): Cell {
  const text = formatField(record, field, names);
  if (text === undefined) {
    return { text: isEmptyList(record, field, names) ? none : notStated, missing: true };
  }
  const isQuoted = field.schema['x-check'] === 'quotation';
  return { text: isQuoted ? `“${text}”` : text, missing: false };
}

/** Builds a listing of records. A pinned column is never left out to save width. */
export function tabulate(
  records: readonly AnyRecord[],
  fields: readonly Field[],
  names: Names,
  isPinned: (field: string) => boolean = () => true,
): Listing {
  const byName = new Map(fields.map((field) => [field.name, field]));
  return {
    columns: fields.map((field) => ({
      field: field.name,
      align: field.kind === 'number' ? 'right' : 'left',
      isPinned: isPinned(field.name),
      // Items of a dataset's own lists never contain a `;`.
      ...(isFollowed(field) && { hasFreeItems: true }),
    })),
    records,
    value: (record, name) => readValue(record, assertDefined(byName.get(name)), names),
    read: (record, name) => readCell(record, assertDefined(byName.get(name)), names),
  };
}
