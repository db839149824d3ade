import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { example, run } from '../run.ts';

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

  it('is there for `show` and TSV too', async () => {
    const { out } = await run(['show', 'deal-0', '--data', 'd.json', '-f', 'tsv', '--csv-safe'], {
      files,
    });
    expect(out).toContain("\t'=1+1");
  });
});
