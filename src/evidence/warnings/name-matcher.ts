import { assertDefined } from '../../text/assert-defined.ts';
import { groupBy } from '../../text/group-by.ts';
import { memoise } from '../../text/memoise.ts';
import { findWhole, splitWords, type Word } from '../article/words.ts';
import type { RecordContext } from './rule.ts';

/** Checks whether a normalised text contains one of some normalised names. */
export const hasName = (text: string, names: readonly string[]): boolean =>
  names.some((name) => findWhole(text, name) >= 0);

/** Checks whether a normalised text contains a name of a record. */
export const matchesName = (text: string, { names }: RecordContext): boolean =>
  hasName(text, names);

function countWords(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/**
 * Returns a function that lists the records named in a normalised text, in the order of the text. Names are indexed by
 * their rarest word, because many may begin with the same one.
 */
export function createNameMatcher(
  subjects: readonly RecordContext[],
): (text: string) => readonly RecordContext[] {
  const names = subjects.flatMap((subject, order) =>
    subject.names.map((name) => ({ subject, order, name, words: splitWords(name) })),
  );
  const counts = countWords(names.flatMap(({ words }) => words.map(({ text }) => text)));
  const getCount = ({ text }: Word) => assertDefined(counts.get(text));
  const byWord = groupBy(
    names,
    ({ words }) => words.toSorted((one, other) => getCount(one) - getCount(other))[0]?.text,
  );
  return memoise((text) => {
    const words = new Set(splitWords(text).map((word) => word.text));
    const likely = [...words].flatMap((word) => byWord.get(word) ?? []);
    const called = likely
      .map((one) => ({ ...one, at: findWhole(text, one.name) }))
      .filter(({ at }) => at >= 0)
      .sort((one, other) => one.at - other.at || one.order - other.order);
    return [...new Set(called.map(({ subject }) => subject))];
  });
}
