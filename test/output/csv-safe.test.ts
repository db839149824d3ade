import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { lakesWith } from '../read-dataset.ts';
import { example, run, summit } from '../run.ts';

type RawRecord = Readonly<Record<string, unknown>>;

const lakes = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8')) as Readonly<
  Record<string, readonly RawRecord[]>
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
  const readNotes = async (...options: readonly string[]) => {
    const argv = ['deals', '--data', 'd.json', '-f', 'csv', '--fields', 'note,amount', ...options];
    return parse((await run(argv, { files })).out, {
      record_delimiter: '\r\n',
      from_line: 2,
    }) as string[][];
  };

  it('is off by default', async () => {
    expect((await readNotes()).map(([note]) => note)).toEqual(formulas);
  });

  it('puts an apostrophe before texts that begin like a formula, and leaves numbers alone', async () => {
    const escaped = formulas.map((one) => (/^-[\d.]+$|^a/.test(one) ? one : `'${one}`));
    expect((await readNotes('--csv-safe')).map(([note]) => note)).toEqual(escaped);
    expect((await readNotes('--csv-safe')).map(([, amount]) => amount)).toEqual(
      deals.map((one: RawRecord) => String(one.amount)),
    );
  });

  it('puts an apostrophe before each item of a list that begins like a formula', async () => {
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

  it('puts an apostrophe before a whole list if only its first item is a number', async () => {
    const leaders = lakes.leaders?.map((one, at) =>
      at === 0 ? { ...one, aliases: ['-1', 'A1'] } : one,
    );
    const world = { files: { 'd.json': lakesWith({ leaders, deals: [] }) } };
    const line = 'leaders --data d.json --fields aliases --limit 1 --no-header -f csv --csv-safe';
    expect((await summit(line, world)).out).toBe("'-1;A1\r\n");
  });

  it('puts an apostrophe after a ; within an item', async () => {
    const name = 'A;=1+1';
    const leaders = lakes.leaders?.map((one, at) => (at === 0 ? { ...one, name } : one));
    const world = { files: { 'd.json': lakesWith({ leaders, deals: [] }) } };
    const line =
      'talks --data d.json --fields leaders.name --limit 1 --no-header -f csv --csv-safe';
    expect((await summit(line, world)).out).toMatch(/^A\\;'=1\+1;/);
  });

  it('works with `show` and TSV too', async () => {
    const { out } = await run(['show', 'deal-0', '--data', 'd.json', '-f', 'tsv', '--csv-safe'], {
      files,
    });
    expect(out).toContain("\t'=1+1");
  });
});
