import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summarise } from '../../../src/dataset/query/read.ts';
import { indexRecords, type RecordIndex } from '../../../src/dataset/query/record-index.ts';
import { createRelationFinder } from '../../../src/dataset/query/relations.ts';
import { listEntries } from '../../../src/dataset/schema/dataset.ts';
import { listNames } from '../../../src/dataset/schema/names.ts';
import type { AnyRecord } from '../../../src/model/record.ts';
import { readDataset } from '../../read-dataset.ts';
import { example } from '../../run.ts';
import { numRuns } from '../../seed.mts';

const lakes = readDataset(example('lakes-summit.json'));
const links = indexRecords(lakes);

function entryOf(id: string, among = links) {
  const entry = among.findEntry(id);
  if (!entry) throw new Error(`no record ${id}`);
  return entry;
}

const recordOf = (id: string) => entryOf(id).record;
const leads = (id: string, target: string, among = links) => among.findLeadingTo([target]).has(id);
const summary = (id: string) => summarise(entryOf(id), links);

/** Walks the references forward from a record, and not on from the summit. */
function reachedFrom(record: AnyRecord, among: RecordIndex): ReadonlySet<string> {
  const found = new Set<string>();
  const ahead = [...among.listTargets(record.id)];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    if (next !== lakes.summit.id) ahead.push(...among.listTargets(next));
  }
  return found;
}

/** The fixture with one claim, of these words. */
function claiming(claim: string, attribution: string | null = null, id = 'a-claim') {
  const [first] = lakes.claims;
  if (!first) throw new Error('no claim');
  const dataset = { ...lakes, claims: [{ ...first, id, claim, attribution, topic: 'talk' }] };
  const itsLinks = indexRecords(dataset);
  const mentioned = listEntries(dataset)
    .filter(({ record }) => itsLinks.mentions(entryOf(id, itsLinks).record, record))
    .map(({ record }) => record.id);
  return mentioned.filter((one) => dataset.countries.some((country) => country.id === one));
}

