import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findField } from '../../../src/dataset/query/parse-query.ts';
import type { Names } from '../../../src/dataset/query/record-index.ts';
import { selectRecords } from '../../../src/dataset/query/select.ts';
import { getFields } from '../../../src/dataset/schema/collections.ts';
import type { AnyRecord, Value } from '../../../src/model/record.ts';
import { example, run } from '../../run.ts';

const lakes = example('lakes-summit.json');
const fields = getFields('deals');
const names: Names = {
  label: (id) => (id === 'unnamed' ? undefined : id),
  getNames: (id) => [id],
  getAliases: (text) => [text],
  record: () => undefined,
  leadsTo: () => false,
};

function sorted(
  records: readonly AnyRecord[],
  name: string,
  descending = false,
): readonly AnyRecord[] {
  const sort = { field: findField(name, fields), isDescending: descending };
  return selectRecords(records, { conditions: [], sort: [sort] }, names);
}

/** What stands in a field of records, sorted by it. */
function order(name: string, values: readonly Value[], descending = false): readonly unknown[] {
  const records = values.map((value, at) => ({ id: `r${at}`, [name]: value }));
  return sorted(records, name, descending).map((record) => record[name]);
}

async function ids(...argv: readonly string[]): Promise<string> {
  const { out, err } = await run([...argv, '--ids', '--data', lakes]);
  return (out + err).trimEnd().split('\n').join(' ');
}

describe('sorting', () => {
  it('has numbers by size, dates by day, and numbers within a text by size', () => {
    expect(order('amount', [10, 9, 100, 0])).toEqual([0, 9, 10, 100]);
    expect(order('amount', [1.5, 1.25, 1e21, 3])).toEqual([1.25, 1.5, 3, 1e21]);
    expect(order('name', ['b10', 'B9', 'a', 'É', 'f'])).toEqual(['a', 'B9', 'b10', 'É', 'f']);
  });

  it('has what is not stated last either way', () => {
    expect(order('amount', [null, 2, null, 1])).toEqual([1, 2, null, null]);
    expect(order('amount', [null, 2, null, 1], true)).toEqual([2, 1, null, null]);
    expect(order('countries', [[], ['b'], ['unnamed'], ['a']])).toEqual([
      ['a'],
      ['b'],
      [],
      ['unnamed'],
    ]);
  });

  it('has references by the names that they read as', async () => {
    expect(await ids('talks', '--sort', 'leaders')).toBe(
      'marequin-vandrel-3-june marequin-o-talvin-4-june marequin-dolmara',
    );
    expect(await ids('talks', '--sort', '-leaders')).toBe(
      'marequin-dolmara marequin-o-talvin-4-june marequin-vandrel-3-june',
    );
  });

  it('takes several fields, the first of which counts most', async () => {
    expect(await ids('claims', '--sort', '-certainty,id', '--limit', '3')).toBe(
      'charter-of-2022 datelined-vellmouth draft-programme-seen',
    );
    expect(await ids('talks', '--sort', 'status,-date')).toBe(
      'marequin-o-talvin-4-june marequin-vandrel-3-june marequin-dolmara',
    );
  });

  it('has dates by day, and the undated last', async () => {
    expect(await ids('talks', '--sort', '-date')).toBe(
      'marequin-o-talvin-4-june marequin-vandrel-3-june marequin-dolmara',
    );
  });

  it('has evidence by the number of passages', async () => {
    expect(await ids('leaders', '--sort', 'evidence')).toBe(
      'dolmara-leader zoe-marequin ilse-maarit-vandrel ruan-o-talvin',
    );
  });

  it('has days by the first and the last that they may be', () => {
    expect(order('date', ['2023', '2023-01-01', '2022-12', '2023-01'])).toEqual([
      '2022-12',
      '2023-01-01',
      '2023-01',
      '2023',
    ]);
  });

  it('refuses an unknown field', async () => {
    const fieldsOfDeals =
      'id, name, kind, countries, date, when, amount, currency, amountAsWritten, status, attribution, note, evidence';
    expect(await ids('deals', '--sort', '-amuont')).toBe(
      `summit: no field "amuont" did you mean amount? valid fields: ${fieldsOfDeals}`,
    );
  });

  const amounts = fc.array(fc.option(fc.integer({ min: -2, max: 2 })));
  const recordsOf = (values: readonly (number | null)[]) =>
    values.map((amount, at) => ({ id: `r${at}`, amount }));

  it('loses no record and adds none, and leaves what it is given alone', () => {
    fc.assert(
      fc.property(amounts, fc.boolean(), (values, descending) => {
        const records = recordsOf(values);
        const result = sorted(records, 'amount', descending);
        expect(new Set(result)).toEqual(new Set(records));
        expect(result).toHaveLength(records.length);
        expect(records).toEqual(recordsOf(values));
      }),
    );
  });

  it('is stable: among equals the order of the dataset stays, either way', () => {
    fc.assert(
      fc.property(amounts, fc.boolean(), (values, descending) => {
        const result = sorted(recordsOf(values), 'amount', descending);
        for (const value of [null, -2, -1, 0, 1, 2]) {
          const places = result
            .filter(({ amount }) => amount === value)
            .map(({ id }) => Number(id.slice(1)));
          expect(places).toEqual(places.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  it('goes up or down, with what is not stated at the end', () => {
    fc.assert(
      fc.property(amounts, fc.boolean(), (values, descending) => {
        const result = sorted(recordsOf(values), 'amount', descending).map(({ amount }) => amount);
        const stated = values.filter((one) => one !== null).sort((a, b) => a - b);
        if (descending) stated.reverse();
        const open = values.filter((one) => one === null);
        expect(result).toEqual([...stated, ...open]);
      }),
    );
  });

  it('puts texts into one order, whatever order they came in', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 })), (names) => {
        const once = order('name', names);
        expect(order('name', once as string[])).toEqual(once);
      }),
    );
  });
});

describe('selecting', () => {
  const records = recordsNamed('a', 'b', 'c');
  function recordsNamed(...names: readonly string[]): readonly AnyRecord[] {
    return names.map((name) => ({ id: name, name }));
  }

  it('has everything in the order of the dataset unless asked for less', () => {
    expect(selectRecords(records, { conditions: [] }, names)).toEqual(records);
  });

  it('takes a further test', () => {
    const only = ({ id }: AnyRecord) => id !== 'b';
    expect(
      selectRecords(records, { conditions: [], tests: [only] }, names).map(({ id }) => id),
    ).toEqual(['a', 'c']);
  });

  it('limits after it has sorted', () => {
    const sort = { field: findField('name', fields), isDescending: true };
    const first = selectRecords(records, { conditions: [], sort: [sort], limit: 1 }, names);
    expect(first.map(({ id }) => id)).toEqual(['c']);
  });

  it('may be limited to none, or to more than there are', () => {
    expect(selectRecords(records, { conditions: [], limit: 0 }, names)).toEqual([]);
    expect(selectRecords(records, { conditions: [], limit: 99 }, names)).toHaveLength(3);
  });
});
