import { describe, expect, it } from 'vitest';
import { extractDraft } from '../../src/evidence/extract/draft.ts';
import { article, located } from './text.ts';

/** Paragraph that is recognisably English. */
const english = 'The crew was there and said that to the mayor of the town.';

const extract = (...paragraphs: readonly string[]) =>
  extractDraft(article('The talks begin in the harbour', ...paragraphs, english));

describe('people', () => {
  const listPeople = (...paragraphs: readonly string[]) =>
    extract(...paragraphs).people.map(({ evidence: _, ...person }) => person);
  const person = {
    name: 'Ana Ortiz',
    aliases: [],
    title: null,
    countryCode: undefined,
    organization: undefined,
  };

  it.each([
    ['President Ana Ortiz came.', { title: 'President' }],
    ['Norwegian President Ana Ortiz came.', { title: 'President', countryCode: 'NO' }],
    [
      'Foreign Minister Ana Ortiz of Norway came.',
      { title: 'Foreign Minister', countryCode: 'NO' },
    ],
    ['They met Norwegian leader Ana Ortiz.', { title: 'leader', countryCode: 'NO' }],
    [
      'Ana Ortiz, the prime minister of Norway, came.',
      { title: 'prime minister of Norway', countryCode: 'NO' },
    ],
    ['Ana Ortiz, president of the boat club, came.', undefined],
    ['Its president, Ana Ortiz, came.', { title: 'president' }],
    ['An envoy of Norway, Ana Ortiz, came.', { title: 'envoy', countryCode: 'NO' }],
    ['Ana Ortiz (Norway) came.', { countryCode: 'NO' }],
    ['Ana Ortiz (UN) came.', undefined],
    ['Ana Ortiz (left) came.', undefined],
    ['Ana Ortiz (Left) came.', undefined],
    ['Ana Ortiz came.', undefined],
    [
      'The Norwegian foreign minister, Ana Ortiz, came.',
      { title: 'foreign minister', countryCode: 'NO' },
    ],
    [
      'Norway’s foreign minister, Ana Ortiz, came.',
      { title: 'foreign minister', countryCode: 'NO' },
    ],
    [
      'Ana Ortiz, the Norwegian foreign minister, came.',
      { title: 'foreign minister', countryCode: 'NO' },
    ],
    ['Ana Ortiz, President of Norway, came.', { title: 'President of Norway', countryCode: 'NO' }],
    ['Norway’s President Ana Ortiz came.', { title: 'President', countryCode: 'NO' }],
    ['Sri Lankan President Ana Ortiz came.', { title: 'President', countryCode: 'LK' }],
    ['The new Norwegian PM Ana Ortiz came.', { title: 'PM', countryCode: 'NO' }],
    ['U.S. President Ana Ortiz came.', { title: 'President', countryCode: 'US' }],
    [
      'Then Ana Ortiz, the president of Norway, came.',
      { title: 'president of Norway', countryCode: 'NO' },
    ],
    ['President Ana Ortiz Friday left.', { title: 'President' }],
    ['President H.E. Ana Ortiz left.', { title: 'President' }],
    ['Former Norwegian President Ana Ortiz came.', undefined],
    ['They landed at President Ana Ortiz Airport.', undefined],
    ['The Boat Affairs Minister, Dr. Ana Ortiz, came.', { title: 'Minister' }],
    ['President Norway came.', undefined],
    [
      'Secretary-General Ana Ortiz of the Boat Trade Council (BTC) came.',
      { title: 'Secretary-General', organization: 'Boat Trade Council' },
    ],
    [
      'An envoy of the BTC, Ana Ortiz, came. The Boat Trade Council (BTC) left.',
      { title: 'envoy', organization: 'Boat Trade Council' },
    ],
    ['President Ana Ortiz came. Ortiz left.', { title: 'President', aliases: ['Ortiz'] }],
    ['President Ana Ortiz came. Ana left. An ortiz too.', { title: 'President', aliases: ['Ana'] }],
    ['President Ana Ortiz came. President Ortiz left.', { title: 'President', aliases: ['Ortiz'] }],
    ['President Ana Ortiz came. Ana Ortiz, the chancellor, left.', { title: 'President' }],
  ])('are recognised by a title or a country next to the name: %s', (text, found) => {
    expect(listPeople(text)).toEqual(found ? [{ ...person, ...found }] : []);
  });

  it('can have initials', () => {
    expect(listPeople('Minister R. B. Gopal came.').map(({ name }) => name)).toEqual([
      'R. B. Gopal',
    ]);
  });

  it('are listed in the order of the article, with their full names if it has them', () => {
    const text = 'Minister Li came. King Bo van der Ek met Ms Li, and Minister Ana Li left.';
    expect(listPeople(text).map(({ name }) => name)).toEqual(['Bo van der Ek', 'Ana Li']);
    expect(listPeople('Minister Li came. King Bo left.').map(({ name }) => name)).toEqual([
      'Li',
      'Bo',
    ]);
  });

  it("have no alias that is also part of another person's name", () => {
    const text = 'President Ana Ortiz met King Bo Ortiz. Ortiz left.';
    expect(listPeople(text).flatMap(({ aliases }) => aliases)).toEqual([]);
  });

  it('are left out if no anchor finds them', () => {
    expect(listPeople('President Ana Ortiz. President Ana Ortiz.')).toEqual([]);
  });

  it('are not recognised in a headline, where every word has a capital', () => {
    expect(listPeople('President Ana Ortiz Comes')).toEqual([]);
  });

  it('have passages with the title, the country and the alias', () => {
    const text = 'On Monday Norwegian President Ana Ortiz came. They say that Ortiz left.';
    const [{ evidence } = { evidence: [] }] = extract(text).people;
    expect(located(`T\n\n${text}`, evidence)).toEqual([
      'Norwegian President Ana Ortiz',
      expect.stringContaining('Ortiz'),
    ]);
  });
});

