import { assertDefined } from '../../text/assert-defined.ts';
import { groupBy } from '../../text/group-by.ts';
import { memoise } from '../../text/memoise.ts';
import { normalise } from './normalise.ts';
import { hasPhrase, type Text } from './word-index.ts';
import { findWhole, splitWords, type Word } from './words.ts';

/**
 * Creates a finder of the items that a text names, in the order of the text. Names are indexed by their rarest word,
 * because many may share the others.
 */
export function createNameFinder<Item>(
  items: readonly Item[],
  getNames: (item: Item) => readonly string[],
): (text: Text) => readonly Item[] {
  const names = items.flatMap((item, order) =>
    getNames(item).map((name) => {
      const normalised = normalise(name);
      return { item, order, name, normalised, words: splitWords(normalised) };
    }),
  );
  const uses = groupBy(
    names.flatMap(({ words }) => words),
    ({ text }) => text,
  );
  const countUses = ({ text }: Word) => assertDefined(uses.get(text)).length;
  const byRarestWord = groupBy(
    names,
    ({ words }) => words.toSorted((one, other) => countUses(one) - countUses(other))[0]?.text,
  );
  return memoise((text) => {
    const words = new Set(splitWords(text.normalised).map((word) => word.text));
    const found = [...words]
      .flatMap((word) => byRarestWord.get(word) ?? [])
      .map((one) => ({ ...one, at: findWhole(text.normalised, one.normalised) }))
      .filter(({ at, name }) => at >= 0 && hasPhrase([text], [name]))
      .sort((one, other) => one.at - other.at || one.order - other.order);
    return [...new Set(found.map(({ item }) => item))];
  });
}
