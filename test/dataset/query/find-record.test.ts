import { describe, expect, it } from 'vitest';
import { findRecord, matchRecords } from '../../../src/dataset/query/find-record.ts';
import { indexRecords } from '../../../src/dataset/query/record-index.ts';
import { readDataset } from '../../read-dataset.ts';
import { example } from '../../run.ts';

const lakes = readDataset(example('lakes-summit.json'));

/** Lists the ids of the countries that match a word, in a dataset with countries of these names. */
function listMatches(word: string, names: readonly string[]): readonly string[] {
  const [country] = lakes.countries;
  if (!country) throw new Error('no country');
  const countries = names.map((name, at) => ({ ...country, id: `c-${at}`, name, aliases: [] }));
  const dataset = { ...lakes, countries };
  return matchRecords(word, indexRecords(dataset), 'countries').map(({ record }) => record.id);
}

describe('the records that match a word', () => {
  it.each([
    ['c-1', ['c-0', 'Belmarch'], ['c-1']],
    [' Belmarch ', ['Belmarch', 'New Belmarch'], ['c-0']],
    ['belmarch', ['New Belmarch', 'Belmarchia'], ['c-0']],
    ['belm', ['New Belmarch', 'Belmarchia', 'Orbelm'], ['c-0', 'c-1']],
    ['march', ['Belmarch'], []],
    ['1', ['Belmarch', 'Corvessa'], ['c-1']],
    ['c', ['Belmarch', 'Dolmara'], ['c-0', 'c-1']],
    ['talks', ['Talks', 'Peace talks'], ['c-0']],
    ['Deals', ['New deals'], []],
    ['', ['Belmarch'], []],
    [' ', ['Belmarch'], []],
    ['-', ['Belmarch-Dolmara'], []],
    ['of the sou', ['Bank of the South', 'South of the Bank'], ['c-0']],
    ['the south', ['The Souths', 'The Southern Bank'], ['c-0']],
    ['south s bank', ['South (S) Banks', "South's Bank"], []],
    ['& trade', ['Aid & Trades', 'Aid & Trader'], ['c-0']],
    ['bank of bank', ['Bank of Bankers', 'Bank of the Bank'], ['c-0']],
  ])('%j among %j: %j', (word, names, ids) => {
    expect(listMatches(word, names)).toEqual(ids);
  });
});

describe('a word with several matches', () => {
  const getAmbiguity = (count: number) => {
    const [country] = lakes.countries;
    if (!country) throw new Error('no country');
    const countries = Array.from({ length: count }, (_, at) => ({ ...country, id: `c-${at}` }));
    const dataset = { ...lakes, countries };
    try {
      findRecord('Arvenia', indexRecords(dataset), 'countries');
    } catch (error) {
      return error;
    }
    throw new Error('it matches one');
  };

  it('lists up to five of them, and counts the others', () => {
    expect(getAmbiguity(5)).toMatchObject({ hint: 'choose one: c-0, c-1, c-2, c-3, c-4' });
    expect(getAmbiguity(6)).toMatchObject({
      message: '"Arvenia" is ambiguous (6 matches)',
      hint: 'choose one: c-0, c-1, c-2, c-3, c-4 and 1 more',
    });
  });
});
