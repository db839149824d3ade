import { describe, expect, it } from 'vitest';
import { collectionNames } from '../../src/dataset/schema/collections.ts';
import { type FormatName, formatNames } from '../../src/output/formats.ts';
import { run, summit } from '../run.ts';

/** Output of each format if no country matches. */
const empty: Readonly<Record<FormatName, string>> = {
  table: '',
  cards: '',
  json: '[]\n',
  ndjson: '',
  csv: 'id,name,aliases,iso,role\r\n',
  tsv: 'id\tname\taliases\tiso\trole\n',
  markdown: '| name | aliases | iso | role | id |\n| --- | --- | --- | --- | --- |\n',
};

describe('a listing without records', () => {
  it.each(formatNames)('is an empty %s in a pipe, with status 0 and no message', async (format) => {
    const result = await summit(`countries --where role=absent -f ${format}`);
    expect(result).toMatchObject({ status: 0, out: empty[format], err: '' });
  });

  it.each(formatNames)(
    'is an empty %s on a terminal, with the reason on stderr',
    async (format) => {
      const line = `countries --where role=absent -f ${format}`;
      expect(await summit(line, { terminal: 80 })).toMatchObject({
        status: 0,
        out: empty[format],
        err: 'no matching records: none has role=absent\n',
      });
    },
  );

  it.each([
    ['leaders.name~Xi', ''],
    ['leaders.name~Merkel', ': none has leaders.name~Merkel'],
  ])('follows references before it says that no record has %s', async (where, why) => {
    const argv = [
      'talks',
      '--where',
      where,
      '--where',
      'date>2023-05-17',
      '--where',
      'date<2023-05-18',
    ];
    expect(await run(argv, { terminal: 80 })).toMatchObject({
      status: 0,
      out: '',
      err: `no matching records${why}\n`,
    });
  });

  it.each([
    ['csv', ''],
    ['tsv', ''],
    ['markdown', ''],
    ['json', '[]\n'],
  ])('is empty in %s without a header, except in JSON', async (format, out) => {
    const line = `countries --limit 0 --no-header -f ${format}`;
    expect(await summit(line)).toMatchObject({ status: 0, out, err: '' });
  });

  it('has count 0 and no ids', async () => {
    const line = 'talks --where status=held --where status=reported';
    expect(await summit(`${line} --count`)).toMatchObject({ status: 0, out: '0\n', err: '' });
    expect(await summit(`${line} --ids`)).toMatchObject({ status: 0, out: '', err: '' });
  });

  it.each(collectionNames)('is [] in JSON: %s', async (name) => {
    expect(await summit(`${name} --limit 0 -f json`)).toMatchObject({ status: 0, out: '[]\n' });
  });
});
