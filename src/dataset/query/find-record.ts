import { UserError } from '../../system/user-error.ts';
import { suggest } from '../../text/did-you-mean.ts';
import { fold } from '../../text/fold.ts';
import { isPlainWord } from '../../text/quote.ts';
import { type AnyCollection, collectionNames, describeCollection } from '../schema/collections.ts';
import type { Entry } from '../schema/dataset.ts';
import { anyCollection } from '../schema/field-schema.ts';
import { listNames, matchWholeWords, matchWordStart, type WordTest } from '../schema/names.ts';
import type { RecordIndex } from './record-index.ts';

/** How many records are named where a word calls several. */
const maxListed = 5;

/** Where to look for a word: in one collection, or in any. */
export type Scope = AnyCollection | typeof anyCollection;

const isWithin = (scope: Scope) => (entry: Entry) =>
  scope === anyCollection || entry.collection === scope;

/** Finds the collection that has a word for its name, ignoring case. */
const findCollection = (word: string) => collectionNames.find((name) => name === fold(word).trim());

/**
 * Finds the records of a collection that match a word. All rules but the first ignore case and diacritics, and
 * the first rule by which any record matches decides:
 *
 * 1. The word is the id, to the letter.
 * 2. The word is the id, a name, an alias, a code, or how a reference to the record reads.
 * 3. A name or alias contains the word as one or more whole words.
 * 4. In a name or alias a word begins with it.
 * 5. The word is a part of the id between hyphens, or several consecutive parts.
 *
 * The name of a collection matches by the first two rules only: it is no part of a name or an id.
 */
export function matchRecords(word: string, links: RecordIndex, scope: Scope): readonly Entry[] {
  const exact = links.entry(word);
  if (exact && isWithin(scope)(exact)) return [exact];
  const wanted = fold(word).trim();
  const matchesNames = (isIn: WordTest) => (entry: Entry) =>
    listNames(entry.record).some((name) => isIn(fold(name)));
  const isWhole = ({ record: { id } }: Entry) =>
    links.getNames(id).some((one) => fold(one) === wanted);
  const isIdPart = ({ record: { id } }: Entry) => ` ${fold(id)} `.includes(` ${wanted} `);
  const byPart = [
    matchesNames(matchWholeWords([word])),
    matchesNames(matchWordStart(word)),
    isIdPart,
  ];
  const entries = [...links.entries()].filter(isWithin(scope));
  for (const rule of [isWhole, ...(findCollection(word) ? [] : byPart)]) {
    const found = entries.filter(rule);
    if (found.length > 0) return found;
  }
  return [];
}

/** Returns what to try instead of a word that matches no record. */
function suggestFor(
  word: string,
  links: RecordIndex,
  scope: Scope,
  otherwise: string | undefined,
): string | undefined {
  const list = findCollection(word);
  if (list && otherwise === undefined) return `to list the ${list}: summit ${list}`;
  const entries = [...links.entries()].filter(isWithin(scope));
  const names = entries.flatMap(({ record }) => [record.id, ...listNames(record)]);
  const search = `summit search ${isPlainWord(word) ? word : '<text>'} looks in all records`;
  return suggest(word, names, otherwise ?? search);
}

/**
 * Finds the one record of a collection that matches a word.
 * @param otherwise the hint if nothing is near the word
 * @throws Failure with status 1 for a word that matches none, with the nearest id, or several, with their ids.
 */
export function findRecord(
  word: string,
  links: RecordIndex,
  scope: Scope,
  otherwise?: string,
): Entry {
  const found = matchRecords(word, links, scope);
  if (found.length > 1) {
    const ids = found.map(({ record }) => record.id);
    const more = ids.length > maxListed ? ` and ${ids.length - maxListed} more` : '';
    const hint = `say which: ${ids.slice(0, maxListed).join(', ')}${more}`;
    throw new UserError(`"${word}" calls ${ids.length} of them`, { status: 1, hint });
  }
  const [one] = found;
  if (one) return one;
  const noun = scope === anyCollection ? 'record' : describeCollection(scope).singular;
  const hint = suggestFor(word, links, scope, otherwise);
  throw new UserError(`no ${noun} "${word}"`, { status: 1, hint });
}
