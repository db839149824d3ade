import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexArticle } from '../../src/evidence/article/word-index.ts';
import { locateAlone } from '../../src/evidence/locate.ts';
import { findAnchorAround, findShortestAnchor } from '../../src/evidence/shortest-anchor.ts';
import { article } from './text.ts';

/** The anchors of exactly the words of a text, one for each of its places: paragraph, start and end. */
function anchorsOf(text: string, ...paragraphs: readonly string[]) {
  const index = indexArticle(article(...paragraphs));
  return index.findOccurrences(text).map((place) => {
    const anchor = findShortestAnchor(index.getPassage(place), index);
    return anchor && [anchor.paragraph, anchor.start, anchor.end];
  });
}

/** The anchors of the places of a text, which may have words around it. */
function anchorsAround(text: string, ...paragraphs: readonly string[]) {
  const index = indexArticle(article(...paragraphs));
  return index.findOccurrences(text).map((range) => {
    const anchor = findAnchorAround(range, index);
    return anchor && [anchor.paragraph, anchor.start, anchor.end];
  });
}

test('an anchor has as few words as find the passage alone', () => {
  const text = 'The crew met the mayor, and the crew met the crew of a boat.';
  expect(anchorsOf('crew met the mayor', text)).toEqual([[1, 'crew met', 'mayor']]);
  expect(anchorsOf('the mayor', text)).toEqual([[1, 'the mayor', undefined]]);
  expect(anchorsOf('crew of a boat', text)).toEqual([[1, 'crew of', 'boat']]);
  expect(anchorsOf('the crew met the crew of a boat', text)).toEqual([
    [1, 'the crew met the crew', 'boat'],
  ]);
});

test('its start has six words at most and its end four', () => {
  const same = 'a b c d e f';
  expect(anchorsOf(`${same} g`, `${same} g, ${same} h`)).toEqual([[1, 'a b', 'g']]);
  expect(anchorsOf(`${same} g x`, `${same} g x, ${same} h x`)).toEqual([[1, 'a b', 'g x']]);
  expect(anchorsOf(`${same} x`, `${same} x y, ${same} x z`)).toEqual([undefined, undefined]);
  expect(anchorsOf('a p k l m n', 'a p k l m n, a q k l m n')).toEqual([[1, 'a p', 'n']]);
});

test('its start has two words at least, where the passage has two', () => {
  const text = 'A boat, a boat house and a pier.';
  expect(anchorsOf('pier', text)).toEqual([[1, 'pier', undefined]]);
  expect(anchorsOf('house and a pier', text)).toEqual([[1, 'house and', 'pier']]);
  expect(anchorsOf('(Summary)', '(Summary)')).toEqual([[1, '(Summary)', undefined]]);
});

test('its end is not the same words further to the front', () => {
  const text = 'Ana and the crew met in town and at the pier and left.';
  expect(anchorsOf('Ana and the crew met in town and', text)).toEqual([[1, 'Ana and', 'and']]);
  expect(anchorsOf('Ana and the crew met in town and at the pier and', text)).toEqual([
    [1, 'Ana and', 'pier and'],
  ]);
});

test('it has the signs of the words that it is for, and no others', () => {
  const text = 'A boat, and the “crew” (new) for $6.';
  expect(anchorsOf('boat, and the “crew”', text)).toEqual([[1, 'boat, and', '“crew”']]);
  expect(anchorsOf('boat, and the "crew', text)).toEqual([[1, 'boat, and', '“crew']]);
  expect(anchorsOf('crew” (new)', text)).toEqual([[1, 'crew” (new)', undefined]]);
  expect(anchorsOf('$6', text)).toEqual([[1, '$6', undefined]]);
  expect(anchorsOf('6', text)).toEqual([[1, '6', undefined]]);
});

test('a mark that ends a word belongs to it', () => {
  expect(anchorsOf('old cafe\u0301', 'an old cafe\u0301, an old cafe')).toEqual([
    [1, 'old cafe\u0301', undefined],
  ]);
  expect(anchorsOf('शिखर की', 'यह शिखर की बात')).toEqual([[1, 'शिखर की', undefined]]);
});

