import { describe, expect, it } from 'vitest';
import { extractDraft } from '../../src/evidence/extract/draft.ts';
import { splitCountryList } from '../../src/evidence/language/countries.ts';
import { english as englishWords } from '../../src/evidence/language/english.ts';
import { article, located } from './text.ts';

const title = 'Harbour Talks Begin';
const body = 'The ministers met in the harbour on Monday, and the talks went on for hours.';

/** Paragraph that is recognisably English. */
const english = 'The crew was there and said that to the mayor of the town.';

/** Extracts a draft from an article in English. */
const extract = (...paragraphs: readonly string[]) => extractDraft(article(...paragraphs, english));

describe('the credits of an article', () => {
  const getCredits = (...paragraphs: readonly string[]) => {
    const { publisher, agency, dateline, author } = extractDraft(
      article(title, ...paragraphs),
    ).credits;
    return { publisher, agency, dateline, author };
  };

  it.each([
    ['First published by the Harbour Post.', 'Harbour Post'],
    ['Published by Harbour Post , all of it', 'Harbour Post'],
    ['Published in Harbour News: all of it', 'Harbour News'],
    ['It was published on Harbour Online, they say', 'Harbour Online'],
    ['Published by the harbour', null],
    ['Published by Harbour Post 1,200 times', null],
    ['Republished with thanks', null],
  ])('include the publisher: %s', (line, publisher) => {
    expect(getCredits(body, line).publisher).toBe(publisher);
  });

  it('include the publisher only from the last two paragraphs', () => {
    const line = 'Published by Harbour Post.';
    expect(getCredits(line, body, 'More.').publisher).toBeNull();
    expect(getCredits(body, line, 'More.').publisher).toBe('Harbour Post');
  });

  it.each([
    ['Reporting by the Harbour Press', 'Harbour Press'],
    ['reporting by Ana Ortiz and others', 'Ana Ortiz'],
    ['as the news agency Reuters has it', 'Reuters'],
    ['News agency Agence France-Presse (AFP) said so', 'Agence France-Presse (AFP)'],
    ['Source: D’Arcy & Sons', 'D’Arcy'],
    ['Source: AT&T Éire News', 'AT&T Éire News'],
    ['Source: somebody', null],
    ['a news agencys Reuters', null],
  ])('include the agency: %s', (line, agency) => {
    expect(getCredits(body, line).agency).toBe(agency);
  });

  it.each([
    ['PORT QUAY — The ministers met.', 'PORT QUAY'],
    ['PORT QUAY, Arvenia – The ministers met.', 'PORT QUAY, Arvenia'],
    ['Port Quay: The ministers met.', 'Port Quay'],
    ["Xi'an - The ministers met.", "Xi'an"],
    ['St. Léger: The ministers met.', 'St. Léger'],
    ['port quay: The ministers met.', null],
    ['UN: The ministers met.', null],
    ['Port Quay, arvenia: they met.', null],
    ['They met. Port Quay: so it is.', 'They met. Port Quay'],
    ['On Monday they met; Port Quay: so it is.', null],
    [`${'Very '.repeat(9)}Long: they met.`, null],
  ])('include the dateline: %s', (line, dateline) => {
    expect(getCredits(line).dateline).toBe(dateline);
  });

  it('include the author of a byline, and the place and agency of a dateline with a day', () => {
    expect(
      getCredits(
        'By Jonah Reese',
        'MARDALE, Feb. 9 (Riverline News) - They met.',
        '(Reporting by Jonah Reese in Mardale)',
      ),
    ).toEqual({
      publisher: null,
      agency: 'Riverline News',
      dateline: 'MARDALE',
      author: 'Jonah Reese',
    });
    const without = getCredits('By Jonah Reese and Ana Ortiz', body, 'Reporting by Jonah Reese');
    expect(without).toMatchObject({ author: 'Jonah Reese and Ana Ortiz', agency: 'Jonah Reese' });
    expect(getCredits('By Jonah Reese', body, 'Reporting by Jonah Reese').agency).toBeNull();
    expect(getCredits('By boat they came').author).toBeNull();
    expect(getCredits('By Monday')).toMatchObject({ author: null });
    expect(getCredits('Port Quay, June 3: They met.').dateline).toBe('Port Quay');
  });

  it('include a dateline only from the first paragraphs', () => {
    expect(getCredits(body, body, 'Port Quay: They met.').dateline).toBe('Port Quay');
    expect(getCredits(body, body, body, 'Port Quay: They met.').dateline).toBeNull();
  });
});

