import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { findField } from '../../../src/dataset/query/parse-query.ts';
import { formatAnchor, readCell, tabulate } from '../../../src/dataset/query/read.ts';
import type { Names } from '../../../src/dataset/query/record-index.ts';
import { getFields } from '../../../src/dataset/schema/collections.ts';
import type { Listing } from '../../../src/model/listing.ts';
import type { AnyRecord, Value } from '../../../src/model/record.ts';

const fields = getFields('deals');
const names: Readonly<Record<string, string>> = { arvenia: 'Arvenia', belmarch: 'Belmarch' };
const links: Names = {
  label: (id) => names[id],
  getNames: (id) => [id],
  getAliases: (text) => [text],
  leadsTo: () => false,
  record: (id) =>
    id === 'arvenia' ? { id, name: 'Arvenia', aliases: [], role: 'host' } : undefined,
};

/** Reads a field of a deal. */
function readDealField(name: string, value: Value, more: Readonly<Record<string, Value>> = {}) {
  return readCell({ id: 'a-deal', ...more, [name]: value }, findField(name, fields), links);
}

const notStated = { text: 'not stated', missing: true };
const none = { text: 'none', missing: true };

describe('an amount', () => {
  it.each([
    [6_000_000_000, 'USD', '$6 billion'],
    [2_500_000, 'USD', '$2.5 million'],
    [1_234_567, 'USD', '$1.234567 million'],
    [1_234_567.8912, 'USD', '$1.2345678912 million'],
    [300_000, 'EUR', '€300 thousand'],
    [5_000_000_000_000, 'JPY', '¥5 trillion'],
    [999, 'GBP', '£999'],
    [0, 'USD', '$0'],
    [0.5, 'USD', '$0.5'],
    [20, 'CHF', 'CHF\u00a020'],
    [1_000_000, 'KZT', 'KZT\u00a01 million'],
  ])('of %d %s reads %s', (amount, currency, text) => {
    expect(readDealField('amount', amount, { currency })).toEqual({ text, missing: false });
  });

  it.each([
    ['US$64 billion', 'US$64 billion'],
    ['US$ 64 billion', 'US$64 billion'],
    ['some A$ 64bn', '$64 billion'],
    ['64 billion dollars', '$64 billion'],
    ['about US$64 billion', '$64 billion'],
    ['$64 billion', '$64 billion'],
    [null, '$64 billion'],
  ])('keeps letters before the currency sign of %j', (amountAsWritten, text) => {
    const more = { currency: 'USD', amountAsWritten };
    expect(readDealField('amount', 64_000_000_000, more)).toEqual({ text, missing: false });
  });

  it('reads like Intl formats it, in any currency', () => {
    const compact = new Intl.NumberFormat('en', {
      notation: 'compact',
      compactDisplay: 'long',
      maximumFractionDigits: 20,
    });
    const codes = fc.constantFrom('USD', 'EUR', 'GBP', 'CNY', 'JPY', 'CHF', 'KZT', 'INR');
    const amount = fc.oneof(
      fc.nat({ max: Number.MAX_SAFE_INTEGER }),
      fc.tuple(fc.nat(999), fc.integer({ min: 0, max: 13 })).map(([n, zeros]) => n * 10 ** zeros),
      fc.double({ min: 0, max: 1e9, noNaN: true }),
    );
    fc.assert(
      fc.property(amount, codes, (number, currency) => {
        const zero = new Intl.NumberFormat('en', {
          style: 'currency',
          currency,
          maximumFractionDigits: 0,
        });
        const text = zero.format(0).replace('0', () => compact.format(number));
        expect(readDealField('amount', number, { currency }).text).toBe(text);
      }),
    );
  });

  it('reads as a number without a currency', () => {
    expect(readDealField('amount', 2_000_000, { currency: null }).text).toBe('2 million');
  });

  it('reads not stated if it is null', () => {
    expect(readDealField('amount', null, { currency: 'USD' })).toEqual(notStated);
  });
});

