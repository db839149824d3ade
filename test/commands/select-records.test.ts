import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/commands.ts';
import { collectionNames } from '../../src/dataset/schema/collections.ts';
import { formatNames } from '../../src/output/formats.ts';
import { articles, example, run, summit } from '../run.ts';

const listings = commands.filter(({ listRecords }) => listRecords).map(({ name }) => name);

/** The ids that a command line lists. */
async function ids(line: string): Promise<readonly string[]> {
  const { status, out, err } = await summit(`${line} --ids`);
  expect({ line, status, err }).toEqual({ line, status: 0, err: '' });
  return out.split('\n').slice(0, -1);
}

describe('words after the name of a listing', () => {
  it('are taken by every listing', () => {
    expect(listings).toEqual([...collectionNames, 'records', 'timeline']);
  });

  it.each(listings)('keep the records of %s that search finds', async (name) => {
    for (const [dataset] of articles) {
      for (const words of ['the', 'summit', 'two talks', '"of the"']) {
        const all = await ids(`${name} --data ${dataset}`);
        const kept = await ids(`${name} ${words} --data ${dataset}`);
        expect(kept).toEqual(all.filter((id) => kept.includes(id)));
        const search = await summit(`search ${words} --ids --data ${dataset}`);
        const found = search.out.split('\n').filter((id) => all.includes(id));
        // A word within words counts if it is nowhere else in the listing.
        if (found.length > 0) expect([...kept].sort()).toEqual(found.sort());
      }
    }
  });

  it('are combined with the other conditions', async () => {
    expect(await ids('quotes xi')).toContain('important-speech');
    expect(await ids('quotes xi --where speaker=xi')).toEqual(['willing-to-work-with-kyrgyzstan']);
    expect(await ids('talks kazakhstan -w status=held')).toEqual(['xi-tokayev-17-may']);
    expect(await ids('talks xi kyrgyzstan -n 1')).toEqual(['xi-zhaparov-18-may']);
  });

  it('that are in no record leave an empty listing, and a terminal is told where to look', async () => {
    expect(await summit('leaders atlantis')).toMatchObject({ status: 0, out: '', err: '' });
    expect(await summit('leaders atlantis', { terminal: 80 })).toMatchObject({
      status: 0,
      err: 'no matching records: none contains atlantis\nsummit search atlantis searches all records\n',
    });
    expect((await summit('countries deals', { terminal: 80 })).err).toBe(
      'no matching records: none contains deals\ndid you mean --linked deals?\n',
    );
  });

  it('may not be empty', async () => {
    expect(await run(['talks', "'"])).toMatchObject({
      status: 2,
      err: 'summit: nothing to search for\n',
    });
  });
});

it.each(listings)(
  'a condition among the words of %s is an error that names its option',
  async (name) => {
    const field = name === 'timeline' ? 'status' : 'id';
    expect(await run([name, 'xi', `${field}=x`])).toMatchObject({
      status: 2,
      out: '',
      err: `summit: unexpected "${field}=x"\ndid you mean xi --where ${field}=x?\n`,
    });
  },
);

describe('--linked', () => {
  it('keeps the records that are linked to a record, in either direction', async () => {
    expect(await ids('countries --linked railway')).toEqual(['china', 'kyrgyzstan', 'uzbekistan']);
    expect(await ids('deals --linked kyrgyzstan')).toEqual(['china-kyrgyzstan-uzbekistan-railway']);
    for (const [dataset] of articles) {
      const shown = JSON.parse((await summit(`records -f json --data ${dataset}`)).out) as {
        id: string;
      }[];
      for (const { id } of shown.slice(0, 12)) {
        const { out } = await summit(`show ${id} -f json --data ${dataset}`);
        const [{ links }] = JSON.parse(out);
        const expected = new Set([...links.refersTo, ...links.referredToBy]);
        expect(new Set(await ids(`records --linked ${id} --data ${dataset}`))).toEqual(expected);
      }
    }
  });

  it('keeps the records that are linked to any of a collection, or of several', async () => {
    expect(await ids('countries --linked deals -w role=guest')).toEqual([
      'kyrgyzstan',
      'uzbekistan',
    ]);
    expect(await ids('countries --linked deals,japan')).toEqual([
      'china',
      'kyrgyzstan',
      'uzbekistan',
    ]);
    expect(await ids('organizations --linked deals,claims')).toContain('belt-and-road-initiative');
  });

  it('says what it does not know', async () => {
    expect(await summit('countries --linked zeppelin')).toMatchObject({
      status: 1,
      err: 'summit: no record "zeppelin"\nsummit search zeppelin searches all records\n',
    });
  });
});

