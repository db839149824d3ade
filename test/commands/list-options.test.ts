import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/commands.ts';
import { collectionNames } from '../../src/dataset/schema/collections.ts';
import { type FormatName, formatNames } from '../../src/output/formats.ts';
import { example, run, summit } from '../run.ts';

/** The ids that a command line prints with --ids, apart by a space. */
async function ids(line: string): Promise<string> {
  const { status, out, err } = await summit(`${line} --ids`);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return out.trim().split('\n').join(' ');
}

/** What a command line that cannot be carried out says. */
async function trouble(line: string, expected: 1 | 2 = 2): Promise<string> {
  const { status, out, err } = await summit(line);
  expect({ status, out }).toEqual({ status: expected, out: '' });
  return err;
}

describe('--where', () => {
  it.each([
    ['talks', 'status=held', 'xi-tokayev-17-may xi-zhaparov-18-may'],
    ['talks', 'status!=reported', 'xi-tokayev-17-may xi-zhaparov-18-may'],
    ['talks', 'status = HELD', 'xi-tokayev-17-may xi-zhaparov-18-may'],
    ['talks', 'outcome~FRIEND', 'xi-tokayev-17-may'],
    ['talks', 'date<2023-05-18', 'xi-tokayev-17-may'],
    ['events', 'start>2023-05-18', 'group-discussion'],
    ['events', 'end<=2023-05-18', 'guests-hosted'],
    ['events', 'start>=2023-05-19', 'group-discussion'],
    ['deals', 'amount>5e9', 'china-kyrgyzstan-uzbekistan-railway'],
    ['deals', 'amount=6000000000', 'china-kyrgyzstan-uzbekistan-railway'],
    ['deals', 'amount<6000000000', ''],
  ])('lists the %s with %s', async (name, expression, found) => {
    expect(await ids(`${name} --where "${expression}"`)).toBe(found);
  });

  it('finds what is not stated by field=, and what is by field!=', async () => {
    const unnamed = 'tajikistan-leader turkmenistan-leader uzbekistan-leader';
    expect(await ids('leaders --where name=')).toBe(unnamed);
    expect(await ids('leaders --where name!=')).toBe(
      'xi-jinping kassym-jomart-tokayev sadyr-zhaparov',
    );
    expect(await ids('deals --where amount=')).toBe('central-asia-china-gas-pipeline-expansion');
  });

  it('takes an empty list for not stated', async () => {
    expect(await ids('countries --where aliases!=')).toBe('china kyrgyzstan');
  });

  it('finds a list by each of its items, whole', async () => {
    expect(await ids('countries --where aliases=beijing')).toBe('china');
    expect(await ids('countries --where aliases=Chinese;Beijing')).toBe('');
    expect(await ids('deals --where countries=uzbekistan')).toBe(
      'china-kyrgyzstan-uzbekistan-railway',
    );
  });

  it('finds a reference by its id and by the name that it reads as', async () => {
    expect(await ids('talks --where leaders=sadyr-zhaparov')).toBe('xi-zhaparov-18-may');
    expect(await ids('talks --where "leaders=Sadyr Zhaparov"')).toBe('xi-zhaparov-18-may');
  });

  it('leaves out what does not state a field that is compared', async () => {
    expect(await ids('quotes --where date>=1000-01-01')).toBe(
      'willing-to-work-with-kyrgyzstan enduring-friendship',
    );
  });

  it('finds for about= the gaps that show has refer to a record', async () => {
    const all = (await ids('gaps')).split(' ');
    const records = (await ids('records')).split(' ');
    expect(records.length).toBeGreaterThan(all.length);
    for (const id of records) {
      const { out } = await summit(`show ${id} -f json`);
      const shown = new Set<string>(JSON.parse(out)[0].links.referredToBy);
      const about = all.filter((gap) => shown.has(gap));
      const others = all.filter((gap) => !shown.has(gap));
      expect(await ids(`gaps --where about=${id}`)).toBe(about.join(' '));
      expect(await ids(`gaps --where about!=${id}`)).toBe(others.join(' '));
    }
  });

  it('takes the name of a collection for no part of a reference', async () => {
    expect(await trouble('gaps --where about=leaders', 1)).toBe(
      'summit: no record "leaders"\nto list the leaders: summit leaders\n',
    );
    expect(await trouble('talks --where leaders=leaders', 1)).toBe(
      'summit: no leader "leaders"\nto list the leaders: summit leaders\n',
    );
  });

  it('can be repeated, and all must hold', async () => {
    expect(await ids('talks --where date=2023-05-18 --where status=held')).toBe(
      'xi-zhaparov-18-may',
    );
  });

  it.each([
    ['talks --where status', 'summit: invalid --where expression "status"'],
    ['talks --where stat=held', 'summit: no field "stat"'],
    ['deals --where amount>six', 'summit: "amount>six": amount is a number, "six" is not'],
    ['talks --where date>', 'summit: "date>" has no value after the operator'],
    [
      'talks --where "date>17 May"',
      'summit: "date>17 May": date must be YYYY, YYYY-MM or YYYY-MM-DD',
    ],
    ['talks --where date=2023-13-45', 'summit: "date=2023-13-45": no such date'],
  ])('of %s says what is wrong, with a hint', async (line, message) => {
    const [first, hint, ...rest] = (await trouble(line)).split('\n');
    expect(first).toBe(message);
    expect(hint).not.toBe('');
    expect(rest).toEqual(['']);
  });
});