describe('organizations', () => {
  const listOrganizations = (...paragraphs: readonly string[]) =>
    extract(...paragraphs).organizations.map(({ name, aliases, kind, countryCode }) =>
      [name, ...aliases, kind, ...(countryCode === undefined ? [] : [countryCode])].join(', '),
    );

  it.each([
    ['The Boat Trade Council (BTC) met.', ['Boat Trade Council, BTC, body']],
    ['Members of the Port Ferry Line (PFL) met.', ['Port Ferry Line, PFL, ']],
    ['The Boat Trade Club (XYZ) met.', []],
    ['The Ulm Sea Trade (US) met.', []],
    [
      'The Ministry of Foreign Affairs of Norway said so.',
      ['Ministry of Foreign Affairs of Norway, ministry'],
    ],
    ['Norway’s fisheries ministry said so.', ['Norway’s fisheries ministry, ministry, NO']],
    ['The Quay’s fisheries ministry said so.', ['Quay’s fisheries ministry, ministry']],
    ['The Norwegian Foreign Ministry said so.', ['Norwegian Foreign Ministry, ministry']],
    ['They met as the G20 did, and the G20s.', ['G20, group']],
    ['They met as the G77 did, and the G88s, an XG99 and an X-G66.', ['G77, group']],
    ['In World Food Programme boats they came.', ['World Food Programme, programme']],
    ['The Institute for Inland Waters said so.', ['Institute for Inland Waters, body']],
    ['The Sea Boat Fund paid.', ['Sea Boat Fund, ']],
    ['The Council met. The council left.', []],
    ['The Free Trade Agreement (FTA) was signed.', []],
    ['The Ministry of Sea Affairs (MSA) left.', ['Ministry of Sea Affairs, MSA, ministry']],
    ['King Bo Ek and the Boat Trade Council met.', ['Boat Trade Council, body']],
    ['King Bo Ek and Boat Trade Council met.', ['Boat Trade Council, body']],
    ['The Quay-based Boat Trade Council met.', ['Boat Trade Council, body']],
    ['The U.N. met.', ['U.N., body']],
    ['The United Nations met the UN.', ['United Nations, body']],
    ['They met the IAEA. It left.', ['IAEA, agency']],
    ['They met the UN of old.', ['UN, body']],
  ])('are recognised by their form: %s', (text, found) => {
    expect(listOrganizations(text)).toEqual(found);
  });

  it('include those in the credits, each once', () => {
    const text = 'They met the Boat Press Agency (BPA) here.';
    expect(listOrganizations(text, 'Reporting by the Boat Press Agency (BPA)', english)).toEqual([
      'Boat Press Agency, BPA, agency',
    ]);
    expect(
      extractDraft(
        article('Talks', english, 'News agency Quay Wire said so.', 'Published by Quay Post.'),
      ).organizations,
    ).toMatchObject([
      { name: 'Quay Wire', kind: 'agency' },
      { name: 'Quay Post', kind: null },
    ]);
  });
});