describe('the countries of an article', () => {
  const listCountryNames = (...paragraphs: readonly string[]) =>
    extract(title, ...paragraphs).countries.map(({ name, aliases }) => [name, ...aliases]);

  it.each([
    ['The talks of Japan and Norway went on.', [['Japan'], ['Norway']]],
    [
      'Norwegian and Japanese ministers met.',
      [
        ['Norway', 'Norwegian'],
        ['Japan', 'Japanese'],
      ],
    ],
    ['The Japanese, and Japan too.', [['Japan', 'Japanese']]],
    ['Norwegian ministers met the Norwegians.', [['Norway', 'Norwegian', 'Norwegians']]],
    ['Niue and Nan met.', [['Niue']]],
    ['The Irishman met nobody, and the Japaneses neither.', [['Ireland', 'Irishman']]],
    [
      'The Saudis met the South Africans in Saudi Arabia and South Africa, and they left Saudi Arabia for South Africa.',
      [
        ['Saudi Arabia', 'Saudis'],
        ['South Africa', 'South Africans'],
      ],
    ],
    [
      'The French, the German and the Dutch minister met.',
      [
        ['France', 'French'],
        ['Germany', 'German'],
        ['Netherlands', 'Dutch'],
      ],
    ],
    [
      'The Turks and the Frenchwoman met.',
      [
        ['Turkey', 'Turks'],
        ['France', 'Frenchwoman'],
      ],
    ],
    ['The US, the U.S. and the USA are one.', [['United States', 'US', 'U.S.', 'USA']]],
    [
      'The UAE and Britain met, and so did the UK.',
      [
        ['United Arab Emirates', 'UAE'],
        ['United Kingdom', 'Britain', 'UK'],
      ],
    ],
    ['A China-Kyrgyzstan-Uzbekistan line is built.', [['China'], ['Kyrgyzstan'], ['Uzbekistan']]],
    ['Côte d’Ivoire’s and the Ivory Coast’s president met.', [["Côte d'Ivoire", 'Ivory Coast']]],
    ['They met in Nor\u00adway and in Saudi\u00a0Arabia.', [['Norway'], ['Saudi Arabia']]],
  ])('are recognised in “%s”', (text, countries) => {
    expect(listCountryNames(text)).toEqual(countries);
  });

  it('are found by each word in the table, as the country of that word', () => {
    const lists = Object.entries(englishWords.countries.words).map(
      ([code, list]) => [code, splitCountryList(list)] as const,
    );
    expect(lists.flatMap(([, words]) => words).length).toBeGreaterThan(500);
    // One article for the first word of each country, one for the second, and so on.
    const longest = Math.max(...lists.map(([, words]) => words.length));
    for (let at = 0; at < longest; at++) {
      const words = lists.flatMap(([code, { [at]: word }]) => (word ? [[code, word]] : []));
      const text = words.map(([, word]) => `The ministers of the ${word} crew met.`);
      const { countries } = extract(title, ...text);
      expect(countries.map((one) => [one.code, one.aliases[0] ?? one.name])).toEqual(words);
    }
  });

  it('are not found in other names that contain their words', () => {
    expect(
      englishWords.countries.otherNames
        .flatMap(splitCountryList)
        .filter((name) => listCountryNames(`The ministers saw the ${name} again.`).length > 0),
    ).toEqual([]);
  });

  it.each([
    ['Equatorial Guinea and Papua New Guinea met.', ['Equatorial Guinea', 'Papua New Guinea']],
    ['Guinea-Bissau met Guinea.', ['Guinea-Bissau', 'Guinea']],
    ['The Nigerian minister went to Niger.', ['Nigeria', 'Niger']],
    ['Sudan and the South Sudanese met.', ['Sudan', 'South Sudan']],
    [
      'The Democratic Republic of Congo met the Republic of Korea.',
      ['Democratic Republic of the Congo', 'South Korea'],
    ],
    ['The Democratic People’s Republic of Korea met nobody.', ['North Korea']],
    ['The Dominican Republic met Dominica.', ['Dominican Republic', 'Dominica']],
    ['Northern Ireland met Ireland.', ['Ireland']],
    ['American Samoa met a Latin American.', ['American Samoa']],
  ])('are those of the longest match: %s', (text, names) => {
    expect(listCountryNames(text).map(([name]) => name)).toEqual(names);
  });

  it('are left out if two of them share the word', () => {
    expect(
      listCountryNames('The Congolese, the Koreans and the Dominicans met in Congo and Korea.'),
    ).toEqual([]);
  });

  it.each([
    'It costs US$5 million.',
    'It costs US $5 million, the U.S. $6.',
    'TELL US MORE ABOUT IT',
    'They told us about the turkey and the china.',
    'Chad Smith met Michael Jordan and Georgia Meloni there.',
    'Anthony Albanese said that Albanese would go.',
    'Michael Jordan met them. Jordan said so, and they met with Jordan.',
    'The talks were led by Mr. Jordan and by J. Jordan.',
    'A day with Prince Jordan, or with Jordan Henderson.',
    'Mark Cuban met Tom Holland.',
    'Mali Smith met Cuba Gooding there.',
    'They live in Lebanon, Pennsylvania, and went to Peru (Indiana) and to Cuba, New Mexico.',
    'Air India flew over the Panama Canal.',
    'They met J. Russia, and went by Air France.',
  ])('are not found in “%s”', (text) => {
    expect(listCountryNames(text)).toEqual([]);
  });

  it.each([
    ['They met in Jordan; Jordan said so, and so did the King of Jordan.', 'Jordan'],
    ['In Jordan and at the border it is cold.', 'Jordan'],
    ['They met in Paris. Jordan was there.', 'Jordan'],
    ['Jordan Prime Minister Bisher Khasawneh met them.', 'Jordan'],
    ['Jordan US talks go on with the US.', 'Jordan'],
    ['They met Jordan (Michael was not there).', 'Jordan'],
    ['The Cuban President met them.', 'Cuba'],
    ['Michael Jordan met them in Mali.', 'Mali'],
    ['They met President Xi of China.', 'China'],
    ["China's President met them.", 'China'],
    ['The Kazakh President Tokayev met them.', 'Kazakhstan'],
    ['Kazakhstan President Tokayev met them.', 'Kazakhstan'],
    ['Following Norway, they met in Paris.', 'Norway'],
    ['On Tuesday Norway met them.', 'Norway'],
    ['At the Norway G7 talks they met.', 'Norway'],
    ['Norway Hosts Talks', 'Norway'],
    ['Nobody came of the U.N. Norway left.', 'Norway'],
    ['The Chinese Communist Party met.', 'China'],
    ['They flew Air India to India.', 'India'],
    ['They went in Lebanon, Pennsylvanians said.', 'Lebanon'],
    ['The Lao, Botswanan, Scottish and Welsh crews met.', 'Laos'],
  ])('include names that people have too: %s', (text, name) => {
    expect(listCountryNames(text)[0]?.[0]).toBe(name);
  });

  it('are not mistaken for longer names in a language without lists of other capitalised words', () => {
    const text = 'La France et des ministres de la Suisse sont dans une maison pour les fêtes.';
    expect(extractDraft(article(title, text)).countries.map(({ name }) => name)).toEqual([
      'France',
      'Suisse',
    ]);
  });

  it('are found only after a word such as “in” if a person in the article has the name', () => {
    const text = 'Michael Jordan met them and said: Jordan is well. They went to talks in Jordan.';
    const [jordan] = extract(title, text).countries;
    expect(jordan).toMatchObject({ name: 'Jordan', aliases: [] });
    expect(located(`${title}\n\n${text}`, jordan?.evidence)).toEqual([
      expect.stringMatching(/talks in Jordan|in Jordan$/),
    ]);
    expect(listCountryNames('Georgia and Chad met.').flat()).toEqual(['Georgia', 'Chad']);
  });

  it('have evidence for the name and each alias, in passages that mean the country', () => {
    const text = 'They told us that the US and the Turkish minister like a turkey from Turkey.';
    const { countries } = extract(title, text);
    expect(countries.map(({ name, aliases }) => [name, ...aliases])).toEqual([
      ['United States', 'US'],
      ['Turkey', 'Turkish'],
    ]);
    const passages = countries.map(({ evidence }) => located(`${title}\n\n${text}`, evidence));
    expect(passages).toEqual([
      [expect.stringContaining('US')],
      [expect.stringMatching(/Turkey/), expect.stringContaining('Turkish')],
    ]);
  });

  it('are left out if no anchor finds them, and found wherever one does', () => {
    const row = 'Norway '.repeat(12);
    expect(listCountryNames(row)).toEqual([]);
    expect(listCountryNames(row, 'They met the king of Norway again.')).toEqual([['Norway']]);
  });
});

