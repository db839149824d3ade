import type { Fact } from '../../contracts/listing.ts';
import type { Anchor } from '../../contracts/verification-target.ts';
import { fold, foldWithOffsets } from '../../text/fold.ts';
import { fieldsIn } from '../schema/collections.ts';
import { type Dataset, entriesOf } from '../schema/dataset.ts';
import * as schema from '../schema/field-schema.ts';
import { type Field, fieldsOf } from '../schema/fields.ts';
import type { Links } from './links.ts';
import { anchorText, textOf } from './tabulate.ts';

/** The schema of what a search finds: one field of one record. */
export const hitFields = fieldsOf(
  schema.record('A field in which a search has found something.', {
    id: schema.id('The record.'),
    collection: schema.text('The collection that the record stands in.'),
    field: schema.text('The field.'),
    text: schema.text('How the field reads.'),
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
  while (next < from.length - 1 && from[next] === from[next - 1]) next += 1;
  return from[next] ?? 0;
}

/** Where the phrases stand in a text, as offsets [from, to); overlapping ones are joined. */
export function marksOf(source: string, phrases: readonly string[]): readonly Mark[] {
  const { text: folded, from } = foldWithOffsets(source);
  const found: Mark[] = [];
  for (const phrase of phrases.filter((one) => one !== '')) {
    for (let at = folded.indexOf(phrase); at >= 0; at = folded.indexOf(phrase, at + 1)) {
      found.push([from[at] ?? 0, endOf(from, at + phrase.length)]);
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

/** A text, and how it is searched. */
interface Searched {
  readonly text: string;
  readonly folded: string;
}

/** What is searched in a field: each passage, or else how the field reads and what the dataset has. */
function textsOf(fact: Fact, field: Field, links: Links): readonly string[] {
  const value = fact[field.name] ?? null;
  if (value === null) return [];
  if (field.kind === 'evidence') return (value as readonly Anchor[]).map(anchorText);
  const shown = textOf(fact, field, links.label);
  return [...(shown === undefined ? [] : [shown]), [value].flat().join(', ')];
}

/** The texts of a field in which one of the phrases is found, as one text; of two readings the first. */
function hitIn(texts: readonly Searched[], field: Field, phrases: readonly string[]) {
  const hits = texts.filter(({ folded }) => phrases.some((phrase) => folded.includes(phrase)));
  const kept = field.kind === 'evidence' ? hits : hits.slice(0, 1);
  return kept.map(({ text: one }) => one).join('; ');
}

/**
 * The fields in which any of the phrases, as `foldPhrase` has them, is found, of the records in which each
 * of them is, in the order of the dataset.
 */
export function searchRecords(
  dataset: Dataset,
  links: Links,
  phrases: readonly string[],
): readonly Fact[] {
  return entriesOf(dataset).flatMap(({ collection, record: fact }) => {
    const searched = fieldsIn(collection).map((field) => ({
      field,
      texts: textsOf(fact, field, links).map((one): Searched => ({ text: one, folded: fold(one) })),
    }));
    const folded = searched.flatMap(({ texts }) => texts.map((one) => one.folded));
    if (!phrases.every((phrase) => folded.some((one) => one.includes(phrase)))) return [];
    return searched.flatMap(({ field, texts }) => {
      const hit = hitIn(texts, field, phrases);
      if (hit === '') return [];
      const evidence = fact.evidence ?? [];
      return [{ id: fact.id, collection, field: field.name, text: hit, evidence }];
    });
  });
}

/** The stretches of the hits' texts that are to be marked, for phrases as `foldPhrase` has them. */
export function marksOfHits(phrases: readonly string[]) {
  return (hit: Fact, field: string): readonly Mark[] =>
    field === 'text' ? marksOf(String(hit.text), phrases) : [];
}
