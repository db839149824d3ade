import type { AnyRecord } from '../../contracts/listing.ts';
import type { Anchor } from '../../contracts/verification-target.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { fold, foldWithOffsets } from '../../text/fold.ts';
import { collectionNames, describeCollection, getFields } from '../schema/collections.ts';
import { type Dataset, type Entry, listEntries } from '../schema/dataset.ts';
import * as schema from '../schema/field-schema.ts';
import { type Field, listFields } from '../schema/fields.ts';
import { matchWholeWords, matchWordStart, type WordTest } from '../schema/names.ts';
import type { RecordIndex } from './record-index.ts';
import { summarise } from './summary.ts';
import { formatAnchor, formatField } from './tabulate.ts';

/** The schema of what a search finds. */
export const hitFields = listFields(
  schema.record('A record in which a search has found something.', {
    id: schema.id('The record.'),
    collection: schema.choice('The collection that it stands in.', ['summit', ...collectionNames]),
    fields: schema.list('The fields in which it was found.', 'words'),
    text: schema.text('The record in a line, or what it says where that has been found.'),
    evidence: schema.evidence(0),
  }),
);

/** A phrase as it is looked for in folded texts; empty if there is nothing in it to look for. */
export function foldPhrase(phrase: string): string {
  return fold(phrase).trim();
}

type Highlight = readonly [number, number];

/** The offset behind a stretch of folded units; one character may have been folded to several. */
function findEnd(from: readonly number[], unit: number): number {
  let next = unit;
  while (from[next] === from[next - 1]) next += 1;
  return assertDefined(from[next]);
}

/** Where the phrases stand in a text, as offsets [from, to); overlapping ones are joined. */
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

/** A text of a field, and how it is searched. */
interface SearchText {
  readonly field: Field;
  readonly text: string;
  readonly folded: string;
}

/** What is searched in a field: each passage, or else how the field reads and what the dataset has. */
function listSearchTexts(fact: AnyRecord, field: Field, links: RecordIndex): readonly SearchText[] {
  const value = fact[field.name];
  const texts =
    field.kind === 'evidence'
      ? (value as readonly Anchor[]).map(formatAnchor)
      : [formatField(fact, field, links), [value].flat().join(', ')];
  return texts
    .filter((text) => text !== undefined)
    .map((text) => ({ field, text, folded: fold(text) }));
}

/** How well a phrase is found; the less the better. */
const ranks = { called: 0, wordInChief: 1, word: 2, startInChief: 3, start: 4, middle: 5 } as const;

// Math.min(...list) overflows the call stack if the list is long.
const lower = (left: number, right: number) => Math.min(left, right);
const isHigher = (left: number, right: number) => Math.max(left, right);

/** A phrase with the tests for whole words of it, and for words that begin with it. */
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

/** A record in which all phrases are found, and how well the worst of them is. */
interface Hit {
  readonly fact: AnyRecord;
  readonly rank: number;
}

/** How a hit reads: the record in a line, unless it was found in a text that is no part of it. */
function formatHit(entry: Entry, found: readonly SearchText[], links: RecordIndex): string {
  const { summary } = describeCollection(entry.collection);
  const isSummed = found.some(({ field }) => summary.includes(field.name));
  const isText = ({ field: { name, schema: own } }: SearchText) =>
    name !== 'id' && own['x-reference'] === undefined;
  return (isSummed ? undefined : found.find(isText)?.text) ?? summarise(entry, links);
}

function matchEntry(entry: Entry, phrases: readonly Phrase[], links: RecordIndex): Hit | undefined {
  const { collection, record } = entry;
  const defaultFields = new Set(describeCollection(collection).defaultFields);
  const searched = getFields(collection).flatMap((field) => listSearchTexts(record, field, links));
  const calls = links.getNames(record.id).map(fold);
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
    links,
  );
  const fields = [...new Set(found.map(({ field }) => field.name))];
  const evidence = assertDefined(record.evidence);
  return { fact: { id: record.id, collection, fields, text, evidence }, rank };
}

/**
 * The records in which each of the phrases, as `foldPhrase` has them, is found: those that are called so come
 * first, then those that have it in their defaultFields fields, then the others. What is found but in the middle of
 * words counts only where there is nothing else.
 */
export function searchRecords(
  dataset: Dataset,
  links: RecordIndex,
  phrases: readonly string[],
): readonly AnyRecord[] {
  const wanted = phrases.map((text): Phrase => {
    return { text, isWhole: matchWholeWords([text]), isStart: matchWordStart(text) };
  });
  const hits = listEntries(dataset).flatMap((entry) => matchEntry(entry, wanted, links) ?? []);
  const isInWords = hits.some(({ rank }) => rank < ranks.middle);
  return hits
    .filter(({ rank }) => !isInWords || rank < ranks.middle)
    .sort((left, right) => left.rank - right.rank)
    .map(({ fact }) => fact);
}

/** The stretches of the hits' texts that are to be marked, for phrases as `foldPhrase` has them. */
export function createHighlighter(phrases: readonly string[]) {
  return (hit: AnyRecord, field: string): readonly Highlight[] =>
    field === 'text' ? findHighlights(String(hit.text), phrases) : [];
}