describe('the speaker of a quotation', () => {
  const listSpeakers = (text: string) => extract(text).quotations.map(({ speaker }) => speaker);

  it.each([
    ['“We go,” Ortiz said.', 'Ortiz'],
    ['“We go,” said President Ana Ortiz.', 'President Ana Ortiz'],
    ['“We go,” said U.S. President Ana Ortiz.', 'U.S. President Ana Ortiz'],
    ['“We go,” said Norway’s envoy Ana Ortiz.', 'Norway’s envoy Ana Ortiz'],
    ['“We go,” said Norwegian finance minister Ana Ortiz.', 'Norwegian finance minister Ana Ortiz'],
    ['Norwegian envoy Ana Ortiz said that “we go”.', 'Norwegian envoy Ana Ortiz'],
    ['“We go,” said Ortiz’s crew.', null],
    ['“We go”, according to Ana Ortiz.', 'Ana Ortiz'],
    ['According to Ana Ortiz, “we go”.', 'Ana Ortiz'],
    ['Ortiz said that “we go”.', 'Ortiz'],
    ['Ortiz, who came late, told Quay News that ‘we go’.', 'Ortiz'],
    ['At noon, Ana Ortiz said “we go”.', 'Ana Ortiz'],
    ['The Norwegian government called it “ours”.', 'The Norwegian government'],
    ['Norway’s foreign ministry said it was “ours”.', 'Norway’s foreign ministry'],
    ['She said “we go”.', null],
    ['“We go,” she said.', null],
    ['They came, they saw “us”.', null],
    ['Ortiz said so, and Dahl saw “us”.', null],
    ['Ortiz came. “We go.”', null],
  ])('is the name next to it: %s', (text, speaker) => {
    expect(listSpeakers(text)).toEqual([speaker]);
  });

  it('is identified as one of the people', () => {
    const text = 'President Ana Ortiz came. “We go,” Ortiz said. “We stay,” Dahl said.';
    expect(extract(text).quotations.map(({ leader }) => leader)).toEqual(['Ana Ortiz', undefined]);
  });

  it('is left out if no anchor finds exactly the words from the speaker to the quotation', () => {
    const sentences = ['one', 'two'].map(
      (word) => `Ortiz said that all of us ${word} will have to “go”.`,
    );
    expect(listSpeakers(sentences.join(' '))).toEqual([null, null]);
  });

  it('is recognised only near the quotation', () => {
    expect(listSpeakers(`Ortiz said that ${'very '.repeat(80)}“we go”.`)).toEqual([null]);
  });
});

