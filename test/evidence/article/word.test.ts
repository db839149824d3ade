import { expect, test } from 'vitest';
import { contentWords, findWhole } from '../../../src/evidence/article/word.ts';
import { indexArticle, wholeArticle } from '../../../src/evidence/article/word-index.ts';
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
])('in %j %j stands as a whole at %i', (text, needle, index) => {
  expect(findWhole(text, needle)).toBe(index);
});

test('of a text its long words, numbers and names carry the content', () => {
  expect(contentWords('The EU and its 27 big members met Li in Rome')).toEqual([
    'EU',
    '27',
    'members',
    'Li',
    'Rome',
  ]);
  expect(contentWords('EU talks')).toEqual(['EU', 'talks']);
  expect(contentWords('Li met us')).toEqual([]);
  expect(contentWords('an iOS, an x\u0301y')).toEqual([]);
  expect(contentWords('xEU is')).toEqual([]);
  expect(contentWords('EUx is')).toEqual([]);
});

test('the whole of an article is every paragraph that has something to look for', () => {
  const index = indexArticle(article('One', '\u00ad', '\u200d', '\u0301', '!'));
  expect(wholeArticle(index).map(({ paragraph }) => paragraph)).toEqual([1, 4, 5]);
});
