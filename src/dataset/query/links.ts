import type { Fact } from '../../contracts/listing.ts';
import { fold } from '../../text/fold.ts';
import { escapeRegExp } from '../../text/quote.ts';
import { describe, fieldsIn } from '../schema/collections.ts';
import { type Dataset, type Entry, entriesOf } from '../schema/dataset.ts';
import type { Field, Names } from '../schema/fields.ts';

/** The records of a dataset by id, and how they hang together. */
export interface Links extends Names {
  /** The record with this id. */
  entry(id: string): Entry | undefined;
  /** The ids that a record refers to, in the order of its fields. */
  outgoing(record: Fact): readonly string[];
  /** Whether a record leads to an id by references, over any number of steps. */
  leadsTo(record: Fact, id: string): boolean;
  /** Whether a text of the record calls the other one by its name or an alias. */
  mentions(record: Fact, other: Fact): boolean;
}

function labelOf({ collection, record }: Entry): string | undefined {
  const label = record[describe(collection).label];
  return typeof label === 'string' ? label : undefined;
}

/** Every name and alias of a record. */
export function spellings(record: Fact): readonly string[] {
  const { name, aliases } = record;
  return [name, ...(Array.isArray(aliases) ? aliases : [])].filter(
    (one) => typeof one === 'string',
  );
}

/** The code of a country. */
const codesOf = ({ iso }: Fact): readonly string[] => (typeof iso === 'string' ? [iso] : []);

/** The texts of a record that are neither ids, codes nor choices. */
function proseOf(record: Fact, fields: readonly Field[]): string {
  return fields
    .filter(({ kind, schema }) => kind === 'text' && !schema.pattern && !schema.enum)
    .map(({ name }) => record[name])
    .filter((value) => typeof value === 'string')
    .join('\n');
}

/** What is longer is no name that a text would call somebody by, and too large for a pattern. */
const longestName = 1_000;

/** A pattern that finds any of the spellings as whole words in a folded text. */
export function wholeWords(words: readonly string[]): RegExp {
  const folded = words
    .map((word) => fold(word).trim())
    .filter((word) => word !== '' && word.length <= longestName);
  const any = folded.map(escapeRegExp).join('|');
  // The s of a genitive stays when its apostrophe is folded away.
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${any || '(?!)'})s?(?![\\p{L}\\p{N}])`, 'u');
}

/** Indexes a dataset's records; what is asked for is worked out then and kept. */
export function linksOf(dataset: Dataset): Links {
  const entries = new Map(entriesOf(dataset).map((entry) => [entry.record.id, entry]));
  const reached = new Map<string, ReadonlySet<string>>();
  const patterns = new Map<string, RegExp | undefined>();
  const proses = new Map<string, string>();

  const outgoing = (record: Fact): readonly string[] => {
    const entry = entries.get(record.id);
    if (!entry) return [];
    const fields = fieldsIn(entry.collection).filter(({ schema }) => schema['x-reference']);
    return [...new Set(fields.flatMap(({ name }) => (record[name] ?? []) as string | string[]))];
  };
  const reach = (id: string): ReadonlySet<string> => {
    const known = reached.get(id);
    if (known) return known;
    const found = new Set<string>();
    const ahead = [id];
    for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
      const record = entries.get(next)?.record;
      for (const target of record ? outgoing(record) : []) {
        if (!found.has(target)) ahead.push(target);
        found.add(target);
      }
    }
    reached.set(id, found);
    return found;
  };
  const proseFor = ({ collection, record }: Entry): string => {
    const known = proses.get(record.id);
    if (known !== undefined) return known;
    const prose = fold(proseOf(record, fieldsIn(collection)));
    proses.set(record.id, prose);
    return prose;
  };
  const patternFor = (other: Fact): RegExp | undefined => {
    if (!patterns.has(other.id)) {
      const words = spellings(other);
      patterns.set(other.id, words.length > 0 ? wholeWords(words) : undefined);
    }
    return patterns.get(other.id);
  };
  return {
    entry: (id) => entries.get(id),
    label: (id) => {
      const entry = entries.get(id);
      return entry && labelOf(entry);
    },
    calls: (id) => {
      const record = entries.get(id)?.record;
      return record ? [id, ...spellings(record), ...codesOf(record)] : [id];
    },
    outgoing,
    leadsTo: (record, id) => reach(record.id).has(id),
    mentions: (record, other) => {
      const entry = entries.get(record.id);
      const pattern = patternFor(other);
      if (!entry || !pattern || record.id === other.id) return false;
      return pattern.test(proseFor(entry));
    },
  };
}