describe('the days of an article', () => {
  it.each([
    ['They meet on June 3 to 5, 2031.', ['2031-06-03', '2031-06-05']],
    ['They meet from November 28 to December 2, 2031.', ['2031-11-28', '2031-12-02']],
    ['They meet from Nov. 28 to Dec. 2, 2031.', ['2031-11-28', '2031-12-02']],
    ['They meet on June 3, 2031.', undefined],
    ['They meet on June 3 to 5.', undefined],
    ['They met on June 3 to 5, and meet on July 4 to 6, 2031.', ['2031-07-04', '2031-07-06']],
    ['They met on June 3, 2030, and meet on June 4 to 5, 2031.', ['2031-06-04', '2031-06-05']],
    ['They meet on February 28-31, 2023.', undefined],
    ['They meet on February 28-29, 2024.', ['2024-02-28', '2024-02-29']],
    ['They meet from June 0 to 5, 2031.', undefined],
    ['They met on June 29-31, 2030. They meet on June 4-5, 2031.', ['2031-06-04', '2031-06-05']],
  ])('are the first span with a year: %s', (text, days) => {
    const found = extract(title, text).days;
    expect(found ? [found.start, found.end] : undefined).toEqual(days);
  });

  it('have their sentence as evidence, and are left out if no anchor finds it', () => {
    const text = 'The lake rose. They meet on June 3 to 5, 2031. They left.';
    expect(located(`${title}\n\n${text}`, extract(title, text).days?.evidence)).toEqual([
      expect.stringMatching(/^They meet on June 3 to 5, 2031\.?$/),
    ]);
    expect(extract(title, 'They meet on June 3 to 5, 2031. '.repeat(12)).days).toBeNull();
  });
});

it('gives each quotation of an article its own anchor', () => {
  const paragraphs = ['“Open” Harbour', 'An “open” door, and “open” talks', 'Nothing is open here'];
  const text = paragraphs.join('\n\n');
  const { quotations, titleEvidence } = extract(...paragraphs);
  expect(quotations.map(({ words, evidence }) => [words, ...located(text, evidence)])).toEqual([
    ['Open', expect.stringMatching(/^“?Open/)],
    ['open', expect.stringMatching(/open” door\b/)],
    ['open', expect.stringMatching(/open” talks\b/)],
  ]);
  expect(located(text, titleEvidence)).toEqual(['“Open” Harbour']);
});

it('leaves out a quotation of punctuation only', () => {
  const { quotations } = extract(title, 'She said “…” and left “open” doors.');
  expect(quotations.map(({ words }) => words)).toEqual(['open']);
});

it('leaves out a quotation that no anchor finds, and the evidence of an invisible title', () => {
  const { quotations, titleEvidence } = extract('\u00ad', '“yes” '.repeat(12));
  expect(quotations).toEqual([]);
  expect(titleEvidence).toEqual([]);
});
