import type { FieldShape, RecordShape } from './shape.ts';

export type Kind = 'text' | 'number' | 'date' | 'list' | 'evidence';

/** What listings, selection and verification need to know of a field. */
export interface Field {
  readonly name: string;
  readonly kind: Kind;
  readonly shape: FieldShape;
}

function kindOf(name: string, shape: FieldShape): Kind {
  if (name === 'evidence') return 'evidence';
  if (shape.format === 'date') return 'date';
  const types = [shape.type].flat();
  if (types.includes('array')) return 'list';
  return types.includes('number') || types.includes('integer') ? 'number' : 'text';
}

/** How an id reads: the name of its record; undefined where the record has none. */
export type Label = (id: string) => string | undefined;

/** How records are called: how an id reads, and all that it may be asked for by. */
export interface Names {
  readonly label: Label;
  readonly calls: (id: string) => readonly string[];
}

/** The fields of a shape, in its order. */
export function fieldsOf(shape: RecordShape): readonly Field[] {
  return Object.entries(shape.properties).map(([name, field]) => ({
    name,
    kind: kindOf(name, field),
    shape: field,
  }));
}
