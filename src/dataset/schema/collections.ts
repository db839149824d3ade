import type { Fact } from '../../contracts/listing.ts';
import type { RecordOf, RecordSchema } from './field-schema.ts';
import { type Field, fieldsOf } from './fields.ts';
import * as schema from './records.ts';

/** How a field of a record reads; undefined where the article does not say. */
export type Read = (field: string) => string | undefined;

/** What makes a record something that happens: its fields with the first day, the last one and the place. */
export interface Timing {
  readonly start: string;
  readonly end?: string;
  readonly place?: string;
  /** What happens, in a line. */
  readonly what: (read: Read, record: Fact) => string | undefined;
}

/** A collection of records of one schema: all that listings, help, search and validation need to know. */
export interface Collection {
  readonly schema: RecordSchema;
  /** The word for one of the records. */
  readonly singular: string;
  /** What the collection holds, as the end of a sentence. */
  readonly about: string;
  /** The fields that a table, cards and markdown show unless told otherwise, the most telling first. */
  readonly chief: readonly string[];
  /** The field by which a reference to a record reads; where that is null it reads as not stated. */
  readonly label: string;
  /** The fields that sum a record up in one line, for links and the timeline. */
  readonly summary: readonly string[];
  /** What has the timeline show the records. */
  readonly happening?: Timing;
}

/** The one registry: a new kind of fact is a record in records.ts and an entry here. */
export const collections = {
  leaders: {
    schema: schema.leader,
    singular: 'leader',
    about: 'heads of state at the summit, host and guests',
    chief: ['id', 'name', 'title', 'country', 'role'],
    label: 'name',
    summary: ['name', 'title', 'country', 'role'],
  },
  talks: {
    schema: schema.talk,
    singular: 'talk',
    about: 'bilateral talks of the host with each guest',
    chief: ['id', 'date', 'country', 'status', 'leader', 'outcome'],
    label: 'id',
    summary: ['date', 'country', 'leader', 'status'],
    happening: {
      start: 'date',
      what: (read, { host, country }) =>
        `Talks of ${read('host') ?? host} with ${read('leader') ?? read('country') ?? country}`,
    },
  },
  deals: {
    schema: schema.deal,
    singular: 'deal',
    about: 'infrastructure deals that the article names',
    chief: ['id', 'name', 'amount', 'status', 'kind', 'countries'],
    label: 'name',
    summary: ['name', 'amount', 'status'],
  },
  quotes: {
    schema: schema.quote,
    singular: 'quote',
    about: 'words in quotation marks, with who said them',
    chief: ['id', 'speaker', 'words', 'date', 'about'],
    label: 'words',
    summary: ['speaker', 'words'],
  },
  events: {
    schema: schema.event,
    singular: 'event',
    about: 'what happens when, held or planned',
    chief: ['id', 'name', 'status', 'start', 'end', 'place'],
    label: 'name',
    summary: ['name', 'start', 'status'],
    happening: { start: 'start', end: 'end', place: 'place', what: (read) => read('name') },
  },
  claims: {
    schema: schema.claim,
    singular: 'claim',
    about: 'every other statement (aims, firsts, expectations, background)',
    chief: ['id', 'claim', 'attribution', 'certainty', 'topic'],
    label: 'claim',
    summary: ['claim'],
  },
  countries: {
    schema: schema.country,
    singular: 'country',
    about: 'every country named, whatever its part',
    chief: ['id', 'name', 'aliases', 'iso', 'role'],
    label: 'name',
    summary: ['name', 'role'],
  },
  gaps: {
    schema: schema.gap,
    singular: 'gap',
    about: 'what the article does not say, or says in two ways',
    chief: ['id', 'topic', 'question', 'kind'],
    label: 'question',
    summary: ['question'],
  },
} as const satisfies Readonly<Record<string, Collection>>;

export type CollectionName = keyof typeof collections;

/** The record type of a collection. */
export type RecordIn<N extends CollectionName> = RecordOf<(typeof collections)[N]['schema']>;

/** The names of the collections, in the order of the dataset. */
export const collectionNames = Object.keys(collections) as readonly CollectionName[];

/** Where a record may stand: in a collection, or by itself as the summit. */
export type AnyCollection = CollectionName | 'summit';

const summit: Collection = {
  schema: schema.summit,
  singular: 'summit',
  about: 'the summit that the article is about',
  chief: ['id', 'name', 'place', 'start', 'end', 'status'],
  label: 'name',
  summary: ['name'],
};

/** All that is to be known of a collection, or of the summit. */
export function describe(name: AnyCollection): Collection {
  return name === 'summit' ? summit : collections[name];
}

const fieldsByName = new Map<AnyCollection, readonly Field[]>();

/** The fields of the records of a collection, or of the summit. */
export function fieldsIn(name: AnyCollection): readonly Field[] {
  const fields = fieldsByName.get(name) ?? fieldsOf(describe(name).schema);
  fieldsByName.set(name, fields);
  return fields;
}
