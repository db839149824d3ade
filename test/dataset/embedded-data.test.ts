import { describe, expect, it } from 'vitest';
import { listEntries } from '../../src/dataset/schema/dataset.ts';
import type { Anchor } from '../../src/model/record.ts';
import { readDataset } from '../read-dataset.ts';
import { project } from '../run.ts';

const data = readDataset(project('data', 'xian-2023.json'));
const entries = listEntries(data);

const guests = ['kazakhstan', 'kyrgyzstan', 'tajikistan', 'turkmenistan', 'uzbekistan'];

describe('the embedded dataset', () => {
  it('has all leaders, talks, deals, quotations and countries of the article', () => {
    const { leaders, talks, deals, quotes, countries } = data;
    const counts = [leaders, talks, deals, quotes, countries].map(({ length }) => length);
    expect(counts).toEqual([6, 6, 2, 6, 9]);
  });

  it('has 20 to 30 questions, and no claim that repeats a quotation', () => {
    expect(data.gaps.length).toBeGreaterThanOrEqual(20);
    expect(data.gaps.length).toBeLessThanOrEqual(30);
    const quoted = new Set(data.quotes.map(({ words }) => words));
    expect(data.claims.filter(({ claim }) => quoted.has(claim))).toEqual([]);
  });

  it('gives both readings of each conflict', () => {
    const conflicts = data.gaps.filter(({ kind }) => kind === 'conflicting');
    expect(conflicts.map(({ id }) => id)).toEqual([
      'when-xi-and-tokayev-talked',
      'first-meeting-of-whom',
      'who-seeks-influence',
      'regional-or-global',
      'cause-or-setting',
    ]);
    for (const { note, evidence } of conflicts) {
      expect(note).not.toBeNull();
      expect(evidence.length).toBeGreaterThanOrEqual(2);
    }
  });

  it('has the host and five guests, three of whom have no name or title', () => {
    const leaders = data.leaders.map(({ country, role, name, title }) => ({
      country,
      role,
      name,
      title,
    }));
    expect(leaders).toEqual([
      { country: 'china', role: 'host', name: 'Xi Jinping', title: 'Chinese president' },
      {
        country: 'kazakhstan',
        role: 'guest',
        name: 'Kassym-Jomart Tokayev',
        title: 'Kazakhstan President',
      },
      { country: 'kyrgyzstan', role: 'guest', name: 'Sadyr Zhaparov', title: 'Kyrgyz President' },
      { country: 'tajikistan', role: 'guest', name: null, title: null },
      { country: 'turkmenistan', role: 'guest', name: null, title: null },
      { country: 'uzbekistan', role: 'guest', name: null, title: null },
    ]);
  });

  it('has six talks, of which only the two described as past are held', () => {
    const talks = data.talks.map(({ date, leaders, countries, status, mention }) =>
      [date, ...leaders, ...countries, status, mention].join(' '),
    );
    expect(talks).toEqual([
      '2023-05-17 xi-jinping kassym-jomart-tokayev china kazakhstan held named',
      '2023-05-18 xi-jinping kassym-jomart-tokayev china kazakhstan reported collective',
      '2023-05-18 xi-jinping sadyr-zhaparov china kyrgyzstan held named',
      '2023-05-18 xi-jinping tajikistan-leader china tajikistan reported collective',
      '2023-05-18 xi-jinping turkmenistan-leader china turkmenistan reported collective',
      '2023-05-18 xi-jinping uzbekistan-leader china uzbekistan reported collective',
    ]);
  });

  it('gives an outcome only for the talks of 17 May', () => {
    expect(data.talks.filter(({ outcome }) => outcome !== null).map(({ id }) => id)).toEqual([
      'xi-tokayev-17-may',
    ]);
  });

  it('records that the day of the talks with Kazakhstan is given in two ways', () => {
    const gap = data.gaps.find(({ id }) => id === 'when-xi-and-tokayev-talked');
    expect(gap?.kind).toBe('conflicting');
    expect(gap?.note).toMatch(/17 May.*18 May/);
    expect(gap?.evidence.map(({ paragraph }) => paragraph)).toEqual(expect.arrayContaining([4, 8]));
  });

  it('has nothing upcoming with the status held', () => {
    const events = data.events.map(
      ({ id, start, status }) => `${start ?? 'no day'} ${status} ${id}`,
    );
    expect(events).toEqual([
      '2023-05-18 ongoing summit-in-xian',
      '2023-05-18 held guests-hosted',
      '2023-05-19 planned group-discussion',
      'no day planned xi-speech',
      'no day planned document-signing',
      'no day ongoing g7-summit',
    ]);
    expect(data.summit.status).toBe('ongoing');
    expect(data.deals.map(({ status }) => status)).toEqual(['sought', 'sought']);
  });

  it('gives the $6 billion to the railway, not to the pipeline', () => {
    const deals = data.deals.map(({ kind, amount, currency, amountAsWritten, countries }) => {
      return { kind, amount, currency, amountAsWritten, countries };
    });
    expect(deals).toEqual([
      {
        kind: 'railway',
        amount: 6_000_000_000,
        currency: 'USD',
        amountAsWritten: '$6 billion',
        countries: ['china', 'kyrgyzstan', 'uzbekistan'],
      },
      {
        kind: 'pipeline',
        amount: null,
        currency: null,
        amountAsWritten: null,
        countries: ['china'],
      },
    ]);
  });

  it('has six quotes, with a speaker and a date only where the article gives them', () => {
    const quotes = data.quotes.map(({ words, speaker, date }) => {
      return [words.split(' ').slice(0, 2).join(' '), speaker, date];
    });
    expect(quotes).toEqual([
      ['important', "China's foreign ministry", null],
      ['important', "China's foreign ministry", null],
      ['willing to', 'Xi Jinping', '2023-05-18'],
      ['We provide', 'Sadyr Zhaparov', null],
      ['an enduring', null, '2023-05-17'],
      ['milestone significance', 'Beijing', null],
    ]);
  });

  it('has no author, date of publication or address', () => {
    const { author, published, url, publisher, agency, dateline } = data.source;
    expect({ author, published, url }).toEqual({ author: null, published: null, url: null });
    expect({ publisher, agency, dateline }).toEqual({
      publisher: 'DW',
      agency: 'AFP',
      dateline: 'Beijing',
    });
  });

  it('says that the year is inferred, and has no dates of other years', () => {
    expect(data.source.note).toMatch(/year 2023 is inferred/);
    const days = entries.flatMap(({ record }) => [record.date, record.start, record.end]);
    const stated = days.filter((day) => typeof day === 'string');
    expect(new Set(stated)).toEqual(new Set(['2023-05-17', '2023-05-18', '2023-05-19']));
  });

  it('has the host, the guests and the countries only mentioned, each with its code', () => {
    const countries = data.countries.map(({ id, iso, role }) => `${id} ${iso} ${role}`);
    expect(countries).toEqual([
      'china CN host',
      'kazakhstan KZ guest',
      'kyrgyzstan KG guest',
      'tajikistan TJ guest',
      'turkmenistan TM guest',
      'uzbekistan UZ guest',
      'japan JP mentioned',
      'russia RU mentioned',
      'ukraine UA mentioned',
    ]);
  });

  it('has a leader and a talk on 18 May for each guest country', () => {
    expect(
      data.leaders.filter(({ role }) => role === 'guest').map(({ country }) => country),
    ).toEqual(guests);
    const met = data.talks.filter(({ date }) => date === '2023-05-18');
    expect(met.map(({ countries }) => countries)).toEqual(
      guests.map((country) => ['china', country]),
    );
  });

  it('has a passage in every paragraph of the article, and in no other', () => {
    const paragraphs = entries.flatMap(({ record }) =>
      (record.evidence as readonly Anchor[]).map(({ paragraph }) => paragraph),
    );
    const cited = [...new Set(paragraphs)].sort((a, b) => a - b);
    expect(cited).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  });

  it('marks what is to come as expected, and what experts believe as opinion', () => {
    const expected = data.claims.filter(({ certainty }) => certainty === 'expected');
    expect(expected.map(({ id }) => id)).toEqual(['regional-agreement-expected']);
    const ofExperts = data.claims.filter(({ attribution }) => attribution?.startsWith('experts'));
    expect(new Set(ofExperts.map(({ certainty }) => certainty))).toEqual(new Set(['opinion']));
  });
});