describe('links', () => {
  it('call a country by its code too, and what has none by its id and names', () => {
    expect(links.getNames('belmarch')).toEqual(['belmarch', 'Belmarch', 'XB']);
    expect(links.getNames('lakeside-railway')).toEqual(['lakeside-railway', 'lakeside railway']);
    expect(links.getNames('barely')).toEqual(['barely']);
  });

  it('find a record of any collection by its id, the summit too', () => {
    expect(links.findEntry('lakeside-railway')?.collection).toBe('deals');
    expect(links.findEntry('lake-oreval-summit')?.collection).toBe('summit');
    expect(links.findEntry('constructor')).toBeUndefined();
  });

  it('label a record by what its collection is known by', () => {
    expect(links.label('zoe-marequin')).toBe('Zoë Maréquin');
    expect(links.label('marequin-dolmara')).toBe(
      'Talks between Zoë Maréquin and unnamed (Dolmara)',
    );
    expect(links.label('barely')).toBe('barely');
    expect(links.label('lake-oreval-summit')).toBe('Lake Oreval Summit');
  });

  it('label a talk by all who meet', () => {
    const talks = lakes.talks.slice(0, 1).map((talk) => ({
      ...talk,
      leaders: ['zoe-marequin', 'dolmara-leader', 'ruan-o-talvin'],
      countries: ['arvenia', 'dolmara', 'corvessa', 'belmarch'],
    }));
    expect(indexRecords({ ...lakes, talks }).label(talks[0]?.id ?? '')).toBe(
      "Talks between Zoë Maréquin, unnamed (Dolmara), Ruan O'Talvin and Belmarch",
    );
    const [talk] = talks;
    const four = talks.map((one) => ({ ...one, leaders: [...one.leaders, 'ilse-maarit-vandrel'] }));
    expect(indexRecords({ ...lakes, talks: four }).label(talk?.id ?? '')).toBe(
      "Talks between Zoë Maréquin, unnamed (Dolmara), Ruan O'Talvin and Ilse-Maarit Vandrel",
    );
  });

  it.each([
    ['United States', 'the United States'],
    ['Dominican Republic', 'the Dominican Republic'],
    ['Netherlands', 'the Netherlands'],
    ['Unitedland', 'Unitedland'],
  ])('label a talk with the article that a country takes: %s', (name, written) => {
    const countries = lakes.countries.map((country) =>
      country.id === 'dolmara' ? { ...country, name } : country,
    );
    const talks = lakes.talks.slice(0, 1).map((talk) => {
      return { ...talk, id: 'talk', leaders: ['zoe-marequin'], countries: ['arvenia', 'dolmara'] };
    });
    const { label } = indexRecords({ ...lakes, countries, talks });
    expect(label('talk')).toBe(`Talks between Zoë Maréquin and ${written}`);
  });

  it('name twenty of those who meet in a talk of more, and count the others', () => {
    const [leader] = lakes.leaders;
    const [talk] = lakes.talks;
    if (!leader || !talk) throw new Error('no leader or talk');
    const labelTalkOf = (count: number) => {
      const leaders = Array.from({ length: count }, (_, at) => {
        return { ...leader, id: `person-${at}`, name: `P${at}`, country: null };
      });
      const ids = leaders.map(({ id }) => id);
      const talks = [{ ...talk, leaders: ids, countries: [] }];
      return indexRecords({ ...lakes, leaders, talks }).label(talk.id);
    };
    const listNamed = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, at) => `P${from + at}`).join(', ');
    expect(labelTalkOf(20)).toBe(`Talks between ${listNamed(0, 19)} and P19`);
    expect(labelTalkOf(21)).toBe(`Talks between ${listNamed(0, 20)} and 1 more`);
    expect(labelTalkOf(4_000)).toBe(`Talks between ${listNamed(0, 20)} and 3980 more`);
  });

  it('call somebody unnamed by the country, and have no label for nobody', () => {
    expect(links.label('dolmara-leader')).toBe('unnamed (Dolmara)');
    expect(links.label('nobody')).toBeUndefined();
  });

  it('call somebody unnamed by the organization, and by the id where there is neither', () => {
    const called = (change: object) => {
      const leaders = lakes.leaders.map((one) => ({ ...one, name: null, ...change }));
      const index = indexRecords({ ...lakes, leaders });
      return [index.label('marequin-dolmara'), ...index.getNames('dolmara-leader')];
    };
    expect(called({ country: null, organization: 'institute-for-inland-waters' })).toContain(
      'unnamed (Institute for Inland Waters)',
    );
    const [talk, ...names] = called({ country: null, organization: null });
    expect(talk).toContain('dolmara-leader');
    expect(names).toEqual(['dolmara-leader']);
  });

  it('go out in the order of the fields, each once', () => {
    expect(links.listTargets('marequin-vandrel-3-june')).toEqual([
      'zoe-marequin',
      'ilse-maarit-vandrel',
      'arvenia',
      'belmarch',
    ]);
    expect(links.listTargets('lakeside-railway')).toEqual(['belmarch', 'corvessa']);
    expect(links.listTargets('historic')).toEqual(['lake-oreval-summit']);
    expect(links.listTargets('belmarch')).toEqual([]);
    expect(links.listTargets('a-stranger')).toEqual([]);
  });

  it('lead on over any number of steps, and not back', () => {
    expect(leads('barely', 'marequin-vandrel-3-june')).toBe(true);
    expect(leads('barely', 'belmarch')).toBe(true);
    expect(leads('barely', 'arvenia')).toBe(true);
    expect(leads('barely', 'dolmara')).toBe(false);
    expect(leads('belmarch', 'barely')).toBe(false);
    expect(leads('belmarch', 'belmarch')).toBe(false);
    expect(leads('barely', 'nobody')).toBe(false);
  });

  it('lead to any of several records', () => {
    const both = [...links.findLeadingTo(['belmarch', 'dolmara'])].sort();
    const each = ['belmarch', 'dolmara'].flatMap((id) => [...links.findLeadingTo([id])]);
    expect(both).toEqual([...new Set(each)].sort());
  });

  it('lead back from a record to just those from which they lead forward to it', () => {
    const [first] = lakes.claims;
    if (!first) throw new Error('no claim');
    const ids = Array.from({ length: 8 }, (_, at) => `c-${at}`);
    const target = fc.constantFrom(...ids, lakes.summit.id, 'zoe-marequin', 'belmarch');
    const abouts = fc.array(fc.uniqueArray(target, { maxLength: 3 }), {
      minLength: ids.length,
      maxLength: ids.length,
    });
    const host = fc.constantFrom('zoe-marequin', null);
    fc.assert(
      fc.property(abouts, host, (about, summitHost) => {
        const claims = ids.map((id, at) => ({ ...first, id, about: about[at] ?? [] }));
        const summit = { ...lakes.summit, host: summitHost, country: 'belmarch' };
        const among = indexRecords({ ...lakes, summit, claims, quotes: [], gaps: [] });
        const all = among.entries.map(({ record }) => record);
        for (const { id } of all) {
          const forward = all.filter((record) => reachedFrom(record, among).has(id));
          const back = all.filter((record) => leads(record.id, id, among));
          expect(back.map((one) => one.id)).toEqual(forward.map((one) => one.id));
        }
      }),
      { numRuns: Math.min(numRuns, 300) },
    );
  });

  it('come to an end where records are about each other', () => {
    const [first, second] = lakes.claims;
    if (!first || !second) throw new Error('no claims');
    const claims = [
      { ...first, about: [second.id] },
      { ...second, about: [first.id, 'belmarch'] },
    ];
    const dataset = { ...lakes, claims, gaps: [], quotes: [] };
    const round = indexRecords(dataset);
    expect(leads(first.id, 'belmarch', round)).toBe(true);
    expect(leads(first.id, 'dolmara', round)).toBe(false);
    expect(leads(first.id, first.id, round)).toBe(true);
    const { referredToBy } = createRelationFinder([first], round)(first);
    expect(referredToBy.map(({ record }) => record.id)).toEqual([second.id]);
  });

  it('are all those that refer to a record, and of those that do so through others, so many', () => {
    const ids = [...links.findLeadingTo(['arvenia'])];
    const direct = ids.filter((id) => links.listTargets(id).includes('arvenia'));
    expect(direct.length).toBeGreaterThan(3);
    expect([...links.findLeadingTo(['arvenia'], 1)]).toEqual(direct);
    expect([...links.findLeadingTo(['arvenia'], direct.length + 1)]).toEqual(
      ids.slice(0, direct.length + 1),
    );
  });

  it('know a text by its other spellings, and none of what is no name', () => {
    expect(links.getAliases('Corvessa')).toEqual(['Corvessa', 'Corvessan']);
    expect(links.getAliases('nobody')).toEqual(['nobody']);
    expect(links.record('nobody')).toBeUndefined();
  });

  it('stop at the summit: what is about it is not of its host for that', () => {
    expect(leads('historic', 'lake-oreval-summit')).toBe(true);
    expect(leads('who-says-historic', 'lake-oreval-summit')).toBe(true);
    expect(leads('historic', 'arvenia')).toBe(false);
    expect(leads('lake-oreval-summit', 'arvenia')).toBe(true);
  });

  it('tell what is about one record by way of another', () => {
    expect(links.leadsTo('belmarch', 'belmarch')).toBe(true);
    expect(links.leadsTo('marequin-vandrel-3-june', 'belmarch')).toBe(true);
    expect(links.leadsTo('belmarch', 'marequin-vandrel-3-june')).toBe(false);
    expect(links.leadsTo('lake-oreval-summit', 'lake-oreval-summit')).toBe(true);
    expect(links.leadsTo('lake-oreval-summit', 'arvenia')).toBe(false);
  });
});