describe('amounts of money', () => {
  const listDeals = (text: string) => extract(text).deals.map(({ evidence: _, ...deal }) => deal);

  it.each([
    ['They pay $5 million for a boat.', '$5 million for a boat', 5e6, 'USD', '$5 million'],
    ['They pay US$1.5bn, they say.', 'They pay US$1.5bn', 1.5e9, 'USD', 'US$1.5bn'],
    ['They pay €300,000 and go.', 'They pay €300,000', 3e5, 'EUR', '€300,000'],
    [
      'It costs 40 million euros a year.',
      '40 million euros a year',
      4e7,
      'EUR',
      '40 million euros',
    ],
    [
      'It costs 40 Canadian dollars.',
      'It costs 40 Canadian dollars',
      null,
      null,
      '40 Canadian dollars',
    ],
    ['It costs 5 pounds.', 'It costs 5 pounds', null, null, '5 pounds'],
    ['It costs ¥5.', 'It costs ¥5', null, null, '¥5'],
    ['It costs AB$5.', 'It costs AB$5', null, null, 'AB$5'],
    ['It costs ₹300 crore.', 'It costs ₹300 crore', null, null, '₹300 crore'],
    ['It costs $1.2 B.', 'It costs $1.2 B', null, null, '$1.2 B'],
    ['It costs $1.2B.', 'It costs $1.2B', 1.2e9, 'USD', '$1.2B'],
    ['It costs $5-10 million.', 'It costs $5-10 million', null, null, '$5-10 million'],
    ['It costs Rs 500.', 'It costs Rs 500', null, null, 'Rs 500'],
    ['It costs NOK 900 million.', 'It costs NOK 900 million', 9e8, 'NOK', 'NOK 900 million'],
  ])('become deals to complete: %s', (text, name, amount, currency, amountAsWritten) => {
    expect(listDeals(text)).toEqual([{ name, amount, currency, amountAsWritten }]);
  });

  it.each(['$3-4 billion', '$3 to $4 billion', '3 or 4 million euros', '$3 and $4 billion'])(
    'have no amount if they are a range: %s',
    (written) => {
      expect(listDeals(`They pay ${written} for it.`)).toEqual([
        { name: `${written} for it`, amount: null, currency: null, amountAsWritten: written },
      ]);
    },
  );

  it('are left out without a currency or an anchor, and have no amount if it is unclear', () => {
    expect(listDeals('They have 5 million boats.')).toEqual([]);
    expect(listDeals('It is on route ABC 500.')).toEqual([]);
    expect(listDeals('They pay $5. They pay $5.')).toEqual([]);
    expect(listDeals('They pay $1.2.3.')).toMatchObject([{ amount: null, currency: null }]);
  });
});

