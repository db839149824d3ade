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

export const completeNothing: Completer = () => [];

export const completeFiles: Completer = () => [[anyFile, '']];

/** Adds a prefix to each candidate except `anyFile`. */
export const addPrefix = (start: string, candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.map(([word, description]) => [word === anyFile ? word : start + word, description]);

/** Creates a completer for the records of a collection: by id and, once something is typed, by name and code too. */
const createRecordCompleter =
  (scope: string): Completer =>
  (partial, { dataset }) => {
    if (!dataset) return [];
    const index = indexRecords(dataset);
    const entries = index.entries.filter(
      ({ collection }) => scope === anyCollection || scope === collection,
    );
    const ids = entries.map((entry): Candidate => [entry.record.id, summarise(entry, index)]);
    const names = entries.flatMap(({ record: { id } }) =>
      index.getNames(id).map((name): Candidate => [name, id]),
    );
    return partial === '' ? ids : [...ids, ...names.filter(([name, id]) => name !== id)];
  };

export const completeRecords = createRecordCompleter(anyCollection);

/** Completes the last word of a comma-separated list, without the words that are already in the list. */
const completeLast =
  (complete: Completer): Completer =>
  (partial, context) => {
    const before = partial.slice(0, partial.lastIndexOf(',') + 1);
    const taken = before.split(',');
    const candidates = complete(partial.slice(before.length), context);
    return addPrefix(
      before,
      candidates.filter(([word]) => !taken.includes(word) && !word.includes(',')),
    );
  };

export const completeCountryList = completeLast(createRecordCompleter('countries'));

/** Completes a comma-separated list of fields. */
export const completeFields = completeLast((_partial, { fields }) =>
  fields.map(({ name, schema }) => [name, schema.description]),
);

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

/** Creates a completer for the values of a field: records, choices or texts that occur more than once. */
const createValueCompleter =
  ({ name, schema }: Field): Completer =>
  (partial, context) => {
    const target = schema['x-reference'];
    if (target !== undefined) return createRecordCompleter(target)(partial, context);
    const words = listChoices(schema) ?? findRepeated(name, context.listed);
    return words.map((word) => [word, '']);
  };

/** Completes a field name or, after `field=` or `field!=`, a value. */
export const completeConditions: Completer = (partial, context) => {
  const { fields } = context;
  const name = /^(\w+)!?=/.exec(partial)?.[1];
  const field = fields.find((one) => one.name === name);
  if (!field) return fields.map((one) => [`${one.name}=`, one.schema.description]);
  const start = partial.slice(0, partial.indexOf('=') + 1);
  return addPrefix(start, createValueCompleter(field)(partial.slice(start.length), context));
};
