import { expect, test } from 'vitest';
import {
  findQuotations,
  removeQuotations,
  splitSentences,
} from '../../../src/evidence/article/sentences.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const splitTexts = (paragraph: string) =>
  splitSentences(paragraph, segmenter).map(({ text }) => text);

test('gives sentences their offsets, without the spaces around them', () => {
  expect(splitSentences('  One is here. Two!  ', segmenter)).toEqual([
    { text: 'One is here.', from: 2, to: 14 },
    { text: 'Two!', from: 15, to: 19 },
  ]);
  expect(splitTexts(' \n ')).toEqual([]);
  expect(splitTexts('one is here. Two!')).toEqual(['one is here.', 'Two!']);
});

test.each([
  ['George W. Bush went. He came back.', ['George W. Bush went.', 'He came back.']],
  ['The U.S. Navy went. It came back.', ['The U.S. Navy went.', 'It came back.']],
  ['Mr. Ortiz went. Dr. Li stayed.', ['Mr. Ortiz went.', 'Dr. Li stayed.']],
  ['On Feb. 9 (Boat News) it left. It is back.', ['On Feb. 9 (Boat News) it left.', 'It is back.']],
  ['1. Boats left. They are back.', ['1. Boats left.', 'They are back.']],
  ['(12) Boats left in 2030. It rained.', ['(12) Boats left in 2030.', 'It rained.']],
  ['“Go!” she said. “Now.”', ['“Go!” she said.', '“Now.”']],
  ['(J. Smith) left. A. Jones too.', ['(J. Smith) left.', 'A. Jones too.']],
])('does not end a sentence where it only looks like an end: %s', (paragraph, sentences) => {
  expect(splitTexts(paragraph)).toEqual(sentences);
});

test('splits a long paragraph into its sentences, even very long ones', () => {
  const long = `A ${'word '.repeat(2_500)}ends.`;
  const sentences = [...Array.from({ length: 500 }, (_, at) => `Sentence ${at} is here.`), long];
  expect(splitTexts([...sentences, ...sentences].join(' '))).toEqual([...sentences, ...sentences]);
});

test.each([
  ['a “b” c', ['b']],
  ['a „b“ c «d» e »f« g "h" i ″j″', ['b', 'd', 'f', 'h', 'j']],
  ['a ‘b’ c', ['b']],
  ['the crew’s ‘old’ boat’s', ['old']],
  ["'a b' c", ['a b']],
  ["the crew's 'old' boat's ('it doesn't go')", ['old', "it doesn't go"]],
  ["'Go,' she said, 'now.'", ['Go', 'now']],
  ["the leaders' talks on the states' borders", []],
  ["the 'old boats", []],
  ["rock 'n' roll in the '90s and '00s' boats, 5' or 6' long, x'y'", []],
  ['“ b, ” “c.” “d...” “e;”', ['b', 'c', 'd', 'e']],
  ['“so.,”', ['so']],
  ['“” “ ” “!”', []],
  ['“b that goes on', ['b that goes on']],
  ['“7”', ['7']],
])('finds in %j the quotations %j', (text, words) => {
  expect(findQuotations(text).map((one) => one.words)).toEqual(words);
});

test('gives a quotation its offsets, including the marks', () => {
  expect(findQuotations('a “b” c')).toEqual([{ words: 'b', from: 2, to: 5, end: 4 }]);
});

test('replaces each quotation by a space', () => {
  expect(removeQuotations('a “b” c «d» e')).toBe('a   c   e');
  expect(removeQuotations('a b')).toBe('a b');
  expect(removeQuotations('a “…” b')).toBe('a “…” b');
});
