import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexArticle, passageAt } from '../../src/evidence/article/word-index.ts';
import { placesOf } from '../../src/evidence/locate.ts';
import { anchoredPlaces } from '../../src/evidence/shortest-anchor.ts';
import { article } from './text.ts';

/** The anchors of the places of a text: the paragraph, the start and the end of each. */
const anchorsOf = (text: string, ...paragraphs: readonly string[]) =>
  anchoredPlaces(text, indexArticle(article(...paragraphs))).map(
    ({ anchor }) => anchor && [anchor.paragraph, anchor.start, anchor.end],
  );

test('an anchor has as few words as find the place alone', () => {
  const text = 'The crew met the mayor, and the crew met the crew of a boat.';
  expect(anchorsOf('crew met the mayor', text)).toEqual([[1, 'crew met', 'mayor']]);
  expect(anchorsOf('the mayor', text)).toEqual([[1, 'the mayor', undefined]]);
  expect(anchorsOf('crew of a boat', text)).toEqual([[1, 'crew of', 'boat']]);
  expect(anchorsOf('the crew met the crew of a boat', text)).toEqual([
    [1, 'the crew met the crew', 'boat'],
  ]);
});

test('it has six words at the start and four at the end at most, and two at the start at least', () => {
  const row = (...words: readonly string[]) => words.join(' ');
  const same = row('a', 'b', 'c', 'd', 'e', 'f');
  expect(anchorsOf(`${same} g`, `${same} g, ${same} h`)).toEqual([[1, 'a b', 'g']]);
  expect(anchorsOf(`${same} g x`, `${same} g x, ${same} h x`)).toEqual([[1, 'a b', 'g x']]);
  expect(anchorsOf(`${same} x`, `${same} x y, ${same} x z`)).toEqual([undefined, undefined]);
  const tail = row('k', 'l', 'm', 'n');
  expect(anchorsOf(`a p ${tail}`, `a p ${tail}, a q ${tail}`)).toEqual([[1, 'a p', 'n']]);
});

test('signs at an end of it are left out', () => {
  expect(anchorsOf('boat, and the “crew”.', 'A boat, and the “crew”.')).toEqual([
    [1, 'boat, and', '“crew'],
  ]);
  expect(anchorsOf('a boat (new)', 'It is a boat (new), so.')).toEqual([
    [1, 'a boat (new', undefined],
  ]);
});

test('a single word takes the next one, or the last one where a sentence ends', () => {
  expect(anchorsOf('boat', 'The boat left.')).toEqual([[1, 'boat left', undefined]]);
  expect(anchorsOf('boat', 'They saw a boat. It left.')).toEqual([[1, 'a boat', undefined]]);
  expect(anchorsOf('boat', 'They saw a boat! It left.')).toEqual([[1, 'a boat', undefined]]);
  expect(anchorsOf('boat', 'They saw the “boat”. It left.')).toEqual([[1, 'the “boat', undefined]]);
  expect(anchorsOf('boat', 'A boat,  then.')).toEqual([[1, 'boat,  then', undefined]]);
  expect(anchorsOf('Boat', 'Boat')).toEqual([undefined]);
});

test('a single word at the end of a sentence takes nothing of the next one, however that begins', () => {
  const index = indexArticle(article('She said “historic”. Wow!! It went.'));
  expect(anchoredPlaces('historic', index).map(({ anchor }) => anchor)).toEqual([
    { paragraph: 1, start: 'said “historic' },
  ]);
});

test('each place has its own, or none where nothing tells it from the others', () => {
  expect(anchorsOf('the boat', 'See the boat sail.', 'Here the boat sank.')).toEqual([
    undefined,
    undefined,
  ]);
  expect(anchorsOf('boat', 'See the boat sail.', 'Here the boat sank.')).toEqual([
    [1, 'boat sail', undefined],
    [2, 'boat sank', undefined],
  ]);
});

test('where only the middle of a text is its own, it has no anchor', () => {
  const [start, end] = ['a b c d e f', 'k l m n'];
  expect(anchorsOf(`${start} x ${end}`, `${start} x ${end}`, `${start} y ${end}`)).toEqual([
    undefined,
  ]);
});

test('two words with more than a blank between them are not one', () => {
  expect(anchorsOf('new pier', 'a new  pier here')).toEqual([[1, 'new  pier', undefined]]);
});

test('a single word takes the last one where the next one does not tell its place', () => {
  expect(anchorsOf('pier', 'the pier is new', 'a pier is old')).toEqual([
    [1, 'the pier', undefined],
    [2, 'a pier', undefined],
  ]);
});

test('a mark that ends a word is no sign', () => {
  expect(anchorsOf('old cafe\u0301', 'an old cafe\u0301, an old cafe')).toEqual([
    [1, 'old cafe\u0301', undefined],
  ]);
  expect(anchorsOf('शिखर की', 'यह शिखर की बात')).toEqual([[1, 'शिखर की', undefined]]);
});

test('an anchor finds the place that it was made for, and no other', () => {
  const word = fc.constantFrom(
    'a',
    'b',
    'B',
    'cafe\u0301',
    'cafe',
    '“b”',
    'b.',
    '–',
    'की',
    '1,2',
    '2',
    '🚢',
  );
  const paragraph = fc.array(word, { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(
      fc.array(paragraph, { minLength: 1, maxLength: 3 }),
      fc.nat(),
      fc.nat(5),
      (all, at, more) => {
        const words = all[0] ?? [];
        const from = at % words.length;
        const index = indexArticle(article(...all.map((one) => one.join(' '))));
        for (const { passage, anchor } of anchoredPlaces(
          words.slice(from, from + more + 1).join(' '),
          index,
        )) {
          if (!anchor) continue;
          const [place, another] = placesOf(anchor, index);
          expect(another).toBeUndefined();
          expect(place && passageAt(index, place)).toMatchObject({
            paragraph: passage.paragraph,
            from: passage.from,
          });
        }
        expect(index.paragraphs).toHaveLength(all.length);
      },
    ),
  );
});
