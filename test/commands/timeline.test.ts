import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNames } from '../../src/output/formats.ts';
import { example, fixture, run, summit, type World } from '../run.ts';

const text = readFileSync(example('lakes-summit.json'), 'utf8');
const lakes: World = { files: { 'lakes.json': text }, env: { SUMMIT_DATA: 'lakes.json' } };

/** The invented dataset with no talks and these events, the rest of each as the first event has it. */
function withEvents(...events: readonly object[]): World {
  const dataset = JSON.parse(text);
  const [first] = dataset.events;
  const all = events.map((event, at) => ({ ...first, id: `event-${at}`, ...event }));
  const stdin = { ...dataset, talks: [], quotes: [], claims: [], gaps: [], events: all };
  return { ...lakes, files: { 'lakes.json': JSON.stringify(stdin) } };
}

describe('the timeline', () => {
  it('draws events and talks by day, each with a shape and a word, and last what has no day', async () => {
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

  it('is of the summit in Xian unless other data are given', async () => {
    const { out } = await summit('timeline');
    expect(out.split('\n').filter((line) => /^[┌├└]/.test(line))).toEqual([
      '┌ 17 May 2023',
      '├ 18 May 2023',
      '├ 19 May 2023',
      '└ Undated',
    ]);
  });

  it('ends with the last day where everything has one', async () => {
    const { out } = await summit('timeline --where date=2025-06-04', lakes);
    expect(out).toBe(`\
└ 4 June 2025
   ◐ ongoing  Lake Oreval Summit · Vellmouth · since 3 June 2025 · until 5 June 2025  summit-in-vellmouth
   ○ planned  Group sessions · until 5 June 2025  group-sessions
   ● held     Talks: Zoë Maréquin, Ruan O'Talvin  marequin-o-talvin-4-june
`);
  });

  it('has what goes on for days on each of them, and no other day than those asked for', async () => {
    const ids = async (condition: string) =>
      (await summit(`timeline --ids --where ${condition}`, lakes)).out.trimEnd().split('\n');
    expect(await ids('date=2025-06-05')).toEqual(['summit-in-vellmouth', 'group-sessions']);
    expect(await ids('date>2025-06-05')).toEqual(['']);
    expect(await ids('date>=2025-06-04')).toHaveLength(3);
    const { out } = await summit('timeline --where date>=2025-06-05', lakes);
    expect(out.split('\n').filter((line) => /^[┌├└]/.test(line))).toEqual(['└ 5 June 2025']);
  });

  it('has what goes on after a day among what is after it, under the days that are', async () => {
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

  it('draws a day that is asked for though nothing begins or ends on it', async () => {
    const world = withEvents({ name: 'Fair', start: '2025-06-03', end: '2025-06-07' });
    expect((await summit('timeline --where date=2025-06-05', world)).out).toBe(`\
└ 5 June 2025
   ● held  Fair · since 3 June 2025 · until 7 June 2025  event-0
`);
  });

  it.each(['date=2025-06', 'date>2025-06-04', 'date!=2025-05-19'])(
    'draws whatever meets %s, under its first day if it is on none of those asked for',
    async (condition) => {
      const world = withEvents(
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

  it('draws as many records as it counts, whatever days are asked for', async () => {
    const day = (at: number) => `2025-06-${String(at).padStart(2, '0')}`;
    const span = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.nat(6))
      .map(([first, more]) => ({ start: day(first), end: day(first + more) }));
    const condition = fc
      .tuple(fc.constantFrom('=', '!=', '>', '>=', '<', '<='), fc.integer({ min: 1, max: 16 }))
      .map(([operator, at]) => `date${operator}${day(at)}`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(span, { minLength: 1, maxLength: 4 }),
        fc.array(condition, { maxLength: 2 }),
        async (spans, conditions) => {
          const world = withEvents(...spans);
          const argv = ['timeline', ...conditions.flatMap((one) => ['--where', one])];
          const listed = (await run([...argv, '--ids'], world)).out.trim().split('\n');
          const drawn = (await run(argv, world)).out.match(/\bevent-\d+$/gm) ?? [''];
          expect(new Set(drawn)).toEqual(new Set(listed));
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
  ])('is drawn day by day if it is sorted by time first: --sort %s', async (sort, days) => {
    const { out } = await summit(`timeline --sort ${sort}`, lakes);
    expect(out.split('\n').filter((line) => /^[┌├└]/.test(line))).toEqual([
      ...days.split(' ').map((day, at) => `${at === 0 ? '┌' : '├'} ${day} June 2025`),
      '└ Undated',
    ]);
  });

  it('has what happens on a day in the order of the further fields', async () => {
    const { out } = await summit('timeline --where date=2025-06-04 --sort date,-what', lakes);
    expect(out.split('\n').slice(1, 4)).toEqual([
      "   ● held     Talks: Zoë Maréquin, Ruan O'Talvin  marequin-o-talvin-4-june",
      '   ◐ ongoing  Lake Oreval Summit · Vellmouth · since 3 June 2025 · until 5 June 2025  summit-in-vellmouth',
      '   ○ planned  Group sessions · until 5 June 2025  group-sessions',
    ]);
  });

  it('has the places in the article where they are asked for', async () => {
    const { out } = await summit('timeline --evidence --where id=group-sessions', lakes);
    expect(out.split('\n')[1]).toBe(
      '│  ○ planned  Group sessions · until 5 June 2025 · ¶6 After separate talks … 4 and 5  group-sessions',
    );
  });

  it('draws what begins or ends on a day that alone is stated on that day, and says which it is', async () => {
    const world = withEvents(
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

  it('has what has no first day meet no condition on its date but != and "not stated"', async () => {
    const world = withEvents({ name: 'Clearing up', start: null, end: '2025-06-06' });
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

  it('sets what has only words for its time below the days, weekdays in the order of the week', async () => {
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

  it('keeps to records tied to a country in any way, as the listings of events and talks do', async () => {
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

  it('prints nothing where no matching records', async () => {
    expect(await summit('timeline --where status=held --where place=Paris', lakes)).toMatchObject({
      status: 0,
      out: '',
      err: '',
    });
  });

  it('breaks at words within a width, the line down the days kept', async () => {
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

  it('gives each kind a colour besides its shape and word', async () => {
    const { out } = await summit('timeline --color always', lakes);
    expect(out).toContain('\u001b[32m● held\u001b[39m');
    expect(out).toContain('\u001b[33m○ planned\u001b[39m');
    expect(out).toContain('\u001b[2m◌ reported\u001b[22m');
    expect(out).toContain('\u001b[1m◐ ongoing\u001b[22m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what is coloured is told by just these.
    expect(out.replace(/\u001b\[\d+m/g, '')).toBe((await summit('timeline', lakes)).out);
  });

  it('shows control and bidirectional characters of the data as escapes', async () => {
    const world = withEvents({
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
  it('has a line a record in the order of time, what has no day last', async () => {
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

  it('is a table for --fields, ids for --ids, a number for --count', async () => {
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
    'is a table in the order asked for if it is not sorted by time first: --sort %s',
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

  it('has every field in JSON', async () => {
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

  it('is a table for a report in markdown', async () => {
    const { out } = await summit('timeline -f markdown --where id=closing-dinner', lakes);
    expect(out).toBe(`\
| date | end | status | id | what | place |
| --- | --- | --- | --- | --- | --- |
| not stated | not stated | planned | closing-dinner | Closing dinner | not stated |
`);
  });

  it('is what -f drawing says too', async () => {
    expect((await summit('timeline -f drawing', lakes)).out).toBe(
      (await summit('timeline', lakes)).out,
    );
    expect((await summit('timeline -f drawing --count', lakes)).out).toBe('10\n');
  });

  it('tells an unknown format and an unknown field', async () => {
    expect((await summit('timeline -f drawin', lakes)).err).toBe(
      `summit: no format "drawin"\ndid you mean drawing? valid values: drawing, ${formatNames.join(', ')}\n`,
    );
    expect(await summit('timeline --where colour=x', lakes)).toMatchObject({
      status: 2,
      err: 'summit: no field "colour"\nvalid fields: date, end, when, status, id, collection, what, place, evidence\n',
    });
  });
});