describe('a mention', () => {
  it.each([
    ['Belmarch wants a railway.', ['belmarch']],
    ['A railway for BELMARCH', ['belmarch']],
    ['The Arvenian and the Corvessan side', ['arvenia', 'corvessa']],
    ['Bélmarch–Dolmara', ['belmarch', 'dolmara']],
    ['Belmarch’s railway', ['belmarch']],
    ["Dolmara's pipeline", ['dolmara']],
    ['Belmarchian ways; NewCorvessa', []],
    ['The lake', []],
  ])('is of a whole word, by name or alias: %j', (claim, countries) => {
    expect(claiming(claim)).toEqual(countries);
  });

  it('may stand in any text of the record', () => {
    expect(claiming('Nothing.', 'the Belmarch delegation')).toEqual(['belmarch']);
  });

  it('is not made by an id', () => {
    expect(claiming('Nothing.', null, 'what-belmarch-wants')).toEqual([]);
  });

  it.each([
    ['a reference', { about: ['belmarch'] }],
    ['a choice', { certainty: 'Belmarch' }],
    ['a passage', { evidence: [{ paragraph: 1, start: 'Belmarch has' }] }],
  ])('is not made by %s', (_, change) => {
    const claims = lakes.claims
      .slice(0, 1)
      .map((one) => ({ ...one, claim: 'Nothing.', ...change }));
    const changed = indexRecords({ ...lakes, claims: claims as typeof lakes.claims });
    const [claim] = claims;
    expect(claim && changed.mentions(claim as AnyRecord, recordOf('belmarch'))).toBe(false);
  });

  it('is not of somebody unnamed, nor of oneself, nor by a stranger', () => {
    const stranger = { id: 'a-stranger', claim: 'Belmarch' };
    expect(links.mentions(recordOf('who-leads-dolmara'), recordOf('dolmara-leader'))).toBe(false);
    expect(links.mentions(recordOf('belmarch'), recordOf('belmarch'))).toBe(false);
    expect(links.mentions(stranger, recordOf('belmarch'))).toBe(false);
  });

  it('takes the signs of a pattern as they are', () => {
    const countries = lakes.countries.map((one) => ({ ...one, aliases: [`(${one.id}.*)`] }));
    const claims = lakes.claims.map((one) => ({
      ...one,
      claim: 'x (belmarch.*) y',
      attribution: null,
    }));
    const odd = indexRecords({ ...lakes, countries, claims });
    const [claim] = claims;
    const mentioned = countries.filter((one) => claim && odd.mentions(claim, one));
    expect(mentioned.map(({ id }) => id)).toEqual(['belmarch']);
  });
});

