import stringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import { collectionNames, describeCollection } from '../../src/dataset/schema/collections.ts';
import { run, summit } from '../run.ts';

const listings = [...collectionNames, 'records'];
const tables = collectionNames.filter((name) => describeCollection(name).sentence === undefined);
const order = (one: string, other: string) => (one < other ? -1 : 1);
const rule = (width: number) => '─'.repeat(width);

/** What a command prints at a terminal of so many columns. */
async function at(width: number, line: string) {
  const { status, out, err } = await summit(`${line} --no-color`, { terminal: width });
  expect(status).toBe(0);
  return { out, err };
}

/** The columns that the widest line takes. */
const widest = (out: string) => Math.max(...out.split('\n').map((line) => stringWidth(line)));

describe.each(listings)('the %s at a terminal', (name) => {
  it.each([20, 40, 59, 60, 61, 80, 100, 140])('have no line wider than %i', async (width) => {
    const { out } = await at(width, name);
    expect(out).not.toBe('');
    expect(widest(out)).toBeLessThanOrEqual(width);
    expect(widest((await at(width, `${name} --evidence`)).out)).toBeLessThanOrEqual(width);
    expect(widest((await at(width, `${name} -f cards --evidence`)).out)).toBeLessThanOrEqual(width);
  });
});

describe.each(tables)('the table of %s at a terminal', (name) => {
  it.each([60, 80, 140])('lose no word of the columns that are shown at %i', async (width) => {
    const heads = (out: string) => out.split('\n')[0]?.trim().split(/ +/).join(',') ?? '';
    const letters = (out: string) => [...out.replace(/[\s─]/g, '')].sort(order).join('');
    const { out } = await at(width, name);
    const wide = await at(1000, `${name} --fields ${heads(out)}`);
    expect(heads(wide.out)).toBe(heads(out));
    expect(letters(out)).toBe(letters(wide.out));
  });
});

describe('a table at a terminal', () => {
  it('stays a line a record where all fits', async () => {
    expect((await at(140, 'leaders --limit 4')).out).toBe(`\
name                   title                 country     role   id
${rule(85)}
Xi Jinping             Chinese president     China       host   xi-jinping
Kassym-Jomart Tokayev  Kazakhstan President  Kazakhstan  guest  kassym-jomart-tokayev
Sadyr Zhaparov         Kyrgyz President      Kyrgyzstan  guest  sadyr-zhaparov
not stated             not stated            Tajikistan  guest  tajikistan-leader
`);
  });

  it('wraps at words and after hyphens, indents the further lines, and leaves the last columns out', async () => {
    expect((await at(80, 'deals')).out).toBe(`\
name                     amount  status  countries            attribution
${rule(80)}
China-Kyrgyzstan-    $6 billion  sought  China, Kyrgyzstan,   experts, as
 Uzbekistan railway                       Uzbekistan           reported by AFP
 line
Central              not stated  sought  China                experts, as
 Asia-to-China gas                                             reported by AFP
 pipeline expansion
`);
  });

  it.each([60, 80, 140])('has no blank rows at %i columns', async (width) => {
    for (const name of tables) expect((await at(width, name)).out).not.toContain('\n\n');
  });

  it('has all columns where there is room, ids whole', async () => {
    expect((await at(140, 'deals')).out).toBe(`\
name                       amount  status  countries              attribution            kind      id
${rule(140)}
China-Kyrgyzstan-      $6 billion  sought  China, Kyrgyzstan,     experts, as reported   railway   china-kyrgyzstan-uzbekistan-railway
 Uzbekistan railway                         Uzbekistan             by AFP
 line
Central                not stated  sought  China                  experts, as reported   pipeline  central-asia-china-gas-pipeline-expansion
 Asia-to-China gas                                                 by AFP
 pipeline expansion
`);
  });

  it('takes --width for the width, 80 where the terminal reports none', async () => {
    const told = await at(80, 'deals');
    expect(await at(140, 'deals --width 80')).toEqual(told);
    expect(await at(0, 'deals')).toEqual(told);
    expect((await summit('deals --width 80')).out).toBe(told.out);
  });

  it.each(['0', '-5', 'wide', '80.5', '10001', '9007199254740991'])(
    'does not take %s for a width',
    async (width) => {
      expect(await run(['deals', '--width', width])).toMatchObject({
        status: 2,
        out: '',
        err: `summit: --width takes a whole number from 1 to 10000, not "${width}"\n`,
      });
    },
  );

  it('has no heads with --no-header, nor room for them', async () => {
    expect((await at(80, 'countries --no-header --limit 2')).out).toBe(`\
China       Chinese, Beijing  CN  host   china
Kazakhstan  none              KZ  guest  kazakhstan
`);
  });
});

