import { linksOf } from '../dataset/query/links.ts';
import { summaryOf } from '../dataset/query/summary.ts';
import { type Dataset, type Entry, entriesOf, recordsOf } from '../dataset/schema/dataset.ts';
import { anyCollection, choicesOf } from '../dataset/schema/field-schema.ts';
import type { Field } from '../dataset/schema/fields.ts';

/** What may stand next on a command line, with a description. */
export type Candidate = readonly [word: string, about: string];

/** What candidates are drawn from. */
export interface CompletionContext {
  /** The dataset at hand, if it can be read. */
  readonly dataset: Dataset | undefined;
  /** The fields of what the command lists. */
  readonly fields: readonly Field[];
}

/** What may stand for a word, of which the beginning is given. */
export type Completer = (partial: string, context: CompletionContext) => readonly Candidate[];

/** Stands for the name of any file. */
export const anyFile = ':files';

/** Completes nothing. */
export const nothing: Completer = () => [];

/** The names of files. */
export const files: Completer = () => [[anyFile, '']];

/** The same candidates behind what stands before them in the word. */
export const prefixed = (start: string, candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.map(([word, about]) => [word === anyFile ? word : start + word, about]);

function idsIn(
  dataset: Dataset | undefined,
  isMeant: (entry: Entry) => boolean,
): readonly Candidate[] {
  if (!dataset) return [];
  const links = linksOf(dataset);
  return entriesOf(dataset)
    .filter(isMeant)
    .map((entry) => [entry.record.id, summaryOf(entry, links)]);
}

/** The ids of all records. */
export const records: Completer = (_partial, { dataset }) => idsIn(dataset, () => true);

/** The ids of the countries, with what else they are called. */
export const countries: Completer = (_partial, { dataset }) => {
  if (!dataset) return [];
  const { calls } = linksOf(dataset);
  return recordsOf(dataset, 'countries').map(({ id }) => [id, calls(id).slice(1).join(', ')]);
};

/** The last of some fields joined by commas; those before it are kept, and not offered again. */
export const fieldList: Completer = (partial, { fields }) => {
  const before = partial.slice(0, partial.lastIndexOf(',') + 1);
  const taken = before.split(',');
  return fields
    .filter(({ name }) => !taken.includes(name))
    .map(({ name, schema }) => [before + name, schema.description]);
};

/** The fields, each also with the hyphen that has it descend. */
export const sortFields: Completer = (_partial, { fields }) =>
  fields.flatMap(({ name, schema: { description } }): readonly Candidate[] => [
    [name, description],
    [`-${name}`, `${description} Descending.`],
  ]);

/** What may stand in a field, as far as that is known: a choice, or the ids that it refers to. */
function contentsOf({ schema }: Field, dataset: Dataset | undefined): readonly Candidate[] {
  const target = schema['x-reference'];
  if (target === anyCollection) return idsIn(dataset, () => true);
  if (target !== undefined) return idsIn(dataset, ({ collection }) => collection === target);
  return (choicesOf(schema) ?? []).map((word) => [word, '']);
}

/** A field and an operator, or for `field=` and `field!=` what stands in the field. */
export const conditions: Completer = (partial, { fields, dataset }) => {
  const [start, name] = /^(\w+)!?=/.exec(partial) ?? [];
  if (!start) return fields.map((field) => [`${field.name}=`, field.schema.description]);
  const field = fields.find((one) => one.name === name);
  return field ? prefixed(start, contentsOf(field, dataset)) : [];
};