it('the spellings of a record are its name and aliases', () => {
  expect(listNames(recordOf('zoe-marequin'))).toEqual(['Zoë Maréquin', 'Maréquin']);
  expect(listNames(recordOf('dolmara-leader'))).toEqual([]);
  expect(listNames(recordOf('barely'))).toEqual([]);
});

describe('the summary of a record', () => {
  it.each([
    ['lake-oreval-summit', 'Lake Oreval Summit'],
    ['zoe-marequin', 'Zoë Maréquin · President · Arvenia · host'],
    [
      'marequin-vandrel-3-june',
      '2025-06-03 · Zoë Maréquin, Ilse-Maarit Vandrel · Arvenia, Belmarch · held',
    ],
    ['lakeside-railway', 'lakeside railway · $2.5 million · sought'],
    ['historic', 'Arvenia · “historic”'],
    ['group-sessions', 'Group sessions · 2025-06-04 · planned'],
    ['three-day-summit', 'The summit takes three days.'],
    ['corvessa', 'Corvessa · guest'],
    ['author', 'Who wrote the article?'],
  ])('of %s is: %s', (id, text) => {
    expect(summary(id)).toBe(text);
  });

  it('leaves out what is not stated', () => {
    expect(summary('marequin-dolmara')).toBe(
      'Zoë Maréquin, unnamed (Dolmara) · Arvenia, Dolmara · reported',
    );
    expect(summary('closing-dinner')).toBe('Closing dinner · planned');
  });

  it('is never blank, even of somebody unnamed and without a title', () => {
    expect(summary('dolmara-leader')).not.toBe('');
  });
});

describe('the relations of a record', () => {
  const relations = (id: string) => {
    const record = recordOf(id);
    const { refersTo, referredToBy, mentionedIn } = createRelationFinder([record], links)(record);
    const ids = (entries: typeof refersTo) => entries.map(({ record }) => record.id);
    return {
      refersTo: ids(refersTo),
      referredToBy: ids(referredToBy),
      mentionedIn: ids(mentionedIn),
    };
  };

  it('are those that it refers to, those that lead to it, and those that name it', () => {
    expect(relations('marequin-vandrel-3-june')).toEqual({
      refersTo: ['zoe-marequin', 'ilse-maarit-vandrel', 'arvenia', 'belmarch'],
      referredToBy: [
        'barely',
        'share-a-lake',
        'talks-two-hours',
        'talks-40-minutes',
        'length-of-vandrel-talks',
        'outcome-of-vandrel-talks',
      ],
      mentionedIn: [],
    });
  });

  it('are the same for all records at once as for each alone', () => {
    const entries = listEntries(lakes);
    const all = entries.map(({ record }) => record);
    const findRelations = createRelationFinder(all, links);
    for (const { record } of entries) {
      expect(findRelations(record)).toEqual(createRelationFinder([record], links)(record));
    }
    expect(all.flatMap((record) => findRelations(record).mentionedIn).length).toBeGreaterThan(20);
  });

  it('have a record under one heading only, a link before a mention', () => {
    const { referredToBy, mentionedIn } = relations('ilse-maarit-vandrel');
    expect(referredToBy).toEqual([
      'marequin-vandrel-3-june',
      'barely',
      'share-a-lake',
      'guests-welcomed',
      'talks-two-hours',
      'talks-40-minutes',
      'length-of-vandrel-talks',
      'outcome-of-vandrel-talks',
    ]);
    expect(mentionedIn).toEqual(['separate-talks', 'share-not-divide']);
  });
});
