import type { Static } from 'typebox';
import type { Assertion } from '../../model/assertion.ts';
import type { Meaning } from '../../model/vocabulary.ts';
import { memoise } from '../../text/memoise.ts';

/** Pattern (ECMA-262), and its description for one text and for several. */
export interface Pattern {
  readonly source: string;
  readonly one: string;
  readonly several?: string;
}

export const patterns = {
  /** Kebab-case: lower-case letters and digits, joined by single hyphens. */
  id: {
    source: '^(?!.*--)[a-z0-9]([a-z0-9-]*[a-z0-9])?$',
    one: 'an id in kebab-case',
    several: 'ids in kebab-case',
  },
  /** Text without `;`, which joins the items of a list in CSV and TSV. */
  item: { source: '^[^;]+$', one: 'text without ;', several: 'texts without ;' },
  /** ISO 8601, as precise as is known: a year, a month or a day. */
  day: {
    source: '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$',
    one: 'a day (2023-05-18, 2023-05 or 2023)',
  },
  twoLetters: { source: '^[A-Z]{2}$', one: 'two capital letters' },
  threeLetters: { source: '^[A-Z]{3}$', one: 'three capital letters' },
  start: { source: '^\\s*\\S+(\\s+\\S+){0,5}\\s*$', one: '1 to 6 words' },
  end: { source: '^\\s*\\S+(\\s+\\S+){0,3}\\s*$', one: '1 to 4 words' },
} as const satisfies Readonly<Record<string, Pattern>>;

/** Check of a field's value against the article (see Assertion in model/assertion.ts). */
type FieldCheck = Assertion['kind'] | 'statement' | 'question' | 'reference';

/** JSON Schema (2020-12) of one field, with our own annotations in `x-…`. */
export interface FieldSchema {
  readonly type?: string | readonly string[] | undefined;
  readonly enum?: readonly (string | null)[] | undefined;
  readonly pattern?: string | undefined;
  readonly items?: { readonly type: string; readonly pattern?: string } | undefined;
  readonly minItems?: number;
  readonly examples?: readonly string[];
  readonly description: string;
  /** Collection that the ids refer to, or `any`. */
  readonly 'x-reference'?: string | undefined;
  /** Check against the article; without it, the field is not verified. */
  readonly 'x-check'?: FieldCheck | undefined;
  /** Field with the currency of an amount. */
  readonly 'x-currency'?: string;
  /** Field with the wording of an amount. */
  readonly 'x-written'?: string;
  /** Meaning of each choice for the passages of its record. */
  readonly 'x-means'?: Readonly<Record<string, Meaning | undefined>> | undefined;
  /** Field shown to people instead if this one is not stated. */
  readonly 'x-substitute'?: string;
  /** Text shown to people for null, if the article need not state the value. */
  readonly 'x-missing'?: string | undefined;
  /** Field with the last day of a period that starts in this field. */
  readonly 'x-until'?: string | undefined;
}

export type Fields = Readonly<Record<string, FieldSchema>>;

/** JSON Schema of a record: an object with no other fields than these. */
export interface RecordSchema<F = Fields> {
  readonly type: 'object';
  readonly description: string;
  readonly properties: F;
  readonly required: readonly string[];
  readonly additionalProperties: false;
}

/** TypeScript type of the records that a schema describes. */
export type RecordOf<S> =
  S extends RecordSchema<infer F>
    ? { readonly [K in keyof F]: Readonly<Static<F[K] & {}>> }
    : never;

type Kind = 'text' | 'number' | 'date' | 'list' | 'evidence';

/** Field of a record, with its schema and the kind of its values. */
export interface Field {
  readonly name: string;
  readonly kind: Kind;
  readonly schema: FieldSchema;
  /** Fields on a dotted path: a reference, then a field of the records that it refers to. */
  readonly path?: readonly [by: Field, then: Field];
  /** Field shown to people instead if this one is not stated. */
  readonly substitute?: Field | undefined;
}

/** Checks whether a field may have a value of a type of JSON Schema. */
export const hasType = ({ type }: FieldSchema, name: string): boolean =>
  [type].flat().includes(name);

function detectKind(name: string, schema: FieldSchema): Kind {
  if (name === 'evidence') return 'evidence';
  if (schema.pattern === patterns.day.source) return 'date';
  if (hasType(schema, 'array')) return 'list';
  return hasType(schema, 'number') || hasType(schema, 'integer') ? 'number' : 'text';
}

