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

/** Lists the fields of a schema, in its order. */
export const listFields = memoise((schema: RecordSchema): readonly Field[] =>
  Object.entries(schema.properties).map(([name, field]) => ({
    name,
    kind: detectKind(name, field),
    schema: field,
  })),
);
