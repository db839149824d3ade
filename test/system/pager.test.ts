import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { example, summit, type World } from '../run.ts';
import { skeleton } from '../skeleton.ts';

/** The invented dataset with so many claims, more than 300 characters each in JSON. */
function manyClaims(count: number): string {
  const dataset = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8'));
  const claims = Array.from({ length: count }, (_, at) => ({
    ...dataset.claims[0],
    id: `claim-${at}`,
  }));
  return JSON.stringify({ ...dataset, claims });
}

/** A terminal of 80 columns and 24 lines, with a pager. */
const terminal: World = { terminal: 80, rows: 24, pager: {} };
const claims = 'claims --no-color';

describe('what is longer than the screen', () => {
  it('goes through a pager, all of it', async () => {
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
  ])('goes through the one that %j names: %s', async (env, command) => {
    const { out, paged, pager } = await summit(claims, { ...terminal, ...(env && { env }) });
    expect(pager).toBe(command);
    expect(command === undefined ? out : paged).toContain('first-published-by-dw');
  });

  it('is no trouble when its reader leaves early', async () => {
    const world = { ...terminal, pager: { takes: 1 } };
    const { status, err } = await summit('records -f json', world);
    expect({ status, err }).toEqual({ status: 0, err: '' });
  });

  it('is not printed again when a signal ends the pager', async () => {
    const pager = { takes: 1, status: 130 };
    const { status, out, err } = await summit('records -f json', { ...terminal, pager });
    expect({ status, out, err }).toEqual({ status: 0, out: '', err: '' });
  });

  it.each([
    ['cannot be found', { takes: 0, status: 127 }],
    ['cannot be run', { takes: 0, status: 126 }],
    ['fails at once', { takes: 0, status: 1 }],
    ['fails after it has taken some of it', { takes: 100_000, status: 1 }],
    ['fails after it has taken all of it', { status: 1 }],
    ['ends with the highest status', { takes: 0, status: 255 }],
  ])('is printed directly, all of it, when the pager %s', async (_, pager) => {
    const files = { 'many.json': manyClaims(3_000) };
    const line = 'claims -f json --data many.json --no-color';
    const { status, out, err } = await summit(line, { ...terminal, files, pager });
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out.length).toBeGreaterThan(200_000);
    expect(out === (await summit(line, { files })).out).toBe(true);
  });

  it('is printed directly when the pager cannot be opened', async () => {
    const { status, out } = await summit(claims, { ...terminal, pager: { opens: false } });
    expect(status).toBe(0);
    expect(out).toContain('first-published-by-dw');
  });

  it('ends with status 2 when neither the pager nor the terminal takes it', async () => {
    const pager = { takes: 0, status: 127 };
    const world: World = { ...terminal, pager, full: { after: 0, code: 'EIO' } };
    expect(await summit(claims, world)).toMatchObject({
      status: 2,
      err: 'summit: cannot write to standard output: input/output error\n',
    });
  });

  it('is read before a message comes', async () => {
    const line = 'search zzz -f json --no-color';
    expect(await summit(line, { ...terminal, rows: 1 })).toMatchObject({
      status: 1,
      paged: '[]\n',
      err: 'summit: nothing found for "zzz"\n',
    });
  });
});

describe('the screen is filled by rows, not by lines', () => {
  /** The small dataset with a question of some text, which is one line of JSON. */
  const asking = (question: string): World => ({
    ...terminal,
    files: {
      'my.json': JSON.stringify({ ...skeleton, gaps: [{ ...skeleton.gaps[0], question }] }),
    },
  });
  const line = 'gaps -f ndjson --data my.json';

  it('so that one long line is paged, and one that leaves a row for the prompt is not', async () => {
    const { out } = await summit(`${line} --no-pager`, asking('x'));
    const toFill = 'x'.repeat(80 * 23 - (out.length - 1));
    expect(await summit(line, asking(`x${toFill}`))).toMatchObject({ pager: undefined });
    expect(await summit(line, asking(`xx${toFill}`))).toMatchObject({ out: '' });
  });

  it('by the columns of the terminal, whatever the width asked for', async () => {
    const long = { ...asking('x'.repeat(1_000)), terminal: 20 };
    expect(await summit(`${line} --width 2000`, long)).toMatchObject({ out: '' });
  });

  it('so that a colour takes no room', async () => {
    const { out } = await summit('leaders --no-pager', terminal);
    const { length } = out.split('\n');
    const world = { ...terminal, rows: length };
    expect(await summit('leaders --color always', world)).toMatchObject({ pager: undefined });
    expect(await summit('leaders --color always', { ...world, rows: length - 1 })).toMatchObject({
      out: '',
    });
  });

  it('where a long line is measured only until the screen is full', async () => {
    const { status, paged } = await summit(line, asking('湖'.repeat(200_000)));
    expect(status).toBe(0);
    expect(paged.length).toBeGreaterThan(200_000);
  });
});

describe('no pager is started', () => {
  it.each<readonly [string, string, World]>([
    ['for what fits', 'leaders', terminal],
    ['into a pipe', 'claims', { rows: 24, pager: {} }],
    ['with --no-pager', 'claims --no-pager', terminal],
    ['where the lines of the terminal are not known', 'claims', { terminal: 80, pager: {} }],
  ])('%s', async (_, line, world) => {
    const { status, out, paged, pager } = await summit(line, world);
    expect({ status, paged, pager }).toEqual({ status: 0, paged: '', pager: undefined });
    expect(out).not.toBe('');
  });
});
