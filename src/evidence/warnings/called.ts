import { groupBy } from '../../text/group-by.ts';
import { memoise } from '../../text/memoise.ts';
import { findWhole, wordsOf } from '../article/word.ts';
import type { Subject } from './rule.ts';

/** Whether a normalised text has one of some normalised names in it. */
export const hasName = (text: string, names: readonly string[]): boolean =>
  names.some((name) => findWhole(text, name) >= 0);

/** Whether a normalised text calls a record by one of its names. */
export const calls = (text: string, { names }: Subject): boolean => hasName(text, names);

/**
 * A search for the records that a normalised text calls by a name, in the order of the text. Only those are gone
 * through of which a name begins with a word of it: there may be many.
 */
export function callsOf(subjects: readonly Subject[]): (text: string) => readonly Subject[] {
  const byWord = groupBy(
    subjects.flatMap((subject) => subject.names.map((name) => ({ subject, name }))),
    ({ name }) => wordsOf(name)[0]?.text,
  );
  return memoise((text) => {
    const words = new Set(wordsOf(text).map((word) => word.text));
    // Stryker disable next-line ArrayDeclaration: what is no name is not found.
    const likely = [...words].flatMap((word) => byWord.get(word) ?? []);
    const called = likely.filter(({ name }) => findWhole(text, name) >= 0);
    return [...new Set(called.map(({ subject }) => subject))];
  });
}
