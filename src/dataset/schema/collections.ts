import type { AnyRecord } from '../../contracts/listing.ts';
import type { RecordOf, RecordSchema } from './field-schema.ts';
import { type Field, listFields } from './fields.ts';
import * as schema from './records.ts';

/** The names that stand for ids. */
export interface Lookup {
  readonly record: (id: string) => AnyRecord | undefined;
  /** How an id reads: the name of its record, and the id where that has none. */
  readonly label: (id: string) => string;
}

/** What makes a record something that happens: its fields with the first and the last day. */
export interface TimelineSettings {
  readonly start: string;
  readonly end?: string;
  /** What happens, in a line. */
  readonly what: (record: AnyRecord, lookup: Lookup) => string;
}

// Stryker disable ConditionalExpression: what is no text is null, which is as good.
const getName = ({ name }: AnyRecord): string | undefined =>
  typeof name === 'string' ? name : undefined;
// Stryker restore ConditionalExpression

/** What is a sentence is called by its id, which is shorter. */
const getId = ({ id }: AnyRecord): string => id;

/** A person by name; one without a name by the country or the organisation. */
function formatPerson(person: AnyRecord, { label }: Lookup): string | undefined {
  const { country, organization } = person;
  const whose = typeof country === 'string' ? label(country) : organization;
  return getName(person) ?? (typeof whose === 'string' ? `unnamed (${whose})` : undefined);
}

/** Who meets: the leaders, and the countries of which no leader is named. */
export function listParties(
  leaders: readonly string[],
  countries: readonly string[],
  record: (id: string) => Readonly<Record<string, unknown>> | undefined,
): readonly string[] {
  const led = new Set(leaders.map((id) => record(id)?.country));
  return [...leaders, ...countries.filter((id) => !led.has(id))];
}

function formatMeeting({ leaders, countries }: AnyRecord, { record, label }: Lookup): string {
  // By their schema both are lists of ids.
  const [who, whose] = [leaders, countries] as [readonly string[], readonly string[]];
  const [first, ...others] = listParties(who, whose, record).map(label);
  const withLast = others.slice(-2).join(' and ');
  return `Talks of ${first} with ${[...others.slice(0, -2), withLast].join(', ')}`;
}

/** A collection of records of one schema: all that listings, help, search and validation need to know. */
export interface Collection {
  readonly schema: RecordSchema;
  /** The word for one of the records. */
  readonly singular: string;
  /** What the collection holds, as the end of a sentence. */
  readonly description: string;
  /** Options of its listing that answer a reader's question, and the question; `{day}` is one that there is. */
  readonly exampleQueries: readonly (readonly [options: string, question: string])[];
  /** The fields that a table, cards and markdown show unless told otherwise, the most telling first. */
  readonly defaultFields: readonly string[];
  /** The one of them that is the sentence which a record is. */
  readonly sentence?: string;
  /** What is to be read with the sentence. */
  readonly detailLine?: (record: AnyRecord) => string | undefined;
  /** How a reference to a record reads; where it has nothing to be called by, as not stated. */
  readonly label: (record: AnyRecord, lookup: Lookup) => string | undefined;
  /** The fields that sum a record up in one line, for links and the timeline. */
  readonly summary: readonly string[];
  /** What has the timeline show the records. */
  readonly timeline?: TimelineSettings;
  /** The records say what the article does not: their passages are no part of its facts. */
  readonly excludeFromCoverage?: true;
}

