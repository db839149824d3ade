import type { Scope } from '../dataset/query/find-record.ts';
import { summarise } from '../dataset/query/read.ts';
import { indexRecords, type RecordIndex } from '../dataset/query/record-index.ts';
import { collectionNames, describeCollection } from '../dataset/schema/collections.ts';
import type { Dataset, Entry } from '../dataset/schema/dataset.ts';
import { anyCollection, type Field, listChoices } from '../dataset/schema/fields.ts';
import { listNames } from '../dataset/schema/names.ts';
import type { AnyRecord } from '../model/record.ts';
import { fold } from '../text/fold.ts';
import { formatCount } from '../text/format-count.ts';
import { groupBy } from '../text/group-by.ts';

/** Completion for a word, with a description. */
export type Candidate = readonly [word: string, description: string];

export interface CompletionContext {
  /** Current dataset, if it can be read. */
  readonly dataset: Dataset | undefined;
  /** Fields of the records that the command lists. */
  readonly fields: readonly Field[];
  /** Words between the program's name and the one to complete. */
  readonly before: readonly string[];
  /** Lists the records of the listing that meet the conditions before the word; none for other commands. */
  readonly listRecords: () => readonly AnyRecord[];
}

/** Returns the completions for a partially typed word. */
export type Completer = (partial: string, context: CompletionContext) => readonly Candidate[];

/** Candidate that the completion scripts replace with file names. */
export const anyFile = ':files';

export const completeFiles: Completer = () => [[anyFile, '']];

/** Adds a prefix to each candidate except `anyFile`. */
export const addPrefix = (start: string, candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.map(([word, description]) => [word === anyFile ? word : start + word, description]);

/** Lists the capitalised words of a name after the first, as written and folded. */
const listProperWords = (name: string): readonly string[] =>
  name
    .split(/\s+/)
    .slice(1)
    .filter((word) => /^\p{Lu}/u.test(word))
    .flatMap((word) => [word, fold(word)]);

/** Completes a record by name, code or a further word of its name, if no other record has the same. */
function completeName(
  partial: string,
  entries: readonly Entry[],
  index: RecordIndex,
): readonly Candidate[] {
  const named = entries.flatMap(({ record }) => {
    const words = [...index.getNames(record.id), ...listNames(record).flatMap(listProperWords)];
    return [...new Set(words)].map((word) => ({ word, folded: fold(word), id: record.id }));
  });
  return [...groupBy(named, ({ folded }) => folded).values()]
    .filter((same) => new Set(same.map(({ id }) => id)).size === 1)
    .flatMap((same) => same.filter(({ word, id }) => word.startsWith(partial) && word !== id))
    .map(({ word, id }) => [word, id]);
}

/**
 * Completes a record of a collection: by id and, once something is typed, by name too. Of all records, those without a
 * name are left out until something is typed, because there are many of them.
 */
function completeRecord(
  scope: Scope,
  partial: string,
  { dataset }: CompletionContext,
): readonly Candidate[] {
  if (!dataset) return [];
  const index = indexRecords(dataset);
  const entries = index.entries.filter(({ collection }) =>
    [collection, anyCollection].includes(scope),
  );
  const isNamed = ({ record: { id } }: Entry) => index.label(id) !== id;
  const offered = partial === '' && scope === anyCollection ? entries.filter(isNamed) : entries;
  const ids = offered.map((entry): Candidate => [entry.record.id, summarise(entry, index)]);
  return partial === '' ? ids : [...ids, ...completeName(partial, entries, index)];
}

/** Completes a record that is not given yet. */
export const completeRecords: Completer = (partial, context) =>
  completeRecord(anyCollection, partial, context).filter(
    ([word]) => !context.before.includes(word),
  );

/** Completes the last word of a comma-separated list, without the words that are already in the list. */
const completeList =
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

export const completeCountryList = completeList((word, context) =>
  completeRecord('countries', word, context),
);

/** Completes a comma-separated list of collections and records. */
export const completeLinkedList = completeList((word, context) => [
  ...collectionNames.map((name): Candidate => [name, describeCollection(name).description]),
  ...completeRecord(anyCollection, word, context),
]);

export const completeField: Completer = (_partial, { fields }) =>
  fields.map(({ name, schema }) => [name, schema.description]);

export const completeFieldList = completeList(completeField);

/** Completes a field to sort by, with or without the hyphen for descending order. */
export const completeSortKeys: Completer = (_partial, { fields }) =>
  fields.flatMap(({ name, schema: { description } }): readonly Candidate[] => [
    [name, description],
    [`-${name}`, `descending: ${description}`],
  ]);

/** Lists the texts of a field in some records, the most frequent first. */
function listValues(
  name: string,
  records: readonly AnyRecord[],
): readonly (readonly [string, number])[] {
  const texts = records.flatMap((record) => [record[name] ?? []].flat());
  const groups = groupBy(
    texts.filter((text) => typeof text === 'string'),
    (text) => text,
  );
  return [...groups]
    .map(([text, { length }]): [string, number] => [text, length])
    .sort(([, a], [, b]) => b - a);
}

/** Completes a value of a field: a record, a choice that occurs, or a text that occurs more than once. */
function completeValue(
  { name, schema }: Field,
  partial: string,
  context: CompletionContext,
): readonly Candidate[] {
  const target = schema['x-reference'];
  if (target !== undefined) return completeRecord(target as Scope, partial, context);
  const values = listValues(name, context.listRecords());
  const choices = listChoices(schema);
  const found = choices ? values : values.filter(([, count]) => count > 1);
  if (choices && found.length === 0) return choices.map((word) => [word, '']);
  return found.map(([word, count]) => [word, formatCount(count, 'record')]);
}

/** Completes a field name or, after `field=` or `field!=`, a value. */
export const completeConditions: Completer = (partial, context) => {
  const [start = '', name] = /^(\w+)!?=/.exec(partial) ?? [];
  const field = context.fields.find((one) => one.name === name);
  return field
    ? addPrefix(start, completeValue(field, partial.slice(start.length), context))
    : context.fields.map((one) => [`${one.name}=`, one.schema.description]);
};
