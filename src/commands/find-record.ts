import type { Links } from '../dataset/query/links.ts';
import { type Dataset, type Entry, entriesOf } from '../dataset/schema/dataset.ts';
import { spellings, wholeWords } from '../dataset/schema/names.ts';
import { records } from '../options/completers.ts';
import { operand } from '../options/operand.ts';
import { Failure } from '../system/failure.ts';
import { fold } from '../text/fold.ts';
import { isPlainWord } from '../text/quote.ts';
import { suggest } from '../text/suggest.ts';

/** The operand that calls a record. */
export const recordOperand = operand('one', 'the id of a record, from any listing', records);

/** The id of the first record that a word is a name of, or a part of its name. */
function called(word: string, entries: readonly Entry[]): string | undefined {
  const pattern = wholeWords([word]);
  const named = (entry: Entry) => spellings(entry.record).some((name) => pattern.test(fold(name)));
  return entries.find(named)?.record.id;
}

/**
 * The record with this id.
 * @throws Failure with status 1 if there is none, with the id of what is called so or the nearest id.
 */
export function findRecord(dataset: Dataset, links: Links, id: string): Entry {
  const entry = links.entry(id);
  if (entry) return entry;
  const entries = entriesOf(dataset);
  const ids = entries.map(({ record }) => record.id);
  const own = ids.find((one) => one === id.toLowerCase()) ?? called(id, entries);
  const otherwise = `summit search ${isPlainWord(id) ? id : '<text>'} looks in all records`;
  const hint = own === undefined ? suggest(id, ids, otherwise) : `did you mean ${own}?`;
  throw new Failure(`no record "${id}"`, { status: 1, hint });
}
