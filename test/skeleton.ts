const passage = { paragraph: 1, start: 'one to six words', end: 'the last words' };

/**
 * Small valid dataset in the form of a file, for tests to break. Do not add new fields of the schema here: tests rely
 * on its line numbers.
 */
export const skeleton = {
  $schema: './summit.schema.json',
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
  talks: [],
  deals: [],
  quotes: [],
  events: [],
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