/** The one registry: a new kind of fact is a record in records.ts and an entry here. */
export const collections = {
  leaders: {
    schema: schema.leader,
    singular: 'leader',
    description: 'who takes part or is missed, and for whom',
    exampleQueries: [['--where name=', 'who is not named']],
    defaultFields: ['name', 'title', 'country', 'role', 'id'],
    label: formatPerson,
    summary: ['name', 'title', 'country', 'organization', 'role'],
  },
  talks: {
    schema: schema.talk,
    singular: 'talk',
    description: 'meetings of two or a few',
    exampleQueries: [['--where date={day}', 'who met whom on one day']],
    defaultFields: ['date', 'leaders', 'status', 'outcome', 'countries', 'id'],
    label: formatMeeting,
    summary: ['date', 'when', 'leaders', 'countries', 'status'],
    timeline: { start: 'date', what: formatMeeting },
  },
  deals: {
    schema: schema.deal,
    singular: 'deal',
    description: 'deals that the article names',
    exampleQueries: [['--where kind={kind}', 'what is it worth, and who says so']],
    defaultFields: ['name', 'amount', 'status', 'attribution', 'kind', 'countries', 'id'],
    label: getName,
    summary: ['name', 'amount', 'status'],
  },
  quotes: {
    schema: schema.quote,
    singular: 'quote',
    description: 'words in quotation marks, with who said them',
    exampleQueries: [['--where leader={leader}', 'what somebody said']],
    defaultFields: ['id', 'speaker', 'words', 'date', 'context'],
    sentence: 'words',
    label: getId,
    summary: ['speaker', 'words'],
  },
  events: {
    schema: schema.event,
    singular: 'event',
    description: 'what happens when, held or planned',
    exampleQueries: [['--where status=planned', 'what is planned']],
    defaultFields: ['name', 'status', 'start', 'end', 'place', 'id'],
    label: getName,
    summary: ['name', 'start', 'when', 'status'],
    timeline: { start: 'start', end: 'end', what: ({ name }) => String(name) },
  },
  claims: {
    schema: schema.claim,
    singular: 'claim',
    description: 'every other statement (aims, firsts, expectations, background)',
    exampleQueries: [['--where certainty=expected', 'what is only expected']],
    defaultFields: ['id', 'claim', 'attribution', 'certainty', 'topic'],
    sentence: 'claim',
    label: getId,
    summary: ['claim'],
  },
  countries: {
    schema: schema.country,
    singular: 'country',
    description: 'every country named, whatever its part',
    exampleQueries: [['--where role=mentioned', 'which take no part']],
    defaultFields: ['name', 'aliases', 'iso', 'role', 'id'],
    label: getName,
    summary: ['name', 'role'],
  },
  gaps: {
    schema: schema.gap,
    singular: 'gap',
    description: 'what the article does not say, or says in two ways',
    exampleQueries: [
      ['--where kind=conflicting', 'where the article contradicts itself'],
      ['--where about={deal}', 'what is not known about something'],
    ],
    defaultFields: ['id', 'topic', 'question', 'kind'],
    sentence: 'question',
    // Both readings of a conflict.
    detailLine: ({ kind, note }) =>
      kind === 'conflicting' && typeof note === 'string' ? note : undefined,
    label: getId,
    summary: ['question'],
    excludeFromCoverage: true,
  },
} as const satisfies Readonly<Record<string, Collection>>;

export type CollectionName = keyof typeof collections;

/** The record type of a collection. */
export type RecordType<N extends CollectionName> = RecordOf<(typeof collections)[N]['schema']>;

/** The names of the collections, in the order of the dataset. */
export const collectionNames = Object.keys(collections) as readonly CollectionName[];

/** Where a record may stand: in a collection, or by itself as the summit. */
export type AnyCollection = CollectionName | 'summit';

const summit: Collection = {
  schema: schema.summit,
  singular: 'summit',
  description: 'the summit that the article is about',
  exampleQueries: [],
  defaultFields: ['id', 'name', 'place', 'start', 'end', 'status'],
  label: getName,
  summary: ['name'],
};

/** All that is to be known of a collection, or of the summit. */
export function describeCollection(name: AnyCollection): Collection {
  return name === 'summit' ? summit : collections[name];
}

/** The fields of the records of a collection, or of the summit. */
export const getFields = (name: AnyCollection): readonly Field[] =>
  listFields(describeCollection(name).schema);
