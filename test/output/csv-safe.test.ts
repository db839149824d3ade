import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { lakesWith } from '../read-dataset.ts';
import { example, run, summit } from '../run.ts';

type Loose = Readonly<Record<string, unknown>>;

const lakes = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8')) as Readonly<
  Record<string, readonly Loose[]>
>;

describe('--csv-safe', () => {
  const formulas = [
    '=1+1',
    '+A1',
    '-A1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '=cmd|"/c calc"!A1',
    '＝1',
    '-1',
    '-2.5',
    'a=1',
  ];
  const deals = formulas.map((note, at) => ({ ...lakes.deals?.[0], id: `deal-${at}`, note }));
  const files = {
    'd.json': JSON.stringify({ ...lakes, quotes: [], claims: [], gaps: [], events: [], deals }),
  };
  const notes = async (...options: readonly string[]) => {
    const argv = ['deals', '--data', 'd.json', '-f', 'csv', '--fields', 'note,amount', ...options];
    return parse((await run(argv, { files })).out, {
      record_delimiter: '\r\n',
      from_line: 2,
    }) as string[][];
  };

  it('is off unless asked for', async () => {
    expect((await notes()).map(([note]) => note)).toEqual(formulas);
  });

  it('has texts that begin as a formula begin with an apostrophe, and leaves numbers alone', async () => {
    const guarded = formulas.map((one) => (/^-[\d.]+$|^a/.test(one) ? one : `'${one}`));
    expect((await notes('--csv-safe')).map(([note]) => note)).toEqual(guarded);
    expect((await notes('--csv-safe')).map(([, amount]) => amount)).toEqual(
      deals.map((one: Loose) => String(one.amount)),
    );
  });

  it('has each item of a list begin with an apostrophe where it begins as a formula does', async () => {
    const aliases = ['Chief', '=1+1', '-2', '@A1'];
    const leaders = lakes.leaders?.map((one, at) => (at === 0 ? { ...one, aliases } : one));
    const world = { files: { 'd.json': lakesWith({ leaders, deals: [] }) } };
    const argv = [
      'leaders',
      '--data',
      'd.json',
      '--fields',
      'aliases',
      '--limit',
      '1',
      '--no-header',
    ];
    expect((await run([...argv, '-f', 'csv'], world)).out).toBe('Chief;=1+1;-2;@A1\r\n');
    expect((await run([...argv, '-f', 'csv', '--csv-safe'], world)).out).toBe(
      "Chief;'=1+1;-2;'@A1\r\n",
    );
    expect((await run([...argv, '-f', 'tsv', '--csv-safe'], world)).out).toBe(
      "Chief;'=1+1;-2;'@A1\n",
    );
  });

  it('has the whole of a list begin so where a number is but its first item', async () => {
    const leaders = lakes.leaders?.map((one, at) =>
      at === 0 ? { ...one, aliases: ['-1', 'A1'] } : one,
    );
    const world = { files: { 'd.json': lakesWith({ leaders, deals: [] }) } };
    const line = 'leaders --data d.json --fields aliases --limit 1 --no-header -f csv --csv-safe';
    expect((await summit(line, world)).out).toBe("'-1;A1\r\n");
  });

  it('has what a ; is followed by within an item begin so too', async () => {
    const name = 'A;=1+1';
    const leaders = lakes.leaders?.map((one, at) => (at === 0 ? { ...one, name } : one));
    const world = { files: { 'd.json': lakesWith({ leaders, deals: [] }) } };
    const line =
      'talks --data d.json --fields leaders.name --limit 1 --no-header -f csv --csv-safe';
    expect((await summit(line, world)).out).toMatch(/^A\\;'=1\+1;/);
  });

  it('is there for `show` and TSV too', async () => {
    const { out } = await run(['show', 'deal-0', '--data', 'd.json', '-f', 'tsv', '--csv-safe'], {
      files,
    });
    expect(out).toContain("\t'=1+1");
  });
});
