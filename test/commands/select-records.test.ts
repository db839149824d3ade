import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/commands.ts';
import { collectionNames } from '../../src/dataset/schema/collections.ts';
import { formatNames } from '../../src/output/formats.ts';
import { articles, example, run, summit } from '../run.ts';

const listings = commands.filter(({ listRecords }) => listRecords).map(({ name }) => name);

/** Runs a command line with --ids, and returns the ids. */
async function listIds(line: string): Promise<readonly string[]> {
  const { status, out, err } = await summit(`${line} --ids`);
  expect({ line, status, err }).toEqual({ line, status: 0, err: '' });
  return out.split('\n').slice(0, -1);
}

describe('words after the name of a listing', () => {
  it('are accepted by every listing', () => {
    expect(listings).toEqual([...collectionNames, 'records', 'timeline']);
  });

  it.each(listings)('select the records of %s that search finds', async (name) => {
    for (const [dataset] of articles) {
      for (const words of ['the', 'summit', 'two talks', '"of the"']) {
        const all = await listIds(`${name} --data ${dataset}`);
        const selected = await listIds(`${name} ${words} --data ${dataset}`);
        expect(selected).toEqual(all.filter((id) => selected.includes(id)));
        const search = await summit(`search ${words} --ids --data ${dataset}`);
        const found = search.out.split('\n').filter((id) => all.includes(id));
        // Matches in the middle of a word count only if no record looked at has a better match.
        if (found.length > 0) expect([...selected].sort()).toEqual(found.sort());
      }
    }
  });

  it('can be combined with other conditions', async () => {
    expect(await listIds('quotes xi')).toContain('important-speech');
    expect(await listIds('quotes xi --where speaker=xi')).toEqual([
      'willing-to-work-with-kyrgyzstan',
    ]);
    expect(await listIds('talks kazakhstan -w status=held')).toEqual(['xi-tokayev-17-may']);
    expect(await listIds('talks xi kyrgyzstan -n 1')).toEqual(['xi-zhaparov-18-may']);
  });

  it('give an empty listing if in no record, with a hint at a terminal', async () => {
    expect(await summit('leaders atlantis')).toMatchObject({ status: 0, out: '', err: '' });
    expect(await summit('leaders atlantis', { terminal: 80 })).toMatchObject({
      status: 0,
      err: 'no matching records: none contains atlantis\nsummit search atlantis searches all records\n',
    });
    expect((await summit('countries deals', { terminal: 80 })).err).toBe(
      'no matching records: none contains deals\ndid you mean --linked deals?\n',
    );
  });

  it('must not be empty', async () => {
    expect(await run(['talks', "'"])).toMatchObject({
      status: 2,
      err: 'summit: nothing to search for\n',
    });
  });
});

it.each(listings)('suggests --where for a condition among the words of %s', async (name) => {
  const field = name === 'timeline' ? 'status' : 'id';
  expect(await run([name, 'xi', `${field}=x`])).toMatchObject({
    status: 2,
    out: '',
    err: `summit: unexpected "${field}=x"\ndid you mean xi --where ${field}=x?\n`,
  });
});

describe('--linked', () => {
  it('selects records linked to a record in either direction', async () => {
    expect(await listIds('countries --linked railway')).toEqual([
      'china',
      'kyrgyzstan',
      'uzbekistan',
    ]);
    expect(await listIds('deals --linked kyrgyzstan')).toEqual([
      'china-kyrgyzstan-uzbekistan-railway',
    ]);
    for (const [dataset] of articles) {
      const shown = JSON.parse((await summit(`records -f json --data ${dataset}`)).out) as {
        id: string;
      }[];
      for (const { id } of shown.slice(0, 12)) {
        const { out } = await summit(`show ${id} -f json --data ${dataset}`);
        const [{ links }] = JSON.parse(out);
        const expected = new Set([...links.refersTo, ...links.referredToBy]);
        expect(new Set(await listIds(`records --linked ${id} --data ${dataset}`))).toEqual(
          expected,
        );
      }
    }
  });

  it('selects records linked to any record of one or several collections', async () => {
    expect(await listIds('countries --linked deals -w role=guest')).toEqual([
      'kyrgyzstan',
      'uzbekistan',
    ]);
    expect(await listIds('countries --linked deals,japan')).toEqual([
      'china',
      'kyrgyzstan',
      'uzbekistan',
    ]);
    expect(await listIds('organizations --linked deals,claims')).toContain(
      'belt-and-road-initiative',
    );
  });

  it('rejects an unknown record', async () => {
    expect(await summit('countries --linked zeppelin')).toMatchObject({
      status: 1,
      err: 'summit: no record "zeppelin"\nsummit search zeppelin searches all records\n',
    });
  });
});

