import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/commands.ts';
import { collectionNames } from '../../src/dataset/schema/collections.ts';
import { type FormatName, formatNames } from '../../src/output/formats.ts';
import { example, run, summit } from '../run.ts';

/** Runs a command line with --ids, and returns the ids joined by spaces. */
async function printIds(line: string): Promise<string> {
  const { status, out, err } = await summit(`${line} --ids`);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return out.trim().split('\n').join(' ');
}

/** Runs a command line that fails, and returns its message. */
async function getMessage(line: string, expected: 1 | 2 = 2): Promise<string> {
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
    expect(await printIds(`${name} --where "${expression}"`)).toBe(found);
  });

  it('finds missing values with field=, and stated ones with field!=', async () => {
    const unnamed = 'tajikistan-leader turkmenistan-leader uzbekistan-leader';
    expect(await printIds('leaders --where name=')).toBe(unnamed);
    expect(await printIds('leaders --where name!=')).toBe(
      'xi-jinping kassym-jomart-tokayev sadyr-zhaparov',
    );
    expect(await printIds('deals --where amount=')).toBe(
      'central-asia-china-gas-pipeline-expansion',
    );
  });

  it('treats an empty list as missing', async () => {
    expect(await printIds('countries --where aliases!=')).toBe('china kyrgyzstan');
  });

  it('matches a list by any whole item', async () => {
    expect(await printIds('countries --where aliases=beijing')).toBe('china');
    expect(await printIds('countries --where aliases=Chinese;Beijing')).toBe('');
    expect(await printIds('deals --where countries=uzbekistan')).toBe(
      'china-kyrgyzstan-uzbekistan-railway',
    );
  });

  it('matches a reference by id and by displayed name', async () => {
    expect(await printIds('talks --where leaders=sadyr-zhaparov')).toBe('xi-zhaparov-18-may');
    expect(await printIds('talks --where "leaders=Sadyr Zhaparov"')).toBe('xi-zhaparov-18-may');
  });

  it('excludes records in which a compared field is missing', async () => {
    expect(await printIds('quotes --where date>=1000-01-01')).toBe(
      'willing-to-work-with-kyrgyzstan enduring-friendship',
    );
  });

  it('finds with about= the gaps that show links to a record', async () => {
    const all = (await printIds('gaps')).split(' ');
    const records = (await printIds('records')).split(' ');
    expect(records.length).toBeGreaterThan(all.length);
    for (const id of records) {
      const { out } = await summit(`show ${id} -f json`);
      const shown = new Set<string>(JSON.parse(out)[0].links.referredToBy);
      const about = all.filter((gap) => shown.has(gap));
      const others = all.filter((gap) => !shown.has(gap));
      expect(await printIds(`gaps --where about=${id}`)).toBe(about.join(' '));
      expect(await printIds(`gaps --where about!=${id}`)).toBe(others.join(' '));
    }
  });

  it('does not match the name of a collection with a reference', async () => {
    expect(await getMessage('gaps --where about=leaders', 1)).toBe(
      'summit: no record "leaders"\nto list the leaders: summit leaders\n',
    );
    expect(await getMessage('talks --where leaders=leaders', 1)).toBe(
      'summit: no leader "leaders"\nto list the leaders: summit leaders\n',
    );
  });

  it('can be repeated, and finds what meets all conditions', async () => {
    expect(await printIds('talks --where date=2023-05-18 --where status=held')).toBe(
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
  ])('reports an error with a hint: %s', async (line, message) => {
    const [first, hint, ...rest] = (await getMessage(line)).split('\n');
    expect(first).toBe(message);
    expect(hint).not.toBe('');
    expect(rest).toEqual(['']);
  });
});

