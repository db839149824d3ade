import { describe, expect, it } from 'vitest';
import { summit } from '../run.ts';

const listings = 'leaders talks deals quotes events claims countries gaps'.split(' ');

/** What each format prints where no country meets the conditions. */
const empty: readonly (readonly [string, string])[] = [
  ['table', ''],
  ['cards', ''],
  ['json', '[]\n'],
  ['ndjson', ''],
  ['csv', 'id,name,aliases,iso,role\r\n'],
  ['tsv', 'id\tname\taliases\tiso\trole\n'],
  ['markdown', '| name | aliases | iso | role | id |\n| --- | --- | --- | --- | --- |\n'],
];

describe('a listing without records', () => {
  it.each(empty)(
    'is an empty %s into a pipe, with status 0 and no message',
    async (format, out) => {
      const result = await summit(`countries --where role=absent -f ${format}`);
      expect(result).toMatchObject({ status: 0, out, err: '' });
    },
  );

  it.each(empty)(
    'is an empty %s at a terminal, and standard error says why',
    async (format, out) => {
      const line = `countries --where role=absent -f ${format}`;
      expect(await summit(line, { terminal: 80 })).toMatchObject({
        status: 0,
        out,
        err: 'nothing matches: no record has role=absent\n',
      });
    },
  );

  it.each([
    ['csv', ''],
    ['tsv', ''],
    ['markdown', ''],
    ['json', '[]\n'],
  ])('is nothing at all in %s without heads, but for JSON', async (format, out) => {
    const line = `countries --limit 0 --no-header -f ${format}`;
    expect(await summit(line)).toMatchObject({ status: 0, out, err: '' });
  });

  it('counts 0 and has no ids', async () => {
    const line = 'talks --where status=held --where status=reported';
    expect(await summit(`${line} --count`)).toMatchObject({ status: 0, out: '0\n', err: '' });
    expect(await summit(`${line} --ids`)).toMatchObject({ status: 0, out: '', err: '' });
  });

  it.each(listings)('is [] in JSON for the %s', async (name) => {
    expect(await summit(`${name} --limit 0 -f json`)).toMatchObject({ status: 0, out: '[]\n' });
  });
});
