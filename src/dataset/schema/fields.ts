import type { AnyRecord } from '../../model/record.ts';
import { memoise } from '../../text/memoise.ts';
import type { FieldSchema, RecordSchema } from './field-schema.ts';
import { patterns } from './patterns.ts';

export type Kind = 'text' | 'number' | 'date' | 'list' | 'evidence';

/** Field of a record, with its schema and the kind of its values. */
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

/** Returns the display name of the record with an id; undefined if it has none. */
export type Label = (id: string) => string | undefined;

/** Names of records: for display, and to match what the user types. */
export interface Names {
  readonly label: Label;
  readonly lookup: { readonly record: (id: string) => AnyRecord | undefined };
  readonly getNames: (id: string) => readonly string[];
  /** Returns the text, and if it is the name of a record, the aliases of that record. */
  readonly getAliases: (text: string) => readonly string[];
  /** Checks whether two ids are the same, or `from` leads to `to` by references. */
  readonly leadsTo: (from: string, to: string) => boolean;
}

/** Lists the fields of a schema, in its order. */
export const listFields = memoise((schema: RecordSchema): readonly Field[] =>
  Object.entries(schema.properties).map(([name, field]) => ({
    name,
    kind: detectKind(name, field),
    schema: field,
  })),
);
