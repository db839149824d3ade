import { expect, it } from 'vitest';
import * as schema from '../../../src/dataset/schema/fields.ts';
import { listFields } from '../../../src/dataset/schema/fields.ts';

it('derives the kind of a field from its schema', () => {
  const record = schema.record('A record of every sort of field.', {
    id: schema.id('The id.'),
    words: schema.text('Some words.'),
    maybe: schema.orNull(schema.text('Some words, or none.')),
    choice: schema.choice('One of two.', ['a', 'b']),
    day: schema.orNull(schema.day('A day.')),
    amount: { type: ['number', 'null'], description: 'So much.' },
    paragraph: { type: 'integer', description: 'A number.' },
    names: schema.textList('Some names.', 'words'),
    evidence: schema.evidence(0),
  });
  expect(record).toMatchObject({
    type: 'object',
    description: 'A record of every sort of field.',
    required: ['id', 'words', 'choice', 'paragraph'],
    additionalProperties: false,
  });
  const withEvidence = schema.record('A record that needs a passage.', {
    evidence: schema.evidence(1),
  });
  expect(withEvidence.required).toEqual(['evidence']);
  expect(Object.fromEntries(listFields(record).map(({ name, kind }) => [name, kind]))).toEqual({
    id: 'text',
    words: 'text',
    maybe: 'text',
    choice: 'text',
    day: 'date',
    amount: 'number',
    paragraph: 'number',
    names: 'list',
    evidence: 'evidence',
  });
});
