import { describe, expect, it } from 'vitest';
import { buildAssertions } from '../../../src/dataset/query/assertions.ts';
import { type Dataset, listEntries } from '../../../src/dataset/schema/dataset.ts';
import { readDataset } from '../../read-dataset.ts';
import { example } from '../../run.ts';

const lakes = readDataset(example('lakes-summit.json'));

function subjectIn(dataset: Dataset, id: string) {
  const target = buildAssertions(dataset).find((one) => one.id === id);
  if (!target) throw new Error(`no target ${id}`);
  return target;
}

/** What must stand in the passages of a record for a field to hold. */
const expectations = (id: string, field: string, dataset = lakes) =>
  subjectIn(dataset, id)
    .assertions.filter((one) => one.field === field)
    .map(({ field: _, ...assertion }) => assertion);

const reason = (id: string, field: string, dataset = lakes) =>
  subjectIn(dataset, id).unchecked.find((one) => one.field === field)?.reason;

describe('what an article is to bear out', () => {
  it('is the source, then every record in the order of the dataset', () => {
    const records = listEntries(lakes).map(
      ({ collection, record }) => `${collection} ${record.id}`,
    );
    expect(buildAssertions(lakes).map(({ collection, id }) => `${collection} ${id}`)).toEqual([
      'source source',
      ...records,
    ]);
  });

  it('has the passages of each record, and the whole article for the source', () => {
    expect(subjectIn(lakes, 'source').anchors).toBe('article');
    expect(subjectIn(lakes, 'historic').anchors).toEqual([
      { paragraph: 2, start: 'Arvenia calls the summit', end: '“historic”' },
    ]);
  });

  it('accounts for every value but the id and the evidence', () => {
    const { assertions, unchecked } = subjectIn(lakes, 'lakeside-railway');
    expect(assertions.map(({ field, value }) => `${field}: ${value}`)).toEqual([
      'name: lakeside railway',
      'countries: Belmarch',
      'countries: Corvessa',
      'amount: 2500000',
      'currency: USD',
      'amountAsWritten: $2.5 million',
      'attribution: draft programme seen by the Northlake Press Agency (NPA)',
      'note: The money is being sought; there is no backer. The other amount in the sentence is for the pipeline.',
    ]);
    expect(unchecked).toEqual([
      { field: 'kind', reason: 'classifications' },
      { field: 'status', reason: 'classifications' },
    ]);
  });

  it('has each of thousands who meet stand for the country', () => {
    const [country] = lakes.countries;
    const [leader] = lakes.leaders;
    const [talk] = lakes.talks;
    if (!country || !leader || !talk) throw new Error('no country, leader or talk');
    const numbers = Array.from({ length: 10_000 }, (_, at) => at);
    const countries = numbers.map((at) => ({ ...country, id: `land-${at}`, name: `Land ${at}` }));
    const leaders = numbers.map((at) => {
      return { ...leader, id: `person-${at}`, name: `Person ${at}`, country: `land-${at}` };
    });
    const ids = { leaders: leaders.map(({ id }) => id), countries: countries.map(({ id }) => id) };
    const large = {
      ...lakes,
      countries: [...lakes.countries, ...countries],
      leaders: [...lakes.leaders, ...leaders],
      talks: [...lakes.talks.slice(1), { ...talk, ...ids }],
    };
    expect(expectations(talk.id, 'countries', large).at(-1)).toEqual({
      kind: 'phrase',
      value: expect.any(String),
      spellings: ['Land 9999', ...country.aliases, 'Person 9999', ...leader.aliases],
    });
  });

  it('has nothing expected of what is not stated', () => {
    expect(subjectIn(lakes, 'dolmara-leader').assertions.map(({ field }) => field)).toEqual([
      'country',
    ]);
  });
});

describe('what is expected', () => {
  it('of a name is the name itself, not an alias', () => {
    expect(expectations('zoe-marequin', 'name')).toEqual([
      { kind: 'phrase', value: expect.any(String), spellings: ['Zoë Maréquin'] },
    ]);
    expect(expectations('zoe-marequin', 'aliases')).toEqual([
      { kind: 'phrase', value: expect.any(String), spellings: ['Maréquin'] },
    ]);
  });

  it('of a reference is any spelling of whom it refers to', () => {
    expect(expectations('marequin-vandrel-3-june', 'leaders')).toEqual([
      { kind: 'phrase', value: expect.any(String), spellings: ['Zoë Maréquin', 'Maréquin'] },
      { kind: 'phrase', value: expect.any(String), spellings: ['Ilse-Maarit Vandrel', 'Vandrel'] },
    ]);
  });

  it('of words that are a name is any spelling of it, of others their words', () => {
    expect(expectations('historic', 'speaker')).toEqual([
      { kind: 'phrase', value: expect.any(String), spellings: ['Arvenia', 'Arvenian'] },
    ]);
    expect(expectations('barely', 'speaker')).toEqual([
      { kind: 'words', value: 'the Belmarch delegation' },
    ]);
  });

  it('of a date, an amount and a currency is that', () => {
    expect(expectations('group-sessions', 'start')).toEqual([
      { kind: 'date', value: '2025-06-04', years: ['2025', '2022'] },
    ]);
    expect(expectations('drinking-water-pipeline', 'amount')).toEqual([
      { kind: 'amount', value: '300000', written: '€300,000' },
    ]);
    expect(expectations('drinking-water-pipeline', 'currency')).toEqual([
      { kind: 'currency', value: 'EUR' },
    ]);
  });

  it('of prose has the countries that it names, each with its spellings', () => {
    expect(expectations('first-railway', 'claim')).toMatchObject([
      {
        kind: 'prose',
        value: 'Between Belmarch and Corvessa there has been no railway so far.',
        named: [['Belmarch'], ['Corvessa', 'Corvessan']],
      },
    ]);
  });

  it('of prose sees a country with an s of possession', () => {
    expect(expectations('dolmara-to-speak', 'claim')).toMatchObject([{ named: [['Dolmara']] }]);
  });
});

