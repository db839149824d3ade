import type { Static } from 'typebox';
import type { Meaning } from '../../contracts/verification-target.ts';
import { patterns } from './patterns.ts';

/** How the value of a field is looked for in the article (see Expectation in verification-target.ts). */
export type Check =
  | 'phrase'
  | 'quotation'
  | 'words'
  | 'date'
  | 'amount'
  | 'currency'
  | 'prose'
  | 'statement'
  | 'question'
  | 'reference';

/**
 * One field, as a JSON Schema (2020-12) with annotations of our own: `x-reference` names the collection
 * that the ids are of (`any` for whatever one), `x-check` how the value is verified, `x-currency` and
 * `x-written` the fields with an amount's unit and with the amount word for word, `x-means` what a choice
 * says of the passages, `x-until` the field with the last of the days that begin with this one.
 */
export interface FieldSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | null)[];
  readonly pattern?: string;
  readonly items?: { readonly type: string; readonly pattern?: string };
  readonly minItems?: number;
  readonly examples?: readonly string[];
  readonly description: string;
  readonly 'x-reference'?: string;
  readonly 'x-check'?: Check;
  readonly 'x-currency'?: string;
  readonly 'x-written'?: string;
  readonly 'x-means'?: Means;
  readonly 'x-until'?: string;
}

/** What the words of a choice say of the passages of their record. */
export type Means = Readonly<Record<string, Meaning>>;

export type Fields = Readonly<Record<string, FieldSchema>>;

/** A record's JSON Schema: an object with just these fields. */
export interface RecordSchema<F = Fields> {
  readonly type: 'object';
  readonly description: string;
  readonly properties: F;
  readonly required: readonly string[];
  readonly additionalProperties: false;
}

/** The TypeScript type of the records that a schema describes. */
export type RecordOf<S> =
  S extends RecordSchema<infer F>
    ? { readonly [K in keyof F]: Readonly<Static<F[K] & {}>> }
    : never;

/** Whether the article may be silent on a field: it may be null. */
export const isNullable = ({ type, enum: choices }: FieldSchema): boolean =>
  [type].flat().includes('null') || choices?.includes(null) === true;

/** The words of which one may stand in a field; undefined where it takes any. */
export const listChoices = (schema: FieldSchema): readonly string[] | undefined =>
  schema.enum?.filter((word) => word !== null);

/** Whether a field may hold an empty list. */
const mayBeEmpty = ({ type, minItems = 0 }: FieldSchema): boolean =>
  type === 'array' && minItems === 0;

/**
 * The schema of a record with these fields, in this order. What may be null or an empty list may be left
 * out of a file; the records of a dataset have it all the same.
 */
export const record = <F extends Fields>(description: string, properties: F): RecordSchema<F> => ({
  type: 'object',
  description,
  properties,
  required: Object.entries(properties)
    .filter(([, field]) => !isNullable(field) && !mayBeEmpty(field))
    .map(([name]) => name),
  additionalProperties: false,
});

export const id = (description: string) =>
  ({ type: 'string', pattern: patterns.id.source, description }) as const;

/** Text, verified in one of the ways of Check or, without one, not at all. */
export const text = (description: string, check?: Check) =>
  ({ type: 'string', minLength: 1, description, ...(check && { 'x-check': check }) }) as const;

/** A day (ISO 8601), or the month or the year where no more is known. */
export const day = (description: string) =>
  ({ type: 'string', pattern: patterns.day.source, description, 'x-check': 'date' }) as const;

/** An upper-case code: two letters for ISO 3166-1 alpha-2, three for ISO 4217. */
export const code = (kind: 'twoLetters' | 'threeLetters', description: string, check?: Check) =>
  ({
    type: 'string',
    pattern: patterns[kind].source,
    description,
    ...(check && { 'x-check': check }),
  }) as const;

/** One of some words; of some it is told what they say of the passages. */
export const choice = <const V extends readonly string[]>(
  description: string,
  values: V,
  means?: Partial<Record<V[number], Meaning>>,
) => ({ enum: values, description, ...(means && { 'x-means': means as Means }) }) as const;

/** One of some words, or null. */
export const choiceOrNull = <const V extends readonly string[]>(
  description: string,
  values: V,
  means?: Partial<Record<V[number], Meaning>>,
) => ({ ...choice(description, values, means), enum: [...values, null] }) as const;

export const list = (description: string, check: Check) =>
  ({
    type: 'array',
    items: { type: 'string', pattern: patterns.item.source },
    uniqueItems: true,
    description,
    'x-check': check,
  }) as const;

/** Stands in `x-reference` for whatever collection. */
export const anyCollection = 'any';

/** The id of a record in another collection. */
export const reference = (collection: string, description: string, check?: Check) =>
  ({ ...id(description), 'x-reference': collection, ...(check && { 'x-check': check }) }) as const;

export const references = (collection: string, description: string, check?: Check) =>
  ({
    type: 'array',
    items: { type: 'string', pattern: patterns.id.source },
    uniqueItems: true,
    description,
    'x-reference': collection,
    ...(check && { 'x-check': check }),
  }) as const;

/** The largest number that readers of JSON do not round (RFC 8259, section 6). */
const maximum = Number.MAX_SAFE_INTEGER;

/** A number of units of a currency; its code and its wording stand in the fields named. */
export const amount = (description: string, currency: string, written: string) =>
  ({
    type: 'number',
    minimum: 0,
    maximum,
    description,
    'x-currency': currency,
    'x-written': written,
    'x-check': 'amount',
  }) as const;

/** The same schema where the article may be silent. */
export const orNull = <const S extends { readonly type: string }>(schema: S) =>
  ({ ...schema, type: [schema.type, 'null'] }) as Omit<S, 'type'> & {
    readonly type: readonly [S['type'], 'null'];
  };

const anchor = {
  type: 'object',
  description: 'A passage of the article, after the URL text-fragment rule (text=start,end).',
  properties: {
    paragraph: {
      type: 'integer',
      minimum: 1,
      maximum,
      description: 'Non-empty blocks of the text, counted from 1; a hint.',
    },
    start: {
      type: 'string',
      pattern: patterns.start.source,
      description: 'The first 1 to 6 words, as the article has them.',
    },
    end: {
      type: 'string',
      pattern: patterns.end.source,
      description: 'The last 1 to 4 words of the passage; left out where start is all of it.',
    },
  },
  required: ['paragraph', 'start'],
  additionalProperties: false,
} as const;

/** The places in the article that bear a record out, at least so many of them. */
export const evidence = (least: 0 | 1) =>
  ({
    type: 'array',
    items: anchor,
    minItems: least,
    description: 'The passages of the article that support this.',
  }) as const;
