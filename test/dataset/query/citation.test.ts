import { describe, expect, it } from 'vitest';
import { buildTextDirective, createCitation } from '../../../src/dataset/query/citation.ts';
import { indexRecords } from '../../../src/dataset/query/record-index.ts';
import type { Source, Summit } from '../../../src/dataset/schema/records.ts';
import { readDataset } from '../../read-dataset.ts';
import { example } from '../../run.ts';

const lakes = readDataset(example('lakes-summit.json'));

/** Cites a record of the lakes dataset, with changes to its source and dates. */
function cite(id: string, source: Partial<Source> = {}, days: Partial<Summit> = {}) {
  const entry = indexRecords(lakes).findEntry(id);
  if (!entry) throw new Error(`no record ${id}`);
  const { summit } = lakes;
  return createCitation(
    { ...lakes, source: { ...lakes.source, ...source }, summit: { ...summit, ...days } },
    entry,
  );
}

const buildDirective = (start: string, end?: string) =>
  buildTextDirective([{ paragraph: 1, start, ...(end !== undefined && { end }) }]);

describe('a text directive', () => {
  it.each([
    ['Lake Oreval Summit', undefined, ':~:text=Lake%20Oreval%20Summit'],
    ['one two', 'nine ten', ':~:text=one%20two,nine%20ten'],
    ['one-on-one talks', undefined, ':~:text=one%2Don%2Done%20talks'],
    ['-, and', '-', ':~:text=%2D%2C%20and,%2D'],
    ['Courier & Post', undefined, ':~:text=Courier%20%26%20Post'],
    ['50% = half', undefined, ':~:text=50%25%20%3D%20half'],
    ['a # b', undefined, ':~:text=a%20%23%20b'],
    ['a + b', undefined, ':~:text=a%20%2B%20b'],
    ['Zoë’s “lake”', undefined, ':~:text=Zo%C3%AB%E2%80%99s%20%E2%80%9Clake%E2%80%9D'],
    ['西安 \u{1f600}', undefined, ':~:text=%E8%A5%BF%E5%AE%89%20%F0%9F%98%80'],
    ['the $6', undefined, ':~:text=the%20%246'],
  ])('from %j to %j is %s', (start, end, text) => {
    expect(buildDirective(start, end)).toBe(text);
  });

  it('replaces a lone surrogate, which no URL can contain', () => {
    expect(buildDirective('a \ud800')).toBe(':~:text=a%20%EF%BF%BD');
  });

  it('contains every passage', () => {
    const anchors = [
      { paragraph: 1, start: 'one two' },
      { paragraph: 2, start: 'three four', end: 'five' },
    ];
    expect(buildTextDirective(anchors)).toBe(':~:text=one%20two&text=three%20four,five');
  });
});

describe('a citation', () => {
  it('contains what the article gives, and leaves out the rest', () => {
    expect(cite('dolmara')).toEqual({
      id: 'dolmara',
      title: 'Lake Oreval Summit Opens With Water and Rail on the Agenda',
      publisher: 'Oreval Courier & Post',
      language: 'en',
      inferredYear: '2025',
      paragraphs: [3, 8],
      link: '#:~:text=welcomed%20the%20leaders%20of%20Belmarch,Dolmara&text=while%20Dolmara%20hopes&text=The%20leader%20of%20Dolmara',
      hasAddress: false,
    });
  });

  it('contains author, date and address if given, and then infers no year', () => {
    const source = {
      author: 'A. Writer',
      published: '2025-06-04',
      publisher: null,
      url: 'https://news.example/a',
    };
    expect(cite('who-leads-dolmara', source)).toEqual({
      id: 'who-leads-dolmara',
      title: 'Lake Oreval Summit Opens With Water and Rail on the Agenda',
      author: 'A. Writer',
      language: 'en',
      published: '2025-06-04',
      paragraphs: [8],
      link: 'https://news.example/a#:~:text=The%20leader%20of%20Dolmara',
      hasAddress: true,
    });
  });

  it('has no year if neither the article nor the summit has a date', () => {
    expect(cite('dolmara', {}, { start: null, end: null })).not.toHaveProperty('inferredYear');
  });

  it('takes the year from the last day if the first is not stated', () => {
    expect(cite('dolmara', {}, { start: null, end: '2025-06-05' }).inferredYear).toBe('2025');
  });

  it('lists each paragraph once, in order', () => {
    expect(cite('marequin-o-talvin-4-june').paragraphs).toEqual([3, 5, 6]);
  });

  it('keeps a fragment in the address', () => {
    expect(cite('who-leads-dolmara', { url: 'https://news.example/a#top' }).link).toBe(
      'https://news.example/a#top:~:text=The%20leader%20of%20Dolmara',
    );
  });

  it('links a gap without a passage to the whole article, if it has an address', () => {
    expect(cite('author')).toMatchObject({ paragraphs: [], link: '', hasAddress: false });
    expect(cite('who-leads-dolmara', { url: 'https://news.example/a#:~:text=x' }).link).toMatch(
      /^https:\/\/news\.example\/a#:~:text=x&text=\w/,
    );
    expect(cite('author', { url: 'https://news.example/a' }).link).toBe('https://news.example/a');
  });
});
