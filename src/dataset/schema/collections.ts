import type { Fact } from '../../contracts/listing.ts';
import type { RecordOf, RecordSchema } from './field-schema.ts';
import { type Field, fieldsOf } from './fields.ts';
import * as schema from './records.ts';

/** The names that stand for ids. */
export interface Lookup {
  readonly record: (id: string) => Fact | undefined;
  /** How an id reads: the name of its record, and the id where that has none. */
  readonly label: (id: string) => string;
}

/** What makes a record something that happens: its fields with the first and the last day. */
export interface Timing {
  readonly start: string;
  readonly end?: string;
  /** What happens, in a line. */
  readonly what: (record: Fact, lookup: Lookup) => string;
}

// Stryker disable ConditionalExpression: what is no text is null, which is as good.
const nameOf = ({ name }: Fact): string | undefined =>
  typeof name === 'string' ? name : undefined;
// Stryker restore ConditionalExpression

/** What is a sentence is called by its id, which is shorter. */
const idOf = ({ id }: Fact): string => id;

/** A person by name; one without a name by the country or the organisation. */
function personText(person: Fact, { label }: Lookup): string | undefined {
  const { country, organization } = person;
  const whose = typeof country === 'string' ? label(country) : organization;
  return nameOf(person) ?? (typeof whose === 'string' ? `unnamed (${whose})` : undefined);
}

/** Who meets: the leaders, and the countries of which no leader is named. */
export function partiesOf(
  leaders: readonly string[],
  countries: readonly string[],
  record: (id: string) => Readonly<Record<string, unknown>> | undefined,
): readonly string[] {
  const led = new Set(leaders.map((id) => record(id)?.country));
  return [...leaders, ...countries.filter((id) => !led.has(id))];
}

function meetingText({ leaders, countries }: Fact, { record, label }: Lookup): string {
  // By their schema both are lists of ids.
  const [who, whose] = [leaders, countries] as [readonly string[], readonly string[]];
  const [first, ...others] = partiesOf(who, whose, record).map(label);
  const withLast = others.slice(-2).join(' and ');
  return `Talks of ${first} with ${[...others.slice(0, -2), withLast].join(', ')}`;
}

/** A collection of records of one schema: all that listings, help, search and validation need to know. */
export interface Collection {
  readonly schema: RecordSchema;
  /** The word for one of the records. */
  readonly singular: string;
  /** What the collection holds, as the end of a sentence. */
  readonly about: string;
  /** Options of its listing that answer a reader's question, and the question; `{day}` is one that there is. */
  readonly questions: readonly (readonly [options: string, question: string])[];
  /** The fields that a table, cards and markdown show unless told otherwise, the most telling first. */
  readonly chief: readonly string[];
  /** The one of them that is the sentence which a record is. */
  readonly sentence?: string;
  /** What is to be read with the sentence. */
  readonly remark?: (record: Fact) => string | undefined;
  /** How a reference to a record reads; where it has nothing to be called by, as not stated. */
  readonly label: (record: Fact, lookup: Lookup) => string | undefined;
  /** The fields that sum a record up in one line, for links and the timeline. */
  readonly summary: readonly string[];
  /** What has the timeline show the records. */
  readonly happening?: Timing;
  /** The records say what the article does not: their passages are no part of its facts. */
  readonly isSilence?: true;
}

/** The one registry: a new kind of fact is a record in records.ts and an entry here. */
export const collections = {
  leaders: {
    schema: schema.leader,
    singular: 'leader',
    about: 'who takes part or is missed, and for whom',
    questions: [['--where name=', 'who is not named']],
    chief: ['name', 'title', 'country', 'role', 'id'],
    label: personText,
    summary: ['name', 'title', 'country', 'organization', 'role'],
  },
  talks: {
    schema: schema.talk,
    singular: 'talk',
    about: 'meetings of two or a few',
    questions: [['--where date={day}', 'who met whom on one day']],
    chief: ['date', 'leaders', 'status', 'outcome', 'countries', 'id'],
    label: meetingText,
    summary: ['date', 'when', 'leaders', 'countries', 'status'],
    happening: { start: 'date', what: meetingText },
  },
  deals: {
    schema: schema.deal,
    singular: 'deal',
    about: 'deals that the article names',
    questions: [['--where kind={kind}', 'what is it worth, and who says so']],
    chief: ['name', 'amount', 'status', 'attribution', 'kind', 'countries', 'id'],
    label: nameOf,
    summary: ['name', 'amount', 'status'],
  },
  quotes: {
    schema: schema.quote,
    singular: 'quote',
    about: 'words in quotation marks, with who said them',
    questions: [['--where leader={leader}', 'what somebody said']],
    chief: ['id', 'speaker', 'words', 'date', 'context'],
    sentence: 'words',
    label: idOf,
    summary: ['speaker', 'words'],
  },
  events: {
    schema: schema.event,
    singular: 'event',
    about: 'what happens when, held or planned',
    questions: [['--where status=planned', 'what is planned']],
    chief: ['name', 'status', 'start', 'end', 'place', 'id'],
    label: nameOf,
    summary: ['name', 'start', 'when', 'status'],
    happening: { start: 'start', end: 'end', what: ({ name }) => String(name) },
  },
  claims: {
    schema: schema.claim,
    singular: 'claim',
    about: 'every other statement (aims, firsts, expectations, background)',
    questions: [['--where certainty=expected', 'what is only expected']],
    chief: ['id', 'claim', 'attribution', 'certainty', 'topic'],
    sentence: 'claim',
    label: idOf,
    summary: ['claim'],
  },
  countries: {
    schema: schema.country,
    singular: 'country',
    about: 'every country named, whatever its part',
    questions: [['--where role=mentioned', 'which take no part']],
    chief: ['name', 'aliases', 'iso', 'role', 'id'],
    label: nameOf,
    summary: ['name', 'role'],
  },
  gaps: {
    schema: schema.gap,
    singular: 'gap',
    about: 'what the article does not say, or says in two ways',
    questions: [
      ['--where kind=conflicting', 'where the article contradicts itself'],
      ['--where about={deal}', 'what is not known about something'],
    ],
    chief: ['id', 'topic', 'question', 'kind'],
    sentence: 'question',
    // Both readings of a conflict.
    remark: ({ kind, note }) =>
      kind === 'conflicting' && typeof note === 'string' ? note : undefined,
    label: idOf,
    summary: ['question'],
    isSilence: true,
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
  questions: [],
  chief: ['id', 'name', 'place', 'start', 'end', 'status'],
  label: nameOf,
  summary: ['name'],
};

/** All that is to be known of a collection, or of the summit. */
export function describe(name: AnyCollection): Collection {
  return name === 'summit' ? summit : collections[name];
}

/** The fields of the records of a collection, or of the summit. */
export const fieldsIn = (name: AnyCollection): readonly Field[] => fieldsOf(describe(name).schema);
