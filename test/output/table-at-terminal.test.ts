import stringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import { collectionNames, describeCollection } from '../../src/dataset/schema/collections.ts';
import { run, summit } from '../run.ts';

const listings = [...collectionNames, 'records'];
const tables = collectionNames.filter((name) => describeCollection(name).sentence === undefined);
const compareLetters = (one: string, other: string) => (one < other ? -1 : 1);
const drawRule = (width: number) => '─'.repeat(width);

/** Runs a command on a terminal of the given width. */
async function runAt(width: number, line: string) {
  const { status, out, err } = await summit(`${line} --no-color`, { terminal: width });
  expect(status).toBe(0);
  return { out, err };
}

/** Returns the width of the widest line, in columns. */
const measureWidest = (out: string) =>
  Math.max(...out.split('\n').map((line) => stringWidth(line)));

describe.each(listings)('the listing of %s on a terminal', (name) => {
  it.each([20, 40, 59, 60, 61, 80, 100, 140])('has no line wider than %i', async (width) => {
    const { out } = await runAt(width, name);
    expect(out).not.toBe('');
    expect(measureWidest(out)).toBeLessThanOrEqual(width);
    expect(measureWidest((await runAt(width, `${name} --evidence`)).out)).toBeLessThanOrEqual(
      width,
    );
    expect(
      measureWidest((await runAt(width, `${name} -f cards --evidence`)).out),
    ).toBeLessThanOrEqual(width);
  });
});

describe.each(tables)('the table of %s on a terminal', (name) => {
  it.each([60, 80, 140])('loses no word of the columns shown at width %i', async (width) => {
    const listHeads = (out: string) => out.split('\n')[0]?.trim().split(/ +/).join(',') ?? '';
    const sortLetters = (out: string) =>
      [...out.replace(/[\s─]/g, '')].sort(compareLetters).join('');
    const { out } = await runAt(width, name);
    const wide = await runAt(1000, `${name} --fields ${listHeads(out)}`);
    expect(listHeads(wide.out)).toBe(listHeads(out));
    expect(sortLetters(out)).toBe(sortLetters(wide.out));
  });
});

describe('a table on a terminal', () => {
  it('has one line per record if everything fits', async () => {
    expect((await runAt(140, 'leaders --limit 4')).out).toBe(`\
name                   title                 country     role   id
${drawRule(85)}
Xi Jinping             Chinese president     China       host   xi-jinping
Kassym-Jomart Tokayev  Kazakhstan President  Kazakhstan  guest  kassym-jomart-tokayev
Sadyr Zhaparov         Kyrgyz President      Kyrgyzstan  guest  sadyr-zhaparov
not stated             not stated            Tajikistan  guest  tajikistan-leader
`);
  });

  it('wraps at words and after hyphens, indents further lines, and hides the last columns', async () => {
    expect((await runAt(80, 'deals')).out).toBe(`\
name                     amount  status  countries            attribution
${drawRule(80)}
China-Kyrgyzstan-    $6 billion  sought  China, Kyrgyzstan,   experts, as
 Uzbekistan railway                       Uzbekistan           reported by AFP
 line
Central              not stated  sought  China                experts, as
 Asia-to-China gas                                             reported by AFP
 pipeline expansion
`);
  });

  it.each([60, 80, 140])('has no blank rows at width %i', async (width) => {
    for (const name of tables) expect((await runAt(width, name)).out).not.toContain('\n\n');
  });

  it('shows all columns with unbroken ids if there is space', async () => {
    expect((await runAt(140, 'deals')).out).toBe(`\
name                       amount  status  countries              attribution            kind      id
${drawRule(140)}
China-Kyrgyzstan-      $6 billion  sought  China, Kyrgyzstan,     experts, as reported   railway   china-kyrgyzstan-uzbekistan-railway
 Uzbekistan railway                         Uzbekistan             by AFP
 line
Central                not stated  sought  China                  experts, as reported   pipeline  central-asia-china-gas-pipeline-expansion
 Asia-to-China gas                                                 by AFP
 pipeline expansion
`);
  });

  it('takes its width from --width, or 80 if the terminal reports none', async () => {
    const expected = await runAt(80, 'deals');
    expect(await runAt(140, 'deals --width 80')).toEqual(expected);
    expect(await runAt(0, 'deals')).toEqual(expected);
    expect((await summit('deals --width 80')).out).toBe(expected.out);
  });

  it.each(['0', '-5', 'wide', '80.5', '10001', '9007199254740991'])(
    'rejects --width %s',
    async (width) => {
      expect(await run(['deals', '--width', width])).toMatchObject({
        status: 2,
        out: '',
        err: `summit: --width takes a whole number from 1 to 10000, not "${width}"\n`,
      });
    },
  );

  it('has neither heads nor space for them with --no-header', async () => {
    expect((await runAt(80, 'countries --no-header --limit 2')).out).toBe(`\
China       Chinese, Beijing  CN  host   china
Kazakhstan  none              KZ  guest  kazakhstan
`);
  });
});

