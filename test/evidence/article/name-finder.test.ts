import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNameFinder } from '../../../src/evidence/article/name-finder.ts';
import { normalise } from '../../../src/evidence/article/normalise.ts';
import { hasPhrase } from '../../../src/evidence/article/word-index.ts';

const toText = (text: string) => ({ text, normalised: normalise(text) });

/** Finds which of these names a text has; each is the only name of an item. */
const find = (text: string, ...names: readonly string[]) =>
  createNameFinder(names, (name) => [name])(toText(text)).map(({ name }) => name);

test('finds the names in a text as whole words, in its order, even inside each other', () => {
  const names = ['Ortiz', 'Ana Ortiz', 'Cole', 'Ana', 'Ortiz of Ulm', 'Ito'];
  expect(find('Then Cole met Ana Ortiz of Bonn.', ...names)).toEqual([
    'Cole',
    'Ana Ortiz',
    'Ana',
    'Ortiz',
  ]);
  expect(find('Ortizes and Titos', ...names)).toEqual([]);
});

test('distinguishes names by the characters between their words, and acronyms by their case', () => {
  expect(find('an Ana-Ortiz, a “Cole”', 'Ana Ortiz', 'ana-ortiz', '"Cole"', 'Cole,')).toEqual([
    'ana-ortiz',
    '"Cole"',
  ]);
  expect(find('they told us of the U.N.', 'US', 'UN', 'un', '…', '')).toEqual(['UN', 'un']);
});

test('returns the items that share a name, each once', () => {
  const items = ['a', 'b', 'c'];
  const finder = createNameFinder(items, (item) => (item === 'b' ? ['Bo'] : ['Al', 'Al']));
  expect(finder(toText('Bo and Al'))).toEqual([
    { name: 'Bo', items: ['b'] },
    { name: 'Al', items: ['a', 'c'] },
  ]);
});

test('finds the same names as a search for each of them', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'AB', 'x-y'), {
    minLength: 1,
    maxLength: 5,
  });
  const phrases = words.map((all) => all.join(' '));
  fc.assert(
    fc.property(
      fc.uniqueArray(phrases, { maxLength: 9 }),
      phrases,
      phrases,
      (names, one, other) => {
        const text = `${one} ${other}`;
        const expected = names.filter((name) => hasPhrase([toText(text)], [name]));
        expect(find(text, ...names).toSorted()).toEqual(expected.toSorted());
      },
    ),
  );
});
