import { Failure } from '../../system/failure.ts';
import { fold } from '../../text/fold.ts';
import { isPlainWord } from '../../text/quote.ts';
import { suggest } from '../../text/suggest.ts';
import type { Entry } from '../schema/dataset.ts';
import { spellings, startOfWord, type WordTest, wholeWords } from '../schema/names.ts';
import type { Links } from './links.ts';

/** How many records are named where a word calls several. */
const most = 5;

/**
 * The records that a word calls, without regard to case and diacritics: the one with that id; those with that
 * name, alias or code; those that have it in a name, as whole words or else as their beginning; those that have
 * it in their ids in the same way. The first of these that are any.
 */
export function calledBy(word: string, entries: readonly Entry[], links: Links): readonly Entry[] {
  const own = entries.filter(({ record }) => record.id === word);
  const wanted = fold(word).trim();
  if (own.length > 0) return own;
  const inNames = (isIn: WordTest) =>
    entries.filter(({ record }) => spellings(record).some((name) => isIn(fold(name))));
  const inIds = (isIn: WordTest) => entries.filter(({ record: { id } }) => isIn(fold(id)));
  const [whole, start] = [wholeWords([word]), startOfWord(word)];
  const ways: readonly (() => readonly Entry[])[] = [
    () =>
      entries.filter(({ record }) => links.calls(record.id).some((one) => fold(one) === wanted)),
    () => inNames(whole),
    () => inNames(start),
    () => inIds(whole),
    () => inIds(start),
  ];
  for (const way of ways) {
    const found = way();
    if (found.length > 0) return found;
  }
  return [];
}

/** What a word is to call, and where else one may look. */
interface Wanted {
  /** `record`, or the singular of a collection. */
  readonly noun: string;
  /** The hint where nothing is near. */
  readonly otherwise?: string;
}

/**
 * The one record that a word calls.
 * @throws Failure with status 1 for a word that calls none, with the nearest id, or several, with their ids.
 */
export function theOneCalled(
  word: string,
  entries: readonly Entry[],
  links: Links,
  { noun, otherwise }: Wanted,
): Entry {
  const found = calledBy(word, entries, links);
  if (found.length > 1) {
    const ids = found.map(({ record }) => record.id);
    const more = ids.length > most ? ` and ${ids.length - most} more` : '';
    const hint = `say which: ${ids.slice(0, most).join(', ')}${more}`;
    throw new Failure(`"${word}" calls ${ids.length} of them`, { status: 1, hint });
  }
  const [one] = found;
  if (one) return one;
  const calls = entries.flatMap(({ record }) => [record.id, ...spellings(record)]);
  const look = `summit search ${isPlainWord(word) ? word : '<text>'} looks in all records`;
  const hint = suggest(word, calls, otherwise ?? look);
  throw new Failure(`no ${noun} "${word}"`, { status: 1, hint });
}
