import type { Anchor, AnyRecord } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { fold, foldWithOffsets } from '../../text/fold.ts';
import { collectionNames, describeCollection, getFields } from '../schema/collections.ts';
import type { Entry } from '../schema/dataset.ts';
import * as schema from '../schema/fields.ts';
import { type Field, listFields } from '../schema/fields.ts';
import { matchWholeWords, matchWordStart, type WordTest } from '../schema/names.ts';
import { formatAnchor, formatField, summarise } from './read.ts';
import type { RecordIndex } from './record-index.ts';

/** Fields of a search result. */
export const hitFields = listFields(
  schema.record('A record in which a search has found something.', {
    id: schema.id('Id of the record.'),
    collection: schema.choice('The collection it belongs to.', ['summit', ...collectionNames]),
    fields: schema.textList('Fields in which it was found.', 'words'),
    text: schema.text('The record in one line, or the text that matches best.'),
    evidence: schema.evidence(0),
  }),
);

/** Folds a phrase for search. Returns an empty string if nothing is left to look for. */
export function foldPhrase(phrase: string): string {
  return fold(phrase).trim();
}

type Highlight = readonly [number, number];

/**
 * Returns the offset in the source at which a match in the folded text ends. A character that was folded to several
 * units is never split.
 */
function findEnd(from: readonly number[], unit: number): number {
  let next = unit;
  while (from[next] === from[next - 1]) next += 1;
  return assertDefined(from[next]);
}

/** Finds the phrases in a text. Returns offsets [from, to); overlapping or adjacent matches are joined. */
export function findHighlights(source: string, phrases: readonly string[]): readonly Highlight[] {
  const { text: folded, from } = foldWithOffsets(source);
  const found: Highlight[] = [];
  for (const phrase of phrases.filter((one) => one !== '')) {
    for (let at = folded.indexOf(phrase); at >= 0; at = folded.indexOf(phrase, at + 1)) {
      found.push([assertDefined(from[at]), findEnd(from, at + phrase.length)]);
    }
  }
  const joined: Highlight[] = [];
  for (const mark of found.sort((left, right) => left[0] - right[0])) {
    const last = joined.at(-1);
    if (last && mark[0] <= last[1])
      joined[joined.length - 1] = [last[0], Math.max(last[1], mark[1])];
    else joined.push(mark);
  }
  return joined;
}

interface SearchText {
  readonly field: Field;
  readonly text: string;
  readonly folded: string;
}

/** Lists the texts of a field to search: each passage, or the formatted and the raw value. */
function listSearchTexts(fact: AnyRecord, field: Field, index: RecordIndex): readonly SearchText[] {
  const value = fact[field.name];
  const texts =
    field.kind === 'evidence'
      ? (value as readonly Anchor[]).map(formatAnchor)
      : [formatField(fact, field, index), [value].flat().join(', ')];
  return texts
    .filter((text) => text !== undefined)
    .map((text) => ({ field, text, folded: fold(text) }));
}

/** Rank of a match; lower is better. */
const ranks = { called: 0, wordInChief: 1, word: 2, startInChief: 3, start: 4, middle: 5 } as const;

// Math.min(...list) overflows the call stack if the list is long.
const lower = (left: number, right: number) => Math.min(left, right);
const isHigher = (left: number, right: number) => Math.max(left, right);

/** Folded phrase, with tests for it as whole words and at the start of a word. */
interface Phrase {
  readonly text: string;
  readonly isWhole: WordTest;
  readonly isStart: WordTest;
}

function rankText(
  { field, folded }: SearchText,
  phrase: Phrase,
  defaultFields: ReadonlySet<string>,
): number {
  if (!folded.includes(phrase.text)) return Number.POSITIVE_INFINITY;
  const isChief = defaultFields.has(field.name);
  if (phrase.isWhole(folded)) return isChief ? ranks.wordInChief : ranks.word;
  if (phrase.isStart(folded)) return isChief ? ranks.startInChief : ranks.start;
  return ranks.middle;
}

/** Record that contains all phrases, with the rank of the worst match. */
interface Hit {
  readonly fact: AnyRecord;
  readonly rank: number;
}

/** Formats a hit: the best matching text, or the summary of the record if a field of the summary matches. */
function formatHit(entry: Entry, found: readonly SearchText[], index: RecordIndex): string {
  const { summary } = describeCollection(entry.collection);
  const isSummed = found.some(({ field }) => summary.includes(field.name));
  const isText = ({ field: { name, schema: own } }: SearchText) =>
    name !== 'id' && own['x-reference'] === undefined;
  return (isSummed ? undefined : found.find(isText)?.text) ?? summarise(entry, index);
}

function matchEntry(entry: Entry, phrases: readonly Phrase[], index: RecordIndex): Hit | undefined {
  const { collection, record } = entry;
  const defaultFields = new Set(describeCollection(collection).defaultFields);
  const searched = getFields(collection).flatMap((field) => listSearchTexts(record, field, index));
  const calls = index.getNames(record.id).map(fold);
  const found = searched
    .map((one) => ({
      ...one,
      ranks: phrases.map((phrase) => rankText(one, phrase, defaultFields)),
    }))
    .map((one) => ({ ...one, rank: one.ranks.reduce(lower) }))
    .filter(({ rank }) => Number.isFinite(rank));
  const best = phrases.map(({ text }, at) =>
    found
      .map((one) => assertDefined(one.ranks[at]))
      .reduce(lower, calls.includes(text) ? ranks.called : Number.POSITIVE_INFINITY),
  );
  const rank = best.reduce(isHigher);
  if (!Number.isFinite(rank)) return undefined;
  const text = formatHit(
    entry,
    [...found].sort((left, right) => left.rank - right.rank),
    index,
  );
  const fields = [...new Set(found.map(({ field }) => field.name))];
  const evidence = assertDefined(record.evidence);
  return { fact: { id: record.id, collection, fields, text, evidence }, rank };
}

/**
 * Finds the records that contain every phrase; the phrases are folded by `foldPhrase`. Best matches come first (see
 * `ranks`). Matches in the middle of a word are dropped if any record has a better match.
 */
export function searchRecords(
  phrases: readonly string[],
  index: RecordIndex,
): readonly AnyRecord[] {
  const wanted = phrases.map((text): Phrase => {
    return { text, isWhole: matchWholeWords([text]), isStart: matchWordStart(text) };
  });
  const hits = index.entries.flatMap((entry) => matchEntry(entry, wanted, index) ?? []);
  const isInWords = hits.some(({ rank }) => rank < ranks.middle);
  return hits
    .filter(({ rank }) => !isInWords || rank < ranks.middle)
    .sort((left, right) => left.rank - right.rank)
    .map(({ fact }) => fact);
}

/** Returns a function that finds the highlights in the text of a hit. The phrases are folded by `foldPhrase`. */
export function createHighlighter(phrases: readonly string[]) {
  return (hit: AnyRecord, field: string): readonly Highlight[] =>
    field === 'text' ? findHighlights(String(hit.text), phrases) : [];
}