describe('talks and events', () => {
  const listFacts = (text: string) => {
    const { talks, events } = extract(`President Ana Ortiz and King Bo Ek came. ${text}`);
    return {
      talks: talks.map(({ evidence: _, ...talk }) => talk),
      events: events.map(({ evidence: _, ...event }) => event),
    };
  };
  const both = ['Ana Ortiz', 'Bo Ek'];

  it.each([
    ['Ana Ortiz met Bo Ek on Monday.', { when: 'on Monday', status: 'held' }],
    ['Talks between Ana Ortiz and Bo Ek resumed on Monday.', { when: 'on Monday', status: 'held' }],
    ['Ana Ortiz will hold talks with Bo Ek.', { status: 'planned' }],
    ['Ana Ortiz is in talks with Bo Ek.', { status: 'reported' }],
    ['Ana Ortiz met Bo Ek at the fair from 3 to 5 June 2031.', { status: 'held' }],
    ['Ana Ortiz met Bo Ek on 3 June 2031.', { date: '2031-06-03', status: 'held' }],
    ['Ana Ortiz met King Bo Ek on June 3.', { when: 'June 3', status: 'held' }],
  ])('are talks if exactly two people meet: %s', (text, talk) => {
    expect(listFacts(text)).toEqual({
      talks: [{ leaders: both, date: null, when: null, ...talk }],
      events: [],
    });
  });

  it.each([
    'Ana Ortiz refused to meet King Bo Ek on Monday.',
    'Ana Ortiz will not meet King Bo Ek on Monday.',
    'Ana Ortiz was to have met King Bo Ek on Monday.',
    'Ana Ortiz may hold talks with Bo Ek on Monday.',
    'There was no meeting between Ana Ortiz and Bo Ek on Monday.',
  ])('are left out if the meeting is denied or uncertain: %s', (text) => {
    expect(listFacts(text)).toEqual({ talks: [], events: [] });
  });

  it.each([
    'Ana Ortiz’s crew met King Bo Ek.',
    'Aides to President Ana Ortiz met King Bo Ek.',
    'Ana Ortiz met the demands of King Bo Ek.',
  ])('are no talks if others meet: %s', (text) => {
    expect(listFacts(text).talks).toEqual([]);
  });

  it.each([
    ['Ana Ortiz met the crew.', []],
    ['The crew left.', []],
    [
      'Ana Ortiz met the crew on Monday.',
      [{ name: 'Ana Ortiz met the crew on Monday', when: 'on Monday', status: 'held' }],
    ],
    [
      'On the quay a long session of them all is planned for Friday.',
      [{ name: 'On the quay a long session of them', when: 'Friday', status: 'planned' }],
    ],
    [
      'It is under way from 3 to 5 June 2031.',
      [
        {
          name: 'It is under way from 3 to 5',
          start: '2031-06-03',
          end: '2031-06-05',
          status: 'ongoing',
        },
      ],
    ],
    [
      'They sail on 5 and 6 April 2031.',
      [{ name: 'They sail on 5 and 6 April 2031', start: '2031-04-05', status: 'held' }],
    ],
    [
      'They left on June 0, 2031, a Monday.',
      [{ name: 'They left on June 0, 2031, a Monday', when: 'Monday', status: 'held' }],
    ],
    ['They left on Monday’s boat.', []],
    ['They left on Monday. They left on Monday. They left on Monday.', []],
  ])('are events if something else happens on a day: %s', (text, events) => {
    expect(listFacts(text)).toEqual({
      talks: [],
      events: events.map((event) => ({ start: null, end: null, when: null, ...event })),
    });
  });

  it('have names without punctuation around them', () => {
    const listEventNames = (text: string) => extract(text).events.map(({ name }) => name);
    expect(listEventNames('“They left the harbour on Monday,” it said.')).toEqual([
      'They left the harbour on Monday,” it said',
    ]);
    expect(listEventNames('$5 million went on Monday … and so on and on.')).toEqual([
      '$5 million went on Monday … and so',
    ]);
    expect(listEventNames('- - - - - - - - On Monday they left.')).toEqual([]);
  });

  it('are talks also if the names are in capitals, but not if many people meet', () => {
    expect(listFacts('ANA ORTIZ met Bo Ek.').talks).toHaveLength(1);
    const others = ['Abe Ash', 'Bea Box', 'Cal Cox', 'Dot Day', 'Eve Elm'];
    const titled = others.map((name) => `King ${name}`).join(', ');
    expect(listFacts(`Ana Ortiz met ${titled} on Monday.`).talks).toEqual([]);
  });

  it('have names without a dateline, a bullet or a number', () => {
    const listEventNames = (text: string) => extract(text).events.map(({ name }) => name);
    expect(listEventNames('PORT QUAY — They left on Monday.')).toEqual(['They left on Monday']);
    expect(listEventNames('• They left on Monday.')).toEqual(['They left on Monday']);
    expect(listEventNames('3. They left on Monday.')).toEqual(['They left on Monday']);
    expect(listEventNames('– – On Monday they left.')).toEqual(['On Monday they left']);
  });
});

it('takes the date of publication only from a paragraph of its own at the start', () => {
  expect(extract('15 October 2029').credits.published).toBe('2029-10-15');
  expect(extract('They met on 15 October 2029 in the harbour.').credits.published).toBeNull();
  expect(extract('31 February 2029').credits.published).toBeNull();
  expect(extract('15 October').credits.published).toBeNull();
});

it('extracts only countries, quotations and days in a language without forms', () => {
  const german =
    'Der König und die Minister sind nicht mit von der Partie, sagte „Bo“ in Norwegen.';
  const draft = extractDraft(article('Gespräche', german, 'President Ana Ortiz zahlt $5.'));
  expect(draft).toMatchObject({
    language: 'de',
    people: [],
    organizations: [],
    talks: [],
    events: [],
    deals: [],
    quotations: [{ words: 'Bo', speaker: null }],
  });
});