describe('--country', () => {
  it.each(['kyrgyzstan', 'KYRGYZSTAN', 'KG', 'kg', 'Kyrgyz'])('accepts %s', async (word) => {
    expect(await printIds(`quotes --country ${word}`)).toBe(
      'willing-to-work-with-kyrgyzstan support-on-vital-issues',
    );
  });

  it('finds records linked by a reference, by another record or by a word', async () => {
    expect(await printIds('deals --country UZ')).toBe('china-kyrgyzstan-uzbekistan-railway');
    expect(await printIds('countries --country jp')).toBe('japan');
    expect(await printIds('events --country japan')).toBe('g7-summit');
    expect(await printIds('claims --country Russia')).toBe(
      'russia-under-sanctions summit-at-time-of-sanctions',
    );
  });

  it('finds records linked to any of several countries', async () => {
    expect(await printIds('talks --country TJ,kyrgyz')).toBe(
      'xi-zhaparov-18-may xi-tajikistan-18-may',
    );
    expect(await printIds('countries --country "Japan, kyrgyz,jp"')).toBe('kyrgyzstan japan');
    const listIds = async (line: string, country: string) =>
      (await printIds(`${line} --country ${country}`)).split(' ');
    for (const line of ['claims', 'records', 'timeline', 'search the']) {
      const all = (await printIds(line)).split(' ');
      const some = new Set([...(await listIds(line, 'tj')), ...(await listIds(line, 'russia'))]);
      expect(some.size).toBeLessThan(all.length);
      expect(await listIds(line, 'tj,russia')).toEqual(all.filter((id) => some.has(id)));
    }
  });

  it('names the unknown one of several countries', async () => {
    expect(await getMessage('talks --country china,kazakstan', 1)).toBe(
      'summit: no country "kazakstan"\ndid you mean kazakhstan?\n',
    );
    expect(await getMessage('talks --country china,', 1)).toMatch(/^summit: no country ""\n/);
  });

  it('suggests the nearest country, or lists all', async () => {
    expect(await getMessage('talks --country kazakstan', 1)).toBe(`\
summit: no country "kazakstan"
did you mean kazakhstan?
`);
    for (const word of ['XX', 'talks']) {
      expect(await getMessage(`talks --country ${word}`, 1)).toBe(`\
summit: no country "${word}"
valid countries: china, kazakhstan, kyrgyzstan, tajikistan, turkmenistan, uzbekistan, japan, russia, ukraine
`);
    }
  });
});

