import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { example, run, summit, type World } from '../run.ts';

const skeleton = JSON.parse((await summit('new')).out);

/** Dataset that a user has made from `summit new`, with only the collections needed. */
const ownDataset = {
  source: { ...skeleton.source, title: 'Two Harbours Talk', publisher: 'Gazette' },
  summit: {
    ...skeleton.summit,
    id: 'harbour-summit',
    name: 'Harbour Summit',
    country: 'nordia',
    host: 'first-leader',
    start: '2030-01-02',
    status: 'planned',
  },
  leaders: [{ ...skeleton.leaders[0], name: 'Ada Quill', country: 'nordia', role: 'host' }],
  countries: [{ ...skeleton.countries[0], id: 'nordia', name: 'Nordia', role: 'host' }],
  events: [
    {
      id: 'opening',
      name: 'Opening',
      start: '2030-01-02',
      end: null,
      place: null,
      status: 'planned',
      note: null,
      evidence: skeleton.claims[0].evidence,
    },
  ],
};
const world: World = {
  files: { 'my.json': JSON.stringify(ownDataset) },
  env: { SUMMIT_DATA: 'my.json' },
};

/** Returns a world with the own dataset, some parts of it replaced. */
const changeOwn = (change: object): World => ({
  ...world,
  files: { 'my.json': JSON.stringify({ ...ownDataset, ...change }) },
});

describe('a user’s own dataset', () => {
  it('is valid once it has been filled in', async () => {
    expect((await summit('validate my.json', world)).out).toBe('my.json: valid, 3 records\n');
  });

  it('can be explored by every command', async () => {
    expect((await summit('', world)).out.split('\n').slice(0, 4)).toEqual([
      'Harbour Summit',
      'Nordia · from 2 January 2030 · planned',
      '',
      'article  Two Harbours Talk',
    ]);
    expect((await summit('leaders -f csv', world)).out).toBe(
      'id,name,aliases,title,country,organization,role\r\nfirst-leader,Ada Quill,,,nordia,,host\r\n',
    );
    expect((await summit('timeline', world)).out).toBe(
      '└ 2 January 2030\n   ○ planned  Opening · from 2 January 2030  opening\n',
    );
    expect((await summit('show nordia -f json', world)).out).toContain('"first-leader"');
    expect((await summit('search quill --ids', world)).out).toBe('first-leader\nharbour-summit\n');
    expect((await summit('cite opening', world)).out).toBe(
      '“Two Harbours Talk”, Gazette, [2030, year inferred], paragraph 1\n',
    );
    expect((await summit('export facts', world)).out).toMatch(/^facts: \d+ files\n$/);
  });

  it('may lack talks, deals and quotes, whose listings are then empty', async () => {
    for (const name of ['talks', 'deals', 'quotes']) {
      expect(await summit(name, world)).toMatchObject({ status: 0, out: '', err: '' });
      expect((await summit(`${name} -f json`, world)).out).toBe('[]\n');
      expect((await summit(`${name} --count`, world)).out).toBe('0\n');
    }
    expect((await summit('talks', { ...world, terminal: 80 })).err).toBe(
      'the dataset has no such records\n',
    );
  });

  it('may lack leaders and countries, and help and overview still suggest what works', async () => {
    const smallWorld = changeOwn({
      summit: { ...ownDataset.summit, country: null, host: null },
      leaders: [],
      countries: [],
    });
    const { status, out } = await summit('', smallWorld);
    expect(status).toBe(0);
    expect(out).toContain('place not stated · from 2 January 2030 · planned\n');
    expect((await summit('show --help', smallWorld)).out).toContain('\n  $ summit show <id>\n');
    expect(await summit('leaders --country nordia', smallWorld)).toMatchObject({
      status: 1,
      err: 'summit: no country "nordia"\nvalid countries: none\n',
    });
  });

  it('is rejected by every command if it is invalid', async () => {
    const invalidWorld = changeOwn({ leaders: [{ ...ownDataset.leaders[0], country: 'sudia' }] });
    for (const line of [
      '',
      'leaders',
      'show nordia',
      'timeline',
      'cite opening',
      'search quill',
      'export x',
    ]) {
      const { status, out, err, folders } = await summit(line, invalidWorld);
      expect({ line, status, out, written: folders.size }).toEqual({
        line,
        status: 2,
        out: '',
        written: 0,
      });
      expect(err.split('\n').slice(1)).toEqual([
        'summit: my.json is not a valid dataset',
        'summit schema prints the format; summit validate checks a file',
        '',
      ]);
      expect(err).toMatch(
        /^my\.json:1:\d+: leaders\[0\]\.country \(first-leader\): no such record in countries: "sudia"\n/,
      );
    }
  });
});

