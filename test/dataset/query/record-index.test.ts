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

function getEntry(id: string, among = links) {
  const entry = among.findEntry(id);
  if (!entry) throw new Error(`no record ${id}`);
  return entry;
}

const getRecord = (id: string) => getEntry(id).record;
const isLeadingTo = (id: string, target: string, among = links) =>
  among.findLeadingTo([target]).has(id);
const summariseRecord = (id: string) => summarise(getEntry(id), links);

/** Follows references forward from a record, but not beyond the summit. */
function listReachable(record: AnyRecord, among: RecordIndex): ReadonlySet<string> {
  const found = new Set<string>();
  const ahead = [...among.listTargets(record.id)];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    if (next !== lakes.summit.id) ahead.push(...among.listTargets(next));
  }
  return found;
}

/** Lists the countries mentioned by a claim with this text. */
function listMentioned(claim: string, attribution: string | null = null, id = 'a-claim') {
  const [first] = lakes.claims;
  if (!first) throw new Error('no claim');
  const dataset = { ...lakes, claims: [{ ...first, id, claim, attribution, topic: 'talk' }] };
  const index = indexRecords(dataset);
  const mentioned = listEntries(dataset)
    .filter(({ record }) => index.mentions(getEntry(id, index).record, record))
    .map(({ record }) => record.id);
  return mentioned.filter((one) => dataset.countries.some((country) => country.id === one));
}

