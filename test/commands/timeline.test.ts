import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNames } from '../../src/output/formats.ts';
import { example, fixture, run, summit, type World } from '../run.ts';

const text = readFileSync(example('lakes-summit.json'), 'utf8');
const lakes: World = { files: { 'lakes.json': text }, env: { SUMMIT_DATA: 'lakes.json' } };

/** Returns the lakes dataset with only some events and no talks. Fields not given are those of its first event. */
function replaceEvents(...events: readonly object[]): World {
  const dataset = JSON.parse(text);
  const [first] = dataset.events;
  const all = events.map((event, at) => ({ ...first, id: `event-${at}`, ...event }));
  const stdin = { ...dataset, talks: [], quotes: [], claims: [], gaps: [], events: all };
  return { ...lakes, files: { 'lakes.json': JSON.stringify(stdin) } };
}

describe('the timeline', () => {
  it('draws events and talks by day, each with a symbol and its status, undated ones last', async () => {
    const { status, out, err } = await summit('timeline', lakes);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toBe(`\
┌ 3 June 2025
│  ◐ ongoing   Lake Oreval Summit · Vellmouth · until 5 June 2025  summit-in-vellmouth
│  ● held      Maréquin welcomed the leaders  guests-welcomed
│  ● held      Talks: Zoë Maréquin, Ilse-Maarit Vandrel  marequin-vandrel-3-june
│
├ 4 June 2025
│  ◐ ongoing   Lake Oreval Summit · Vellmouth · since 3 June 2025 · until 5 June 2025  summit-in-vellmouth
│  ○ planned   Group sessions · until 5 June 2025  group-sessions
│  ● held      Talks: Zoë Maréquin, Ruan O'Talvin  marequin-o-talvin-4-june
│
├ 5 June 2025
│  ◐ ongoing   Lake Oreval Summit · Vellmouth · since 3 June 2025  summit-in-vellmouth
│  ○ planned   Group sessions · since 4 June 2025  group-sessions
│
└ Undated
   ● held      Oreval Water Charter signed  charter-signing
   ● held      Separate talks with all three guests  separate-talks
   ○ planned   Closing dinner  closing-dinner
   ◐ ongoing   Boat traffic suspended · Vellmouth  boat-traffic-suspended
   ◌ reported  Talks: Zoë Maréquin, unnamed (Dolmara)  marequin-dolmara
`);
  });

  it('shows the embedded dataset by default', async () => {
    const { out } = await summit('timeline');
    expect(out.split('\n').filter((line) => /^[┌├└]/.test(line))).toEqual([
      '┌ 17 May 2023',
      '├ 18 May 2023',
      '├ 19 May 2023',
      '└ Undated',
    ]);
  });

  it('ends with the last day if no entry is undated', async () => {
    const { out } = await summit('timeline --where date=2025-06-04', lakes);
    expect(out).toBe(`\
└ 4 June 2025
   ◐ ongoing  Lake Oreval Summit · Vellmouth · since 3 June 2025 · until 5 June 2025  summit-in-vellmouth
   ○ planned  Group sessions · until 5 June 2025  group-sessions
   ● held     Talks: Zoë Maréquin, Ruan O'Talvin  marequin-o-talvin-4-june
`);
  });

  it('draws an entry of several days on each of them, limited to the days selected', async () => {
    const listIds = async (condition: string) =>
      (await summit(`timeline --ids --where ${condition}`, lakes)).out.trimEnd().split('\n');
    expect(await listIds('date=2025-06-05')).toEqual(['summit-in-vellmouth', 'group-sessions']);
    expect(await listIds('date>2025-06-05')).toEqual(['']);
    expect(await listIds('date>=2025-06-04')).toHaveLength(3);
    const { out } = await summit('timeline --where date>=2025-06-05', lakes);
    expect(out.split('\n').filter((line) => /^[┌├└]/.test(line))).toEqual(['└ 5 June 2025']);
  });

  it('draws an entry that goes on after a day under the days after it', async () => {
    expect((await summit('timeline --where date>2025-06-04', lakes)).out).toBe(`\
└ 5 June 2025
   ◐ ongoing  Lake Oreval Summit · Vellmouth · since 3 June 2025  summit-in-vellmouth
   ○ planned  Group sessions · since 4 June 2025  group-sessions
`);
    expect((await summit('timeline --where date<2025-06-04', lakes)).out).toBe(`\
└ 3 June 2025
   ◐ ongoing  Lake Oreval Summit · Vellmouth · until 5 June 2025  summit-in-vellmouth
   ● held     Maréquin welcomed the leaders  guests-welcomed
   ● held     Talks: Zoë Maréquin, Ilse-Maarit Vandrel  marequin-vandrel-3-june
`);
  });

  it('draws a selected day on which nothing begins or ends', async () => {
    const world = replaceEvents({ name: 'Fair', start: '2025-06-03', end: '2025-06-07' });
    expect((await summit('timeline --where date=2025-06-05', world)).out).toBe(`\
└ 5 June 2025
   ● held  Fair · since 3 June 2025 · until 7 June 2025  event-0
`);
  });

  it.each(['date=2025-06', 'date>2025-06-04', 'date!=2025-05-19'])(
    'draws an entry that meets %s under its first day if it is drawn on none of the days selected',
    async (condition) => {
      const world = replaceEvents(
        { name: 'Fair', start: '2025-05-20', end: '2025-07-10' },
        { name: 'Arrival', start: '2025-05-20', end: '2025-05-20' },
      );
      const { out } = await summit(`timeline --where ${condition} --where date=2025-06`, world);
      expect(out).toBe(`\
└ 20 May 2025
   ● held  Fair · until 10 July 2025  event-0
`);
    },
  );

  it('draws the same records as it lists, for any days selected', async () => {
    const formatDay = (at: number) => `2025-06-${String(at).padStart(2, '0')}`;
    const span = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.nat(6))
      .map(([first, more]) => ({ start: formatDay(first), end: formatDay(first + more) }));
    const condition = fc
      .tuple(fc.constantFrom('=', '!=', '>', '>=', '<', '<='), fc.integer({ min: 1, max: 16 }))
      .map(([operator, at]) => `date${operator}${formatDay(at)}`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(span, { minLength: 1, maxLength: 4 }),
        fc.array(condition, { maxLength: 2 }),
        async (spans, conditions) => {
          const world = replaceEvents(...spans);
          const argv = ['timeline', ...conditions.flatMap((one) => ['--where', one])];
          const listed = (await run([...argv, '--ids'], world)).out.trim().split('\n');
          const drawnIds = (await run(argv, world)).out.match(/\bevent-\d+$/gm) ?? [''];
          expect(new Set(drawnIds)).toEqual(new Set(listed));
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['date', '3 4 5'],
    ['end', '3 4 5'],
    ['date,-what', '3 4 5'],
    ['-date', '5 4 3'],
    ['-end,what', '5 4 3'],
  ])('draws day by day if sorted first by time: --sort %s', async (sort, days) => {
    const { out } = await summit(`timeline --sort ${sort}`, lakes);
    expect(out.split('\n').filter((line) => /^[┌├└]/.test(line))).toEqual([
      ...days.split(' ').map((day, at) => `${at === 0 ? '┌' : '├'} ${day} June 2025`),
      '└ Undated',
    ]);
  });

  it('sorts the entries of a day by the other fields', async () => {
    const { out } = await summit('timeline --where date=2025-06-04 --sort date,-what', lakes);
    expect(out.split('\n').slice(1, 4)).toEqual([
      "   ● held     Talks: Zoë Maréquin, Ruan O'Talvin  marequin-o-talvin-4-june",
      '   ◐ ongoing  Lake Oreval Summit · Vellmouth · since 3 June 2025 · until 5 June 2025  summit-in-vellmouth',
      '   ○ planned  Group sessions · until 5 June 2025  group-sessions',
    ]);
  });

  it('adds the anchors with --evidence', async () => {
    const { out } = await summit('timeline --evidence --where id=group-sessions', lakes);
    expect(out.split('\n')[1]).toBe(
      '│  ○ planned  Group sessions · until 5 June 2025 · ¶6 After separate talks … 4 and 5  group-sessions',
    );
  });

  it('draws an entry with only a first or only a last day on that day, with from or until', async () => {
    const world = replaceEvents(
      { name: 'Arrival', start: '2025-06-03', end: null },
      { name: 'Clearing up', start: null, end: '2025-06-06' },
      { name: 'Departure', start: '2025-06-07', end: '2025-06-07' },
    );
    expect((await summit('timeline', world)).out).toBe(`\
┌ 3 June 2025
│  ● held  Arrival · from 3 June 2025  event-0
│
├ 6 June 2025
│  ● held  Clearing up · until 6 June 2025  event-1
│
└ 7 June 2025
   ● held  Departure  event-2
`);
    expect((await summit('timeline --limit 1', world)).out).toBe(`\
└ 3 June 2025
   ● held  Arrival · from 3 June 2025  event-0
`);
    expect((await summit('timeline --ids', world)).out).toBe('event-0\nevent-1\nevent-2\n');
  });

  it('matches an entry without a first day only with date= and date!=', async () => {
    const world = replaceEvents({ name: 'Clearing up', start: null, end: '2025-06-06' });
    const count = async (condition: string) =>
      (await summit(`timeline --count --where ${condition}`, world)).out;
    for (const condition of ['date=2025-06-06', 'date>2000', 'date<3000', 'date!=']) {
      expect(await count(condition)).toBe('0\n');
    }
    for (const condition of ['date=', 'date!=2025-06-06', 'end=2025-06-06', 'end>2025-06-05']) {
      expect(await count(condition)).toBe('1\n');
      expect((await summit(`timeline --where ${condition}`, world)).out).toContain(
        '└ 6 June 2025\n',
      );
    }
  });

  it('draws entries dated only in words below the days, weekdays in order', async () => {
    const { out } = await summit(`timeline --data ${fixture('strait-forum.json')}`);
    expect(out).toBe(`\
┌ 2033
│  ○ planned  next forum · Norrland  next-forum
│
├ Monday
│  ● held     Talks: Aila Brekkan, Tobias Wren · On the sidelines  brekkan-wren-monday
│
├ Tuesday
│  ● held     Talks: unnamed (Sudmark), Halden  sudmark-halden-tuesday
│
├ Friday
│  ○ planned  Harrow carries the papers  papers-carried
│  ○ planned  Talks: Tobias Wren, Marit Solvang  wren-solvang-friday
│
└ Undated
   ● held     Letter of Marit Solvang  letter-of-solvang
`);
  });

  it('draws the same records linked to a country as the listings of events and talks', async () => {
    const listed = await Promise.all([
      summit('events --country dolmara --ids', lakes),
      summit('talks --country dolmara --ids', lakes),
    ]);
    const ids = listed.flatMap(({ out }) => out.trimEnd().split('\n')).sort();
    expect(ids).toEqual([
      'charter-signing',
      'closing-dinner',
      'guests-welcomed',
      'marequin-dolmara',
    ]);
    const { out } = await summit('timeline --country dolmara --ids', lakes);
    expect(out.trimEnd().split('\n').sort()).toEqual(ids);
  });

  it('prints nothing if there are no matching records', async () => {
    expect(await summit('timeline --where status=held --where place=Paris', lakes)).toMatchObject({
      status: 0,
      out: '',
      err: '',
    });
  });

  it('wraps at words to the width, and keeps the vertical line', async () => {
    const { out } = await summit('timeline --width 40 --where id=summit-in-vellmouth', lakes);
    expect(out).toBe(`\
┌ 3 June 2025
│  ◐ ongoing  Lake Oreval Summit ·
│             Vellmouth · until 5 June
│             2025  summit-in-vellmouth
│
└ 5 June 2025
   ◐ ongoing  Lake Oreval Summit ·
              Vellmouth · since 3 June
              2025  summit-in-vellmouth
`);
  });

  it('colours each status in addition to its symbol and name', async () => {
    const { out } = await summit('timeline --color always', lakes);
    expect(out).toContain('\u001b[32m● held\u001b[39m');
    expect(out).toContain('\u001b[33m○ planned\u001b[39m');
    expect(out).toContain('\u001b[2m◌ reported\u001b[22m');
    expect(out).toContain('\u001b[1m◐ ongoing\u001b[22m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences.
    expect(out.replace(/\u001b\[\d+m/g, '')).toBe((await summit('timeline', lakes)).out);
  });

  it('shows control and bidirectional characters of the data as escapes', async () => {
    const world = replaceEvents({
      name: 'A\u001b[31m\nB',
      place: 'C\u202eD',
      start: '2025-06-03',
      end: '2025-06-03',
    });
    expect((await summit('timeline', world)).out).toBe(`\
└ 3 June 2025
   ● held  A\\x1b[31m\\nB · C\\u{202e}D  event-0
`);
  });
});

describe('the timeline as a listing', () => {
  it('prints one record per line in chronological order, undated ones last', async () => {
    const { out } = await summit('timeline -f csv --fields date,id,status', lakes);
    expect(out.split('\r\n')).toEqual([
      'date,id,status',
      '2025-06-03,summit-in-vellmouth,ongoing',
      '2025-06-03,guests-welcomed,held',
      '2025-06-03,marequin-vandrel-3-june,held',
      '2025-06-04,group-sessions,planned',
      '2025-06-04,marequin-o-talvin-4-june,held',
      ',charter-signing,held',
      ',separate-talks,held',
      ',closing-dinner,planned',
      ',boat-traffic-suspended,ongoing',
      ',marequin-dolmara,reported',
      '',
    ]);
  });

  it('prints a table with --fields, ids with --ids, a number with --count', async () => {
    expect((await summit('timeline --fields id,place --where place=vellmouth', lakes)).out).toBe(`\
id                      place
─────────────────────────────────
summit-in-vellmouth     Vellmouth
boat-traffic-suspended  Vellmouth
`);
    expect((await summit('timeline --ids --limit 2', lakes)).out).toBe(
      'summit-in-vellmouth\nguests-welcomed\n',
    );
    expect((await summit('timeline --count', lakes)).out).toBe('10\n');
  });

  it.each(['what', '-status,date', 'id'])(
    'prints a table if not sorted first by time: --sort %s',
    async (sort) => {
      const { out } = await summit(`timeline --sort ${sort}`, lakes);
      expect(out).toBe((await summit(`timeline --sort ${sort} -f table`, lakes)).out);
      const listed = (await summit(`timeline --sort ${sort} --ids`, lakes)).out.trim().split('\n');
      const lines = out.trimEnd().split('\n').slice(2);
      expect(lines.map((line, at) => line.includes(` ${listed[at]} `))).toEqual(
        listed.map(() => true),
      );
    },
  );

  it('prints every field as JSON', async () => {
    const { out } = await summit('timeline -f json --where id=group-sessions', lakes);
    expect(JSON.parse(out)).toEqual([
      {
        date: '2025-06-04',
        end: '2025-06-05',
        when: null,
        status: 'planned',
        id: 'group-sessions',
        collection: 'events',
        what: 'Group sessions',
        place: null,
        evidence: [{ paragraph: 6, start: 'After separate talks', end: '4 and 5' }],
      },
    ]);
  });

  it('prints a table as Markdown', async () => {
    const { out } = await summit('timeline -f markdown --where id=closing-dinner', lakes);
    expect(out).toBe(`\
| date | end | status | id | what | place |
| --- | --- | --- | --- | --- | --- |
| not stated | not stated | planned | closing-dinner | Closing dinner | not stated |
`);
  });

  it('draws with -f drawing too', async () => {
    expect((await summit('timeline -f drawing', lakes)).out).toBe(
      (await summit('timeline', lakes)).out,
    );
    expect((await summit('timeline -f drawing --count', lakes)).out).toBe('10\n');
  });

  it('rejects an unknown format and an unknown field', async () => {
    expect((await summit('timeline -f drawin', lakes)).err).toBe(
      `summit: no format "drawin"\ndid you mean drawing? valid values: drawing, ${formatNames.join(', ')}\n`,
    );
    expect(await summit('timeline --where colour=x', lakes)).toMatchObject({
      status: 2,
      err: 'summit: no field "colour"\nvalid fields: date, end, when, status, id, collection, what, place, evidence\n',
    });
  });
});