describe('a hostile dataset', () => {
  const dataset = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8'));
  const unsafeText = 'a\u001b[31mb\u0007c\u009bd\u202ee\u200bf\ud800g\nh\u007f';
  const escapedText = 'a\\x1b[31mb\\x07c\\x9bd\\u{202e}e\\u{200b}f\\u{d800}g\\nh\\x7f';

  /** Replaces text fields of a record with unsafe characters. */
  function poison<R extends object>(record: R, fields: readonly string[]): R {
    return { ...record, ...Object.fromEntries(fields.map((field) => [field, unsafeText])) };
  }
  const hostileDataset = {
    ...dataset,
    source: poison(dataset.source, ['title', 'publisher', 'agency', 'dateline', 'author', 'note']),
    summit: poison(dataset.summit, ['name', 'place', 'note']),
    leaders: dataset.leaders.map((one: object) => poison(one, ['name', 'title'])),
    quotes: dataset.quotes.map((one: { readonly leader: string }) =>
      // With its names replaced, this leader no longer matches the speaker.
      one.leader === 'dolmara-leader' ? { ...one, leader: null } : one,
    ),
    events: dataset.events.map((one: object) => poison(one, ['name', 'place', 'note'])),
    claims: dataset.claims.map((one: object) => poison(one, ['claim', 'topic', 'attribution'])),
    countries: dataset.countries.map((one: object) => ({
      ...poison(one, ['name']),
      aliases: [unsafeText],
    })),
  };
  const hostileWorld: World = {
    files: { 'h.json': JSON.stringify(hostileDataset) },
    env: { SUMMIT_DATA: 'h.json' },
  };
  const unsafeCharacter = /[^\n -~\u00a0-\u1fff\u2010-\u2027\u2030-\u205e\u2190-\u2bff]/u;

  it.each([
    '',
    'leaders',
    'leaders -f cards',
    'leaders -f markdown',
    'events',
    'claims --limit 3',
    'talks',
    'show zoe-marequin',
    'show arvenia',
    'timeline',
    'search h --where id=zoe-marequin',
    'cite zoe-marequin',
    'cite zoe-marequin -f bibtex',
    'show historic',
  ])('prints no unsafe character with `summit %s`', async (line) => {
    for (const width of ['', ' --width 60', ' --width 12']) {
      const { status, out } = await summit(line + width, hostileWorld);
      expect(status).toBe(0);
      expect({
        line,
        width,
        raw: unsafeCharacter.exec(out.replaceAll('\u2009', ' '))?.[0],
      }).toEqual({
        line,
        width,
        raw: undefined,
      });
    }
  });

  it('is shown with escapes', async () => {
    expect((await summit('leaders --fields name --limit 1 --no-header', hostileWorld)).out).toBe(
      `${escapedText}\n`,
    );
    expect((await summit('timeline --where id=closing-dinner', hostileWorld)).out).toBe(
      `└ Undated\n   ○ planned  ${escapedText} · ${escapedText}  closing-dinner\n`,
    );
  });

  it('can be read back unchanged from JSON', async () => {
    const { out } = await summit('leaders -f json', hostileWorld);
    expect(JSON.parse(out)).toEqual(hostileDataset.leaders);
    expect(unsafeCharacter.test(out)).toBe(false);
  });

  it('shows the countries in messages with escapes', async () => {
    const { err } = await run(['leaders', '--country', 'a\u001b[31mb\u0007c'], hostileWorld);
    expect(err).not.toBe('');
    expect(err).not.toMatch(/[^\n -~]/);
  });
});
