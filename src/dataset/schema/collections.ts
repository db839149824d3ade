import type { RecordView } from '../../model/listing.ts';
import type { AnyRecord } from '../../model/record.ts';
import { type Field, listFields, type RecordOf, type RecordSchema } from './fields.ts';
import { formatMeeting, formatPerson, type Lookup, listParties, listPartyNames } from './labels.ts';
import * as schema from './records.ts';

/** Collection of records with one schema, as listings, help, search and validation need it. */
export interface Collection extends Omit<RecordView, 'toJson'> {
  readonly schema: RecordSchema;
  readonly singular: string;
  /** Contents of the collection, as the end of a sentence. */
  readonly description: string;
  /** Conditions, and the reader's questions that they answer. `{}` becomes a value of the field in the dataset. */
  readonly exampleQueries: readonly (readonly [condition: string, question: string])[];
  /** Default fields of a table, cards and Markdown, the most important first. */
  readonly defaultFields: readonly string[];
  /** Returns the display name of a record, if that is not its name or, for a sentence, its id. */
  readonly label?: (record: AnyRecord, lookup: Lookup) => string | undefined;
  /** Fields that sum up a record in one line, for links and the timeline. */
  readonly summary: readonly string[];
  /** Fields with the first and last day, if the timeline shows the records, and what it says instead of their label. */
  readonly timeline?: {
    readonly start: string;
    readonly end?: string;
    readonly describe?: (record: AnyRecord, lookup: Lookup) => string;
  };
  /** Checks whether a table needs a column, because some record has something in it that no other column has. */
  readonly needsColumn?: (field: string, records: readonly AnyRecord[], lookup: Lookup) => boolean;
  /** True if the records are about what the article does not state, so that their passages are not covered. */
  readonly excludeFromCoverage?: true;
}

/** Registry of collections. To add a collection, define its records in records.ts and add an entry here. */
export const collections = {
  leaders: {
    schema: schema.leader,
    singular: 'leader',
    description: 'participants and absentees, and whom they represent',
    exampleQueries: [['name=', 'leaders not named in the article']],
    defaultFields: ['name', 'title', 'country', 'role', 'id'],
    label: formatPerson,
    summary: ['name', 'title', 'country', 'organization', 'role'],
  },
  talks: {
    schema: schema.talk,
    singular: 'talk',
    description: 'bilateral and small-group meetings',
    exampleQueries: [['date={}', 'who met whom on one day']],
    defaultFields: ['date', 'leaders', 'status', 'outcome', 'countries', 'id'],
    label: formatMeeting,
    summary: ['date', 'when', 'leaders', 'countries', 'status'],
    timeline: {
      start: 'date',
      describe: (talk, lookup) => `Talks: ${listPartyNames(talk, lookup).join(', ')}`,
    },
    // The countries repeat the leaders, unless nobody is named for one of them.
    needsColumn: (field, talks, { record }) =>
      field === 'countries' &&
      talks.some((talk) => listParties(talk, record).length > (talk.leaders as string[]).length),
  },
  deals: {
    schema: schema.deal,
    singular: 'deal',
    description: 'deals mentioned, from sought to signed',
    exampleQueries: [['kind={}', 'deals of one kind']],
    defaultFields: ['name', 'amount', 'status', 'countries', 'attribution', 'kind', 'id'],
    summary: ['name', 'amount', 'status'],
  },
  quotes: {
    schema: schema.quote,
    singular: 'quote',
    description: 'direct quotations and their speakers',
    exampleQueries: [['leader={}', 'what a leader is quoted as saying']],
    defaultFields: ['id', 'speaker', 'words', 'date', 'context'],
    sentence: 'words',
    summary: ['speaker', 'words'],
  },
  events: {
    schema: schema.event,
    singular: 'event',
    description: 'past and planned events, with dates',
    exampleQueries: [['status=planned', 'what is planned']],
    defaultFields: ['name', 'status', 'start', 'end', 'place', 'id'],
    summary: ['name', 'start', 'when', 'status'],
    timeline: { start: 'start', end: 'end' },
  },
  claims: {
    schema: schema.claim,
    singular: 'claim',
    description: 'all other statements: aims, firsts, expectations, background',
    exampleQueries: [['certainty=expected', 'what is only expected']],
    defaultFields: ['id', 'claim', 'attribution', 'certainty', 'topic'],
    sentence: 'claim',
    summary: ['claim'],
  },
  countries: {
    schema: schema.country,
    singular: 'country',
    description: 'every country mentioned, with its role',
    exampleQueries: [['role=mentioned', 'countries that are only mentioned']],
    defaultFields: ['name', 'aliases', 'iso', 'role', 'id'],
    summary: ['name', 'role'],
  },
  organizations: {
    schema: schema.organization,
    singular: 'organization',
    description: 'bodies, ministries, agencies, companies and programmes',
    exampleQueries: [['aliases!=', 'those with other names in the article']],
    defaultFields: ['name', 'aliases', 'kind', 'countries', 'id'],
    summary: ['name', 'kind'],
  },
  gaps: {
    schema: schema.gap,
    singular: 'gap',
    description: 'questions the article leaves open or answers inconsistently',
    exampleQueries: [
      ['kind=conflicting', 'where the article contradicts itself'],
      ['about={}', 'open questions about a record'],
    ],
    defaultFields: ['id', 'topic', 'question', 'kind'],
    sentence: 'question',
    // The note of a conflict has both readings.
    detailLine: ({ kind, note }) =>
      kind === 'conflicting' && typeof note === 'string' ? note : undefined,
    summary: ['question'],
    excludeFromCoverage: true,
  },
} as const satisfies Readonly<Record<string, Collection>>;

export type CollectionName = keyof typeof collections;

export type RecordType<N extends CollectionName> = RecordOf<(typeof collections)[N]['schema']>;

/** Names of the collections, in the order of the dataset. */
export const collectionNames = Object.keys(collections) as readonly CollectionName[];

/** Collection of a record, or `summit` for the summit itself. */
export type AnyCollection = CollectionName | 'summit';

/** The summit, then the collections. */
export const allCollections: readonly AnyCollection[] = ['summit', ...collectionNames];

const summit: Collection = {
  schema: schema.summit,
  singular: 'summit',
  description: 'the summit that the article reports on',
  exampleQueries: [],
  defaultFields: ['id', 'name', 'place', 'start', 'end', 'status'],
  summary: ['name'],
};

export const describeCollection = (name: AnyCollection): Collection =>
  name === 'summit' ? summit : collections[name];

export const getFields = (name: AnyCollection): readonly Field[] =>
  listFields(describeCollection(name).schema);