/** Lists the fields of a schema, in its order. */
export const listFields = memoise(({ properties }: RecordSchema): readonly Field[] => {
  const fields = Object.entries(properties).map(([name, schema]) => {
    return { name, kind: detectKind(name, schema), schema };
  });
  return fields.map((field) => {
    const substitute = field.schema['x-substitute'];
    return substitute
      ? { ...field, substitute: fields.find(({ name }) => name === substitute) }
      : field;
  });
});

/** Checks whether a field may be null, for what the article does not state. */
export const isNullable = (schema: FieldSchema): boolean =>
  hasType(schema, 'null') || schema.enum?.includes(null) === true;

/** Returns the words that a field may have, without null; undefined if it takes any text. */
export const listChoices = (schema: FieldSchema): readonly string[] | undefined =>
  schema.enum?.filter((word) => word !== null);

/** Builds the schema of a record. A file may leave out a field that can be null or an empty list. */
export const record = <F extends Fields>(description: string, properties: F): RecordSchema<F> => ({
  type: 'object',
  description,
  properties,
  required: Object.entries(properties)
    .filter(([, field]) => !isNullable(field) && (field.type !== 'array' || field.minItems))
    .map(([name]) => name),
  additionalProperties: false,
});

export const text = (description: string, check?: FieldCheck) =>
  ({ type: 'string', minLength: 1, description, 'x-check': check }) as const;

/** Builds the schema of a text with a pattern, such as a code. */
export const code = (pattern: keyof typeof patterns, description: string, check?: FieldCheck) =>
  ({ type: 'string', pattern: patterns[pattern].source, description, 'x-check': check }) as const;

export const id = (description: string) => code('id', description);

/** Builds the schema of a day (ISO 8601), or of a month or year if no more is known. */
export const day = (description: string) => code('day', description, 'date');

/** Builds the schema of a choice between words, or null. `means` says what some of them mean for the passages. */
export const choice = <const V extends readonly (string | null)[]>(
  description: string,
  values: V,
  means?: { readonly [W in V[number] & string]?: Meaning },
) => ({ enum: values, description, 'x-means': means }) as const;

/** Value of `x-reference` for a record of any collection. */
export const anyCollection = 'any';

/** Builds the schema of the id of a record. The article has to name a record of a certain collection. */
export const reference = (collection: string, description: string) =>
  ({
    type: 'string',
    pattern: patterns.id.source,
    description,
    'x-reference': collection,
    'x-check': collection === anyCollection ? undefined : 'reference',
  }) as const;

/** Turns the schema of a text into that of a list of such texts, all different. */
export const array = <S extends { readonly type: 'string'; readonly pattern: string }>({
  type,
  pattern,
  ...annotations
}: S) => ({ type: 'array', items: { type, pattern }, uniqueItems: true, ...annotations }) as const;

export const textList = (description: string, check: FieldCheck) =>
  array(code('item', description, check));

/** Makes a schema nullable, for what the article may not state. */
export const orNull = <const S extends { readonly type: string }>(schema: S) =>
  ({ ...schema, type: [schema.type, 'null'] }) as Omit<S, 'type'> & {
    readonly type: readonly [S['type'], 'null'];
  };

/** Largest integer that readers of JSON do not round (RFC 8259, section 6). */
export const maximum = Number.MAX_SAFE_INTEGER;

const anchor = {
  type: 'object',
  description: 'A passage of the article, after the URL text-fragment rule (text=start,end).',
  properties: {
    paragraph: {
      type: 'integer',
      minimum: 1,
      maximum,
      description: 'Paragraph number, counting non-empty blocks of the text from 1; a hint.',
    },
    start: code('start', 'The first 1 to 6 words, as the article has them.'),
    end: code(
      'end',
      'The last 1 to 4 words of the passage; omitted if start is the whole passage.',
    ),
  },
  required: ['paragraph', 'start'],
  additionalProperties: false,
} as const;

/** Builds the schema of a record's evidence, with a minimum number of anchors. */
export const evidence = (minItems: 0 | 1) =>
  ({ type: 'array', items: anchor, minItems, description: 'Supporting passages.' }) as const;