describe('the index of records', () => {
  it('names a country by its code too, and other records by id and names', () => {
    expect(links.getNames('belmarch')).toEqual(['belmarch', 'Belmarch', 'XB']);
    expect(links.getNames('lakeside-railway')).toEqual(['lakeside-railway', 'lakeside railway']);
    expect(links.getNames('barely')).toEqual(['barely']);
  });

  it('finds a record of any collection by its id, including the summit', () => {
    expect(links.findEntry('lakeside-railway')?.collection).toBe('deals');
    expect(links.findEntry('lake-oreval-summit')?.collection).toBe('summit');
    expect(links.findEntry('constructor')).toBeUndefined();
  });

  it('labels a record with the name that its collection uses', () => {
    expect(links.label('zoe-marequin')).toBe('Zoë Maréquin');
    expect(links.label('marequin-dolmara')).toBe(
      'Talks between Zoë Maréquin and unnamed (Dolmara)',
    );
    expect(links.label('barely')).toBe('barely');
    expect(links.label('lake-oreval-summit')).toBe('Lake Oreval Summit');
  });

  it('labels a talk with all its participants', () => {
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
  ])('labels a talk with the English article of a country: %s', (name, written) => {
    const countries = lakes.countries.map((country) =>
      country.id === 'dolmara' ? { ...country, name } : country,
    );
    const talks = lakes.talks.slice(0, 1).map((talk) => {
      return { ...talk, id: 'talk', leaders: ['zoe-marequin'], countries: ['arvenia', 'dolmara'] };
    });
    const { label } = indexRecords({ ...lakes, countries, talks });
    expect(label('talk')).toBe(`Talks between Zoë Maréquin and ${written}`);
  });

  it('lists twenty participants of a larger talk, and counts the others', () => {
    const [leader] = lakes.leaders;
    const [talk] = lakes.talks;
    if (!leader || !talk) throw new Error('no leader or talk');
    const labelTalk = (count: number) => {
      const leaders = Array.from({ length: count }, (_, at) => {
        return { ...leader, id: `person-${at}`, name: `P${at}`, country: null };
      });
      const ids = leaders.map(({ id }) => id);
      const talks = [{ ...talk, leaders: ids, countries: [] }];
      return indexRecords({ ...lakes, leaders, talks }).label(talk.id);
    };
    const listNamed = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, at) => `P${from + at}`).join(', ');
    expect(labelTalk(20)).toBe(`Talks between ${listNamed(0, 19)} and P19`);
    expect(labelTalk(21)).toBe(`Talks between ${listNamed(0, 20)} and 1 more`);
    expect(labelTalk(4_000)).toBe(`Talks between ${listNamed(0, 20)} and 3980 more`);
  });

  it('labels an unnamed person by country, and has no label for an unknown id', () => {
    expect(links.label('dolmara-leader')).toBe('unnamed (Dolmara)');
    expect(links.label('nobody')).toBeUndefined();
  });

  it('labels an unnamed person by organization, or by id without one', () => {
    const labelWith = (change: object) => {
      const leaders = lakes.leaders.map((one) => ({ ...one, name: null, ...change }));
      const index = indexRecords({ ...lakes, leaders });
      return [index.label('marequin-dolmara'), ...index.getNames('dolmara-leader')];
    };
    expect(labelWith({ country: null, organization: 'institute-for-inland-waters' })).toContain(
      'unnamed (Institute for Inland Waters)',
    );
    const [talk, ...names] = labelWith({ country: null, organization: null });
    expect(talk).toContain('dolmara-leader');
    expect(names).toEqual(['dolmara-leader']);
  });

  it('lists the targets of a record in the order of its fields, each once', () => {
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

  it('follows references over any number of steps, but not backwards', () => {
    expect(isLeadingTo('barely', 'marequin-vandrel-3-june')).toBe(true);
    expect(isLeadingTo('barely', 'belmarch')).toBe(true);
    expect(isLeadingTo('barely', 'arvenia')).toBe(true);
    expect(isLeadingTo('barely', 'dolmara')).toBe(false);
    expect(isLeadingTo('belmarch', 'barely')).toBe(false);
    expect(isLeadingTo('belmarch', 'belmarch')).toBe(false);
    expect(isLeadingTo('barely', 'nobody')).toBe(false);
  });

  it('finds the records that lead to any of several', () => {
    const both = [...links.findLeadingTo(['belmarch', 'dolmara'])].sort();
    const each = ['belmarch', 'dolmara'].flatMap((id) => [...links.findLeadingTo([id])]);
    expect(both).toEqual([...new Set(each)].sort());
  });

  it('finds backwards exactly the records from which references lead forwards', () => {
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
          const forward = all.filter((record) => listReachable(record, among).has(id));
          const back = all.filter((record) => isLeadingTo(record.id, id, among));
          expect(back.map((one) => one.id)).toEqual(forward.map((one) => one.id));
        }
      }),
      { numRuns: Math.min(numRuns, 300) },
    );
  });

  it('terminates if records are about each other', () => {
    const [first, second] = lakes.claims;
    if (!first || !second) throw new Error('no claims');
    const claims = [
      { ...first, about: [second.id] },
      { ...second, about: [first.id, 'belmarch'] },
    ];
    const dataset = { ...lakes, claims, gaps: [], quotes: [] };
    const cyclic = indexRecords(dataset);
    expect(isLeadingTo(first.id, 'belmarch', cyclic)).toBe(true);
    expect(isLeadingTo(first.id, 'dolmara', cyclic)).toBe(false);
    expect(isLeadingTo(first.id, first.id, cyclic)).toBe(true);
    const { referredToBy } = createRelationFinder([first], cyclic)(first);
    expect(referredToBy.map(({ record }) => record.id)).toEqual([second.id]);
  });

  it('lists all direct references to a record and, up to a limit, the indirect ones', () => {
    const ids = [...links.findLeadingTo(['arvenia'])];
    const direct = ids.filter((id) => links.listTargets(id).includes('arvenia'));
    expect(direct.length).toBeGreaterThan(3);
    expect([...links.findLeadingTo(['arvenia'], 1)]).toEqual(direct);
    expect([...links.findLeadingTo(['arvenia'], direct.length + 1)]).toEqual(
      ids.slice(0, direct.length + 1),
    );
  });

  it('knows the other names of a text, and nothing about a text that is no name', () => {
    expect(links.getAliases('Corvessa')).toEqual(['Corvessa', 'Corvessan']);
    expect(links.getAliases('nobody')).toEqual(['nobody']);
    expect(links.record('nobody')).toBeUndefined();
  });

  it('stops at the summit: a record about it is not about its host', () => {
    expect(isLeadingTo('historic', 'lake-oreval-summit')).toBe(true);
    expect(isLeadingTo('who-says-historic', 'lake-oreval-summit')).toBe(true);
    expect(isLeadingTo('historic', 'arvenia')).toBe(false);
    expect(isLeadingTo('lake-oreval-summit', 'arvenia')).toBe(true);
  });

  it('knows if a record leads to another, or is it', () => {
    expect(links.leadsTo('belmarch', 'belmarch')).toBe(true);
    expect(links.leadsTo('marequin-vandrel-3-june', 'belmarch')).toBe(true);
    expect(links.leadsTo('belmarch', 'marequin-vandrel-3-june')).toBe(false);
    expect(links.leadsTo('lake-oreval-summit', 'lake-oreval-summit')).toBe(true);
    expect(links.leadsTo('lake-oreval-summit', 'arvenia')).toBe(false);
  });
});

