import { describe, expect, it } from 'vitest';
import { renderCell } from '../../src/output/cell.ts';
import { formatNames } from '../../src/output/formats.ts';
import { createStyle, isColoured } from '../../src/output/render-options.ts';
import { summit } from '../run.ts';

const esc = '\u001b';
const sequence = new RegExp(`${esc}\\[([\\d;]*)m`, 'g');

/** Parses an environment such as `NO_COLOR=1 TERM=dumb`. */
const parseEnvironment = (words: string) =>
  Object.fromEntries(
    words
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => word.split('=') as [string, string]),
  );

/** Checks if a listing is coloured with these options and variables, on a terminal or in a pipe. */
async function hasColour(options: string, env: string, at: string): Promise<boolean> {
  const world = { env: parseEnvironment(env), ...(at === 'terminal' && { terminal: 80 }) };
  const { status, out } = await summit(`leaders ${options}`, world);
  expect(status).toBe(0);
  expect(out).toContain('xi-jinping');
  return out.includes(esc);
}

describe('colour', () => {
  it.each([
    // options, environment, destination, is it coloured?
    ['', '', 'terminal', true],
    ['', '', 'pipe', false],
    ['--color auto', '', 'terminal', true],
    ['--color auto', '', 'pipe', false],
    ['', 'TERM=dumb', 'terminal', false],
    ['', 'TERM=xterm', 'terminal', true],
    ['', 'FORCE_COLOR=1', 'pipe', true],
    ['', 'FORCE_COLOR=3', 'pipe', true],
    ['', 'FORCE_COLOR=true', 'pipe', true],
    ['', 'FORCE_COLOR=0', 'terminal', false],
    ['', 'FORCE_COLOR=false', 'terminal', false],
    ['', 'FORCE_COLOR=', 'pipe', false],
    ['', 'FORCE_COLOR=', 'terminal', true],
    ['', 'FORCE_COLOR=1 TERM=dumb', 'terminal', true],
    ['', 'NO_COLOR=1', 'terminal', false],
    ['', 'NO_COLOR=0', 'terminal', false],
    ['', 'NO_COLOR=', 'terminal', true],
    ['', 'NO_COLOR=1 FORCE_COLOR=1', 'terminal', false],
    ['', 'NO_COLOR= FORCE_COLOR=1', 'pipe', true],
    ['--color auto', 'NO_COLOR=1', 'terminal', false],
    ['--color always', '', 'pipe', true],
    ['--color always', 'NO_COLOR=1', 'pipe', true],
    ['--color always', 'FORCE_COLOR=0', 'pipe', true],
    ['--color always', 'TERM=dumb', 'terminal', true],
    ['--color never', '', 'terminal', false],
    ['--color never', 'FORCE_COLOR=1', 'terminal', false],
    ['--no-color', '', 'terminal', false],
    ['--no-color', 'FORCE_COLOR=1', 'terminal', false],
  ])(
    'is decided by the options "%s", the variables "%s" and a %s: %s',
    async (options, env, at, coloured) => {
      expect(await hasColour(options, env, at)).toBe(coloured);
    },
  );

  it('ignores all other environment variables', () => {
    const env = { CI: 'true', COLORTERM: 'truecolor', CLICOLOR_FORCE: '1', COLUMNS: '80' };
    expect(isColoured('auto', env, false)).toBe(false);
    expect(isColoured('auto', env, true)).toBe(true);
  });

  it.each([
    ['sometimes', 'valid values: auto, always, never'],
    ['Always', 'did you mean always? valid values: auto, always, never'],
  ])('rejects --color %s', async (word, hint) => {
    expect(await summit(`leaders --color ${word}`)).toMatchObject({
      status: 2,
      out: '',
      err: `summit: no color "${word}"\n${hint}\n`,
    });
  });

  it.each(formatNames)(
    'appears only in table and cards, not in data formats: %s',
    async (format) => {
      const line = `-f ${format} --color always`;
      const isForPeople = format === 'table' || format === 'cards';
      expect(await hasColour(line, 'FORCE_COLOR=3', 'terminal')).toBe(isForPeople);
    },
  );

  it('does not appear in a count or in ids', async () => {
    expect(await summit('leaders --count --color always')).toMatchObject({ out: '6\n' });
    expect(await summit('deals --ids --limit 1 --color always')).toMatchObject({
      out: 'china-kyrgyzstan-uzbekistan-railway\n',
    });
  });

  it('distinguishes headings, ids and missing values in a table', async () => {
    const line = 'leaders --where id=tajikistan-leader --fields id,name,role --color always';
    expect((await summit(line)).out.replaceAll(esc, '^')).toBe(`\
^[1mid^[22m                 ^[1mname^[22m        ^[1mrole^[22m
^[2m${'─'.repeat(36)}^[22m
^[36mtajikistan-leader^[39m  ^[2mnot stated^[22m  guest
`);
  });

  it('marks every line of an id that takes several', async () => {
    const line = 'deals --fields id,name,amount,status --color always';
    const [, , first, second] = (await summit(line, { terminal: 60 })).out
      .replaceAll(esc, '^')
      .split('\n');
    expect(first).toMatch(/^\^\[36mchina-kyrgyzstan-\^\[(39|0)m +China-Kyrgyzstan- +\$6 billion/);
    expect(second).toMatch(/^ \^\[36muzbekistan-railway\^\[(39|0)m +Uzbekistan/);
  });

  it('marks a status in tables, in addition to its word', async () => {
    const { out } = await summit('talks --fields status,id --color always');
    const lines = out.replaceAll(esc, '^').split('\n');
    expect(lines[2]).toMatch(/^\^\[32mheld\^\[39m/);
    expect(lines[3]).toMatch(/^\^\[2mreported\^\[22m/);
  });

  it('highlights ranges of a text, with brackets if there is no colour', () => {
    const marks = [
      [0, 4],
      [9, 11],
    ] as const;
    const cell = { text: 'Lake and \u0007lake', missing: false, highlights: marks };
    expect(renderCell(cell, createStyle(false))).toBe('[Lake] and [\\x07l]ake');
    expect(renderCell(cell, createStyle(true)).replaceAll(esc, '^')).toBe(
      '^[7mLake^[27m and ^[7m\\x07l^[27make',
    );
  });

  it('distinguishes good, pending and bad', () => {
    const { good, warn, bad } = createStyle(true);
    expect(good('a') + warn('b') + bad('c')).toBe(
      `${esc}[32ma${esc}[39m${esc}[33mb${esc}[39m${esc}[31mc${esc}[39m`,
    );
  });

  it('marks labels and the id on cards', async () => {
    const line = 'leaders --where id=tajikistan-leader --fields id,name -f cards --color always';
    expect((await summit(line)).out.replaceAll(esc, '^')).toBe(`\
^[2mid^[22m    ^[1mtajikistan-leader^[22m
^[2mname^[22m  ^[2mnot stated^[22m
`);
  });

  it.each([30, 60, 80, 140])(
    'uses only the 16 basic colours, and changes no text, at width %i',
    async (width) => {
      const world = { terminal: width };
      const { out } = await summit('talks --color always', world);
      const uncoloured = (await summit('talks --color never', world)).out;
      const codes = [...out.matchAll(sequence)].map(([, code]) => code);
      expect(codes.length).toBeGreaterThan(0);
      expect(
        codes.filter((code) => !/^(0|1|2|4|22|24|39|3[0-7]|9[0-7])$/.test(code ?? '')),
      ).toEqual([]);
      expect(out.replace(sequence, '')).toBe(uncoloured);
    },
  );
});