describe('--country', () => {
  it.each(['kyrgyzstan', 'KYRGYZSTAN', 'KG', 'kg', 'Kyrgyz'])('takes %s', async (word) => {
    expect(await ids(`quotes --country ${word}`)).toBe(
      'willing-to-work-with-kyrgyzstan support-on-vital-issues',
    );
  });

  it('finds records tied by a reference, by another record or by a word', async () => {
    expect(await ids('deals --country UZ')).toBe('china-kyrgyzstan-uzbekistan-railway');
    expect(await ids('countries --country jp')).toBe('japan');
    expect(await ids('events --country japan')).toBe('g7-summit');
    expect(await ids('claims --country Russia')).toBe(
      'russia-under-sanctions summit-at-time-of-sanctions',
    );
  });

  it('takes several countries, and finds what is linked to any of them', async () => {
    expect(await ids('talks --country TJ,kyrgyz')).toBe('xi-zhaparov-18-may xi-tajikistan-18-may');
    expect(await ids('countries --country "Japan, kyrgyz,jp"')).toBe('kyrgyzstan japan');
    const each = async (line: string, country: string) =>
      (await ids(`${line} --country ${country}`)).split(' ');
    for (const line of ['claims', 'records', 'timeline', 'search the']) {
      const all = (await ids(line)).split(' ');
      const some = new Set([...(await each(line, 'tj')), ...(await each(line, 'russia'))]);
      expect(some.size).toBeLessThan(all.length);
      expect(await each(line, 'tj,russia')).toEqual(all.filter((id) => some.has(id)));
    }
  });

  it('says which of several countries is unknown', async () => {
    expect(await trouble('talks --country china,kazakstan', 1)).toBe(
      'summit: no country "kazakstan"\ndid you mean kazakhstan?\n',
    );
    expect(await trouble('talks --country china,', 1)).toMatch(/^summit: no country ""\n/);
  });

  it('says which country is nearest, or which there are', async () => {
    expect(await trouble('talks --country kazakstan', 1)).toBe(`\
summit: no country "kazakstan"
did you mean kazakhstan?
`);
    for (const word of ['XX', 'talks']) {
      expect(await trouble(`talks --country ${word}`, 1)).toBe(`\
summit: no country "${word}"
valid countries: china, kazakhstan, kyrgyzstan, tajikistan, turkmenistan, uzbekistan, japan, russia, ukraine
`);
    }
  });
});

