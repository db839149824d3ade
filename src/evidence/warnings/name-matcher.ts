import { assertDefined } from '../../text/assert-defined.ts';
import { groupBy } from '../../text/group-by.ts';
import { memoise } from '../../text/memoise.ts';
import { findWhole, splitWords, type Word } from '../article/word.ts';
import type { RecordContext } from './rule.ts';

/** Whether a normalised text has one of some normalised names in it. */
export const hasName = (text: string, names: readonly string[]): boolean =>
  names.some((name) => findWhole(text, name) >= 0);

/** Whether a normalised text calls a record by one of its names. */
export const matchesName = (text: string, { names }: RecordContext): boolean =>
  hasName(text, names);

/** Counts how often each word occurs. */
function countWords(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/**
 * Returns a search for the records that a normalised text calls by a name, in the order of the text. Only those names
 * are looked for whose rarest word the text has: there may be many that begin with the same one.
 */
export function createNameMatcher(
  subjects: readonly RecordContext[],
): (text: string) => readonly RecordContext[] {
  const names = subjects.flatMap((subject, order) =>
    subject.names.map((name) => ({ subject, order, name, words: splitWords(name) })),
  );
  const counts = countWords(names.flatMap(({ words }) => words.map(({ text }) => text)));
  const countOf = ({ text }: Word) => assertDefined(counts.get(text));
  const byWord = groupBy(
    names,
    ({ words }) => words.toSorted((one, other) => countOf(one) - countOf(other))[0]?.text,
  );
  return memoise((text) => {
    const words = new Set(splitWords(text).map((word) => word.text));
    // Stryker disable next-line ArrayDeclaration: what is no name is not found.
    const likely = [...words].flatMap((word) => byWord.get(word) ?? []);
    const called = likely
      .map((one) => ({ ...one, at: findWhole(text, one.name) }))
      .filter(({ at }) => at >= 0)
      .sort((one, other) => one.at - other.at || one.order - other.order);
    return [...new Set(called.map(({ subject }) => subject))];
  });
}
