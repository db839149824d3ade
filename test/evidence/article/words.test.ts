import { expect, test } from 'vitest';
import { indexArticle, listParagraphPassages } from '../../../src/evidence/article/word-index.ts';
import { findContentWords, findWhole } from '../../../src/evidence/article/words.ts';
import { article } from '../text.ts';

test.each([
  ['two boats', 'boats', 4],
  ['two boats𐐀', 'two boats', -1],
  ['𐐀two boats', 'two boats', -1],
  ['𐐀two two', 'two', 6],
  ['\udc00two', 'two', 1],
  ['two\ud801', 'two', 0],
  ['boats boat', 'boat', 6],
  ['a cafe\u0301', 'a cafe', -1],
  ['it cost 1.6', '6', -1],
  ['it cost 1,200', '1', -1],
  ['in 1, 6', '6', 6],
  ['1 600.5', '1', 0],
  [' Ａb', 'b', -1],
  ['b𐀀', '𐀀', -1],
  ['𝟿b', 'b', -1],
  ['part .6', '6', 6],
  ['two', '', -1],
])('in %j, the whole words %j begin at %i', (text, needle, index) => {
  expect(findWhole(text, needle)).toBe(index);
});

test('content words are long words, numbers and names', () => {
  expect(findContentWords('The EU and its 27 big members met Li in Rome')).toEqual([
    'EU',
    '27',
    'members',
    'Li',
    'Rome',
  ]);
  expect(findContentWords('EU talks')).toEqual(['EU', 'talks']);
  expect(findContentWords('Li met us')).toEqual([]);
  expect(findContentWords('an iOS, an x\u0301y')).toEqual([]);
  expect(findContentWords('xEU is')).toEqual([]);
  expect(findContentWords('EUx is')).toEqual([]);
  const functionWords = new Set(['between', 'with']);
  expect(findContentWords('Talks With Li between ministers', functionWords)).toEqual([
    'Talks',
    'Li',
    'ministers',
  ]);
});

test('counts overlapping occurrences in an article', () => {
  const index = indexArticle(article('boat to boat to boat', '$ and $'));
  const listPlaces = (text: string) =>
    index.findOccurrences(text).map(({ paragraph, from }) => [paragraph, from]);
  expect(listPlaces('boat to boat')).toEqual([
    [0, 0],
    [0, 8],
  ]);
  expect(listPlaces('$')).toEqual([
    [1, 0],
    [1, 6],
  ]);
});

test('lists as passages all paragraphs that contain any characters to match', () => {
  const index = indexArticle(article('One', '\u00ad', '\u200d', '\u0301', '!'));
  expect(listParagraphPassages(index).map(({ paragraph }) => paragraph)).toEqual([1, 4, 5]);
});
