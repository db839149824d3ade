import type { AnyRecord } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { fold, foldWithOffsets } from '../../text/fold.ts';
import { collectionNames, describeCollection, getFields } from '../schema/collections.ts';
import type { Entry } from '../schema/dataset.ts';
import * as schema from '../schema/fields.ts';
import { matchWholeWords, matchWordStart } from '../schema/names.ts';
import { formatField, readTexts, summarise } from './read.ts';
import type { RecordIndex } from './record-index.ts';

/** Fields of a search result. */
export const hitFields = schema.listFields(
  schema.record('A record in which a search has found something.', {
    id: schema.id('Id of the record.'),
    collection: schema.choice('The collection it belongs to.', ['summit', ...collectionNames]),
    fields: schema.textList('Fields in which it was found.', 'words'),
    text: schema.text('The record in one line, or the text that matches best.'),
    evidence: schema.evidence(0),
  }),
);

/** Folds a phrase for search. Returns an empty string if nothing is left to look for. */
export const foldPhrase = (phrase: string): string => fold(phrase).trim();

type Highlight = readonly [number, number];

/** Finds the phrases in a text. Returns offsets [from, to); overlapping or adjacent matches are joined. */
export function findHighlights(source: string, phrases: readonly string[]): readonly Highlight[] {
  const { text: folded, from } = foldWithOffsets(source);
  const found: Highlight[] = [];
  for (const phrase of phrases.filter((one) => one !== '')) {
    for (let at = folded.indexOf(phrase); at >= 0; at = folded.indexOf(phrase, at + 1)) {
      let end = at + phrase.length;
      // A character that was folded to several units is never split.
      while (from[end] === from[end - 1]) end += 1;
      found.push([assertDefined(from[at]), assertDefined(from[end])]);
    }
  }
  const joined: Highlight[] = [];
  for (const [start, end] of found.sort((left, right) => left[0] - right[0])) {
    const last = joined.at(-1);
    if (last && start <= last[1]) joined.splice(-1, 1, [last[0], Math.max(last[1], end)]);
    else joined.push([start, end]);
  }
  return joined;
}

/** Lists the texts of a field to search: each passage, or the formatted and the raw value. */
function listSearchTexts(record: AnyRecord, field: schema.Field, index: RecordIndex) {
  const raw = readTexts(record, field, index);
  const texts =
    field.kind === 'evidence' ? raw : [formatField(record, field, index), raw.join(', ')];
  return [...new Set(texts)]
    .filter((text) => text !== undefined)
    .map((text) => ({ field, text, folded: fold(text) }));
}

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

/** Builds the tests for a folded phrase as whole words and at the start of a word. */
const createPhrase = (text: string) => ({
  text,
  isWhole: matchWholeWords([text]),
  isStart: matchWordStart(text),
});

type Phrase = ReturnType<typeof createPhrase>;

function rankText(folded: string, phrase: Phrase, isDefault: boolean): number {
  if (!folded.includes(phrase.text)) return ranks.none;
  if (phrase.isWhole(folded)) return isDefault ? ranks.wordInDefaultField : ranks.word;
  if (phrase.isStart(folded)) return isDefault ? ranks.startInDefaultField : ranks.start;
  return ranks.middle;
}

type SearchText = ReturnType<typeof listSearchTexts>[number];

/** Formats a hit: the best matching text, or the summary of the record if a field of the summary matches. */
function formatHit(entry: Entry, found: readonly SearchText[], index: RecordIndex): string {
  const { summary } = describeCollection(entry.collection);
  const isSummed = found.some(({ field }) => summary.includes(field.name));
  const isText = ({ field: { name, schema: own } }: SearchText) =>
    name !== 'id' && own['x-reference'] === undefined;
  return (isSummed ? undefined : found.find(isText)?.text) ?? summarise(entry, index);
}

/** Ranks a record by its worst matching phrase, each by its best match. Returns undefined if a phrase is missing. */
function matchEntry(entry: Entry, phrases: readonly Phrase[], index: RecordIndex) {
  const { collection, record } = entry;
  const { defaultFields } = describeCollection(collection);
  const names = index.getNames(record.id).map(fold);
  const found = getFields(collection)
    .flatMap((field) => listSearchTexts(record, field, index))
    .map((one) => {
      const isDefault = defaultFields.includes(one.field.name);
      const byPhrase = phrases.map((phrase) => rankText(one.folded, phrase, isDefault));
      return { ...one, byPhrase, rank: getLowest(byPhrase) };
    })
    .filter(({ rank }) => rank < ranks.none);
  const bests = phrases.map(({ text }, at) =>
    names.includes(text)
      ? ranks.name
      : getLowest(found.map((one) => assertDefined(one.byPhrase[at]))),
  );
  const rank = bests.reduce((left, right) => Math.max(left, right));
  if (rank === ranks.none) return undefined;
  const byRank = found.toSorted((left, right) => left.rank - right.rank);
  const fields = [...new Set(found.map(({ field }) => field.name))];
  const evidence = assertDefined(record.evidence);
  const text = formatHit(entry, byRank, index);
  return { rank, hit: { id: record.id, collection, fields, text, evidence } };
}

/**
 * Finds the records that contain every phrase; the phrases are folded by `foldPhrase`. Best matches come first (see
 * `ranks`). Matches in the middle of a word are dropped if any record has a better match.
 */
export function searchRecords(
  phrases: readonly string[],
  index: RecordIndex,
): readonly AnyRecord[] {
  const wanted = phrases.map(createPhrase);
  const found = index.entries.flatMap((entry) => matchEntry(entry, wanted, index) ?? []);
  const isInWords = found.some(({ rank }) => rank < ranks.middle);
  return found
    .filter(({ rank }) => !isInWords || rank < ranks.middle)
    .sort((left, right) => left.rank - right.rank)
    .map(({ hit }) => hit);
}

/** Returns a function that finds the highlights in the text of a hit. The phrases are folded by `foldPhrase`. */
export const createHighlighter = (phrases: readonly string[]) => (hit: AnyRecord, field: string) =>
  field === 'text' ? findHighlights(String(hit.text), phrases) : [];
