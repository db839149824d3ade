import { describe, expect, it } from 'vitest';
import { summit, type World } from '../run.ts';

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

  it('is printed where there turns out to be no pager', async () => {
    const { status, out } = await summit(claims, { ...terminal, pager: { status: 127 } });
    expect(status).toBe(0);
    expect(out).toContain('first-published-by-dw');
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
