import { expect, it } from 'vitest';
import type { ComparedPair } from '../../../src/dataset/query/compare.ts';
import { findAnswers } from '../../../src/dataset/query/gap-answers.ts';

const pair = {
  here: { id: 'dam', date: null, amount: 5, place: null },
  there: { id: 'dam-deal', date: '2031-05-03', amount: 6, place: null },
  fields: ['date', 'amount', 'place'].map((name) => ({ field: { name } })),
} as unknown as ComparedPair;

const question = 'When and where was the dam agreed, and how much does it cost?';

it.each([
  ['here', 'dam', 'unstated', ['date']],
  ['here', 'dam', 'conflicting', []],
  ['here', 'bridge', 'unstated', []],
  ['there', 'dam-deal', 'unstated', []],
] as const)(
  'a gap %s about %s that is %s is answered by the fields %j',
  (side, id, kind, fields) => {
    const answers = findAnswers([{ id: 'when', question, kind, about: [id] }], side, [pair]);
    expect(answers.map(({ field }) => field.name)).toEqual(fields);
  },
);