describe('--paragraph', () => {
  const listings = commands.filter(({ options }) => 'where' in options);

  it.each(listings)(
    'lists only records with a passage in the paragraph: $name',
    async ({ name, operands }) => {
      const line = [
        name,
        ...('text' in operands ? ['the'] : []),
        '--data',
        example('lakes-summit.json'),
      ];
      const listRecords = async (...options: string[]) => {
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
      const all = await listRecords();
      const paragraphs = new Set(
        all.flatMap(({ evidence }) => evidence.map((one) => one.paragraph)),
      );
      expect(paragraphs.size).toBeGreaterThan(0);
      for (const paragraph of paragraphs) {
        const expected = all.filter(({ evidence }) =>
          evidence.some((one) => one.paragraph === paragraph),
        );
        expect(await listRecords('--paragraph', String(paragraph))).toEqual(expected);
      }
    },
  );

  it('is an option of every listing', () => {
    const names = listings.map(({ name }) => name);
    expect(names).toEqual([...collectionNames, 'records', 'search', 'timeline']);
  });

  it('does not match a paragraph whose number begins with the same digit', async () => {
    const found = (await printIds('records --paragraph 1')).split(' ');
    expect(found).toContain('central-asian-summit');
    expect(found).not.toContain('china-kyrgyzstan-uzbekistan-railway');
    expect((await printIds('records --paragraph 12')).split(' ')).toContain(
      'china-kyrgyzstan-uzbekistan-railway',
    );
  });

  it('can be combined with other conditions', async () => {
    expect(await printIds('deals --paragraph 12 --where kind=railway')).toBe(
      'china-kyrgyzstan-uzbekistan-railway',
    );
    expect(await printIds('deals --paragraph 12 --country kyrgyzstan')).toBe(
      'china-kyrgyzstan-uzbekistan-railway',
    );
    expect(await printIds('deals --paragraph 1 --where kind=railway')).toBe('');
  });

  it.each(['0', '-1', '1.5', '¶1', '1,2', ''])('rejects "%s"', async (word) => {
    expect(await getMessage(`deals --paragraph "${word}"`)).toBe(
      `summit: --paragraph takes a whole number from 1 up, not "${word}"\n`,
    );
  });

  it('offers no completions', async () => {
    expect(await summit('__complete -- deals --paragraph ""')).toMatchObject({
      status: 0,
      out: '',
    });
  });
});

describe('--sort', () => {
  it('sorts in ascending order, with missing values last and equal ones in the order of the dataset', async () => {
    expect(await printIds('events --sort start')).toBe(
      'summit-in-xian guests-hosted group-discussion xi-speech document-signing g7-summit',
    );
  });

  it('sorts in descending order with a hyphen, with missing values still last', async () => {
    expect(await printIds('events --sort -start')).toBe(
      'group-discussion summit-in-xian guests-hosted xi-speech document-signing g7-summit',
    );
  });

  it('sorts references by displayed name', async () => {
    expect(await printIds('talks --sort leaders --limit 3')).toBe(
      'xi-tokayev-17-may xi-kazakhstan-18-may xi-zhaparov-18-may',
    );
  });

  it('sorts numbers by size', async () => {
    const railwayFirst =
      'china-kyrgyzstan-uzbekistan-railway central-asia-china-gas-pipeline-expansion';
    expect(await printIds('deals --sort amount')).toBe(railwayFirst);
    expect(await printIds('deals --sort -amount')).toBe(railwayFirst);
  });

  it('rejects a field given twice', async () => {
    expect(await getMessage('talks --sort date,id,-date')).toBe(`\
summit: --sort has date twice
only the first counts; remove the other
`);
  });

  it('rejects an unknown field and lists the valid ones', async () => {
    expect(await getMessage('gaps --sort -sort')).toBe(`\
summit: no field "sort"
valid fields: id, topic, question, kind, note, about, evidence
`);
  });
});

describe('--fields', () => {
  const outputByFormat: Readonly<Record<FormatName, string>> = {
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
    expect(await summit(line)).toMatchObject({ status: 0, out: outputByFormat[format], err: '' });
  });

  it('ignores spaces around names, and repeated names', async () => {
    const { out } = await summit('countries -f csv --fields " iso , id,iso" --limit 1');
    expect(out).toBe('iso,id\r\nCN,china\r\n');
  });

  it('suggests the nearest field, and lists the valid ones', async () => {
    expect(await getMessage('talks --fields id,dat')).toBe(`\
summit: no field "dat"
did you mean date? valid fields: id, date, when, leaders, countries, place, mention, status, topic, outcome, attribution, note, evidence
`);
  });
});

