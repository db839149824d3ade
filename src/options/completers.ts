import { summarise } from '../dataset/query/read.ts';
import { indexRecords } from '../dataset/query/record-index.ts';
import type { Dataset } from '../dataset/schema/dataset.ts';
import { anyCollection, type Field, listChoices } from '../dataset/schema/fields.ts';
import type { AnyRecord } from '../model/record.ts';

/** Completion for a word, with a description. */
export type Candidate = readonly [word: string, description: string];

export interface CompletionContext {
  /** Current dataset, if it can be read. */
  readonly dataset: Dataset | undefined;
  /** Fields of the records that the command lists. */
  readonly fields: readonly Field[];
  /** Records of the collection that the command lists; empty for other commands. */
  readonly listed: readonly AnyRecord[];
}

/** Returns the completions for a partially typed word. */
export type Completer = (partial: string, context: CompletionContext) => readonly Candidate[];

/** Candidate that the completion scripts replace with file names. */
export const anyFile = ':files';

export const completeFiles: Completer = () => [[anyFile, '']];

/** Adds a prefix to each candidate except `anyFile`. */
export const addPrefix = (start: string, candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.map(([word, description]) => [word === anyFile ? word : start + word, description]);

/** Completes a record of a collection: by id and, once something is typed, by name and code too. */
function completeRecord(
  scope: string,
  partial: string,
  { dataset }: CompletionContext,
): readonly Candidate[] {
  if (!dataset) return [];
  const index = indexRecords(dataset);
  const entries = index.entries.filter(({ collection }) =>
    [collection, anyCollection].includes(scope),
  );
  const ids = entries.map((entry): Candidate => [entry.record.id, summarise(entry, index)]);
  const names = entries.flatMap(({ record: { id } }) =>
    index.getNames(id).map((name): Candidate => [name, id]),
  );
  return partial === '' ? ids : [...ids, ...names.filter(([name, id]) => name !== id)];
}

export const completeRecords: Completer = (partial, context) =>
  completeRecord(anyCollection, partial, context);

/** Completes the last word of a comma-separated list, without the words that are already in the list. */
function completeLast(
  partial: string,
  complete: (word: string) => readonly Candidate[],
): readonly Candidate[] {
  const before = partial.slice(0, partial.lastIndexOf(',') + 1);
  const taken = before.split(',');
  const candidates = complete(partial.slice(before.length));
  return addPrefix(
    before,
    candidates.filter(([word]) => !taken.includes(word) && !word.includes(',')),
  );
}

export const completeCountryList: Completer = (partial, context) =>
  completeLast(partial, (word) => completeRecord('countries', word, context));

/** Completes a comma-separated list of fields. */
export const completeFieldList: Completer = (partial, { fields }) =>
  completeLast(partial, () => fields.map(({ name, schema }) => [name, schema.description]));

/** Completes a field to sort by, with or without the hyphen for descending order. */
export const completeSortKeys: Completer = (_partial, { fields }) =>
  fields.flatMap(({ name, schema: { description } }): readonly Candidate[] => [
    [name, description],
    [`-${name}`, `${description} Descending.`],
  ]);

/** Finds the texts that occur more than once in a field. */
function findRepeated(name: string, listed: readonly AnyRecord[]): readonly string[] {
  const [seen, repeated] = [new Set<string>(), new Set<string>()];
  for (const { [name]: value } of listed) {
    if (typeof value !== 'string') continue;
    if (seen.has(value)) repeated.add(value);
    seen.add(value);
  }
  return [...repeated];
}

/** Completes a value of a field: a record, a choice or a text that occurs more than once. */
function completeValue(
  { name, schema }: Field,
  partial: string,
  context: CompletionContext,
): readonly Candidate[] {
  const target = schema['x-reference'];
  if (target !== undefined) return completeRecord(target, partial, context);
  const words = listChoices(schema) ?? findRepeated(name, context.listed);
  return words.map((word) => [word, '']);
}

/** Completes a field name or, after `field=` or `field!=`, a value. */
export const completeConditions: Completer = (partial, context) => {
  const [start = '', name] = /^(\w+)!?=/.exec(partial) ?? [];
  const field = context.fields.find((one) => one.name === name);
  return field
    ? addPrefix(start, completeValue(field, partial.slice(start.length), context))
    : context.fields.map((one) => [`${one.name}=`, one.schema.description]);
};