describe('--paragraph', () => {
  const listings = commands.filter(({ options }) => 'where' in options);

  it.each(listings)(
    'keeps to what has a passage in a paragraph: $name',
    async ({ name, operands }) => {
      const line = [
        name,
        ...('text' in operands ? ['the'] : []),
        '--data',
        example('lakes-summit.json'),
      ];
      const listed = async (...options: string[]) => {
        const { status, out } = await run([
          ...line,
          '-f',
          'json',
          '--fields',
          'id,evidence',
          ...options,
        ]);
        expect(status).toBe(0);
        return JSON.parse(out) as { evidence: { paragraph: number }[] }[];
      };
      const all = await listed();
      const paragraphs = new Set(
        all.flatMap(({ evidence }) => evidence.map((one) => one.paragraph)),
      );
      expect(paragraphs.size).toBeGreaterThan(0);
      for (const paragraph of paragraphs) {
        const expected = all.filter(({ evidence }) =>
          evidence.some((one) => one.paragraph === paragraph),
        );
        expect(await listed('--paragraph', String(paragraph))).toEqual(expected);
      }
    },
  );

  it('is an option of every listing', () => {
    const names = listings.map(({ name }) => name);
    expect(names).toEqual([...collectionNames, 'records', 'search', 'timeline']);
  });

  it('does not take a paragraph for one whose number begins with it', async () => {
    const found = (await ids('records --paragraph 1')).split(' ');
    expect(found).toContain('central-asian-summit');
    expect(found).not.toContain('china-kyrgyzstan-uzbekistan-railway');
    expect((await ids('records --paragraph 12')).split(' ')).toContain(
      'china-kyrgyzstan-uzbekistan-railway',
    );
  });

  it('is one condition of several, of which all must hold', async () => {
    expect(await ids('deals --paragraph 12 --where kind=railway')).toBe(
      'china-kyrgyzstan-uzbekistan-railway',
    );
    expect(await ids('deals --paragraph 12 --country kyrgyzstan')).toBe(
      'china-kyrgyzstan-uzbekistan-railway',
    );
    expect(await ids('deals --paragraph 1 --where kind=railway')).toBe('');
  });

  it.each(['0', '-1', '1.5', '¶1', '1,2', ''])(
    'takes a whole number from 1 up, and not "%s"',
    async (word) => {
      expect(await trouble(`deals --paragraph "${word}"`)).toBe(
        `summit: --paragraph takes a whole number from 1 up, not "${word}"\n`,
      );
    },
  );

  it('has nothing to complete it', async () => {
    expect(await summit('__complete -- deals --paragraph ""')).toMatchObject({
      status: 0,
      out: '',
    });
  });
});

describe('--sort', () => {
  it('sorts up, what is not stated last, equals as they were', async () => {
    expect(await ids('events --sort start')).toBe(
      'summit-in-xian guests-hosted group-discussion xi-speech document-signing g7-summit',
    );
  });

  it('sorts down with a hyphen, what is not stated last all the same', async () => {
    expect(await ids('events --sort -start')).toBe(
      'group-discussion summit-in-xian guests-hosted xi-speech document-signing g7-summit',
    );
  });

  it('sorts references by the name that they read as', async () => {
    expect(await ids('talks --sort leaders --limit 3')).toBe(
      'xi-tokayev-17-may xi-kazakhstan-18-may xi-zhaparov-18-may',
    );
  });

  it('sorts numbers by size', async () => {
    const railwayFirst =
      'china-kyrgyzstan-uzbekistan-railway central-asia-china-gas-pipeline-expansion';
    expect(await ids('deals --sort amount')).toBe(railwayFirst);
    expect(await ids('deals --sort -amount')).toBe(railwayFirst);
  });

  it('does not take a field twice, of which the second would not count', async () => {
    expect(await trouble('talks --sort date,id,-date')).toBe(`\
summit: --sort has date twice
only the first counts; remove the other
`);
  });

  it('knows the fields', async () => {
    expect(await trouble('gaps --sort -sort')).toBe(`\
summit: no field "sort"
valid fields: id, topic, question, kind, note, about, evidence
`);
  });
});

