import { expect, it } from 'vitest';
import type { AssertedRecord, Assertion } from '../../../src/model/assertion.ts';
import { anchor, article, prose, target } from '../text.ts';
import { listWarnings } from './list-warnings.ts';

const text = article(
  'On 3 June the two towns signed a deal worth $5 in Port Quay, Ana Ortiz said.',
);

const phrase = (field: string, value: string): Assertion => {
  return { field, value, kind: 'phrase', spellings: [value] };
};
const deal: AssertedRecord = {
  ...target('deal', [anchor(1, 'On 3 June', 'said')]),
  collection: 'deals',
  assertions: [
    { field: 'date', value: '2023-06-03', kind: 'date', years: ['2023'] },
    phrase('amountAsWritten', '$5'),
    phrase('place', 'Port Quay'),
    phrase('attribution', 'Ana Ortiz'),
  ],
};
const gap = (question: string, about: readonly string[] = ['deal']): AssertedRecord => ({
  ...target('gap', []),
  assertions: [{ ...prose(question), purpose: 'question', field: 'question' }],
  about,
});
const listAnswers = (...records: readonly AssertedRecord[]) =>
  listWarnings(text, ...records).filter((line) => line.startsWith('gap'));

it.each([
  ['When was it signed?', 'date: 2023-06-03'],
  ['On which day was it signed?', 'date: 2023-06-03'],
  ['How much is it worth?', 'amountAsWritten: $5'],
  ['Where was it signed?', 'place: Port Quay'],
  ['Who said so?', 'attribution: Ana Ortiz'],
])('a question that the record answers is none: %s', (question, answer) => {
  expect(listAnswers(deal, gap(question))).toEqual([
    `gap question answer: is answered by deal, ${answer}`,
  ]);
});

it.each([
  'What office does Ortiz hold?',
  'Who met there?',
  'Had it been agreed when it was signed?',
  'Why was it signed?',
  'What is a dollar worth?',
])('a question that it does not answer is one: %s', (question) => {
  expect(listAnswers(deal, gap(question))).toEqual([]);
});

it('a question is open if it is about the summit, a conflict, a month, or what has no such field', () => {
  const question = 'When was it signed?';
  expect(listAnswers({ ...deal, collection: 'summit' }, gap(question))).toEqual([]);
  const choices = [{ field: 'kind', value: 'conflicting', meaning: 'conflict' }] as const;
  expect(listAnswers(deal, { ...gap(question), choices })).not.toContain('answer');
  const [date, ...rest] = deal.assertions;
  const month = { ...date, value: '2023-06' } as Assertion;
  expect(listAnswers({ ...deal, assertions: [month, ...rest] }, gap(question))).toEqual([]);
  expect(listAnswers(deal, target('other', []), gap(question, ['deal', 'other']))).toEqual([]);
  expect(listAnswers(deal, gap(question, []))).toEqual([]);
});
