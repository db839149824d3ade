import { collectionNames } from './schema/collections.ts';
import type { Dataset } from './schema/dataset.ts';

const passage = { paragraph: 1, start: 'two to six words', end: 'the last words' };

/** What there is of records to begin with. */
const samples: Pick<Dataset, 'source' | 'summit' | 'leaders' | 'claims' | 'countries' | 'gaps'> = {
  source: {
    title: 'The headline of the article',
    publisher: null,
    agency: null,
    dateline: null,
    language: 'en',
    author: null,
    published: null,
    url: null,
    note: null,
  },
  summit: {
    id: 'the-summit',
    name: 'The name of the summit',
    aliases: [],
    place: null,
    country: 'host-country',
    host: 'host-leader',
    start: null,
    end: null,
    status: 'planned',
    note: null,
    evidence: [passage],
  },
  leaders: [
    {
      id: 'host-leader',
      name: null,
      aliases: [],
      title: null,
      country: 'host-country',
      role: 'host',
      evidence: [passage],
    },
  ],
  claims: [
    {
      id: 'a-first-claim',
      topic: 'What it is about',
      claim: 'One statement of the article, in your own words.',
      attribution: null,
      certainty: 'stated',
      evidence: [passage],
    },
  ],
  countries: [
    {
      id: 'host-country',
      name: 'The host country',
      aliases: [],
      iso: null,
      role: 'host',
      evidence: [passage],
    },
  ],
  gaps: [
    {
      id: 'a-first-gap',
      topic: 'What it is about',
      question: 'What would a reader ask that the article does not answer?',
      kind: 'unstated',
      note: null,
      evidence: [],
    },
  ],
};

const { source, summit, ...records } = samples;

/** A small valid dataset to start from: each text says what is to stand in its place. */
export const skeleton = {
  $schema: './summit.schema.json',
  source,
  summit,
  ...Object.fromEntries(collectionNames.map((name) => [name, []])),
  ...records,
  // The collections without samples are there by their names, which the type cannot see.
} as Partial<Dataset> as Dataset;