describe('--fields', () => {
  const chosen: Readonly<Record<FormatName, string>> = {
    table: 'iso  id\n──────────\nJP   japan\n',
    cards: 'iso  JP\nid   japan\n',
    json: '[\n  {\n    "iso": "JP",\n    "id": "japan"\n  }\n]\n',
    ndjson: '{"iso":"JP","id":"japan"}\n',
    csv: 'iso,id\r\nJP,japan\r\n',
    tsv: 'iso\tid\nJP\tjapan\n',
    markdown: '| iso | id |\n| --- | --- |\n| JP | japan |\n',
  };

  it.each(formatNames)('chooses fields and their order in %s', async (format) => {
    const line = `countries --where id=japan --fields iso,id -f ${format}`;
    expect(await summit(line)).toMatchObject({ status: 0, out: chosen[format], err: '' });
  });

  it('takes spaces around names, and a name twice as once', async () => {
    const { out } = await summit('countries -f csv --fields " iso , id,iso" --limit 1');
    expect(out).toBe('iso,id\r\nCN,china\r\n');
  });

  it('says which field is nearest, and lists the known ones', async () => {
    expect(await trouble('talks --fields id,dat')).toBe(`\
summit: no field "dat"
did you mean date? valid fields: id, date, when, leaders, countries, place, mention, status, topic, outcome, attribution, note, evidence
`);
  });
});

describe('--limit, --count, --ids, --no-header and --evidence', () => {
  it('prints at most so many records, none for 0', async () => {
    expect(await ids('countries --limit 2')).toBe('china kazakhstan');
    expect(await ids('countries --limit 100')).toMatch(/^china .* ukraine$/);
    expect(await summit('countries --limit 0')).toMatchObject({ status: 0, out: '', err: '' });
  });

  it.each(['-1', 'two', '1.5', '1e3', ''])('does not take "%s" for a limit', async (word) => {
    const message = `summit: --limit takes a whole number from 0 up, not "${word}"\n`;
    expect(await trouble(`talks --limit "${word}"`)).toBe(message);
  });

  it('counts what would be printed, 0 with status 0', async () => {
    expect(await summit('talks --count')).toMatchObject({ status: 0, out: '6\n' });
    expect(await summit('talks --count --where status=held')).toMatchObject({ out: '2\n' });
    expect(await summit('talks --count --where status==held')).toMatchObject({ out: '2\n' });
    expect(await summit('gaps --count --limit 3')).toMatchObject({ out: '3\n' });
    expect(await summit('gaps --count --limit 0')).toMatchObject({ status: 0, out: '0\n' });
  });

  it('prints ids a line each, whatever the format', async () => {
    const out = 'xi-tokayev-17-may\nxi-zhaparov-18-may\n';
    expect(await summit('talks --where status=held --ids')).toMatchObject({ out });
    expect(await summit('talks --where status=held --ids -f json')).toMatchObject({ out });
  });

  it('does not both count and list', async () => {
    const message = 'summit: --count and --ids cannot be combined\n';
    expect(await trouble('talks --count --ids')).toBe(message);
  });

  it.each([
    ['table', 'japan  JP\n'],
    ['cards', 'id   japan\niso  JP\n'],
    ['ndjson', '{"id":"japan","iso":"JP"}\n'],
    ['csv', 'japan,JP\r\n'],
    ['tsv', 'japan\tJP\n'],
    ['markdown', '| japan | JP |\n'],
  ])('leaves the heads of %s out', async (format, out) => {
    const line = `countries --where id=japan --fields id,iso --no-header -f ${format}`;
    expect(await summit(line)).toMatchObject({ status: 0, out });
  });

  it.each([
    ['table', 'japan  ¶2 G7 summit in Japan; ¶10 leaders in Japan\n'],
    ['csv', 'japan,¶2 G7 summit in Japan; ¶10 leaders in Japan\r\n'],
    [
      'ndjson',
      '{"id":"japan","evidence":[{"paragraph":2,"start":"G7 summit in Japan"},' +
        '{"paragraph":10,"start":"leaders in Japan"}]}\n',
    ],
  ])('adds the anchors as a column to %s', async (format, out) => {
    const line = `countries --where id=japan --fields id --evidence --no-header -f ${format}`;
    expect(await summit(line)).toMatchObject({ status: 0, out });
  });
});

