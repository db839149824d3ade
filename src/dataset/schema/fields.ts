import type { AnyRecord } from '../../contracts/listing.ts';
import { memoise } from '../../text/memoise.ts';
import type { FieldSchema, RecordSchema } from './field-schema.ts';
import { patterns } from './patterns.ts';

export type Kind = 'text' | 'number' | 'date' | 'list' | 'evidence';

/** What listings, selection and verification need to know of a field. */
export interface Field {
  readonly name: string;
  readonly kind: Kind;
  readonly schema: FieldSchema;
}

function detectKind(name: string, schema: FieldSchema): Kind {
  if (name === 'evidence') return 'evidence';
  if (schema.pattern === patterns.day.source) return 'date';
  const types = [schema.type].flat();
  if (types.includes('array')) return 'list';
  return types.includes('number') || types.includes('integer') ? 'number' : 'text';
}

/** How an id reads: the name of its record; undefined where the record has none. */
export type Label = (id: string) => string | undefined;

/** How records are called: how an id reads, and all that it may be asked for by. */
export interface Names {
  readonly label: Label;
  readonly lookup: { readonly record: (id: string) => AnyRecord | undefined };
  readonly getNames: (id: string) => readonly string[];
  /** A text, and if it is the name of a record, what else this is called. */
  readonly getAliases: (text: string) => readonly string[];
  /** Checks whether what is about one record is about another: it is the same, or leads to it by references. */
  readonly leadsTo: (from: string, to: string) => boolean;
}

/** The fields of a schema, in its order. */
export const listFields = memoise((schema: RecordSchema): readonly Field[] =>
  Object.entries(schema.properties).map(([name, field]) => ({
    name,
    kind: detectKind(name, field),
    schema: field,
  })),
);
