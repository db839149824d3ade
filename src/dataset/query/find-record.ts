import type { AnyRecord } from '../../model/record.ts';
import { UserError } from '../../system/user-error.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { countLeading } from '../../text/count-leading.ts';
import { suggest } from '../../text/did-you-mean.ts';
import { fold } from '../../text/fold.ts';
import { groupBy } from '../../text/group-by.ts';
import { memoise, once } from '../../text/memoise.ts';
import { isPlainWord } from '../../text/quote.ts';
import { type AnyCollection, collectionNames, describeCollection } from '../schema/collections.ts';
import type { Entry } from '../schema/dataset.ts';
import { anyCollection } from '../schema/fields.ts';
import { findWholeWords, findWordStart, listNames } from '../schema/names.ts';
import type { RecordIndex } from './record-index.ts';

/** Maximum number of ids in a message. */
const maxListed = 5;

/** Collection to look in, or any. */
export type Scope = AnyCollection | typeof anyCollection;

const isWithin = (scope: Scope, { collection }: Entry) =>
  scope === anyCollection || collection === scope;

/** Folded name or id of a record, with the position of the record. */
interface FoldedText {
  readonly text: string;
  readonly at: number;
}

const splitFoldedWords = (text: string): readonly string[] => [
  ...new Set(text.match(/[\p{L}\p{N}]+/gu)),
];

/** Indexes texts by their words. Returns a finder of those that may have a phrase, by its rarest word; the last may go on. */
function indexWords(texts: readonly FoldedText[]) {
  const pairs = texts.flatMap((one) => splitFoldedWords(one.text).map((word) => ({ word, one })));
  const byWord = groupBy(pairs, ({ word }) => word);
  const sorted = [...byWord.keys()].sort();
  const listPairs = (word: string) => byWord.get(word) ?? [];
  const listPairsFrom = memoise((start: string) => {
    const from = countLeading(sorted, (word) => word < start);
    const to = countLeading(sorted, (word) => word < start || word.startsWith(start));
    return sorted.slice(from, to).flatMap(listPairs);
  });
  return (phrase: string): readonly FoldedText[] => {
    const words = splitFoldedWords(phrase);
    const rarest = words
      .slice(0, -1)
      .map(listPairs)
      .reduce(
        (rare, some) => (some.length < rare.length ? some : rare),
        listPairsFrom(assertDefined(words.at(-1))),
      );
    return rarest.map(({ one }) => one);
  };
}

/** Indexes the names and ids of the records in a scope, because there may be very many words to look up. */
const indexScope = memoise((index: RecordIndex) =>
  memoise((scope: Scope) => {
    const entries = index.entries.filter((entry) => isWithin(scope, entry));
    const foldTexts = (listTexts: (record: AnyRecord) => readonly string[]) =>
      entries.flatMap(({ record }, at) =>
        listTexts(record).map((text) => ({ text: fold(text), at })),
      );
    const names = once(() => indexWords(foldTexts(listNames)));
    const ids = once(() => indexWords(foldTexts(({ id }) => [id])));
    return {
      byFullName: groupBy(
        foldTexts(({ id }) => index.getNames(id)),
        ({ text }) => text,
      ),
      findNames: (phrase: string) => names()(phrase),
      findIds: (phrase: string) => ids()(phrase),
      /** Returns the records of some texts, in the order of the dataset. */
      listEntries: (texts: readonly FoldedText[]) =>
        [...new Set(texts.map(({ at }) => at))]
          .sort((a, b) => a - b)
          .map((at) => assertDefined(entries[at])),
    };
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
 * The name of a collection, such as `talks`, and what has no letter or digit are tried with the first two rules only.
 */
export function matchRecords(word: string, index: RecordIndex, scope: Scope): readonly Entry[] {
  const exact = index.findEntry(word);
  if (exact && isWithin(scope, exact)) return [exact];
  const wanted = fold(word).trim();
  const { byFullName, findNames, findIds, listEntries } = indexScope(index)(scope);
  const named = byFullName.get(wanted) ?? [];
  const isCollection = collectionNames.some((name) => name === wanted);
  if (named.length > 0 || isCollection || splitFoldedWords(wanted).length === 0)
    return listEntries(named);
  const names = findNames(wanted);
  const rules = [
    () => names.filter(({ text }) => findWholeWords(text, wanted) >= 0),
    () => names.filter(({ text }) => findWordStart(text, wanted) >= 0),
    () => findIds(wanted).filter(({ text }) => ` ${text} `.includes(` ${wanted} `)),
  ];
  for (const find of rules) {
    const found = find();
    if (found.length > 0) return listEntries(found);
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