describe('a mention of a country', () => {
  it.each([
    ['Belmarch wants a railway.', ['belmarch']],
    ['A railway for BELMARCH', ['belmarch']],
    ['The Arvenian and the Corvessan side', ['arvenia', 'corvessa']],
    ['Bélmarch–Dolmara', ['belmarch', 'dolmara']],
    ['Belmarch’s railway', ['belmarch']],
    ["Dolmara's pipeline", ['dolmara']],
    ['Belmarchian ways; NewCorvessa', []],
    ['The lake', []],
  ])('is a whole word of its name or alias: %j', (claim, countries) => {
    expect(listMentioned(claim)).toEqual(countries);
  });

  it('may occur in any text of the record', () => {
    expect(listMentioned('Nothing.', 'the Belmarch delegation')).toEqual(['belmarch']);
  });

  it('is not found in an id', () => {
    expect(listMentioned('Nothing.', null, 'what-belmarch-wants')).toEqual([]);
  });

  it.each([
    ['a reference', { about: ['belmarch'] }],
    ['a choice', { certainty: 'Belmarch' }],
    ['a passage', { evidence: [{ paragraph: 1, start: 'Belmarch has' }] }],
  ])('is not found in %s', (_, change) => {
    const claims = lakes.claims
      .slice(0, 1)
      .map((one) => ({ ...one, claim: 'Nothing.', ...change }));
    const index = indexRecords({ ...lakes, claims: claims as typeof lakes.claims });
    const [claim] = claims;
    expect(claim && index.mentions(claim as AnyRecord, getRecord('belmarch'))).toBe(false);
  });

  it('is never of an unnamed person, of the record itself, or by an unknown record', () => {
    const stranger = { id: 'a-stranger', claim: 'Belmarch' };
    expect(links.mentions(getRecord('who-leads-dolmara'), getRecord('dolmara-leader'))).toBe(false);
    expect(links.mentions(getRecord('belmarch'), getRecord('belmarch'))).toBe(false);
    expect(links.mentions(stranger, getRecord('belmarch'))).toBe(false);
  });

  it('treats special characters of patterns literally', () => {
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

it('lists the name and aliases of a record', () => {
  expect(listNames(getRecord('zoe-marequin'))).toEqual(['Zoë Maréquin', 'Maréquin']);
  expect(listNames(getRecord('dolmara-leader'))).toEqual([]);
  expect(listNames(getRecord('barely'))).toEqual([]);
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
    expect(summariseRecord(id)).toBe(text);
  });

  it('leaves out missing values', () => {
    expect(summariseRecord('marequin-dolmara')).toBe(
      'Zoë Maréquin, unnamed (Dolmara) · Arvenia, Dolmara · reported',
    );
    expect(summariseRecord('closing-dinner')).toBe('Closing dinner · planned');
  });

  it('is never blank, even for an unnamed person without a title', () => {
    expect(summariseRecord('dolmara-leader')).not.toBe('');
  });
});

describe('the related records of a record', () => {
  const listRelations = (id: string) => {
    const record = getRecord(id);
    const { refersTo, referredToBy, mentionedIn } = createRelationFinder([record], links)(record);
    const listIds = (entries: typeof refersTo) => entries.map(({ record }) => record.id);
    return {
      refersTo: listIds(refersTo),
      referredToBy: listIds(referredToBy),
      mentionedIn: listIds(mentionedIn),
    };
  };

  it('are its references, the records that lead to it, and those that mention it', () => {
    expect(listRelations('marequin-vandrel-3-june')).toEqual({
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

  it('are the same for all records together as for each alone', () => {
    const entries = listEntries(lakes);
    const all = entries.map(({ record }) => record);
    const findRelations = createRelationFinder(all, links);
    for (const { record } of entries) {
      expect(findRelations(record)).toEqual(createRelationFinder([record], links)(record));
    }
    expect(all.flatMap((record) => findRelations(record).mentionedIn).length).toBeGreaterThan(20);
  });

  it('list a record under one heading only, with links before mentions', () => {
    const { referredToBy, mentionedIn } = listRelations('ilse-maarit-vandrel');
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
