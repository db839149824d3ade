import { expect, test } from 'vitest';
import { findNames, guessLanguage, openLexicon } from '../../../src/evidence/language/lexicon.ts';

test('only of English words are the endings known', () => {
  expect(openLexicon('en').stem('railways')).toBe(openLexicon('en-GB').stem('railway'));
  expect(openLexicon('fr').stem('ministres')).toBe('ministres');
});

test('a word of another language has its own form alone', () => {
  expect(openLexicon('de').stem('häfen')).toBe('häfen');
});

test('a country is a name where a sentence begins too', () => {
  expect(openLexicon('en').names('Japan left. Boats came.')).toEqual(['Japan']);
});

test('a language that is not known is read as English', () => {
  for (const tag of ['qx', 'no tag at all'])
    expect(openLexicon(tag).stem('railways')).toBe('railway');
});

test('a text without words is taken for English', () => {
  expect(guessLanguage('2023: 1 + 1')).toBe('en');
});

test('a name begins with a capital, in a language whose other nouns do not', () => {
  expect(findNames('They sold boats to Ana', 'en-GB')).toEqual(['Ana']);
  expect(findNames('They sold boats to Ana', 'de-AT')).toEqual([]);
  expect(findNames('They sold iPhones to Ana', 'en')).toEqual(['Ana']);
});
