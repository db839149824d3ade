import { describe, expect, it } from 'vitest';
import { buildAssertions } from '../../../src/dataset/query/assertions.ts';
import { type Dataset, listEntries } from '../../../src/dataset/schema/dataset.ts';
import { readDataset } from '../../read-dataset.ts';
import { example } from '../../run.ts';

const lakes = readDataset(example('lakes-summit.json'));

function findAssertions(dataset: Dataset, id: string) {
  const target = buildAssertions(dataset).find((one) => one.id === id);
  if (!target) throw new Error(`no target ${id}`);
  return target;
}

/** Lists the assertions that the article must support for a field of a record. */
const listAssertions = (id: string, field: string, dataset = lakes) =>
  findAssertions(dataset, id)
    .assertions.filter((one) => one.field === field)
    .map(({ field: _, ...assertion }) => assertion);

const findReason = (id: string, field: string, dataset = lakes) =>
  findAssertions(dataset, id).unchecked.find((one) => one.field === field)?.reason;

describe('the assertions of a dataset', () => {
  it('start with the source, followed by every record in the order of the dataset', () => {
    const records = listEntries(lakes).map(
      ({ collection, record }) => `${collection} ${record.id}`,
    );
    expect(buildAssertions(lakes).map(({ collection, id }) => `${collection} ${id}`)).toEqual([
      'source source',
      ...records,
    ]);
  });

  it('use the passages of each record, and the whole article for the source', () => {
    expect(findAssertions(lakes, 'source').anchors).toBe('article');
    expect(findAssertions(lakes, 'historic').anchors).toEqual([
      { paragraph: 2, start: 'Arvenia calls the summit', end: '“historic”' },
    ]);
  });

  it('include every value except the id and the evidence', () => {
    const { assertions, unchecked } = findAssertions(lakes, 'lakeside-railway');
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

  it('accept each of thousands of participants for their country', () => {
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
    expect(listAssertions(talk.id, 'countries', large).at(-1)).toEqual({
      kind: 'phrase',
      value: expect.any(String),
      spellings: ['Land 9999', ...country.aliases, 'Person 9999', ...leader.aliases],
    });
  });

  it('leave out values that are not stated', () => {
    expect(findAssertions(lakes, 'dolmara-leader').assertions.map(({ field }) => field)).toEqual([
      'country',
    ]);
  });
});

describe('the assertion about a field', () => {
  it('takes a name literally, not an alias', () => {
    expect(listAssertions('zoe-marequin', 'name')).toEqual([
      { kind: 'phrase', value: expect.any(String), spellings: ['Zoë Maréquin'] },
    ]);
    expect(listAssertions('zoe-marequin', 'aliases')).toEqual([
      { kind: 'phrase', value: expect.any(String), spellings: ['Maréquin'] },
    ]);
  });

  it('takes a reference as any name of the record that it refers to', () => {
    expect(listAssertions('marequin-vandrel-3-june', 'leaders')).toEqual([
      { kind: 'phrase', value: expect.any(String), spellings: ['Zoë Maréquin', 'Maréquin'] },
      { kind: 'phrase', value: expect.any(String), spellings: ['Ilse-Maarit Vandrel', 'Vandrel'] },
    ]);
  });

  it('takes a speaker who has a record as any of their names, and others word by word', () => {
    expect(listAssertions('historic', 'speaker')).toEqual([
      { kind: 'phrase', value: expect.any(String), spellings: ['Arvenia', 'Arvenian'] },
    ]);
    expect(listAssertions('barely', 'speaker')).toEqual([
      { kind: 'words', value: 'the Belmarch delegation' },
    ]);
  });

  it('takes a date, an amount and a currency by value', () => {
    expect(listAssertions('group-sessions', 'start')).toEqual([
      { kind: 'date', value: '2025-06-04', years: ['2025', '2022'] },
    ]);
    expect(listAssertions('drinking-water-pipeline', 'amount')).toEqual([
      { kind: 'amount', value: '300000', written: '€300,000' },
    ]);
    expect(listAssertions('drinking-water-pipeline', 'currency')).toEqual([
      { kind: 'currency', value: 'EUR' },
    ]);
  });

  it('takes prose with the countries that it names, each with all their names', () => {
    expect(listAssertions('first-railway', 'claim')).toMatchObject([
      {
        kind: 'prose',
        value: 'Between Belmarch and Corvessa there has been no railway so far.',
        named: [['Belmarch'], ['Corvessa', 'Corvessan']],
      },
    ]);
  });

  it('recognises a country with a possessive s in prose', () => {
    expect(listAssertions('dolmara-to-speak', 'claim')).toMatchObject([{ named: [['Dolmara']] }]);
  });
});

describe('other parts of an asserted record', () => {
  it('are its own references, the records it is about, and its choices with a meaning', () => {
    expect(findAssertions(lakes, 'open-the-sluices')).toMatchObject({
      parts: ['ruan-o-talvin'],
      about: ['marequin-o-talvin-4-june'],
      choices: [],
      countsForCoverage: true,
    });
    expect(findAssertions(lakes, 'lakeside-railway')).toMatchObject({
      parts: ['belmarch', 'corvessa'],
      about: [],
      names: ['lakeside railway'],
    });
    expect(findAssertions(lakes, 'lakeside-railway').choices).toContainEqual({
      field: 'status',
      value: 'sought',
      meaning: expect.any(String),
    });
    expect(findAssertions(lakes, 'author').countsForCoverage).toBe(false);
    expect(findAssertions(lakes, 'source')).toMatchObject({
      countsForCoverage: false,
      parts: [],
      choices: [],
    });
  });

  it('are its reviewed warnings, which are current as long as the value is the same', () => {
    const review = { record: 'historic', rule: 'overlap', why: 'so it is' } as const;
    const reviewed = [
      { ...review, field: 'context', value: lakes.quotes[0]?.context ?? '' },
      { ...review, field: 'about', value: 'lake-oreval-summit' },
      { ...review, field: 'speaker', value: 'Belmarch' },
      { ...review, record: 'barely', field: 'leader', value: '' },
    ];
    const dataset = { ...lakes, reviewed };
    const own = findAssertions(dataset, 'historic').reviewed;
    expect(own.map(({ isCurrent }) => isCurrent)).toEqual([true, true, false]);
    expect(own).toMatchObject(reviewed.slice(0, 3));
    expect(findAssertions(dataset, 'overdue').reviewed).toEqual([]);
    expect(findAssertions(lakes, 'historic').reviewed).toEqual([]);
  });

  it('include only the record that a single reference names', () => {
    expect(listAssertions('lake-oreval-summit', 'country')).toEqual([
      { kind: 'phrase', value: expect.any(String), spellings: ['Arvenia', 'Arvenian'] },
    ]);
  });

  it('include the title of an unnamed person who has another name', () => {
    const findLeaderAssertion = (change: object) => {
      const leaders = lakes.leaders.map((leader) =>
        leader.id === 'dolmara-leader' ? { ...leader, aliases: ['the leader'], ...change } : leader,
      );
      const { assertions } = findAssertions({ ...lakes, leaders }, 'overdue');
      return assertions.find(({ field }) => field === 'leader');
    };
    expect(findLeaderAssertion({ title: 'leader of Dolmara' })).toMatchObject({
      value: 'the leader',
      spellings: ['the leader', 'leader of Dolmara'],
    });
    expect(findLeaderAssertion({ title: null })).toMatchObject({ spellings: ['the leader'] });
  });

  it('include the purpose of its paraphrases', () => {
    const listPurposes = (id: string, field: string) =>
      listAssertions(id, field).map((one) => one.kind === 'prose' && [one.purpose, !!one.names]);
    expect(listPurposes('lakeside-railway', 'note')).toEqual([['remark', true]]);
    expect(listPurposes('no-boats', 'claim')).toEqual([['statement', true]]);
    expect(listPurposes('author', 'question')).toEqual([['question', false]]);
  });
});

describe('the unchecked fields of a dataset', () => {
  it.each([
    ['belmarch', 'iso', 'added by the dataset'],
    ['belmarch', 'role', 'classifications'],
    ['author', 'topic', 'added by the dataset'],
    ['barely', 'about', 'links between records'],
    ['marequin-dolmara', 'leaders', 'references to unnamed records'],
    ['source', 'language', 'added by the dataset'],
    ['source', 'note', 'added by the dataset'],
  ])('include, in %s, the field %s for the reason “%s”', (id, field, why) => {
    expect(findReason(id, field)).toBe(why);
  });

  it("include an amount without the article's wording", () => {
    const deals = lakes.deals.map((deal) => ({ ...deal, amountAsWritten: null }));
    const withoutWording = { ...lakes, deals };
    expect(findReason('lakeside-railway', 'amount', withoutWording)).toBe(
      'without its wording in the article',
    );
    expect(listAssertions('lakeside-railway', 'amount', withoutWording)).toEqual([]);
  });
});
