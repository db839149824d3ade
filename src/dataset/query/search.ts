import type { AnyRecord } from '../../model/record.ts';
import { UserError } from '../../system/user-error.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { fold } from '../../text/fold.ts';
import { memoise } from '../../text/memoise.ts';
import { allCollections, describeCollection, getFields } from '../schema/collections.ts';
import type { Entry } from '../schema/dataset.ts';
import * as schema from '../schema/fields.ts';
import { findWholeWords, findWordStart, nameFields } from '../schema/names.ts';
import { foldPhrase } from './highlights.ts';
import { formatField, readTexts, summarise } from './read.ts';
import type { RecordIndex } from './record-index.ts';

/** Fields of a search result. */
export const hitFields = schema.listFields(
  schema.record('A record in which a search has found something.', {
    id: schema.id('Id of the record.'),
    collection: schema.choice('The collection it belongs to.', allCollections),
    fields: schema.textList('Fields in which it was found.', 'words'),
    text: schema.text('The record in one line, and where it was found if that is elsewhere.'),
    evidence: schema.evidence(0),
  }),
);

/**
 * Folds the phrases of a search.
 * @throws UserError if nothing is left of one
 */
export function foldPhrases(phrases: readonly string[]): readonly string[] {
  const folded = phrases.map(foldPhrase);
  if (folded.includes('')) throw new UserError('nothing to search for');
  return folded;
}

interface SearchText {
  readonly field: schema.Field;
  readonly text: string;
  readonly folded: string;
}

/** Lists the texts of a field to search: its passages or values and, of references and amounts, how they read. */
function listFieldTexts(
  record: AnyRecord,
  field: schema.Field,
  index: RecordIndex,
): readonly string[] {
  const texts = readTexts(record, field, index);
  if (field.schema['x-reference']) return texts.flatMap((id) => [index.label(id) ?? id, id]);
  const amount = field.kind === 'number' ? formatField(record, field, index) : undefined;
  return amount === undefined ? texts : [amount, ...texts];
}

/** Lists the texts of a record to search. `foldName` folds those that many records share: ids, names and choices. */
const listSearchTexts = (
  { collection, record }: Entry,
  index: RecordIndex,
  foldName: typeof fold,
): readonly SearchText[] =>
  getFields(collection).flatMap((field) => {
    const foldText = field.schema['x-reference'] || field.schema.enum ? foldName : fold;
    const texts = listFieldTexts(record, field, index);
    return texts.map((text) => ({ field, text, folded: foldText(text) }));
  });

/** Rank of a match; lower is better. */
const ranks = {
  name: 0,
  wordInDefaultField: 1,
  word: 2,
  startInDefaultField: 3,
  start: 4,
  middle: 5,
  none: Number.POSITIVE_INFINITY,
} as const;

// Math.min(...list) overflows the call stack if the list is long.
const getLowest = (all: readonly number[]) =>
  all.reduce((left, right) => Math.min(left, right), ranks.none);

/** Fields whose values are the names of a record. */
const identifyingFields: readonly string[] = ['id', ...nameFields, 'iso'];

/** Ranks the match of a phrase in a text of a record. */
function rankText({ field, folded }: SearchText, phrase: string, { collection }: Entry): number {
  if (!folded.includes(phrase)) return ranks.none;
  if (folded === phrase && identifyingFields.includes(field.name)) return ranks.name;
  const isDefault = describeCollection(collection).defaultFields.includes(field.name);
  if (findWholeWords(folded, phrase) >= 0) return isDefault ? ranks.wordInDefaultField : ranks.word;
  if (findWordStart(folded, phrase) >= 0)
    return isDefault ? ranks.startInDefaultField : ranks.start;
  return ranks.middle;
}

/** Ranks a record by its worst matching phrase, each by its best match. Returns undefined if a phrase is missing. */
function matchEntry(
  entry: Entry,
  phrases: readonly string[],
  index: RecordIndex,
  foldName: typeof fold,
) {
  const texts = listSearchTexts(entry, index, foldName);
  const isMissing = (phrase: string) => !texts.some(({ folded }) => folded.includes(phrase));
  if (phrases.some(isMissing)) return undefined;
  const found = texts.filter(({ folded }) => phrases.some((phrase) => folded.includes(phrase)));
  const bests = phrases.map((phrase) =>
    getLowest(found.map((one) => rankText(one, phrase, entry))),
  );
  return { entry, rank: Math.max(...bests), found };
}

type Match = NonNullable<ReturnType<typeof matchEntry>>;

/** Formats a match: the record in one line and, for each phrase that is not in it, the text that matches it best. */
function formatMatch({ entry, found }: Match, phrases: readonly string[], index: RecordIndex) {
  const summary = summarise(entry, index);
  const folded = fold(summary);
  const places = phrases.map((phrase) => {
    if (folded.includes(phrase)) return undefined;
    const others = found.filter((one) => one.field.name !== 'id' && one.folded.includes(phrase));
    const ranksOfOthers = others.map((one) => rankText(one, phrase, entry));
    const best = others[ranksOfOthers.indexOf(getLowest(ranksOfOthers))];
    return best && `${best.field.name}: ${best.text}`;
  });
  return [summary, ...new Set(places)].filter((part) => part !== undefined).join(' · ');
}

/**
 * Finds the records that contain every phrase, in their order. Matches in the middle of a word are dropped if any record
 * has a better match.
 */
function matchEntries(
  entries: readonly Entry[],
  phrases: readonly string[],
  index: RecordIndex,
): readonly Match[] {
  const foldName = memoise(fold);
  const found = entries.flatMap((entry) => matchEntry(entry, phrases, index, foldName) ?? []);
  const isInWords = found.some(({ rank }) => rank < ranks.middle);
  return isInWords ? found.filter(({ rank }) => rank < ranks.middle) : found;
}

/** Finds the ids of the records that contain every phrase; the phrases are folded by `foldPhrase`. */
export const findMatchingIds = (
  entries: readonly Entry[],
  phrases: readonly string[],
  index: RecordIndex,
): ReadonlySet<string> =>
  new Set(matchEntries(entries, phrases, index).map(({ entry }) => entry.record.id));

/**
 * Searches all records for every phrase; the phrases are folded by `foldPhrase`. Best matches come first (see `ranks`).
 */
export function searchRecords(
  phrases: readonly string[],
  index: RecordIndex,
): readonly AnyRecord[] {
  return matchEntries(index.entries, phrases, index)
    .toSorted((left, right) => left.rank - right.rank)
    .map((match): AnyRecord => {
      const { collection, record } = match.entry;
      return {
        id: record.id,
        collection,
        fields: [...new Set(match.found.map(({ field }) => field.name))],
        // Formatted when it is read, because most of many hits are only counted or cut off.
        get text() {
          return formatMatch(match, phrases, index);
        },
        evidence: assertDefined(record.evidence),
      };
    });
}
