import { type Cell, type Listing, none, notStated } from '../../model/listing.ts';
import type { Anchor, AnyRecord, Value } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { memoise, once } from '../../text/memoise.ts';
import {
  type CollectionName,
  collectionNames,
  describeCollection,
  getFields,
} from '../schema/collections.ts';
import type { Entry } from '../schema/dataset.ts';
import type { Field } from '../schema/fields.ts';
import type { Names } from './record-index.ts';

/** Resolves a dotted path such as `leader.name`. Returns undefined if there is no such field. */
export function resolveFieldPath(name: string, fields: readonly Field[]): Field | undefined {
  const [before, after, further] = name.split('.');
  const by = fields.find((field) => field.name === before);
  if (!by || further !== undefined) return undefined;
  const target = by.schema['x-reference'] as CollectionName;
  if (!collectionNames.includes(target)) return undefined;
  const then = getFields(target).find((field) => field.name === after && field.kind !== 'evidence');
  return then && { ...then, name, kind: by.kind === 'list' ? 'list' : then.kind, path: [by, then] };
}

/** Checks whether a record has a field. Among the records of all collections, not every record has every field. */
export const hasField = (record: AnyRecord, { name, path }: Field): boolean =>
  record[path?.[0].name ?? name] !== undefined;

/** Reads the end of a path in each record that its reference leads to; null where it is not stated. */
function followPath(
  record: AnyRecord,
  [by, then]: readonly [Field, Field],
  names: Names,
): readonly Value[] {
  const ids = [record[by.name] ?? []].flat() as readonly string[];
  return ids.map((id) => names.record(id)?.[then.name] ?? null);
}

/** Reads a field, or follows its path. Returns null if the value is not stated. */
export function readValue(record: AnyRecord, field: Field, names: Names): Value {
  if (!field.path) return record[field.name] ?? null;
  const values = followPath(record, field.path, names);
  if (field.kind !== 'list') return values[0] ?? null;
  return values
    .flat()
    .filter((value) => value !== null)
    .map(String);
}

/** Formats an anchor: `¶12 including a $6 billion … railway line`. */
export function formatAnchor({ paragraph, start, end }: Anchor): string {
  return `¶${paragraph} ${start}${end === undefined ? '' : ` … ${end}`}`;
}

/** Lists the texts of a value: the items of a list, the ids of a reference, or the formatted passages. */
export function readTexts(record: AnyRecord, field: Field, names: Names): readonly string[] {
  const value = readValue(record, field, names);
  if (field.kind === 'evidence') return (value as readonly Anchor[]).map(formatAnchor);
  return [value ?? []].flat().map(String);
}

// Signs of the most frequent currencies. Others come from Intl, which takes longer to load than a listing to print.
const frequentSigns = new Map([
  ['USD', '$'],
  ['EUR', '€'],
  ['GBP', '£'],
  ['CNY', 'CN¥'],
  ['JPY', '¥'],
]);

/** Returns the sign of an ISO 4217 currency as written before a number: `$`, or `CHF` and a space. */
const getCurrencySign = memoise((currency: string): string => {
  const options = { style: 'currency', currency, maximumFractionDigits: 0 } as const;
  const known = frequentSigns.get(currency);
  return known ?? new Intl.NumberFormat('en', options).format(0).replace('0', '');
});

const getCompactFormat = once(() => {
  const options = { notation: 'compact', compactDisplay: 'long' } as const;
  return new Intl.NumberFormat('en', { ...options, maximumFractionDigits: 20 });
});

const scales = ['', ' thousand', ' million', ' billion', ' trillion'];

/** Formats a number that is not negative in words, as Intl does: `6 billion`. Intl takes 12 ms to load. */
function formatNumber(amount: number): string {
  if (!Number.isSafeInteger(amount)) return getCompactFormat().format(amount);
  const digits = String(amount);
  const scale = Math.min(scales.length - 1, Math.floor((digits.length - 1) / 3));
  const point = digits.length - 3 * scale;
  const fraction = digits.slice(point).replace(/0+$/, '');
  return `${digits.slice(0, point)}${fraction && `.${fraction}`}${scales[scale]}`;
}

/** Returns the sign of an amount with the letters that the article has before it: `US$`. */
const findWrittenSign = ({ amountAsWritten }: AnyRecord): string | undefined =>
  /^(\p{L}{1,3}\p{Sc})\s?\d/u.exec(String(amountAsWritten))?.[1];

/** Formats a field. Returns undefined for an empty list, a value that is not stated or a reference without a label. */
export function formatField(record: AnyRecord, field: Field, names: Names): string | undefined {
  const { kind, schema } = field;
  const texts = readTexts(record, field, names);
  const [text] = texts;
  if (text === undefined) return undefined;
  if (kind === 'evidence') return texts.join('; ');
  if (kind === 'list') {
    return (schema['x-reference'] ? texts.map((id) => names.label(id) ?? id) : texts).join(', ');
  }
  const unit = schema['x-currency'];
  if (unit !== undefined) {
    const currency = record[unit] as string | null;
    const sign = currency === null ? '' : (findWrittenSign(record) ?? getCurrencySign(currency));
    return `${sign}${formatNumber(Number(text))}`;
  }
  return schema['x-reference'] ? names.label(text) : text;
}

/** Formats a field as a cell; a missing value reads `none` or `not stated`. */
export function readCell(record: AnyRecord, field: Field, names: Names): Cell {
  if (!hasField(record, field)) return { text: '–', missing: true };
  const text = formatField(record, field, names);
  if (text === undefined) {
    // A list of items that are not stated, such as the names of unnamed leaders, is not empty.
    const items = field.path ? followPath(record, field.path, names) : [];
    const isEmpty = Array.isArray(readValue(record, field, names)) && !items.includes(null);
    return { text: isEmpty ? none : (field.schema['x-missing'] ?? notStated), missing: true };
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
      hasFreeItems: field.path !== undefined,
    })),
    records,
    value: (record, name) => readValue(record, assertDefined(byName.get(name)), names),
    read: (record, name) => {
      const field = assertDefined(byName.get(name));
      const cell = readCell(record, field, names);
      const { substitute } = field;
      if (!cell.missing || !substitute || field.path || byName.has(substitute.name)) return cell;
      const other = readCell(record, substitute, names);
      if (other.missing) return cell;
      // Unlike the wording of a date, other text in the column would be taken for what the heading says.
      const isOther = substitute.schema['x-check'] === 'prose';
      return isOther ? { ...other, text: `${substitute.name}: ${other.text}` } : other;
    },
  };
}

/** Returns a record in one line: the summary fields of its collection, without missing values. */
export function summarise({ collection, record }: Entry, names: Names): string {
  const { summary } = describeCollection(collection);
  return getFields(collection)
    .filter(({ name }) => summary.includes(name))
    .map((field) => readCell(record, field, names))
    .filter(({ missing }) => !missing)
    .map(({ text }) => text)
    .join(' · ');
}