describe('--country none', () => {
  it.each([undefined, ...articles.map(([dataset]) => dataset)])(
    'keeps the records that are linked to no country of %s',
    async (dataset) => {
      const data = dataset ? ` --data ${dataset}` : '';
      const countries = (await ids(`countries${data}`)).join(',');
      const linked = await ids(`records --country ${countries}${data}`);
      const all = await ids(`records${data}`);
      const others = all.filter((id) => !linked.includes(id));
      expect(others.length).toBeGreaterThan(0);
      expect(await ids(`records --country none${data}`)).toEqual(others);
    },
  );

  it('can be combined with countries', async () => {
    const either = await ids('claims --country none,russia');
    expect(either).toEqual(expect.arrayContaining([...(await ids('claims --country russia'))]));
    expect(either).toEqual(expect.arrayContaining([...(await ids('claims --country none'))]));
  });
});

describe('records', () => {
  it('answers questions across collections by the fields that they share', async () => {
    expect(await ids('records -w status=planned')).toEqual([
      'group-discussion',
      'xi-speech',
      'document-signing',
    ]);
    expect(await ids('records -w leaders=zhaparov')).toEqual([
      'xi-zhaparov-18-may',
      'support-on-vital-issues',
    ]);
    expect(await ids('records -w date=2023-05-19')).toEqual(['summit-in-xian', 'group-discussion']);
    expect(await ids('records -w countries=japan')).toEqual([]);
    expect(await ids('records -w kind=agency,railway')).toEqual([
      'china-kyrgyzstan-uzbekistan-railway',
      'afp',
    ]);
  });

  it.each(['!=', '!=held', '!~held'])(
    'has no record of a collection without the field for status%s',
    async (condition) => {
      const collections = new Set(
        (
          JSON.parse((await summit(`records -w status${condition} -f json`)).out) as {
            collection: string;
          }[]
        ).map(({ collection }) => collection),
      );
      expect(collections.size).toBeGreaterThan(1);
      for (const one of collections) expect(['talks', 'deals', 'events', 'summit']).toContain(one);
    },
  );

  it('has each field that two collections share, and no other', async () => {
    const { out } = await summit('records -f csv -n 1');
    const [header = ''] = out.split('\r\n');
    const shared =
      'name aliases countries role date when leaders place status topic attribution note kind about';
    expect(header.split(',')).toEqual(['id', 'collection', 'summary', ...shared.split(' ')]);
    expect((await summit('records -w mention=named')).status).toBe(2);
  });

  it('reads – for a field that the collection lacks, and not stated for one that is not stated', async () => {
    const { out } = await summit(
      'records --fields id,status,attribution -w id=xi-jinping,xi-zhaparov-18-may',
    );
    expect(
      out
        .split('\n')
        .slice(2, 4)
        .map((line) => line.split(/ {2,}/)),
    ).toEqual([
      ['xi-jinping', '–', '–'],
      ['xi-zhaparov-18-may', 'held', 'not stated'],
    ]);
    const json = await summit('records --fields id,status -w id=xi-jinping -f ndjson');
    expect(json.out).toBe('{"id":"xi-jinping","status":null}\n');
  });
});

