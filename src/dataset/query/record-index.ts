import type { AnyRecord } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { fold } from '../../text/fold.ts';
import { groupBy } from '../../text/group-by.ts';
import { memoise, once } from '../../text/memoise.ts';
import { describeCollection, getFields, type Lookup } from '../schema/collections.ts';
import { type Dataset, type Entry, listEntries } from '../schema/dataset.ts';
import type { Field, Names } from '../schema/fields.ts';
import { createNameTest, listNames, type NameTest } from '../schema/names.ts';

/** Records of a dataset by id, with the links between them. */
export interface RecordIndex extends Names {
  readonly lookup: Lookup;
  entry(id: string): Entry | undefined;
  /** Lists all records in the order of the dataset. */
  entries(): Iterable<Entry>;
  /** Lists the ids that a record refers to, in the order of its fields. */
  outgoing(record: AnyRecord): readonly string[];
  /**
   * Finds the records that refer to any of these ids, directly or through other records. References are not followed
   * through the summit, because a record about the summit is not about its country.
   */
  leadingTo(ids: readonly string[]): ReadonlySet<string>;
  /** Checks whether a text of the record contains the name or an alias of the other. */
  mentions(record: AnyRecord, other: AnyRecord): boolean;
}

const listCodes = ({ iso }: AnyRecord): readonly string[] => (typeof iso === 'string' ? [iso] : []);

/** Joins the texts of a record, without ids, codes and choices. */
function joinTexts(record: AnyRecord, fields: readonly Field[]): string {
  return fields
    .filter(({ kind, schema }) => kind === 'text' && !schema.pattern && !schema.enum)
    .map(({ name }) => record[name])
    .join('\n');
}

interface Reference {
  readonly from: string;
  readonly to: string;
}

/** Finds the ids from which references lead to any of these, over any number of steps but not through the summit. */
function walkBack(
  ids: readonly string[],
  references: ReadonlyMap<string, readonly Reference[]>,
  summit: string,
): ReadonlySet<string> {
  const found = new Set<string>();
  const ahead = [...ids];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    for (const { from } of references.get(next) ?? []) {
      if (found.has(from)) continue;
      found.add(from);
      if (from !== summit) ahead.push(from);
    }
  }
  return found;
}

/** Indexes the records of a dataset. Each part of the index is built on first use. */
export function indexRecords(dataset: Dataset): RecordIndex {
  const getEntries = once(
    () => new Map(listEntries(dataset).map((entry) => [entry.record.id, entry])),
  );

  const indexAliases = once(
    () =>
      new Map(
        [...getEntries().values()].map(({ record }) => {
          const [name, ...others] = listNames(record);
          return [name, others] as const;
        }),
      ),
  );
  const lookup: Lookup = {
    record: (id) => getEntries().get(id)?.record,
    label: (id) => label(id) ?? id,
  };
  const label = memoise((id: string): string | undefined => {
    const entry = getEntries().get(id);
    return entry && describeCollection(entry.collection).label(entry.record, lookup);
  });
  const findTargets = (id: string): readonly string[] => {
    const entry = getEntries().get(id);
    if (!entry) return [];
    const { record } = entry;
    const fields = getFields(entry.collection).filter(({ schema }) => schema['x-reference']);
    return [...new Set(fields.flatMap(({ name }) => (record[name] ?? []) as string | string[]))];
  };
  const getReferences = once(() => {
    const all = [...getEntries().keys()].flatMap((from) =>
      findTargets(from).map((to) => ({ from, to })),
    );
    return groupBy(all, ({ to }) => to);
  });
  const findLeading = (ids: readonly string[]) => walkBack(ids, getReferences(), dataset.summit.id);
  const getLeading = memoise((id: string) => findLeading([id]));
  const getProse = memoise(({ collection, record }: Entry) => {
    const text = joinTexts(record, getFields(collection));
    return [text, fold(text)] as const;
  });
  const getNameTest = memoise((other: AnyRecord): NameTest => createNameTest(listNames(other)));
  return {
    entry: (id) => getEntries().get(id),
    entries: () => getEntries().values(),
    label,
    lookup,
    getNames: (id) => {
      const { record } = assertDefined(getEntries().get(id));
      return [...new Set([id, lookup.label(id), ...listNames(record), ...listCodes(record)])];
    },
    getAliases: (text) => [text, ...(indexAliases().get(text) ?? [])],
    outgoing: ({ id }) => findTargets(id),
    leadingTo: findLeading,
    leadsTo: (from, to) => from === to || (from !== dataset.summit.id && getLeading(to).has(from)),
    mentions: (record, other) => {
      const entry = getEntries().get(record.id);
      if (!entry || record.id === other.id) return false;
      return getNameTest(other)(...getProse(entry));
    },
  };
}
