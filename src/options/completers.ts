import type { AnyRecord } from '../contracts/listing.ts';
import { indexRecords } from '../dataset/query/record-index.ts';
import { summarise } from '../dataset/query/summary.ts';
import { type Dataset, type Entry, listEntries } from '../dataset/schema/dataset.ts';
import { anyCollection, listChoices } from '../dataset/schema/field-schema.ts';
import type { Field } from '../dataset/schema/fields.ts';

/** What may stand next on a command line, with a description. */
export type Candidate = readonly [word: string, about: string];

/** What candidates are drawn from. */
export interface CompletionContext {
  /** The dataset at hand, if it can be read. */
  readonly dataset: Dataset | undefined;
  /** The fields of what the command lists, and the records as far as they are of the dataset. */
  readonly fields: readonly Field[];
  readonly listed: readonly AnyRecord[];
}

/** What may stand for a word, of which the beginning is given. */
export type Completer = (partial: string, context: CompletionContext) => readonly Candidate[];

/** Stands for the name of any file. */
export const anyFile = ':files';

/** Completes nothing. */
export const completeNothing: Completer = () => [];

/** The names of files. */
export const completeFiles: Completer = () => [[anyFile, '']];

/** The same candidates behind what stands before them in the word. */
export const addPrefix = (start: string, candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.map(([word, about]) => [word === anyFile ? word : start + word, about]);

/** What calls a record: its id, and once something is typed its names and codes too. */
const createRecordCompleter =
  (isMeant: (entry: Entry) => boolean): Completer =>
  (partial, { dataset }) => {
    if (!dataset) return [];
    const links = indexRecords(dataset);
    const entries = listEntries(dataset).filter(isMeant);
    const ids = entries.map((entry): Candidate => [entry.record.id, summarise(entry, links)]);
    const names = entries.flatMap(({ record: { id } }) =>
      links.getNames(id).map((name): Candidate => [name, id]),
    );
    return partial === '' ? ids : [...ids, ...names.filter(([name, id]) => name !== id)];
  };

/** What calls any record. */
export const completeRecords = createRecordCompleter(() => true);

const completeRecordsIn = (name: string) =>
  createRecordCompleter(({ collection }) => collection === name);

/** Completes the last of some words joined by commas; those before it are kept, and not offered again. */
const completeLast =
  (completer: Completer): Completer =>
  (partial, context) => {
    const before = partial.slice(0, partial.lastIndexOf(',') + 1);
    const taken = before.split(',');
    const candidates = completer(partial.slice(before.length), context);
    return addPrefix(
      before,
      candidates.filter(([word]) => !taken.includes(word) && !word.includes(',')),
    );
  };

/** Completes a list of countries. */
export const completeCountryList = completeLast(completeRecordsIn('countries'));

/** Completes a list of fields. */
export const completeFields = completeLast((_partial, { fields }) =>
  fields.map(({ name, schema }) => [name, schema.description]),
);

/** The fields, each also with the hyphen that has it descend. */
export const completeSortKeys: Completer = (_partial, { fields }) =>
  fields.flatMap(({ name, schema: { description } }): readonly Candidate[] => [
    [name, description],
    [`-${name}`, `${description} Descending.`],
  ]);

/** What stands in a field of several of some records. */
function findRepeated(name: string, listed: readonly AnyRecord[]): readonly string[] {
  const [seen, repeated] = [new Set<string>(), new Set<string>()];
  for (const { [name]: value } of listed) {
    if (typeof value !== 'string') continue;
    if (seen.has(value)) repeated.add(value);
    seen.add(value);
  }
  return [...repeated];
}

/** What may stand in a field: what it refers to, a choice, or what stands there more than once. */
const createValueCompleter =
  ({ name, schema }: Field): Completer =>
  (partial, context) => {
    const target = schema['x-reference'];
    if (target === anyCollection) return completeRecords(partial, context);
    if (target !== undefined) return completeRecordsIn(target)(partial, context);
    const words = listChoices(schema) ?? findRepeated(name, context.listed);
    return words.map((word) => [word, '']);
  };

/** A field and an operator, or for `field=` and `field!=` what stands in the field. */
export const completeConditions: Completer = (partial, context) => {
  const { fields } = context;
  const name = /^(\w+)!?=/.exec(partial)?.[1];
  const field = fields.find((one) => one.name === name);
  if (!field) return fields.map((one) => [`${one.name}=`, one.schema.description]);
  const start = partial.slice(0, partial.indexOf('=') + 1);
  return addPrefix(start, createValueCompleter(field)(partial.slice(start.length), context));
};