describe('a value as people read it', () => {
  it('is unchanged if it is text', () => {
    expect(readDealField('name', ' a  railway ')).toEqual({ text: ' a  railway ', missing: false });
  });

  it('is not stated if the article does not give it', () => {
    expect(readDealField('note', null)).toEqual(notStated);
  });

  it('is – if the collection of the record does not have the field', () => {
    expect(readCell({ id: 'a-deal' }, findField('note', fields), links)).toEqual({
      text: '–',
      missing: true,
    });
  });

  it('is the list of names of references, or of ids for records without a name', () => {
    expect(readDealField('countries', ['arvenia', 'nameless', 'belmarch'])).toEqual({
      text: 'Arvenia, nameless, Belmarch',
      missing: false,
    });
  });

  it('is the list of texts, unchanged', () => {
    const aliases = findField('aliases', getFields('leaders'));
    const leader: AnyRecord = { id: 'a', aliases: ['arvenia', 'Chief'] };
    expect(readCell(leader, aliases, links).text).toBe('arvenia, Chief');
  });

  it('is none for an empty list', () => {
    expect(readDealField('countries', [])).toEqual(none);
    expect(readDealField('countries.aliases', null, { countries: [] })).toEqual(none);
  });

  it('is not stated if no record in a list states it', () => {
    const { record } = links;
    expect(record('belmarch')).toBeUndefined();
    expect(readDealField('countries.aliases', null, { countries: ['belmarch'] })).toEqual(
      notStated,
    );
    expect(readDealField('countries.aliases', null, { countries: ['arvenia'] })).toEqual(none);
  });

  it('is the name of a referenced record, or not stated if it has none', () => {
    const country = findField('country', getFields('leaders'));
    expect(readCell({ id: 'a', country: 'arvenia' }, country, links).text).toBe('Arvenia');
    expect(readCell({ id: 'a', country: 'nameless' }, country, links)).toEqual(notStated);
  });

  it('is the list of passages of evidence', () => {
    const evidence = [
      { paragraph: 8, start: 'Belmarch and Corvessa', end: 'lakeside railway' },
      { paragraph: 12, start: 'no backer' },
    ];
    expect(readDealField('evidence', evidence).text).toBe(
      '¶8 Belmarch and Corvessa … lakeside railway; ¶12 no backer',
    );
    expect(readDealField('evidence', [])).toEqual(none);
  });

  it('is the paragraph, start and end of an anchor', () => {
    expect(formatAnchor({ paragraph: 1, start: 'Lake Oreval' })).toBe('¶1 Lake Oreval');
    const anchor = { paragraph: 12, start: 'Lake Oreval', end: 'the Agenda' };
    expect(formatAnchor(anchor)).toBe('¶12 Lake Oreval … the Agenda');
  });
});

describe('a listing', () => {
  const deals = [{ id: 'a-deal', name: 'a railway', amount: 5, currency: 'USD' }];
  const chosen = ['amount', 'name'].map((name) => findField(name, fields));
  let listing: Listing;
  beforeEach(() => {
    listing = tabulate(deals, chosen, links, (field) => field === 'amount');
  });

  it('has its columns in the requested order, with numbers on the right', () => {
    expect(listing.columns).toEqual([
      { field: 'amount', align: 'right', isPinned: true, hasFreeItems: false },
      { field: 'name', align: 'left', isPinned: false, hasFreeItems: false },
    ]);
    expect(listing.records).toBe(deals);
  });

  it('pins all columns by default', () => {
    expect(tabulate(deals, chosen, links).columns.map(({ isPinned }) => isPinned)).toEqual([
      true,
      true,
    ]);
  });

  it('reads its fields for programs and for people, and no others', () => {
    const [deal] = listing.records;
    if (!deal) throw new Error('no record');
    expect(listing.value(deal, 'amount')).toBe(5);
    expect(listing.read(deal, 'amount').text).toBe('$5');
    expect(() => listing.value(deal, 'currency')).toThrow(TypeError);
    expect(() => listing.read(deal, 'currency')).toThrow(TypeError);
  });

  it('follows references', () => {
    const role = findField('countries.role', fields);
    const deal = { id: 'a-deal', countries: ['arvenia', 'belmarch'] };
    const followed = tabulate([deal], [role], links);
    expect(followed.value(deal, 'countries.role')).toEqual(['host']);
    expect(followed.read(deal, 'countries.role')).toEqual({ text: 'host', missing: false });
  });
});