test('its paragraph tells words from the same words in other paragraphs', () => {
  expect(anchorsOf('the boat', 'See the boat sail.', 'Here the boat sank.')).toEqual([
    [1, 'the boat', undefined],
    [2, 'the boat', undefined],
  ]);
  expect(anchorsOf('the boat', 'See the boat.', 'The boat saw the boat.')).toEqual([
    [1, 'the boat', undefined],
    undefined,
    undefined,
  ]);
});

test('it needs no paragraph where a longer one does without', () => {
  expect(anchorsOf('a b c d e', 'a b x e', 'a b c d e')).toEqual([[2, 'a b c', 'e']]);
  const [start, end] = ['a b c d e f', 'k l m n'];
  expect(anchorsOf(`${start} x ${end}`, `${start} x ${end}`, `${start} y ${end}`)).toEqual([
    [1, 'a b', 'n'],
  ]);
});

test('where only the middle of a passage is its own in the paragraph, it has no anchor', () => {
  const [start, end] = ['a b c d e f', 'k l m n'];
  expect(anchorsOf(`${start} x ${end}`, `${start} x ${end}, ${start} y ${end}`)).toEqual([
    undefined,
  ]);
});

test('words with more than a blank between them keep it', () => {
  expect(anchorsOf('new pier', 'a new  pier here')).toEqual([[1, 'new  pier', undefined]]);
});

test('signs that overlap themselves are several places', () => {
  expect(anchorsOf('– –', '– – –')).toEqual([undefined, undefined]);
});

test('a place takes words around it only where its own do not tell it from others', () => {
  expect(anchorsAround('boat', 'See the boat sail.', 'The boat saw a boat.')).toEqual([
    [1, 'boat', undefined],
    [2, 'boat saw', undefined],
    [2, 'a boat', undefined],
  ]);
  expect(anchorsAround('old boat', 'An old boat met an old boat.')).toEqual([
    [1, 'old boat met', undefined],
    [1, 'met an', 'boat'],
  ]);
});

test('it takes words of its own sentence alone', () => {
  expect(anchorsAround('boat', 'They saw a boat. It sank? The boat!! Oh.')).toEqual([
    [1, 'a boat', undefined],
    [1, 'The boat', undefined],
  ]);
  expect(anchorsAround('boat', 'Boat. Boat. Boat.')).toEqual([undefined, undefined, undefined]);
});

test('the signs at the end of the words that it takes are left out', () => {
  expect(anchorsAround('open', 'An “open” (door), and an “open” talk.')).toEqual([
    [1, 'open” (door', undefined],
    [1, 'open” talk', undefined],
  ]);
  expect(anchorsAround('boat', 'The (old boat. “New boat.')).toEqual([
    [1, 'old boat', undefined],
    [1, 'New boat', undefined],
  ]);
  expect(anchorsAround('boat', '“Boat. – boat. 1 boat.')).toEqual([
    undefined,
    undefined,
    [1, '1 boat', undefined],
  ]);
});

test('it takes four words at most', () => {
  const four = 'y y y y';
  expect(anchorsAround('x', `x ${four} a x ${four} b`)).toEqual([undefined, [1, 'a x', undefined]]);
  expect(anchorsAround('x', 'x y y y a x y y y b')).toEqual([
    [1, 'x y', 'a'],
    [1, 'a x', undefined],
  ]);
});

test('an anchor that may have words around its place finds that place, and no other', () => {
  const word = fc.constantFrom(
    'a',
    'b',
    'B',
    'cafe\u0301',
    'cafe',
    '“b”',
    'b.',
    '–',
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
        const text = words.slice(from, from + more + 1).join(' ');
        const index = indexArticle(article(...all.map((one) => one.join(' '))));
        const ranges = index.findOccurrences(text);
        expect(ranges.length).toBeGreaterThan(0);
        for (const range of ranges) {
          const [passage, anchor] = [index.getPassage(range), findAnchorAround(range, index)];
          const own = findShortestAnchor(passage, index);
          if (own) expect(anchor).toEqual(own);
          if (!anchor) continue;
          const {
            paragraph: found,
            from: start = 0,
            to = 0,
          } = locateAlone(anchor, index)?.passage ?? {};
          expect(found).toBe(passage.paragraph);
          expect([start <= passage.from, to >= passage.to]).toEqual([true, true]);
        }
      },
    ),
  );
});
