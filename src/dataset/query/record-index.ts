import type { AnyRecord } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { fold } from '../../text/fold.ts';
import { groupBy } from '../../text/group-by.ts';
import { memoise, once } from '../../text/memoise.ts';
import { describeCollection, getFields } from '../schema/collections.ts';
import { type Dataset, type Entry, listEntries } from '../schema/dataset.ts';
import { createNameTest, listNames } from '../schema/names.ts';

/** Records of a dataset by id, with the links between them. */
export type RecordIndex = ReturnType<typeof indexRecords>;

/** Names of records: for display, and to match what the user types. */
export type Names = Pick<RecordIndex, 'record' | 'label' | 'getNames' | 'getAliases' | 'leadsTo'>;

/** Joins the texts of a record, without ids, codes and choices. */
const joinTexts = ({ collection, record }: Entry): string =>
  getFields(collection)
    .filter(({ kind, schema }) => kind === 'text' && !schema.pattern && !schema.enum)
    .map(({ name }) => record[name])
    .join('\n');

/** Lists the ids that a record refers to, in the order of its fields. */
function listEntryTargets({ collection, record }: Entry): readonly string[] {
  const fields = getFields(collection).filter(({ schema }) => schema['x-reference']);
  const values = fields.flatMap(({ name }) => (record[name] ?? []) as string | string[]);
  return [...new Set(values)];
}

/**
 * Creates a finder of the records that refer to any of some ids, directly or through other records, but not through the
 * summit: a record about the summit is not about its country. With `maxCount`, it finds no more that refer through others.
 */
function createReferrerFinder(entries: readonly Entry[], summitId: string) {
  const getReferrers = once(() => {
    const links = entries.flatMap((entry) =>
      listEntryTargets(entry).map((to) => ({ from: entry.record.id, to })),
    );
    return groupBy(links, ({ to }) => to);
  });
  return (ids: readonly string[], maxCount = Number.POSITIVE_INFINITY): ReadonlySet<string> => {
    const found = new Set<string>();
    const addReferrers = (id: string, maxSize: number) => {
      for (const { from } of getReferrers().get(id) ?? []) {
        if (found.size >= maxSize) return;
        found.add(from);
      }
    };
    for (const id of ids) addReferrers(id, Number.POSITIVE_INFINITY);
    // It has those that are added meanwhile too.
    for (const id of found) if (id !== summitId) addReferrers(id, maxCount);
    return found;
  };
}

/** Indexes the records of a dataset. What takes long is computed on first use. */
export function indexRecords(dataset: Dataset) {
  const summitId = dataset.summit.id;
  const entries = listEntries(dataset);
  const byId = new Map(entries.map((entry) => [entry.record.id, entry]));
  const findEntry = (id: string) => byId.get(id);
  const record = (id: string) => findEntry(id)?.record;
  const label = memoise((id: string): string | undefined => {
    const entry = findEntry(id);
    if (!entry) return undefined;
    const { label: format } = describeCollection(entry.collection);
    return format ? format(entry.record, { record, label }) : String(entry.record.name ?? id);
  });
  const getAliasesByName = once(() => {
    const lists = entries.map((entry) => listNames(entry.record));
    return new Map(lists.map(([name, ...aliases]) => [name, aliases]));
  });
  const findLeadingTo = createReferrerFinder(entries, summitId);
  const getLeading = memoise((id: string) => findLeadingTo([id]));
  const getTexts = memoise((entry: Entry) => {
    const text = joinTexts(entry);
    return [text, fold(text)] as const;
  });
  const getNameTest = memoise((other: AnyRecord) => createNameTest(listNames(other)));
  return {
    dataset,
    /** All records in the order of the dataset. */
    entries,
    findEntry,
    record,
    label,
    /** Lists the words that match a record in full: its id, label, names and code. */
    getNames: (id: string): readonly string[] => {
      const named = assertDefined(record(id));
      const code = typeof named.iso === 'string' ? [named.iso] : [];
      return [...new Set([id, label(id) ?? id, ...listNames(named), ...code])];
    },
    /** Returns the text, and if it is the name of a record, the aliases of that record. */
    getAliases: (text: string): readonly string[] => [
      text,
      ...(getAliasesByName().get(text) ?? []),
    ],
    /** Lists the ids that a record refers to; none if there is no such record. */
    listTargets: (id: string): readonly string[] => {
      const entry = findEntry(id);
      return entry ? listEntryTargets(entry) : [];
    },
    findLeadingTo,
    /** Returns the texts of a record, without ids, codes and choices: as they are and folded. */
    getTexts,
    /** Checks whether two ids are the same, or `from` leads to `to` by references. */
    leadsTo: (from: string, to: string): boolean =>
      from === to || (from !== summitId && getLeading(to).has(from)),
    /** Checks whether a text of the record contains the name or an alias of the other. */
    mentions: ({ id }: AnyRecord, other: AnyRecord): boolean => {
      const entry = findEntry(id);
      return entry !== undefined && id !== other.id && getNameTest(other)(...getTexts(entry));
    },
  };
}
