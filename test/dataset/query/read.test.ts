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

/** How a field of a deal reads. */
function cell(name: string, value: Value, more: Readonly<Record<string, Value>> = {}) {
  return readCell({ id: 'a-deal', ...more, [name]: value }, findField(name, fields), links);
}

const notStated = { text: 'not stated', missing: true };
const none = { text: 'none', missing: true };

describe('an amount', () => {
  it.each([
    [6_000_000_000, 'USD', '$6 billion'],
    [2_500_000, 'USD', '$2.5 million'],
    [1_234_567, 'USD', '$1.234567 million'],
    [300_000, 'EUR', '€300 thousand'],
    [5_000_000_000_000, 'JPY', '¥5 trillion'],
    [999, 'GBP', '£999'],
    [0, 'USD', '$0'],
    [0.5, 'USD', '$0.5'],
    [20, 'CHF', 'CHF\u00a020'],
    [1_000_000, 'KZT', 'KZT\u00a01 million'],
  ])('of %d %s reads in words: %s', (amount, currency, text) => {
    expect(cell('amount', amount, { currency })).toEqual({ text, missing: false });
  });

  it.each([
    ['US$64 billion', 'US$64 billion'],
    ['some A$ 64bn', '$64 billion'],
    ['64 billion dollars', '$64 billion'],
    ['about US$64 billion', '$64 billion'],
    ['$64 billion', '$64 billion'],
    [null, '$64 billion'],
  ])('keeps the letters before the sign of %j', (amountAsWritten, text) => {
    const more = { currency: 'USD', amountAsWritten };
    expect(cell('amount', 64_000_000_000, more)).toEqual({ text, missing: false });
  });

  it('reads as Intl has it, in whatever currency', () => {
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
        expect(cell('amount', number, { currency }).text).toBe(text);
      }),
    );
  });

  it('without a currency reads as a number', () => {
    expect(cell('amount', 2_000_000, { currency: null }).text).toBe('2 million');
  });

  it('that the article does not give reads not stated', () => {
    expect(cell('amount', null, { currency: 'USD' })).toEqual(notStated);
  });
});

describe('a value', () => {
  it('that is text reads as it is', () => {
    expect(cell('name', ' a  railway ')).toEqual({ text: ' a  railway ', missing: false });
  });

  it('reads not stated where the article does not give it', () => {
    expect(cell('note', null)).toEqual(notStated);
  });

  it('reads – where the collection of the record does not have the field', () => {
    expect(readCell({ id: 'a-deal' }, findField('note', fields), links)).toEqual({
      text: '–',
      missing: true,
    });
  });

  it('that is a list of references reads as their names, ids standing in for want of one', () => {
    expect(cell('countries', ['arvenia', 'nameless', 'belmarch'])).toEqual({
      text: 'Arvenia, nameless, Belmarch',
      missing: false,
    });
  });

  it('that is a list of words reads as they are', () => {
    const aliases = findField('aliases', getFields('leaders'));
    const leader: AnyRecord = { id: 'a', aliases: ['arvenia', 'Chief'] };
    expect(readCell(leader, aliases, links).text).toBe('arvenia, Chief');
  });

  it('that is an empty list reads none', () => {
    expect(cell('countries', [])).toEqual(none);
    expect(cell('countries.aliases', null, { countries: [] })).toEqual(none);
  });

  it('that is a list of what is not stated of any of its records reads not stated', () => {
    const { record } = links;
    expect(record('belmarch')).toBeUndefined();
    expect(cell('countries.aliases', null, { countries: ['belmarch'] })).toEqual(notStated);
    expect(cell('countries.aliases', null, { countries: ['arvenia'] })).toEqual(none);
  });

  it('that is a reference reads as the name, and not stated where there is none', () => {
    const country = findField('country', getFields('leaders'));
    expect(readCell({ id: 'a', country: 'arvenia' }, country, links).text).toBe('Arvenia');
    expect(readCell({ id: 'a', country: 'nameless' }, country, links)).toEqual(notStated);
  });

  it('that is evidence reads as its passages', () => {
    const evidence = [
      { paragraph: 8, start: 'Belmarch and Corvessa', end: 'lakeside railway' },
      { paragraph: 12, start: 'no backer' },
    ];
    expect(cell('evidence', evidence).text).toBe(
      '¶8 Belmarch and Corvessa … lakeside railway; ¶12 no backer',
    );
    expect(cell('evidence', [])).toEqual(none);
  });

  it('is an anchor with its paragraph, its start and its end', () => {
    expect(formatAnchor({ paragraph: 1, start: 'Lake Oreval' })).toBe('¶1 Lake Oreval');
  });
});

describe('a listing', () => {
  const deals = [{ id: 'a-deal', name: 'a railway', amount: 5, currency: 'USD' }];
  const chosen = ['amount', 'name'].map((name) => findField(name, fields));
  let listing: Listing;
  beforeEach(() => {
    listing = tabulate(deals, chosen, links, (field) => field === 'amount');
  });

  it('has its columns in the order asked for, numbers on the right', () => {
    expect(listing.columns).toEqual([
      { field: 'amount', align: 'right', isPinned: true, hasFreeItems: false },
      { field: 'name', align: 'left', isPinned: false, hasFreeItems: false },
    ]);
    expect(listing.records).toBe(deals);
  });

  it('keeps all of them unless told otherwise', () => {
    expect(tabulate(deals, chosen, links).columns.map(({ isPinned }) => isPinned)).toEqual([
      true,
      true,
    ]);
  });

  it('has its fields for programs and for people, and no others', () => {
    const [deal] = listing.records;
    if (!deal) throw new Error('no record');
    expect(listing.value(deal, 'amount')).toBe(5);
    expect(listing.read(deal, 'amount').text).toBe('$5');
    expect(() => listing.value(deal, 'currency')).toThrow(TypeError);
    expect(() => listing.read(deal, 'currency')).toThrow(TypeError);
  });

  it('follows a reference by itself', () => {
    const role = findField('countries.role', fields);
    const deal = { id: 'a-deal', countries: ['arvenia', 'belmarch'] };
    const followed = tabulate([deal], [role], links);
    expect(followed.value(deal, 'countries.role')).toEqual(['host']);
    expect(followed.read(deal, 'countries.role')).toEqual({ text: 'host', missing: false });
  });
});
