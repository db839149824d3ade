import { describe, expect, it } from 'vitest';
import { readOff } from '../../src/evidence/read-off.ts';
import { article } from './text.ts';

const title = 'Harbour Talks Begin';
const body = 'The ministers met in the harbour on Monday, and the talks went on for hours.';

describe('the credits of an article', () => {
  const creditsOf = (...paragraphs: readonly string[]) => {
    const { publisher, agency, dateline } = readOff(article(title, ...paragraphs));
    return { publisher, agency, dateline };
  };

  it.each([
    ['First published by the Harbour Post.', 'Harbour Post'],
    ['Published by Harbour Post , all of it', 'Harbour Post'],
    ['Published in Harbour News: all of it', 'Harbour News'],
    ['It was published on Harbour Online, they say', 'Harbour Online'],
    ['Published by the harbour', null],
    ['Republished with thanks', null],
  ])('have who published it: %s', (line, publisher) => {
    expect(creditsOf(body, line).publisher).toBe(publisher);
  });

  it('have it only of the last two paragraphs', () => {
    const line = 'Published by Harbour Post.';
    expect(creditsOf(line, body, 'More.').publisher).toBeNull();
    expect(creditsOf(body, line, 'More.').publisher).toBe('Harbour Post');
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
  ])('have the agency: %s', (line, agency) => {
    expect(creditsOf(body, line).agency).toBe(agency);
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
  ])('have the place that it is sent from: %s', (line, dateline) => {
    expect(creditsOf(line).dateline).toBe(dateline);
  });

  it('have the place only of the first paragraphs', () => {
    expect(creditsOf(body, body, 'Port Quay: They met.').dateline).toBe('Port Quay');
    expect(creditsOf(body, body, body, 'Port Quay: They met.').dateline).toBeNull();
  });
});

describe('the countries of an article', () => {
  const named = (text: string) =>
    readOff(article(title, text)).countries.map(({ name, aliases }) => [name, ...aliases]);

  it.each([
    ['The talks of Japan and Norway went on.', [['Japan'], ['Norway']]],
    [
      'Japanese and Norwegian ministers met.',
      [
        ['Japan', 'Japanese'],
        ['Norway', 'Norwegian'],
      ],
    ],
    ['The Japanese, and Japan too.', [['Japan', 'Japanese']]],
    [
      'The U.S. and the UK met.',
      [
        ['United Kingdom', 'UK'],
        ['United States', 'U.S.'],
      ],
    ],
    ['Ireland and Poland were there, and Northern Ireland was not.', [['Ireland'], ['Poland']]],
    ['Cuba and the Cuban minister met.', [['Cuba', 'Cuban']]],
    ['Niue and Nan met.', [['Niue']]],
    ['Norwegian ministers met the Norwegians.', [['Norway', 'Norwegian', 'Norwegians']]],
    ['The Irishman met nobody, and the Japaneses neither.', []],
    ['The Turks and the Frenchwoman met.', []],
  ])('are those of “%s”', (text, countries) => {
    expect(named(text)).toEqual(countries);
  });
});

describe('the days of an article', () => {
  it.each([
    ['They meet on June 3 to 5, 2031.', ['2031-06-03', '2031-06-05']],
    ['They meet from November 28 to December 2, 2031.', ['2031-11-28', '2031-12-02']],
    ['They meet on June 3, 2031.', null],
    ['They meet on June 3 to 5.', null],
    ['They met on June 3 to 5, and meet on July 4 to 6, 2031.', ['2031-07-04', '2031-07-06']],
    ['They met on June 3, 2030, and meet on June 4 to 5, 2031.', ['2031-06-04', '2031-06-05']],
  ])('are the first from one to another with a year: %s', (text, days) => {
    expect(readOff(article(title, text)).days).toEqual(days);
  });
});

it('the quotations of an article each have their own place', () => {
  const { quotations, titleEvidence } = readOff(
    article('“Open” Harbour', 'An “open” door, and “open” talks', 'Nothing is open here'),
  );
  expect(quotations.map(({ words, evidence }) => [words, ...evidence])).toEqual([
    ['Open', { paragraph: 1, start: 'Open' }],
    ['open', { paragraph: 2, start: 'open” door' }],
    ['open', { paragraph: 2, start: 'open” talks' }],
  ]);
  expect(titleEvidence).toEqual([{ paragraph: 1, start: '“Open” Harbour' }]);
});

it('a quotation of nothing but signs has no place', () => {
  const { quotations } = readOff(article(title, 'She said “…” and left “open” doors.'));
  expect(quotations.map(({ words }) => words)).toEqual(['open']);
});
