import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectionNames } from '../../src/dataset/schema/collections.ts';
import { lakesWith } from '../read-dataset.ts';
import { example, run, summit } from '../run.ts';

type Row = Readonly<Record<string, unknown>>;

const lakes = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8')) as Readonly<
  Record<'deals' | 'claims', readonly Row[]>
>;

/** Lists the lines of a table of deals with these notes, in a pipe. */
async function listRows(notes: readonly string[], ...options: readonly string[]) {
  const deals = notes.map((note, at) => ({ ...lakes.deals[0], id: `deal-${at}`, note }));
  const files = { 'deals.json': lakesWith({ deals }) };
  const argv = ['deals', '--data', 'deals.json', '--fields', 'id,note,status', ...options];
  const { status, out, err } = await run(argv, { files });
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return out.slice(0, -1).split('\n');
}

describe('a table in a pipe', () => {
  it.each(collectionNames)(
    'has one line for each record of %s, after the heads and a rule',
    async (name) => {
      const { out } = await summit(`${name} --evidence`);
      const ids = (await summit(`${name} --ids`)).out.trim().split('\n');
      const [head, rule, ...rows] = out.slice(0, -1).split('\n');
      expect(head).toMatch(/(^| )id .* ?evidence$/);
      expect(rule).toMatch(/^─+$/);
      expect(rows.map((row) => row.split(/ {2,}/).find((cell) => ids.includes(cell)))).toEqual(ids);
    },
  );

  it('is never cut, even with a very long value', async () => {
    const longNote = 'lake-water '.repeat(2000).trim();
    const rows = await listRows([longNote, 'short'], '--no-header');
    expect(rows).toEqual([
      `deal-0  ${longNote}  sought`,
      `deal-1  short${' '.repeat(1_000 - 5)}  sought`,
    ]);
  });

  it('pads a column to its longest value, up to a thousand columns', async () => {
    for (const [length, width] of [
      [999, 999],
      [1_000, 1_000],
      [1_001, 1_000],
    ] as const) {
      const [first, second] = await listRows(['x'.repeat(length), 'short'], '--no-header');
      expect(first).toBe(`deal-0  ${'x'.repeat(length)}  sought`);
      expect(second).toBe(`deal-1  ${'short'.padEnd(width)}  sought`);
    }
    const [, line] = await listRows(['x'.repeat(5_000), 'short']);
    expect(line).toHaveLength('deal-0'.length + 1_000 + 'sought'.length + 2 * 2);
  });

  it('has one line per record, with any value', async () => {
    const note = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 40 })
      .filter((value) => value.trim() !== '' && !/^\p{M}/u.test(value));
    await fc.assert(
      fc.asyncProperty(fc.array(note, { minLength: 1, maxLength: 3 }), async (notes) => {
        const rows = await listRows(notes, '--no-header');
        expect(rows.map((row) => row.replace(/ .*/s, ''))).toEqual(
          notes.map((_, at) => `deal-${at}`),
        );
        expect(rows.filter((row) => !row.endsWith('  sought'))).toEqual([]);
      }),
    );
  });

  it('keeps its columns aligned over a thousand records', async () => {
    const notes = Array.from({ length: 1000 }, (_, at) => 'x'.repeat(1 + (at % 7)));
    const [head, rule, ...rows] = await listRows(notes);
    expect(head).toBe('id        note     status');
    expect(rule).toBe('─'.repeat(25));
    expect(rows).toHaveLength(1000);
    expect(rows[0]).toBe('deal-0    x        sought');
    expect(rows[999]).toBe('deal-999  xxxxxx   sought');
    expect(rows.filter((row) => row.indexOf('sought') !== 19)).toEqual([]);
  });

  it('finds a record with a single grep', async () => {
    const { out } = await summit('talks');
    const found = out.split('\n').filter((line) => line.includes('held'));
    expect(found.map((line) => line.trim().split(/ {2,}/).at(-1))).toEqual([
      'xi-tokayev-17-may',
      'xi-zhaparov-18-may',
    ]);
  });

  it('aligns numbers to the right, with the sign of each currency', async () => {
    const amounts = [2_500_000, 300_000, 7, 1_230_000_000];
    const currencies = ['USD', 'EUR', 'CHF', 'GBP'];
    const deals = amounts.map((amount, at) => ({
      ...lakes.deals[0],
      id: `deal-${at}`,
      amount,
      currency: currencies[at],
    }));
    const files = { 'deals.json': lakesWith({ deals }) };
    const argv = ['deals', '--data', 'deals.json', '--fields', 'id,amount,currency'];
    expect((await run(argv, { files })).out).toBe(`\
id             amount  currency
───────────────────────────────
deal-0   $2.5 million  USD
deal-1  €300 thousand  EUR
deal-2          CHF\u00a07  CHF
deal-3  £1.23 billion  GBP
`);
  });
});
