import type { Fact } from '../listing.ts';
import { fieldsIn } from './collections.ts';
import { type Dataset, entriesOf } from './dataset.ts';
import { type Field, fieldsOf } from './fields.ts';
import { fold, foldWithOffsets } from './fold.ts';
import type { Links } from './links.ts';
import { evidence, id, record, text } from './shape.ts';
import { textOf } from './tabulate.ts';

/** The shape of what a search finds: one field of one record. */
export const hitFields = fieldsOf(
  record('A field in which a search has found something.', {
    id: id('The record.'),
    collection: text('The collection that the record stands in.'),
    field: text('The field.'),
    text: text('How the field reads.'),
    evidence: evidence(0),
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

/** What is searched in a field: how it reads, and what stands in the dataset. */
function textsOf(fact: Fact, field: Field, links: Links): readonly string[] {
  const shown = textOf(fact, field, links.label);
  const value = fact[field.name] ?? null;
  const texts = shown === undefined ? [] : [shown];
  if (value === null || field.kind === 'evidence') return texts;
  return [...texts, [value].flat().join(', ')].filter((one) => one !== '');
}

/**
 * The fields in which any of the phrases, as `foldPhrase` has them, is found, of the records in which each
 * of them is, in the order of the dataset.
 */
export function search(
  dataset: Dataset,
  links: Links,
  phrases: readonly string[],
): readonly Fact[] {
  return entriesOf(dataset).flatMap(({ collection, record: fact }) => {
    const texts = fieldsIn(collection).map((field) => ({
      field: field.name,
      texts: textsOf(fact, field, links).map((one) => ({ text: one, folded: fold(one) })),
    }));
    const has = (phrase: string) =>
      texts.some((one) => one.texts.some((t) => t.folded.includes(phrase)));
    if (!phrases.every(has)) return [];
    return texts.flatMap(({ field, texts: candidates }) => {
      const hit = candidates.find((one) => phrases.some((phrase) => one.folded.includes(phrase)));
      return hit
        ? [{ id: fact.id, collection, field, text: hit.text, evidence: fact.evidence ?? [] }]
        : [];
    });
  });
}

/** The stretches of the hits' texts that are to be marked, for phrases as `foldPhrase` has them. */
export function marksOfHits(phrases: readonly string[]) {
  return (hit: Fact, field: string): readonly Mark[] =>
    field === 'text' ? marksOf(String(hit.text), phrases) : [];
}
