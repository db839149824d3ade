import { expect, test } from 'vitest';
import { normalise } from '../../../src/evidence/article/normalise.ts';
import { guessLanguage, openLexicon } from '../../../src/evidence/language/lexicon.ts';

test('knows the endings of English words only', () => {
  expect(openLexicon('en').stem('railways')).toBe(openLexicon('en-GB').stem('railway'));
  expect(openLexicon('fr').stem('ministres')).toBe('ministres');
});

test('normalises a word of another language and leaves its ending', () => {
  expect(openLexicon('de').stem('Häfen')).toBe(normalise('häfen'));
});

test('recognises a country as a name at the beginning of a sentence too', () => {
  expect(openLexicon('en').findNames('Japan left. Boats came.')).toEqual(['Japan']);
});

test('recognises any word for a country at the beginning of a sentence, but no other word', () => {
  const { findNames } = openLexicon('en');
  expect(findNames('Turkey left.')).toEqual(['Turkey']);
  expect(findNames('Japanese boats came.')).toEqual(['Japanese']);
  expect(findNames('Us they saw.')).toEqual([]);
});

test('treats an unknown language as English', () => {
  for (const tag of ['qx', 'no tag at all'])
    expect(openLexicon(tag).stem('railways')).toBe('railway');
});

test('guesses English for a text without words', () => {
  expect(guessLanguage('2023: 1 + 1')).toBe('en');
});

test('recognises names by their capitals, except in a language that capitalises all nouns', () => {
  expect(openLexicon('en-GB').findNames('They sold boats to Ana')).toEqual(['Ana']);
  expect(openLexicon('de-AT').findNames('They sold boats to Ana')).toEqual([]);
  expect(openLexicon('en').findNames('They sold iPhones to Ana')).toEqual(['Ana']);
});
