import type { Fact } from '../../contracts/listing.ts';
import { fold } from '../../text/fold.ts';
import { groupBy } from '../../text/group-by.ts';
import { memoise, once } from '../../text/memoise.ts';
import { present } from '../../text/present.ts';
import { describe, fieldsIn, type Lookup } from '../schema/collections.ts';
import { type Dataset, type Entry, entriesOf } from '../schema/dataset.ts';
import type { Field, Names } from '../schema/fields.ts';
import { type NameTest, nameTest, spellings } from '../schema/names.ts';

/** The records of a dataset by id, and how they hang together. */
export interface Links extends Names {
  readonly lookup: Lookup;
  /** The record with this id. */
  entry(id: string): Entry | undefined;
  /** All of them, in the order of the dataset. */
  entries(): Iterable<Entry>;
  /** The ids that a record refers to, in the order of its fields. */
  outgoing(record: Fact): readonly string[];
  /**
   * Returns the ids of the records that lead to any of these by references, over any number of steps. None leads
   * on through the summit: what is about the summit is not about its country for that.
   */
  leadingTo(ids: readonly string[]): ReadonlySet<string>;
  /** Whether a text of the record calls the other one by its name or an alias. */
  mentions(record: Fact, other: Fact): boolean;
}

/** The code of a country. */
const codesOf = ({ iso }: Fact): readonly string[] => (typeof iso === 'string' ? [iso] : []);

/** The texts of a record that are neither ids, codes nor choices. */
function proseOf(record: Fact, fields: readonly Field[]): string {
  return fields
    .filter(({ kind, schema }) => kind === 'text' && !schema.pattern && !schema.enum)
    .map(({ name }) => record[name])
    .join('\n');
}

interface Reference {
  readonly from: string;
  readonly to: string;
}

/** Returns where references that end at any of some ids begin, over any number of steps but not through the summit. */
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

/** Indexes a dataset's records; what is asked for is worked out then and kept. */
export function linksOf(dataset: Dataset): Links {
  const entries = once(() => new Map(entriesOf(dataset).map((entry) => [entry.record.id, entry])));

  const spelt = once(
    () =>
      new Map(
        [...entries().values()].map(({ record }) => {
          const [name, ...others] = spellings(record);
          return [name, others] as const;
        }),
      ),
  );
  const lookup: Lookup = {
    record: (id) => entries().get(id)?.record,
    label: (id) => label(id) ?? id,
  };
  const label = (id: string): string | undefined => {
    const entry = entries().get(id);
    return entry && describe(entry.collection).label(entry.record, lookup);
  };
  const targetsOf = (id: string): readonly string[] => {
    const entry = entries().get(id);
    if (!entry) return [];
    const { record } = entry;
    const fields = fieldsIn(entry.collection).filter(({ schema }) => schema['x-reference']);
    return [...new Set(fields.flatMap(({ name }) => (record[name] ?? []) as string | string[]))];
  };
  const references = once(() => {
    const all = [...entries().keys()].flatMap((from) =>
      targetsOf(from).map((to) => ({ from, to })),
    );
    return groupBy(all, ({ to }) => to);
  });
  const leadingTo = (ids: readonly string[]) => walkBack(ids, references(), dataset.summit.id);
  const leading = memoise((id: string) => leadingTo([id]));
  const proseFor = memoise(({ collection, record }: Entry) => {
    const text = proseOf(record, fieldsIn(collection));
    return [text, fold(text)] as const;
  });
  const nameTestFor = memoise((other: Fact): NameTest => nameTest(spellings(other)));
  return {
    entry: (id) => entries().get(id),
    entries: () => entries().values(),
    label,
    lookup,
    calls: (id) => {
      const { record } = present(entries().get(id));
      return [...new Set([id, lookup.label(id), ...spellings(record), ...codesOf(record)])];
    },
    alike: (text) => [text, ...(spelt().get(text) ?? [])],
    outgoing: ({ id }) => targetsOf(id),
    leadingTo,
    leadsTo: (from, to) => from === to || (from !== dataset.summit.id && leading(to).has(from)),
    mentions: (record, other) => {
      const entry = entries().get(record.id);
      if (!entry || record.id === other.id) return false;
      return nameTestFor(other)(...proseFor(entry));
    },
  };
}
