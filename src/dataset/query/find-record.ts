import { UserError } from '../../system/user-error.ts';
import { suggest } from '../../text/did-you-mean.ts';
import { fold } from '../../text/fold.ts';
import { groupBy } from '../../text/group-by.ts';
import { memoise } from '../../text/memoise.ts';
import { isPlainWord } from '../../text/quote.ts';
import { type AnyCollection, collectionNames, describeCollection } from '../schema/collections.ts';
import type { Entry } from '../schema/dataset.ts';
import { anyCollection } from '../schema/fields.ts';
import { listNames, matchWholeWords, matchWordStart } from '../schema/names.ts';
import type { RecordIndex } from './record-index.ts';

/** Maximum number of ids in a message. */
const maxListed = 5;

/** Collection to look in, or any. */
export type Scope = AnyCollection | typeof anyCollection;

const isWithin = (scope: Scope, { collection }: Entry) =>
  scope === anyCollection || collection === scope;

/** Groups the records in a scope by each of their folded names, for very many words to look up. */
const indexFoldedNames = memoise((index: RecordIndex) =>
  memoise((scope: Scope) => {
    const entries = index.entries.filter((entry) => isWithin(scope, entry));
    const pairs = entries.flatMap((entry) =>
      [...new Set(index.getNames(entry.record.id).map(fold))].map((name) => ({ name, entry })),
    );
    return groupBy(pairs, ({ name }) => name);
  }),
);

/**
 * Finds the records in scope that match a word. The first rule with a match wins, and all rules but the first ignore
 * case and diacritics:
 *
 * 1. The word is the exact id.
 * 2. The word is the id, the label, a name, an alias or a code.
 * 3. A name or alias contains the word as one or more whole words.
 * 4. A word in a name or alias begins with it.
 * 5. The word is one part of the id between hyphens, or several consecutive parts.
 *
 * A word that is the name of a collection, such as `talks`, is tried with the first two rules only.
 */
export function matchRecords(word: string, index: RecordIndex, scope: Scope): readonly Entry[] {
  const exact = index.findEntry(word);
  if (exact && isWithin(scope, exact)) return [exact];
  const wanted = fold(word).trim();
  const listFoldedNames = ({ record }: Entry) => listNames(record).map(fold);
  const [isInName, isNameStart] = [matchWholeWords([word]), matchWordStart(word)];
  const named = indexFoldedNames(index)(scope).get(wanted) ?? [];
  const isCollection = collectionNames.some((name) => name === wanted);
  if (named.length > 0 || isCollection) return named.map(({ entry }) => entry);
  const rules: readonly ((entry: Entry) => boolean)[] = [
    (entry) => listFoldedNames(entry).some(isInName),
    (entry) => listFoldedNames(entry).some(isNameStart),
    ({ record: { id } }) => ` ${fold(id)} `.includes(` ${wanted} `),
  ];
  const entries = index.entries.filter((entry) => isWithin(scope, entry));
  for (const rule of rules) {
    const found = entries.filter(rule);
    if (found.length > 0) return found;
  }
  return [];
}

/** Suggests what to try instead of a word that matches no record. */
function suggestFor(
  word: string,
  index: RecordIndex,
  scope: Scope,
  otherwise: string | undefined,
): string | undefined {
  const list = collectionNames.find((name) =>
    [name, describeCollection(name).singular].includes(fold(word).trim()),
  );
  if (list && otherwise === undefined) return `to list the ${list}: summit ${list}`;
  const entries = index.entries.filter((entry) => isWithin(scope, entry));
  const names = entries.flatMap(({ record }) => [record.id, ...listNames(record)]);
  const search = `summit search ${isPlainWord(word) ? word : '<text>'} searches all records`;
  return suggest(word, names, otherwise ?? search);
}

/**
 * Finds the one record in scope that matches a word.
 * @param otherwise the hint if no name is near the word
 * @throws UserError with status 1 if the word matches no record, or several
 */
export function findRecord(
  word: string,
  index: RecordIndex,
  scope: Scope,
  otherwise?: string,
): Entry {
  const found = matchRecords(word, index, scope);
  if (found.length > 1) {
    const ids = found.map(({ record }) => record.id);
    const more = ids.length > maxListed ? ` and ${ids.length - maxListed} more` : '';
    const hint = `choose one: ${ids.slice(0, maxListed).join(', ')}${more}`;
    throw new UserError(`"${word}" is ambiguous (${ids.length} matches)`, { status: 1, hint });
  }
  const [one] = found;
  if (one) return one;
  const noun = scope === anyCollection ? 'record' : describeCollection(scope).singular;
  const hint = suggestFor(word, index, scope, otherwise);
  throw new UserError(`no ${noun} "${word}"`, { status: 1, hint });
}