describe('columns hidden for lack of space', () => {
  it.each([
    [60, 'talks', 'status, outcome, countries'],
    [60, 'deals', 'attribution, kind, id'],
    [60, 'events', 'place, id'],
    [60, 'leaders', 'role'],
    [80, 'talks', 'outcome, countries'],
    [80, 'deals', 'kind, id'],
  ])('are listed on stderr at width %i of %s: %s', async (width, name, fields) => {
    const { out, err } = await runAt(width, name);
    expect(err).toBe(`hidden for lack of space: ${fields} (try -f cards)\n`);
    const [head = ''] = out.split('\n');
    expect(fields.split(', ').filter((field) => head.includes(field))).toEqual([]);
    expect((await runAt(width, `${name} -f cards`)).out).toMatch(
      new RegExp(`^${fields.split(', ')[0]} `, 'm'),
    );
  });

  it('never include the ids of records without a name, which nothing else finds', async () => {
    for (const name of ['talks', 'leaders']) {
      const [head = ''] = (await runAt(60, name)).out.split('\n');
      expect(head.trimEnd().split(/ +/)).toContain('id');
    }
  });

  it.each([
    [80, 'leaders'],
    [80, 'events'],
    [140, 'talks'],
  ])('are none at width %i of %s, and stderr is empty', async (width, name) => {
    expect((await runAt(width, name)).err).toBe('');
  });

  it('are reported in a pipe too, if --width hides them', async () => {
    const { out, err } = await summit('talks --width 60');
    expect(out).not.toContain('countries');
    expect(err).toBe('hidden for lack of space: status, outcome, countries (try -f cards)\n');
  });

  it('keep ids unbroken, up to a third of the columns', async () => {
    const { out } = await runAt(80, 'deals --fields id,name,amount,status');
    const ids = out.split('\n').filter((line) => /^\S+-(railway|expansion) /.test(line));
    expect(ids).toHaveLength(2);
  });

  it('keep rows to three lines, up to a third of the columns', async () => {
    const { out } = await runAt(80, 'talks --where outcome!=');
    expect(out.trimEnd().split('\n').length).toBeLessThanOrEqual(5);
  });

  it('keep rows to four lines, up to half of the columns', async () => {
    const { out } = await runAt(60, 'deals');
    expect(out.match(/\n(?:\S.*\n(?: .*\n){0,3}){2}$/)).not.toBeNull();
  });

  it('are at most a third of all; otherwise the records become cards', async () => {
    const line = 'deals --evidence';
    expect(await runAt(60, line)).toEqual(await runAt(60, `${line} -f cards`));
  });

  it('never include fields that were asked for; otherwise the records become cards', async () => {
    const { out, err } = await runAt(
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
    const { out, err } = await runAt(80, 'talks --evidence');
    expect(out).toContain('¶8');
    expect(err).not.toContain('evidence');
  });
});

describe('a terminal with less than 60 columns', () => {
  it('shows cards instead of hiding columns', async () => {
    const { out, err } = await runAt(50, 'events --limit 2 --sort name --where place~xian');
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
    expect((await runAt(40, 'countries --fields id,iso --limit 2')).out).toBe(`\
id          iso
───────────────
china       CN
kazakhstan  KZ
`);
  });
});

describe('a listing of sentences on a terminal', () => {
  it('shows the sentence across the width and, below it, the id and the other fields in a fixed order', async () => {
    const { out } = await runAt(80, 'claims --limit 3');
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

  it('takes 2.7 lines per record on average at width 80, apart from conflicts', async () => {
    const countLines = async (line: string) =>
      (await runAt(80, line)).out.trimEnd().split('\n').length;
    const countRecords = async (line: string) => Number((await summit(`${line} --count`)).out);
    for (const line of ['claims', 'gaps --where kind=unstated']) {
      expect(await countLines(line)).toBeLessThanOrEqual(2.7 * (await countRecords(line)));
    }
  });

  it('is a table with -f table', async () => {
    expect((await runAt(140, 'quotes -f table')).out).toMatch(/^id +speaker +words +date\n─/);
    expect((await runAt(200, 'search xi -f table')).out).toMatch(/^text +id +collection\n─/);
  });

  it('shows both readings of a conflict', async () => {
    const { out } = await runAt(80, 'gaps --where id=when-xi-and-tokayev-talked');
    expect(out).toBe(`\
On which day did Xi and the leader from Kazakhstan talk?
  when-xi-and-tokayev-talked · talks · conflicting
  For 17 May, Kassym-Jomart Tokayev is named; for 18 May, the leader from
  Kazakhstan is counted among all those who talk with Xi. Taken literally, they
  talked on both days; the article does not relate the two.
`);
  });

  it('distinguishes quotations of the same words by their context', async () => {
    const { out } = await runAt(100, 'quotes --where words=important');
    expect(out).toBe(`\
“important”
  important-speech · China's foreign ministry · no date · the speech that Xi is to give
“important”
  important-document · China's foreign ministry · no date · the political document that is to be
  signed
`);
  });

  it('is a table if fields are asked for, and in a pipe', async () => {
    expect(
      (await summit('claims --limit 1 --color always --width 80')).out.replaceAll('\u001b', '^'),
    ).toMatch(/\n {2}\^\[36m[a-z0-9-]+\^\[39m\^\[2m · \^\[22m\^\[2mno attribution\^\[22m/);
    expect((await runAt(80, 'claims --fields id,topic --limit 1')).out).toMatch(/^id +topic\n─/);
    expect((await summit('claims --limit 1')).out).toMatch(/^id +claim +attribution/);
  });
});