describe('what else is known of a record', () => {
  it('is what it is made of, what it is about, and which of its words say something', () => {
    expect(subjectIn(lakes, 'open-the-sluices')).toMatchObject({
      parts: ['ruan-o-talvin'],
      about: ['marequin-o-talvin-4-june'],
      choices: [],
      countsForCoverage: true,
    });
    expect(subjectIn(lakes, 'lakeside-railway')).toMatchObject({
      parts: ['belmarch', 'corvessa'],
      about: [],
      names: ['lakeside railway'],
    });
    expect(subjectIn(lakes, 'lakeside-railway').choices).toContainEqual({
      field: 'status',
      value: 'sought',
      meaning: expect.any(String),
    });
    expect(subjectIn(lakes, 'author').countsForCoverage).toBe(false);
    expect(subjectIn(lakes, 'source')).toMatchObject({
      countsForCoverage: false,
      parts: [],
      choices: [],
    });
  });

  it('is what is reviewed of it, as long as the value is the same', () => {
    const review = { record: 'historic', rule: 'overlap', why: 'so it is' } as const;
    const reviewed = [
      { ...review, field: 'context', value: lakes.quotes[0]?.context ?? '' },
      { ...review, field: 'about', value: 'lake-oreval-summit' },
      { ...review, field: 'speaker', value: 'Belmarch' },
      { ...review, record: 'barely', field: 'leader', value: '' },
    ];
    const dataset = { ...lakes, reviewed };
    const own = subjectIn(dataset, 'historic').reviewed;
    expect(own.map(({ isCurrent }) => isCurrent)).toEqual([true, true, false]);
    expect(own).toMatchObject(reviewed.slice(0, 3));
    expect(subjectIn(dataset, 'overdue').reviewed).toEqual([]);
    expect(subjectIn(lakes, 'historic').reviewed).toEqual([]);
  });

  it('is of a single reference only whom it names', () => {
    expect(expectations('lake-oreval-summit', 'country')).toEqual([
      { kind: 'phrase', value: expect.any(String), spellings: ['Arvenia', 'Arvenian'] },
    ]);
  });

  it('is of an unnamed person also the title, if there is another name', () => {
    const named = (change: object) => {
      const leaders = lakes.leaders.map((leader) =>
        leader.id === 'dolmara-leader' ? { ...leader, aliases: ['the leader'], ...change } : leader,
      );
      const { assertions } = subjectIn({ ...lakes, leaders }, 'overdue');
      return assertions.find(({ field }) => field === 'leader');
    };
    expect(named({ title: 'leader of Dolmara' })).toMatchObject({
      value: 'the leader',
      spellings: ['the leader', 'leader of Dolmara'],
    });
    expect(named({ title: null })).toMatchObject({ spellings: ['the leader'] });
  });

  it('is what its own words are for', () => {
    const purposes = (id: string, field: string) =>
      expectations(id, field).map((one) => one.kind === 'prose' && [one.purpose, !!one.names]);
    expect(purposes('lakeside-railway', 'note')).toEqual([['remark', true]]);
    expect(purposes('no-boats', 'claim')).toEqual([['statement', true]]);
    expect(purposes('author', 'question')).toEqual([['question', false]]);
  });
});

describe('what an article cannot bear out', () => {
  it.each([
    ['belmarch', 'iso', 'added by the dataset'],
    ['belmarch', 'role', 'classifications'],
    ['author', 'topic', 'added by the dataset'],
    ['barely', 'about', 'links between records'],
    ['marequin-dolmara', 'leaders', 'references to unnamed records'],
    ['source', 'language', 'added by the dataset'],
    ['source', 'note', 'added by the dataset'],
  ])('of %s is %s, %s', (id, field, why) => {
    expect(reason(id, field)).toBe(why);
  });

  it('is an amount whose wording is not given', () => {
    const deals = lakes.deals.map((deal) => ({ ...deal, amountAsWritten: null }));
    const silent = { ...lakes, deals };
    expect(reason('lakeside-railway', 'amount', silent)).toBe('without its wording in the article');
    expect(expectations('lakeside-railway', 'amount', silent)).toEqual([]);
  });
});
