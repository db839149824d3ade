import type { Fact } from '../../contracts/listing.ts';
import type { Anchor } from '../../contracts/verification-target.ts';
import { fold, foldWithOffsets } from '../../text/fold.ts';
import { present } from '../../text/present.ts';
import { collectionNames, describe, fieldsIn } from '../schema/collections.ts';
import { type Dataset, type Entry, entriesOf } from '../schema/dataset.ts';
import * as schema from '../schema/field-schema.ts';
import { type Field, fieldsOf } from '../schema/fields.ts';
import { startOfWord, type WordTest, wholeWords } from '../schema/names.ts';
import type { Links } from './links.ts';
import { summaryOf } from './summary.ts';
import { anchorText, textOf } from './tabulate.ts';

/** The schema of what a search finds. */
export const hitFields = fieldsOf(
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

type Mark = readonly [number, number];

/** The offset behind a stretch of folded units; one character may have been folded to several. */
function endOf(from: readonly number[], unit: number): number {
  let next = unit;
  while (from[next] === from[next - 1]) next += 1;
  return present(from[next]);
}

/** Where the phrases stand in a text, as offsets [from, to); overlapping ones are joined. */
export function marksOf(source: string, phrases: readonly string[]): readonly Mark[] {
  const { text: folded, from } = foldWithOffsets(source);
  const found: Mark[] = [];
  for (const phrase of phrases.filter((one) => one !== '')) {
    for (let at = folded.indexOf(phrase); at >= 0; at = folded.indexOf(phrase, at + 1)) {
      found.push([present(from[at]), endOf(from, at + phrase.length)]);
    }
  }
  const joined: Mark[] = [];
  for (const mark of found.sort((left, right) => left[0] - right[0])) {
    const last = joined.at(-1);
    if (last && mark[0] <= last[1])
      joined[joined.length - 1] = [last[0], Math.max(last[1], mark[1])];
    else joined.push(mark);
  }
  return joined;
}

/** A text of a field, and how it is searched. */
interface Searched {
  readonly field: Field;
  readonly text: string;
  readonly folded: string;
}

/** What is searched in a field: each passage, or else how the field reads and what the dataset has. */
function textsOf(fact: Fact, field: Field, links: Links): readonly Searched[] {
  const value = fact[field.name];
  const texts =
    field.kind === 'evidence'
      ? (value as readonly Anchor[]).map(anchorText)
      : [textOf(fact, field, links), [value].flat().join(', ')];
  return texts
    .filter((text) => text !== undefined)
    .map((text) => ({ field, text, folded: fold(text) }));
}

/** How well a phrase is found; the less the better. */
const ranks = { called: 0, wordInChief: 1, word: 2, startInChief: 3, start: 4, middle: 5 } as const;

// Math.min(...list) overflows the call stack if the list is long.
const lower = (left: number, right: number) => Math.min(left, right);
const higher = (left: number, right: number) => Math.max(left, right);

/** A phrase with the tests for whole words of it, and for words that begin with it. */
interface Phrase {
  readonly text: string;
  readonly isWhole: WordTest;
  readonly isStart: WordTest;
}

function rankIn({ field, folded }: Searched, phrase: Phrase, chief: ReadonlySet<string>): number {
  if (!folded.includes(phrase.text)) return Number.POSITIVE_INFINITY;
  const isChief = chief.has(field.name);
  if (phrase.isWhole(folded)) return isChief ? ranks.wordInChief : ranks.word;
  if (phrase.isStart(folded)) return isChief ? ranks.startInChief : ranks.start;
  return ranks.middle;
}

/** A record in which all phrases are found, and how well the worst of them is. */
interface Hit {
  readonly fact: Fact;
  readonly rank: number;
}

/** How a hit reads: the record in a line, unless it was found in a text that is no part of it. */
function textOfHit(entry: Entry, found: readonly Searched[], links: Links): string {
  const { summary } = describe(entry.collection);
  const isSummed = found.some(({ field }) => summary.includes(field.name));
  const isText = ({ field: { name, schema: own } }: Searched) =>
    name !== 'id' && own['x-reference'] === undefined;
  return (isSummed ? undefined : found.find(isText)?.text) ?? summaryOf(entry, links);
}

function hitIn(entry: Entry, phrases: readonly Phrase[], links: Links): Hit | undefined {
  const { collection, record } = entry;
  const chief = new Set(describe(collection).chief);
  const searched = fieldsIn(collection).flatMap((field) => textsOf(record, field, links));
  const calls = links.calls(record.id).map(fold);
  const found = searched
    .map((one) => ({ ...one, ranks: phrases.map((phrase) => rankIn(one, phrase, chief)) }))
    .map((one) => ({ ...one, rank: one.ranks.reduce(lower) }))
    .filter(({ rank }) => Number.isFinite(rank));
  const best = phrases.map(({ text }, at) =>
    found
      .map((one) => present(one.ranks[at]))
      .reduce(lower, calls.includes(text) ? ranks.called : Number.POSITIVE_INFINITY),
  );
  const rank = best.reduce(higher);
  if (!Number.isFinite(rank)) return undefined;
  const text = textOfHit(
    entry,
    [...found].sort((left, right) => left.rank - right.rank),
    links,
  );
  const fields = [...new Set(found.map(({ field }) => field.name))];
  const evidence = present(record.evidence);
  return { fact: { id: record.id, collection, fields, text, evidence }, rank };
}

/**
 * The records in which each of the phrases, as `foldPhrase` has them, is found: those that are called so come
 * first, then those that have it in their chief fields, then the others. What is found but in the middle of
 * words counts only where there is nothing else.
 */
export function searchRecords(
  dataset: Dataset,
  links: Links,
  phrases: readonly string[],
): readonly Fact[] {
  const wanted = phrases.map((text): Phrase => {
    return { text, isWhole: wholeWords([text]), isStart: startOfWord(text) };
  });
  const hits = entriesOf(dataset).flatMap((entry) => hitIn(entry, wanted, links) ?? []);
  const isInWords = hits.some(({ rank }) => rank < ranks.middle);
  return hits
    .filter(({ rank }) => !isInWords || rank < ranks.middle)
    .sort((left, right) => left.rank - right.rank)
    .map(({ fact }) => fact);
}

/** The stretches of the hits' texts that are to be marked, for phrases as `foldPhrase` has them. */
export function marksOfHits(phrases: readonly string[]) {
  return (hit: Fact, field: string): readonly Mark[] =>
    field === 'text' ? marksOf(String(hit.text), phrases) : [];
}
