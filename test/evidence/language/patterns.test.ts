import { expect, test } from 'vitest';
import { buildWordSource } from '../../../src/evidence/language/patterns.ts';
import { findAll, toText } from '../../../src/evidence/warnings/rule.ts';

const pattern = new RegExp(buildWordSource(['café', 'été', 'да']), 'u');

test.each([
  ['Le café ouvre.', ['café']],
  ['L’été, au café', ['été', 'café']],
  ['да, да', ['да', 'да']],
  ['cafés, étés, étéà, décafé, дать, café2', []],
  ['cafe, cafe\u0323', []],
])('finds whole words in any script: %s', (text, words) => {
  expect(findAll([toText(text)], pattern)).toEqual(words.map((word) => word.normalize('NFD')));
});