describe('columns that find no room', () => {
  it.each([
    [60, 'talks', 'status, outcome, countries'],
    [60, 'deals', 'attribution, kind, id'],
    [60, 'events', 'place, id'],
    [60, 'leaders', 'role'],
    [80, 'talks', 'outcome, countries'],
    [80, 'deals', 'kind, id'],
  ])('at %i columns of %s: %s, and standard error says so', async (width, name, fields) => {
    const { out, err } = await at(width, name);
    expect(err).toBe(`hidden for lack of space: ${fields} (try -f cards)\n`);
    const [head = ''] = out.split('\n');
    expect(fields.split(', ').filter((field) => head.includes(field))).toEqual([]);
    expect((await at(width, `${name} -f cards`)).out).toMatch(
      new RegExp(`^${fields.split(', ')[0]} `, 'm'),
    );
  });

  it('are never the ids of records without a name, as nothing else finds them', async () => {
    for (const name of ['talks', 'leaders']) {
      const [head = ''] = (await at(60, name)).out.split('\n');
      expect(head.trimEnd().split(/ +/)).toContain('id');
    }
  });

  it.each([
    [80, 'leaders'],
    [80, 'events'],
    [140, 'talks'],
  ])('are none at %i columns of %s, and standard error is silent', async (width, name) => {
    expect((await at(width, name)).err).toBe('');
  });

  it('are told of into a pipe too, when --width makes them', async () => {
    const { out, err } = await summit('talks --width 60');
    expect(out).not.toContain('countries');
    expect(err).toBe('hidden for lack of space: status, outcome, countries (try -f cards)\n');
  });

  it('are left out for ids to stay whole, as far as no more than a third of them goes', async () => {
    const { out } = await at(80, 'deals --fields id,name,amount,status');
    const ids = out.split('\n').filter((line) => /^\S+-(railway|expansion) /.test(line));
    expect(ids).toHaveLength(2);
  });

  it('are hidden until no row has more than three lines, as far as that goes', async () => {
    const { out } = await at(80, 'talks --where outcome!=');
    expect(out.trimEnd().split('\n').length).toBeLessThanOrEqual(5);
  });

  it('are hidden, up to half of them, until no row has more than four lines', async () => {
    const { out } = await at(60, 'deals');
    expect(out.match(/\n(?:\S.*\n(?: .*\n){0,3}){2}$/)).not.toBeNull();
  });

  it('are at most a third of them: then the records come as cards', async () => {
    const line = 'deals --evidence';
    expect(await at(60, line)).toEqual(await at(60, `${line} -f cards`));
  });

  it('are never left out if they were asked for: then the records come as cards', async () => {
    const { out, err } = await at(
      60,
      'deals --fields id,name,kind,amount,status,countries --limit 1',
    );
    expect(err).toBe('');
    expect(out).toBe(`\
id         china-kyrgyzstan-uzbekistan-railway
name       China-Kyrgyzstan-Uzbekistan railway line
kind       railway
amount     $6 billion
status     sought
countries  China, Kyrgyzstan, Uzbekistan
`);
  });

  it('never include the anchors that --evidence asks for', async () => {
    const { out, err } = await at(80, 'talks --evidence');
    expect(out).toContain('¶8');
    expect(err).not.toContain('evidence');
  });
});

describe('a terminal of less than 60 columns', () => {
  it('shows cards instead of leaving columns out', async () => {
    const { out, err } = await at(50, 'events --limit 2 --sort name --where place~xian');
    expect(err).toBe('');
    expect(out).toBe(`\
id      summit-in-xian
name    Central Asian summit
status  ongoing
start   2023-05-18
end     2023-05-19
place   Xian

id      guests-hosted
name    Xi hosted heads of Central Asian countries
status  held
start   2023-05-18
end     2023-05-18
place   Xian
`);
  });

  it('still shows a table that fits', async () => {
    expect((await at(40, 'countries --fields id,iso --limit 2')).out).toBe(`\
id          iso
───────────────
china       CN
kazakhstan  KZ
`);
  });
});

describe('what is a sentence, at a terminal', () => {
  it('stands across the width, and the rest below it, the id first, always the same fields in one order', async () => {
    const { out } = await at(80, 'claims --limit 3');
    expect(out).toBe(`\
The summit adds force to China's push to lead globally, says the headline.
  summit-intensifies-push · no attribution · stated · China's aims
China is pushing for a leading role in the world, says the subheading.
  china-pushes-for-leadership · no attribution · stated · China's aims
The summit comes amid stepped-up Chinese efforts to become more influential as a
world leader.
  china-intensified-efforts · no attribution · stated · China's aims
`);
  });

  it('takes 2.7 lines on average at 80 columns, conflicts with both of their readings apart', async () => {
    const lines = async (line: string) => (await at(80, line)).out.trimEnd().split('\n').length;
    const count = async (line: string) => Number((await summit(`${line} --count`)).out);
    for (const line of ['claims', 'gaps --where kind=unstated']) {
      expect(await lines(line)).toBeLessThanOrEqual(2.7 * (await count(line)));
    }
  });

  it('is a table where -f table asks for one', async () => {
    expect((await at(140, 'quotes -f table')).out).toMatch(/^id +speaker +words +date\n─/);
    expect((await at(200, 'search xi -f table')).out).toMatch(/^text +id +collection\n─/);
  });

  it('has both readings of a conflict', async () => {
    const { out } = await at(80, 'gaps --where id=when-xi-and-tokayev-talked');
    expect(out).toBe(`\
On which day did Xi and the leader from Kazakhstan talk?
  when-xi-and-tokayev-talked · talks · conflicting
  For 17 May, Kassym-Jomart Tokayev is named; for 18 May, the leader from
  Kazakhstan is counted among all those who talk with Xi. Taken literally, they
  talked on both days; the article does not relate the two.
`);
  });

  it('tells quotations of the same words apart by what is said with them', async () => {
    const { out } = await at(100, 'quotes --where words=important');
    expect(out).toBe(`\
“important”
  important-speech · China's foreign ministry · no date · the speech that Xi is to give
“important”
  important-document · China's foreign ministry · no date · the political document that is to be
  signed
`);
  });

  it('is a table where fields are asked for, and into a pipe', async () => {
    expect(
      (await summit('claims --limit 1 --color always --width 80')).out.replaceAll('\u001b', '^'),
    ).toMatch(/\n {2}\^\[36m[a-z0-9-]+\^\[39m\^\[2m · \^\[22m\^\[2mno attribution\^\[22m/);
    expect((await at(80, 'claims --fields id,topic --limit 1')).out).toMatch(/^id +topic\n─/);
    expect((await summit('claims --limit 1')).out).toMatch(/^id +claim +attribution/);
  });
});