describe('--country none', () => {
  it.each([undefined, ...articles.map(([dataset]) => dataset)])(
    'selects the records of %s that are linked to no country',
    async (dataset) => {
      const data = dataset ? ` --data ${dataset}` : '';
      const countries = (await listIds(`countries${data}`)).join(',');
      const linked = await listIds(`records --country ${countries}${data}`);
      const all = await listIds(`records${data}`);
      const others = all.filter((id) => !linked.includes(id));
      expect(others.length).toBeGreaterThan(0);
      expect(await listIds(`records --country none${data}`)).toEqual(others);
    },
  );

  it('can be combined with countries', async () => {
    const either = await listIds('claims --country none,russia');
    expect(either).toEqual(expect.arrayContaining([...(await listIds('claims --country russia'))]));
    expect(either).toEqual(expect.arrayContaining([...(await listIds('claims --country none'))]));
  });
});

describe('summit records', () => {
  it('selects across collections by the fields that they share', async () => {
    expect(await listIds('records -w status=planned')).toEqual([
      'group-discussion',
      'xi-speech',
      'document-signing',
    ]);
    expect(await listIds('records -w leaders=zhaparov')).toEqual([
      'xi-zhaparov-18-may',
      'support-on-vital-issues',
    ]);
    expect(await listIds('records -w date=2023-05-19')).toEqual([
      'summit-in-xian',
      'group-discussion',
    ]);
    expect(await listIds('records -w countries=japan')).toEqual([]);
    expect(await listIds('records -w kind=agency,railway')).toEqual([
      'china-kyrgyzstan-uzbekistan-railway',
      'afp',
    ]);
  });

  it.each(['!=', '!=held', '!~held'])(
    'excludes collections without the field for status%s',
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

  it('contains exactly the fields that two or more collections share', async () => {
    const { out } = await summit('records -f csv -n 1');
    const [header = ''] = out.split('\r\n');
    const shared =
      'name aliases countries role date when leaders place status topic attribution note kind about';
    expect(header.split(',')).toEqual(['id', 'collection', 'summary', ...shared.split(' ')]);
    expect((await summit('records -w mention=named')).status).toBe(2);
  });

  it('shows – for a field that the collection lacks, and "not stated" for a missing value', async () => {
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
  it.each(formatNames)(
    'lists the values of a field with their numbers of records in %s',
    async (format) => {
      const { status, out, err } = await summit(`deals --group-by countries -f ${format}`);
      expect({ status, err }).toEqual({ status: 0, err: '' });
      const isData = !['table', 'cards', 'markdown'].includes(format);
      const name = isData ? 'china' : 'China';
      expect(out).toMatch(new RegExp(`${name}\\W[^0-9]*2\\b`));
      expect(out).toContain(isData ? 'uzbekistan' : 'Uzbekistan');
    },
  );

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
          // --where date=2025-06 also finds the days within the month, so these numbers may differ.
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

  it('groups only the records that words and conditions select', async () => {
    expect((await summit('talks kazakhstan --group-by status -f csv')).out).toBe(
      'status,records\r\nheld,1\r\nreported,1\r\n',
    );
    expect((await summit('talks -w status=held --group-by date --count')).out).toBe('2\n');
    expect((await summit('claims --country russia --group-by topic -f tsv')).out).toBe(
      'topic\trecords\nRussia\t2\n',
    );
  });

  it('prints numbers and null as such in JSON', async () => {
    const { out } = await summit('deals --group-by amount -f json');
    expect(JSON.parse(out)).toEqual([
      { amount: 6e9, records: 1 },
      { amount: null, records: 1 },
    ]);
  });

  it('can be sorted by its columns, and limited', async () => {
    expect((await summit('claims --group-by topic -s topic -n 1 -f csv --no-header')).out).toBe(
      'Belt and Road,3\r\n',
    );
    expect((await summit('claims --group-by topic -s -date')).err).toBe(
      'summit: no field "date"\nvalid fields: topic, records\n',
    );
  });

  it('shows missing values as "not stated" and empty lists as "none", and follows references', async () => {
    expect((await summit('leaders --group-by name')).out).toMatch(/^not stated +3$/m);
    expect((await summit('countries --group-by aliases')).out).toMatch(/^none +7$/m);
    expect((await summit('talks --group-by leaders.title -n 1')).out).toMatch(
      /^Chinese president +6$/m,
    );
  });

  it.each(['--fields id', '--ids', '--evidence'])('cannot be combined with %s', async (option) => {
    const flag = option.split(' ')[0];
    expect(await summit(`talks --group-by status ${option}`)).toMatchObject({
      status: 2,
      out: '',
      err: `summit: --group-by and ${flag} cannot be combined\n`,
    });
  });

  it('prints only a header if no record is selected', async () => {
    const { status, out } = await summit(
      `talks zeppelin --group-by status -f csv --data ${example('lakes-summit.json')}`,
    );
    expect({ status, out }).toEqual({ status: 0, out: 'status,records\r\n' });
  });
});

describe('a listing at a terminal of 80 columns and 24 lines', () => {
  const longListings = ['claims', 'gaps', 'records'];
  it.each(['', ...listings.filter((name) => !longListings.includes(name))])(
    'fits with its header and message: `summit %s`',
    async (name) => {
      const { out, err } = await summit(`${name} --no-color`, { terminal: 80 });
      const lines = `${out}${err}`.trimEnd().split('\n');
      expect(lines.length).toBeLessThan(24);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    },
  );
});