describe('--group-by', () => {
  it.each(formatNames)('lists the values of a field with their numbers in %s', async (format) => {
    const { status, out, err } = await summit(`deals --group-by countries -f ${format}`);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const isData = !['table', 'cards', 'markdown'].includes(format);
    const name = isData ? 'china' : 'China';
    expect(out).toMatch(new RegExp(`${name}\\W[^0-9]*2\\b`));
    expect(out).toContain(isData ? 'uzbekistan' : 'Uzbekistan');
  });

  it.each(articles.map(([dataset]) => dataset))(
    'counts each record of %s once per value',
    async (dataset) => {
      for (const field of ['collection', 'status', 'topic', 'countries', 'date']) {
        const { out } = await summit(`records --group-by ${field} -f json --data ${dataset}`);
        const groups = JSON.parse(out) as Readonly<Record<string, string | number | null>>[];
        const counts = groups.map(({ records }) => Number(records));
        expect(counts).toEqual([...counts].sort((a, b) => b - a));
        for (const group of groups) {
          const value = group[field];
          // In free text a comma is part of the value, and in a date a day lies within a month.
          if (field === 'date') continue;
          const found = await run([
            'records',
            '-w',
            `${field}=${value ?? ''}`,
            '--count',
            '--data',
            dataset,
          ]);
          expect({ field, value, found: Number(found.out) }).toEqual({
            field,
            value,
            found: group.records,
          });
        }
      }
    },
  );

  it('applies to the records that the words and conditions select', async () => {
    expect((await summit('talks kazakhstan --group-by status -f csv')).out).toBe(
      'status,records\r\nheld,1\r\nreported,1\r\n',
    );
    expect((await summit('talks -w status=held --group-by date --count')).out).toBe('2\n');
    expect((await summit('claims --country russia --group-by topic -f tsv')).out).toBe(
      'topic\trecords\nRussia\t2\n',
    );
  });

  it('lists numbers as numbers, and null', async () => {
    const { out } = await summit('deals --group-by amount -f json');
    expect(JSON.parse(out)).toEqual([
      { amount: 6e9, records: 1 },
      { amount: null, records: 1 },
    ]);
  });

  it('is sorted and limited by the groups', async () => {
    expect((await summit('claims --group-by topic -s topic -n 1 -f csv --no-header')).out).toBe(
      'Belt and Road,3\r\n',
    );
    expect((await summit('claims --group-by topic -s -date')).err).toBe(
      'summit: no field "date"\nvalid fields: topic, records\n',
    );
  });

  it('says how what is not stated and an empty list read, and follows a reference', async () => {
    expect((await summit('leaders --group-by name')).out).toMatch(/^not stated +3$/m);
    expect((await summit('countries --group-by aliases')).out).toMatch(/^none +7$/m);
    expect((await summit('talks --group-by leaders.title -n 1')).out).toMatch(
      /^Chinese president +6$/m,
    );
  });

  it.each(['--fields id', '--ids', '--evidence'])('excludes %s', async (option) => {
    const flag = option.split(' ')[0];
    expect(await summit(`talks --group-by status ${option}`)).toMatchObject({
      status: 2,
      out: '',
      err: `summit: --group-by and ${flag} cannot be combined\n`,
    });
  });

  it('prints nothing but a header where nothing is selected', async () => {
    const { status, out } = await summit(
      `talks zeppelin --group-by status -f csv --data ${example('lakes-summit.json')}`,
    );
    expect({ status, out }).toEqual({ status: 0, out: 'status,records\r\n' });
  });
});

describe('a terminal of 80 columns and 24 lines', () => {
  const whole = ['claims', 'gaps', 'records'];
  it.each(['', ...listings.filter((name) => !whole.includes(name))])(
    'shows all of `summit %s`, with its heading and message',
    async (name) => {
      const { out, err } = await summit(`${name} --no-color`, { terminal: 80 });
      const lines = `${out}${err}`.trimEnd().split('\n');
      expect(lines.length).toBeLessThan(24);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    },
  );
});
