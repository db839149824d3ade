import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { example, summit, type World } from '../run.ts';
import { skeleton } from '../skeleton.ts';

/** Builds the lakes dataset with a given number of claims, each longer than 300 characters in JSON. */
function buildManyClaims(count: number): string {
  const dataset = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8'));
  const claims = Array.from({ length: count }, (_, at) => ({
    ...dataset.claims[0],
    id: `claim-${at}`,
  }));
  return JSON.stringify({ ...dataset, claims });
}

/** Terminal of 80 columns and 24 lines, with a pager. */
const terminal: World = { terminal: 80, rows: 24, pager: {} };
const claims = 'claims --no-color';

describe('output longer than the screen', () => {
  it('goes through a pager completely', async () => {
    const { out: all } = await summit(`${claims} --no-pager`, terminal);
    const { status, out, paged, pager } = await summit(claims, terminal);
    expect({ status, out, pager }).toEqual({ status: 0, out: '', pager: 'less -FRX' });
    expect(paged).toBe(all);
    expect(all.split('\n').length).toBeGreaterThan(24);
  });

  it.each<readonly [World['env'], string | undefined]>([
    [{ PAGER: 'more' }, 'more'],
    [{ PAGER: 'more', SUMMIT_PAGER: 'less -S' }, 'less -S'],
    [{ PAGER: 'more', SUMMIT_PAGER: '' }, undefined],
    [{ SUMMIT_PAGER: 'cat' }, undefined],
    [{ PAGER: ' ' }, undefined],
    [{}, 'less -FRX'],
  ])('goes through the pager that %j names: %s', async (env, command) => {
    const { out, paged, pager } = await summit(claims, { ...terminal, ...(env && { env }) });
    expect(pager).toBe(command);
    expect(command === undefined ? out : paged).toContain('first-published-by-dw');
  });

  it('is not an error if the reader of the pager quits early', async () => {
    const world = { ...terminal, pager: { takes: 1 } };
    const { status, err } = await summit('records -f json', world);
    expect({ status, err }).toEqual({ status: 0, err: '' });
  });

  it('is not printed again if a signal ends the pager', async () => {
    const pager = { takes: 1, status: 130 };
    const { status, out, err } = await summit('records -f json', { ...terminal, pager });
    expect({ status, out, err }).toEqual({ status: 0, out: '', err: '' });
  });

  it.each([
    ['cannot be found', { takes: 0, status: 127 }],
    ['cannot be run', { takes: 0, status: 126 }],
    ['fails at once', { takes: 0, status: 1 }],
    ['fails after reading some of it', { takes: 100_000, status: 1 }],
    ['fails after reading all of it', { status: 1 }],
    ['ends with the highest status', { takes: 0, status: 255 }],
  ])('is printed directly and completely if the pager %s', async (_, pager) => {
    const files = { 'many.json': buildManyClaims(3_000) };
    const line = 'claims -f json --data many.json --no-color';
    const { status, out, err } = await summit(line, { ...terminal, files, pager });
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out.length).toBeGreaterThan(200_000);
    expect(out === (await summit(line, { files })).out).toBe(true);
  });

  it('is printed directly if the pager cannot be opened', async () => {
    const { status, out } = await summit(claims, { ...terminal, pager: { opens: false } });
    expect(status).toBe(0);
    expect(out).toContain('first-published-by-dw');
  });

  it('ends with status 2 if neither the pager nor the terminal accepts it', async () => {
    const pager = { takes: 0, status: 127 };
    const world: World = { ...terminal, pager, full: { after: 0, code: 'EIO' } };
    expect(await summit(claims, world)).toMatchObject({
      status: 2,
      err: 'summit: cannot write to standard output: input/output error\n',
    });
  });

  it('is paged before a message is printed', async () => {
    const line = 'search zzz -f json --no-color';
    expect(await summit(line, { ...terminal, rows: 1 })).toMatchObject({
      status: 1,
      paged: '[]\n',
      err: 'summit: nothing found for "zzz"\n',
    });
  });
});

describe('the height of output, in rows of the screen', () => {
  /** Returns a world with the small dataset and a question, which makes one line of JSON. */
  const buildWorld = (question: string): World => ({
    ...terminal,
    files: {
      'my.json': JSON.stringify({ ...skeleton, gaps: [{ ...skeleton.gaps[0], question }] }),
    },
  });
  const line = 'gaps -f ndjson --data my.json';

  it('pages one long line, but not one that leaves a row for the prompt', async () => {
    const { out } = await summit(`${line} --no-pager`, buildWorld('x'));
    const toFill = 'x'.repeat(80 * 23 - (out.length - 1));
    expect(await summit(line, buildWorld(`x${toFill}`))).toMatchObject({ pager: undefined });
    expect(await summit(line, buildWorld(`xx${toFill}`))).toMatchObject({ out: '' });
  });

  it('counts by the columns of the terminal, not by --width', async () => {
    const long = { ...buildWorld('x'.repeat(1_000)), terminal: 20 };
    expect(await summit(`${line} --width 2000`, long)).toMatchObject({ out: '' });
  });

  it('ignores colour sequences', async () => {
    const { out } = await summit('leaders --no-pager', terminal);
    const { length } = out.split('\n');
    const world = { ...terminal, rows: length };
    expect(await summit('leaders --color always', world)).toMatchObject({ pager: undefined });
    expect(await summit('leaders --color always', { ...world, rows: length - 1 })).toMatchObject({
      out: '',
    });
  });

  it('measures a long line only until the screen is full', async () => {
    const { status, paged } = await summit(line, buildWorld('湖'.repeat(200_000)));
    expect(status).toBe(0);
    expect(paged.length).toBeGreaterThan(200_000);
  });
});

describe('output without a pager', () => {
  it.each<readonly [string, string, World]>([
    ['if it fits the screen', 'leaders', terminal],
    ['in a pipe', 'claims', { rows: 24, pager: {} }],
    ['with --no-pager', 'claims --no-pager', terminal],
    ['if the height of the terminal is unknown', 'claims', { terminal: 80, pager: {} }],
  ])('is printed directly %s', async (_, line, world) => {
    const { status, out, paged, pager } = await summit(line, world);
    expect({ status, paged, pager }).toEqual({ status: 0, paged: '', pager: undefined });
    expect(out).not.toBe('');
  });
});