describe('--limit, --count, --ids, --no-header and --evidence', () => {
  it('prints at most the number of records given, none for 0', async () => {
    expect(await printIds('countries --limit 2')).toBe('china kazakhstan');
    expect(await printIds('countries --limit 100')).toMatch(/^china .* ukraine$/);
    expect(await summit('countries --limit 0')).toMatchObject({ status: 0, out: '', err: '' });
  });

  it.each(['-1', 'two', '1.5', '1e3', ''])('rejects "%s" as a limit', async (word) => {
    const message = `summit: --limit takes a whole number from 0 up, not "${word}"\n`;
    expect(await getMessage(`talks --limit "${word}"`)).toBe(message);
  });

  it('counts the records that would be printed, with status 0 for 0', async () => {
    expect(await summit('talks --count')).toMatchObject({ status: 0, out: '6\n' });
    expect(await summit('talks --count --where status=held')).toMatchObject({ out: '2\n' });
    expect(await summit('talks --count --where status==held')).toMatchObject({ out: '2\n' });
    expect(await summit('gaps --count --limit 3')).toMatchObject({ out: '3\n' });
    expect(await summit('gaps --count --limit 0')).toMatchObject({ status: 0, out: '0\n' });
  });

  it('prints one id per line in any format', async () => {
    const out = 'xi-tokayev-17-may\nxi-zhaparov-18-may\n';
    expect(await summit('talks --where status=held --ids')).toMatchObject({ out });
    expect(await summit('talks --where status=held --ids -f json')).toMatchObject({ out });
  });

  it('rejects --count with --ids', async () => {
    const message = 'summit: --count and --ids cannot be combined\n';
    expect(await getMessage('talks --count --ids')).toBe(message);
  });

  it.each([
    ['table', 'japan  JP\n'],
    ['cards', 'id   japan\niso  JP\n'],
    ['ndjson', '{"id":"japan","iso":"JP"}\n'],
    ['csv', 'japan,JP\r\n'],
    ['tsv', 'japan\tJP\n'],
    ['markdown', '| japan | JP |\n'],
  ])('omits the header of %s', async (format, out) => {
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
  ])('adds a column of anchors to %s', async (format, out) => {
    const line = `countries --where id=japan --fields id --evidence --no-header -f ${format}`;
    expect(await summit(line)).toMatchObject({ status: 0, out });
  });
});

describe('listing options together', () => {
  it('filter, sort and limit, in that order', async () => {
    const { out } = await summit(
      'talks --country china --where status=reported --sort -id --limit 2 --fields id,date -f tsv',
    );
    expect(out).toBe(
      'id\tdate\nxi-uzbekistan-18-may\t2023-05-18\nxi-turkmenistan-18-may\t2023-05-18\n',
    );
  });

  it('may come before the command, after it, or both', async () => {
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

describe('--where and --count', () => {
  const operators = fc.constantFrom('=', '!=', '~', '>', '>=', '<', '<=');
  const fields = fc.constantFrom('id', 'date', 'countries', 'mention', 'outcome');
  const values = fc.oneof(
    fc.constantFrom('held', 'Kazakhstan', 'xi-zhaparov-18-may', '2023-05-18', 'a', 'the', 'NAMED'),
    fc.string({ minLength: 1 }).filter((value) => !/^\s*=|(?:^|,)\s*(?:,|$)/.test(value)),
  );
  // A date can only be compared with days, a reference with words that match a record, a choice with valid values.
  const days = ['2023-05-17', '2023-05-18', '1000-01-01', '9999-12-31'];
  const valuesByField: Readonly<Record<string, fc.Arbitrary<string>>> = {
    date: fc.constantFrom(...days),
    countries: fc.constantFrom('kz', 'China', 'Kyrgyz'),
    mention: fc.constantFrom('named', 'COLLECTIVE'),
  };
  const fieldsWithValues = fields.chain((field) =>
    fc.tuple(fc.constant(field), valuesByField[field] ?? values),
  );
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
      fc.asyncProperty(fieldsWithValues, operators, async ([field, value], operator) => {
        const where = `${field}${operator}${value}`;
        const talks = ['talks', '--where', where];
        const json = JSON.parse((await run([...talks, '-f', 'json'])).out);
        const tsv = (await run([...talks, '-f', 'tsv', '--no-header'])).out;
        const countLines = (text: string) => text.split('\n').length - 1;
        const ids = (await run([...talks, '--ids'])).out;
        const total = await count(where);
        expect([json.length, countLines(tsv), countLines(ids)]).toEqual([total, total, total]);
      }),
    );
  });

  it('split the records in two by = and !=', async () => {
    await fc.assert(
      fc.asyncProperty(fieldsWithValues, async ([field, value]) => {
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
