import { expect, it } from 'vitest';
import type { AssertedRecord, Assertion } from '../../../src/model/assertion.ts';
import { anchor, article, prose, target } from '../text.ts';
import { listWarnings } from './list-warnings.ts';

const text = article(
  'On 3 June the two towns signed a deal worth $5 in Port Quay, Ana Ortiz said.',
);

const createPhrase = (field: string, value: string): Assertion => {
  return { field, value, kind: 'phrase', spellings: [value] };
};
const deal: AssertedRecord = {
  ...target('deal', [anchor(1, 'On 3 June', 'said')]),
  collection: 'deals',
  assertions: [
    { field: 'date', value: '2023-06-03', kind: 'date', years: ['2023'] },
    createPhrase('amountAsWritten', '$5'),
    createPhrase('place', 'Port Quay'),
    createPhrase('attribution', 'Ana Ortiz'),
  ],
};
const createGap = (question: string, about: readonly string[] = ['deal']): AssertedRecord => ({
  ...target('gap', []),
  assertions: [{ ...prose(question), purpose: 'question', field: 'question' }],
  about,
});
const listAnswers = (...records: readonly AssertedRecord[]) =>
  listWarnings(text, ...records).filter((line) => line.startsWith('gap question answer:'));

it.each([
  ['When was it signed?', 'date: 2023-06-03'],
  ['On which day was it signed?', 'date: 2023-06-03'],
  ['How much is it worth?', 'amountAsWritten: $5'],
  ['Where was it signed?', 'place: Port Quay'],
  ['Who said so?', 'attribution: Ana Ortiz'],
])('questions a gap that the record answers: %s', (question, answer) => {
  expect(listAnswers(deal, createGap(question))).toEqual([
    `gap question answer: is answered by deal, ${answer}`,
  ]);
});

it.each([
  'What office does Ortiz hold?',
  'Who met there?',
  'Had it been agreed when it was signed?',
  'Why was it signed?',
  'What is a dollar worth?',
  'What does the harbour cost in total?',
])('accepts a gap that the record does not answer: %s', (question) => {
  expect(listAnswers(deal, createGap(question))).toEqual([]);
});

it('accepts a gap about the summit, a conflict, a month, or a record without such a field', () => {
  const question = 'When was it signed?';
  expect(listAnswers({ ...deal, collection: 'summit' }, createGap(question))).toEqual([]);
  const choices = [{ field: 'kind', value: 'conflicting', meaning: 'conflict' }] as const;
  expect(listAnswers(deal, { ...createGap(question), choices })).toEqual([]);
  const [date, ...rest] = deal.assertions;
  const month = { ...date, value: '2023-06' } as Assertion;
  expect(listAnswers({ ...deal, assertions: [month, ...rest] }, createGap(question))).toEqual([]);
  expect(listAnswers(deal, target('other', []), createGap(question, ['deal', 'other']))).toEqual(
    [],
  );
  expect(listAnswers(deal, createGap(question, []))).toEqual([]);
});

it.each([
  'How much is the deal of the towns worth?',
  'When did both towns sign the deal?',
  'When does Ortiz sign the deal?',
  'On which day was the deal of the two towns signed?',
])('questions a gap that a sentence with all of its words answers: %s', (question) => {
  expect(listAnswers(createGap(question, []))).toEqual(['gap question answer: is answered in ¶1']);
});

it.each(['When?', 'How many towns opposed the deal?', 'When did Ben Adler sign the deal?'])(
  'accepts a gap of which no sentence has all words: %s',
  (question) => {
    expect(listAnswers(createGap(question, []))).toEqual([]);
  },
);
