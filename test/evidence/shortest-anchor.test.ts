import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexArticle } from '../../src/evidence/article/word-index.ts';
import { locateAlone } from '../../src/evidence/locate.ts';
import { findAnchorAround, findShortestAnchor } from '../../src/evidence/shortest-anchor.ts';
import { article } from './text.ts';

/** Lists the shortest anchors of each occurrence of a text: paragraph, start and end. */
function listAnchors(text: string, ...paragraphs: readonly string[]) {
  const index = indexArticle(article(...paragraphs));
  return index.findOccurrences(text).map((place) => {
    const anchor = findShortestAnchor(index.getPassage(place), index);
    return anchor && [anchor.paragraph, anchor.start, anchor.end];
  });
}

/** Lists the anchors of each occurrence of a text, with words around it if necessary. */
function listAnchorsAround(text: string, ...paragraphs: readonly string[]) {
  const index = indexArticle(article(...paragraphs));
  return index.findOccurrences(text).map((range) => {
    const anchor = findAnchorAround(range, index);
    return anchor && [anchor.paragraph, anchor.start, anchor.end];
  });
}

test('an anchor has only the words needed to identify its passage', () => {
  const text = 'The crew met the mayor, and the crew met the crew of a boat.';
  expect(listAnchors('crew met the mayor', text)).toEqual([[1, 'crew met', 'mayor']]);
  expect(listAnchors('the mayor', text)).toEqual([[1, 'the mayor', undefined]]);
  expect(listAnchors('crew of a boat', text)).toEqual([[1, 'crew of', 'boat']]);
  expect(listAnchors('the crew met the crew of a boat', text)).toEqual([
    [1, 'the crew met the crew', 'boat'],
  ]);
});

test('an anchor has at most six words in its start and four in its end', () => {
  const same = 'a b c d e f';
  expect(listAnchors(`${same} g`, `${same} g, ${same} h`)).toEqual([[1, 'a b', 'g']]);
  expect(listAnchors(`${same} g x`, `${same} g x, ${same} h x`)).toEqual([[1, 'a b', 'g x']]);
  expect(listAnchors(`${same} x`, `${same} x y, ${same} x z`)).toEqual([undefined, undefined]);
  expect(listAnchors('a p k l m n', 'a p k l m n, a q k l m n')).toEqual([[1, 'a p', 'n']]);
});

test('an anchor has at least two words in its start if the passage has two', () => {
  const text = 'A boat, a boat house and a pier.';
  expect(listAnchors('pier', text)).toEqual([[1, 'pier', undefined]]);
  expect(listAnchors('house and a pier', text)).toEqual([[1, 'house and', 'pier']]);
  expect(listAnchors('(Summary)', '(Summary)')).toEqual([[1, '(Summary)', undefined]]);
});

test('an anchor does not end at an earlier occurrence of the same words', () => {
  const text = 'Ana and the crew met in town and at the pier and left.';
  expect(listAnchors('Ana and the crew met in town and', text)).toEqual([[1, 'Ana and', 'and']]);
  expect(listAnchors('Ana and the crew met in town and at the pier and', text)).toEqual([
    [1, 'Ana and', 'pier and'],
  ]);
});

test('an anchor includes the punctuation of its words, and no other', () => {
  const text = 'A boat, and the “crew” (new) for $6.';
  expect(listAnchors('boat, and the “crew”', text)).toEqual([[1, 'boat, and', '“crew”']]);
  expect(listAnchors('boat, and the "crew', text)).toEqual([[1, 'boat, and', '“crew']]);
  expect(listAnchors('crew” (new)', text)).toEqual([[1, 'crew” (new)', undefined]]);
  expect(listAnchors('$6', text)).toEqual([[1, '$6', undefined]]);
  expect(listAnchors('6', text)).toEqual([[1, '6', undefined]]);
});

test('an anchor keeps a combining mark with its word', () => {
  expect(listAnchors('old cafe\u0301', 'an old cafe\u0301, an old cafe')).toEqual([
    [1, 'old cafe\u0301', undefined],
  ]);
  expect(listAnchors('शिखर की', 'यह शिखर की बात')).toEqual([[1, 'शिखर की', undefined]]);
});

test('an anchor identifies words by their paragraph if they also occur in others', () => {
  expect(listAnchors('the boat', 'See the boat sail.', 'Here the boat sank.')).toEqual([
    [1, 'the boat', undefined],
    [2, 'the boat', undefined],
  ]);
  expect(listAnchors('the boat', 'See the boat.', 'The boat saw the boat.')).toEqual([
    [1, 'the boat', undefined],
    undefined,
    undefined,
  ]);
});

test('prefers a longer anchor to one that depends on its paragraph', () => {
  expect(listAnchors('a b c d e', 'a b x e', 'a b c d e')).toEqual([[2, 'a b c', 'e']]);
  const [start, end] = ['a b c d e f', 'k l m n'];
  expect(listAnchors(`${start} x ${end}`, `${start} x ${end}`, `${start} y ${end}`)).toEqual([
    [1, 'a b', 'n'],
  ]);
});

test('finds no anchor if only the middle of a passage differs within its paragraph', () => {
  const [start, end] = ['a b c d e f', 'k l m n'];
  expect(listAnchors(`${start} x ${end}`, `${start} x ${end}, ${start} y ${end}`)).toEqual([
    undefined,
  ]);
});

test('an anchor keeps additional spaces between words', () => {
  expect(listAnchors('new pier', 'a new  pier here')).toEqual([[1, 'new  pier', undefined]]);
});

test('counts overlapping punctuation as several occurrences', () => {
  expect(listAnchors('– –', '– – –')).toEqual([undefined, undefined]);
});

test('adds words around an occurrence only to distinguish it', () => {
  expect(listAnchorsAround('boat', 'See the boat sail.', 'The boat saw a boat.')).toEqual([
    [1, 'boat', undefined],
    [2, 'boat saw', undefined],
    [2, 'a boat', undefined],
  ]);
  expect(listAnchorsAround('old boat', 'An old boat met an old boat.')).toEqual([
    [1, 'old boat met', undefined],
    [1, 'met an', 'boat'],
  ]);
});

test('adds words only from its own sentence', () => {
  expect(listAnchorsAround('boat', 'They saw a boat. It sank? The boat!! Oh.')).toEqual([
    [1, 'a boat', undefined],
    [1, 'The boat', undefined],
  ]);
  expect(listAnchorsAround('boat', 'Boat. Boat. Boat.')).toEqual([undefined, undefined, undefined]);
});

test('leaves out punctuation at the end of added words', () => {
  expect(listAnchorsAround('open', 'An “open” (door), and an “open” talk.')).toEqual([
    [1, 'open” (door', undefined],
    [1, 'open” talk', undefined],
  ]);
  expect(listAnchorsAround('boat', 'The (old boat. “New boat.')).toEqual([
    [1, 'old boat', undefined],
    [1, 'New boat', undefined],
  ]);
  expect(listAnchorsAround('boat', '“Boat. – boat. 1 boat.')).toEqual([
    undefined,
    undefined,
    [1, '1 boat', undefined],
  ]);
});

test('adds at most four words', () => {
  const four = 'y y y y';
  expect(listAnchorsAround('x', `x ${four} a x ${four} b`)).toEqual([
    undefined,
    [1, 'a x', undefined],
  ]);
  expect(listAnchorsAround('x', 'x y y y a x y y y b')).toEqual([
    [1, 'x y', 'a'],
    [1, 'a x', undefined],
  ]);
});

test('an anchor with words around its passage finds that passage, and no other', () => {
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
