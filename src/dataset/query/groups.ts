import { none } from '../../model/listing.ts';
import type { AnyRecord } from '../../model/record.ts';
import type { Field } from '../schema/fields.ts';
import { hasField, readTexts } from './read.ts';
import type { Names } from './record-index.ts';

/** Field with the number of records in a group. */
const count: Field = {
  name: 'records',
  kind: 'number',
  schema: { type: 'integer', description: 'Number of records.' },
};

/**
 * Groups records by the value of a field, the most frequent value first. A record counts for each item of a list, and for
 * null if the value is not stated.
 * @returns the groups as records with two fields: the value, and the number of records
 */
export function groupRecords(records: readonly AnyRecord[], field: Field, names: Names) {
  const counts = new Map<string | null, number>();
  for (const record of records.filter((one) => hasField(one, field))) {
    const texts = readTexts(record, field, names);
    for (const text of texts.length > 0 ? new Set(texts) : [null]) {
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  const { name, kind, schema } = field;
  const isNumber = kind === 'number';
  const key: Field = {
    name,
    kind: isNumber || kind === 'date' ? kind : 'text',
    schema: {
      description: schema.description,
      'x-reference': schema['x-reference'],
      'x-missing': kind === 'list' ? none : schema['x-missing'],
    },
  };
  const groups = [...counts].map(([text, number]): AnyRecord => {
    const value = text !== null && isNumber ? Number(text) : text;
    return { id: text ?? '', [name]: value, [count.name]: number };
  });
  return {
    fields: [key, count],
    records: groups.sort((left, right) => Number(right[count.name]) - Number(left[count.name])),
  };
}