describe('the options together', () => {
  it('choose, order and cut, in that sequence', async () => {
    const { out } = await summit(
      'talks --country china --where status=reported --sort -id --limit 2 --fields id,date -f tsv',
    );
    expect(out).toBe(
      'id\tdate\nxi-uzbekistan-18-may\t2023-05-18\nxi-turkmenistan-18-may\t2023-05-18\n',
    );
  });

  it('may stand before the command, after it, and on both sides', async () => {
    const options: readonly (readonly string[])[] = [
      ['-f', 'csv'],
      ['--fields=id,date,leaders'],
      ['--where', 'leaders!='],
      ['--where=date=2023-05-18'],
      ['--sort', '-id'],
      ['--limit', '2'],
      ['--country', 'china'],
      ['--no-header'],
      ['--width', '40'],
      ['--color', 'always'],
    ];
    const { out } = await run(['talks', ...options.flat()]);
    expect(out).toBe(
      'xi-zhaparov-18-may,2023-05-18,xi-jinping;sadyr-zhaparov\r\n' +
        'xi-uzbekistan-18-may,2023-05-18,xi-jinping;uzbekistan-leader\r\n',
    );
    const shuffled = fc.shuffledSubarray([...options, ['talks']], {
      minLength: options.length + 1,
    });
    await fc.assert(
      fc.asyncProperty(shuffled, async (words) => {
        expect(await run(words.flat())).toMatchObject({ status: 0, out, err: '' });
      }),
    );
  });
});

describe('counting and choosing', () => {
  const operators = fc.constantFrom('=', '!=', '~', '>', '>=', '<', '<=');
  const fields = fc.constantFrom('id', 'date', 'countries', 'mention', 'outcome');
  const values = fc.oneof(
    fc.constantFrom('held', 'Kazakhstan', 'xi-zhaparov-18-may', '2023-05-18', 'a', 'the', 'NAMED'),
    fc.string({ minLength: 1 }).filter((value) => !/^\s*=|(?:^|,)\s*(?:,|$)/.test(value)),
  );
  // A date is compared with days alone, a reference with what calls a record, a choice with what it may be.
  const days = ['2023-05-17', '2023-05-18', '1000-01-01', '9999-12-31'];
  const known: Readonly<Record<string, fc.Arbitrary<string>>> = {
    date: fc.constantFrom(...days),
    countries: fc.constantFrom('kz', 'China', 'Kyrgyz'),
    mention: fc.constantFrom('named', 'COLLECTIVE'),
  };
  const compared = fields.chain((field) => fc.tuple(fc.constant(field), known[field] ?? values));
  const count = async (...where: readonly string[]) => {
    const { status, out } = await run([
      'talks',
      '--count',
      ...where.map((one) => `--where=${one}`),
    ]);
    expect(status).toBe(0);
    return Number(out);
  };

  it('agree on how many records there are, in every format', async () => {
    await fc.assert(
      fc.asyncProperty(compared, operators, async ([field, value], operator) => {
        const where = `${field}${operator}${value}`;
        const talks = ['talks', '--where', where];
        const json = JSON.parse((await run([...talks, '-f', 'json'])).out);
        const tsv = (await run([...talks, '-f', 'tsv', '--no-header'])).out;
        const lines = (text: string) => text.split('\n').length - 1;
        const ids = (await run([...talks, '--ids'])).out;
        const known = await count(where);
        expect([json.length, lines(tsv), lines(ids)]).toEqual([known, known, known]);
      }),
    );
  });

  it('split the records in two by = and !=', async () => {
    await fc.assert(
      fc.asyncProperty(compared, async ([field, value]) => {
        const [equal, unequal] = [`${field}=${value}`, `${field}!=${value}`];
        expect((await count(equal)) + (await count(unequal))).toBe(6);
        expect(await count(equal, unequal)).toBe(0);
      }),
    );
  });

  it.each(days)('split the records that state a date in two by < and >= %s', async (day) => {
    expect((await count(`date<${day}`)) + (await count(`date>=${day}`))).toBe(
      await count('date!='),
    );
  });
});
