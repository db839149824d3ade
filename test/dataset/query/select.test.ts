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

function sortRecords(
  records: readonly AnyRecord[],
  name: string,
  descending = false,
): readonly AnyRecord[] {
  const sort = { field: findField(name, fields), isDescending: descending };
  return selectRecords(records, { conditions: [], sort: [sort] }, names);
}

/** Sorts records by a field, and lists its values. */
function sortValues(
  name: string,
  values: readonly Value[],
  descending = false,
): readonly unknown[] {
  const records = values.map((value, at) => ({ id: `r${at}`, [name]: value }));
  return sortRecords(records, name, descending).map((record) => record[name]);
}

async function listIds(...argv: readonly string[]): Promise<string> {
  const { out, err } = await run([...argv, '--ids', '--data', lakes]);
  return (out + err).trimEnd().split('\n').join(' ');
}

describe('sorting', () => {
  it('orders numbers by size, also within texts, and ignores case and accents', () => {
    expect(sortValues('amount', [10, 9, 100, 0])).toEqual([0, 9, 10, 100]);
    expect(sortValues('amount', [1.5, 1.25, 1e21, 3])).toEqual([1.25, 1.5, 3, 1e21]);
    expect(sortValues('name', ['b10', 'B9', 'a', 'É', 'f'])).toEqual(['a', 'B9', 'b10', 'É', 'f']);
  });

  it('puts missing values last in either direction', () => {
    expect(sortValues('amount', [null, 2, null, 1])).toEqual([1, 2, null, null]);
    expect(sortValues('amount', [null, 2, null, 1], true)).toEqual([2, 1, null, null]);
    expect(sortValues('countries', [[], ['b'], ['unnamed'], ['a']])).toEqual([
      ['a'],
      ['b'],
      [],
      ['unnamed'],
    ]);
  });

  it('orders references by their displayed names', async () => {
    expect(await listIds('talks', '--sort', 'leaders')).toBe(
      'marequin-vandrel-3-june marequin-o-talvin-4-june marequin-dolmara',
    );
    expect(await listIds('talks', '--sort', '-leaders')).toBe(
      'marequin-dolmara marequin-o-talvin-4-june marequin-vandrel-3-june',
    );
  });

  it('takes several fields, the most important first', async () => {
    expect(await listIds('claims', '--sort', '-certainty,id', '--limit', '3')).toBe(
      'charter-of-2022 datelined-vellmouth draft-programme-seen',
    );
    expect(await listIds('talks', '--sort', 'status,-date')).toBe(
      'marequin-o-talvin-4-june marequin-vandrel-3-june marequin-dolmara',
    );
  });

  it('orders dates by day, and undated records last', async () => {
    expect(await listIds('talks', '--sort', '-date')).toBe(
      'marequin-o-talvin-4-june marequin-vandrel-3-june marequin-dolmara',
    );
  });

  it('orders evidence by its number of passages', async () => {
    expect(await listIds('leaders', '--sort', 'evidence')).toBe(
      'dolmara-leader zoe-marequin ilse-maarit-vandrel ruan-o-talvin',
    );
  });

  it('orders dates by their first and last possible day', () => {
    expect(sortValues('date', ['2023', '2023-01-01', '2022-12', '2023-01'])).toEqual([
      '2022-12',
      '2023-01-01',
      '2023-01',
      '2023',
    ]);
  });

  it('rejects an unknown field', async () => {
    const dealFields =
      'id, name, kind, countries, date, when, amount, currency, amountAsWritten, status, attribution, note, evidence';
    expect(await listIds('deals', '--sort', '-amuont')).toBe(
      `summit: no field "amuont" did you mean amount? valid fields: ${dealFields}`,
    );
  });

  const amounts = fc.array(fc.option(fc.integer({ min: -2, max: 2 })));
  const buildRecords = (values: readonly (number | null)[]) =>
    values.map((amount, at) => ({ id: `r${at}`, amount }));

  it('loses no record, adds none, and leaves its input unchanged', () => {
    fc.assert(
      fc.property(amounts, fc.boolean(), (values, descending) => {
        const records = buildRecords(values);
        const result = sortRecords(records, 'amount', descending);
        expect(new Set(result)).toEqual(new Set(records));
        expect(result).toHaveLength(records.length);
        expect(records).toEqual(buildRecords(values));
      }),
    );
  });

  it('is stable: equal records stay in the order of the dataset, in either direction', () => {
    fc.assert(
      fc.property(amounts, fc.boolean(), (values, descending) => {
        const result = sortRecords(buildRecords(values), 'amount', descending);
        for (const value of [null, -2, -1, 0, 1, 2]) {
          const positions = result
            .filter(({ amount }) => amount === value)
            .map(({ id }) => Number(id.slice(1)));
          expect(positions).toEqual(positions.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  it('sorts in either direction, with missing values last', () => {
    fc.assert(
      fc.property(amounts, fc.boolean(), (values, descending) => {
        const result = sortRecords(buildRecords(values), 'amount', descending).map(
          ({ amount }) => amount,
        );
        const stated = values.filter((one) => one !== null).sort((a, b) => a - b);
        if (descending) stated.reverse();
        const open = values.filter((one) => one === null);
        expect(result).toEqual([...stated, ...open]);
      }),
    );
  });

  it('sorts texts into the same order again', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 })), (names) => {
        const once = sortValues('name', names);
        expect(sortValues('name', once as string[])).toEqual(once);
      }),
    );
  });
});

describe('selecting', () => {
  const records = nameRecords('a', 'b', 'c');
  function nameRecords(...names: readonly string[]): readonly AnyRecord[] {
    return names.map((name) => ({ id: name, name }));
  }

  it('keeps everything in the order of the dataset by default', () => {
    expect(selectRecords(records, { conditions: [] }, names)).toEqual(records);
  });

  it('applies additional tests', () => {
    const isOtherThanB = ({ id }: AnyRecord) => id !== 'b';
    expect(
      selectRecords(records, { conditions: [], tests: [isOtherThanB] }, names).map(({ id }) => id),
    ).toEqual(['a', 'c']);
  });

  it('limits after sorting', () => {
    const sort = { field: findField('name', fields), isDescending: true };
    const first = selectRecords(records, { conditions: [], sort: [sort], limit: 1 }, names);
    expect(first.map(({ id }) => id)).toEqual(['c']);
  });

  it('accepts a limit of 0, or of more than there are records', () => {
    expect(selectRecords(records, { conditions: [], limit: 0 }, names)).toEqual([]);
    expect(selectRecords(records, { conditions: [], limit: 99 }, names)).toHaveLength(3);
  });
});
