import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { example, fixture, type Result, run, summit, type World } from '../run.ts';

type RawRecord = Record<string, unknown>;
interface File extends Record<string, unknown> {
  source: RawRecord;
  summit: RawRecord;
  talks: RawRecord[];
  deals: RawRecord[];
  quotes: RawRecord[];
  events: RawRecord[];
  countries: RawRecord[];
  leaders: RawRecord[];
  claims: RawRecord[];
  organizations: RawRecord[];
}

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as File;
const secondReport = fixture('lakes-second.json');
const env = { SUMMIT_DATA: example('lakes-summit.json') };

/** Compares the lakes dataset with a changed copy of it, which counts as another report. */
function compareWithCopy(
  change: (copy: File) => void,
  options = '-f json',
  path = example('lakes-summit.json'),
): Promise<Result> {
  const copy = read(path);
  copy.source.title = 'Another report';
  copy.source.agency = 'Another agency';
  change(copy);
  const files = { 'other.json': JSON.stringify(copy) };
  return summit(`compare other.json ${options}`, { env, files });
}

const compareVersions = (change: (copy: File) => void, options = '-f json') =>
  compareWithCopy((copy) => {
    copy.source = read(example('lakes-summit.json')).source;
    change(copy);
  }, options);

const findById = (records: readonly RawRecord[], id: string): RawRecord => {
  const found = records.find((one) => one.id === id);
  if (!found) throw new Error(`no record ${id}`);
  return found;
};

/** Lists the differences, each as `id field: here, there`. */
function listDifferences({ out }: Result): readonly string[] {
  const { records } = JSON.parse(out) as {
    records: { here: string; fields: { field: string; here: unknown; there: unknown }[] }[];
  };
  return records.flatMap(({ here: id, fields }) =>
    fields.map((one) => `${id} ${one.field}: ${String(one.here)}, ${String(one.there)}`),
  );
}

const getTotals = ({ out }: Result): RawRecord => {
  const { agree, differ, onlyHere, onlyThere, perhaps } = JSON.parse(out) as RawRecord;
  return { agree, differ, onlyHere, onlyThere, perhaps };
};

describe('the comparison with another report of the same event', () => {
  it('begins with a summary, then shows the differences with their passages', async () => {
    const { status, out, err } = await summit(`compare ${secondReport} --width 100`, { env });
    expect({ status, err }).toEqual({ status: 1, err: '' });
    expect(
      out.slice(0, out.indexOf('\nOnly here')),
    ).toBe(`records  17 agree, 2 differ, 12 only here, 2 only there
perhaps  1 pair perhaps the same
here     Lake Oreval Summit Opens With Water and Rail on the Agenda · Oreval Courier & Post
there    Lake States Talk Water in Vellmouth · Oreval Evening Herald
origin   both credit Northlake Press Agency (NPA): they count as one origin, not two

What differs
id                field     here                                 there
────────────────────────────────────────────────────────────────────────────────────────────────────
lakeside-railway  id        lakeside-railway                     railway
lakeside-railway  amount    $2.5 million                         $3 million
lakeside-railway  passages  ¶8 Belmarch and Corvessa are         ¶5 Belmarch and Corvessa are
                             seeking … lakeside railway; ¶8 the   seeking … lakeside railway
                             first between the two countries;
                             ¶8 according to a draft programme
                             … Agency (NPA); ¶8 Neither project
                             has a backer … yet
group-sessions    end       2025-06-05                           2025-06-04
group-sessions    status    planned                              held
group-sessions    passages  ¶6 After separate talks … 4 and 5    ¶6 The group sessions were held …
                                                                  June 4

Perhaps the same (--same here=there settles it)
collection  side   id                  summary                         passages
────────────────────────────────────────────────────────────────────────────────────────────────────
talks       here   marequin-dolmara    Zoë Maréquin, unnamed           ¶6 After separate talks …
                                        (Dolmara) · Arvenia, Dolmara    three guests; ¶3 welcomed
                                        · reported                      the leaders of Belmarch …
                                                                        Dolmara; ¶3 Arvenian
                                                                        President Zoë Maréquin
talks       there  marequin-lindqvale  2025-06-04 · Zoë Maréquin,      ¶4 In the evening of June 4
                                        Oskar Lindqvale · Arvenia,      … Oskar Lindqvale; ¶3
                                        Dolmara · held                  Arvenian President Zoë
                                                                        Maréquin

Gaps that the other perhaps answers
id                    side   question                 answer                 passages
────────────────────────────────────────────────────────────────────────────────────────────────────
who-leads-dolmara     here   What are the name and    name: Oskar Lindqvale  ¶4 Dolmaran Prime
                              the title of Dolmara's                          Minister Oskar
                              leader?                                         Lindqvale; ¶2 has
                                                                              brought the leaders …
                                                                              together
who-leads-dolmara     here   What are the name and    title: Prime Minister  ¶4 Dolmaran Prime
                              the title of Dolmara's                          Minister Oskar
                              leader?                                         Lindqvale; ¶2 has
                                                                              brought the leaders …
                                                                              together
cost-of-the-pipeline  there  How much would the       amount: €300 thousand  ¶8 while Dolmara hopes
                              pipeline cost?                                  to raise …
                                                                              drinking-water
                                                                              pipeline; ¶8 according
                                                                              to a draft programme …
                                                                              Agency (NPA); ¶8
                                                                              Neither project has a
                                                                              backer … yet
`);
  });

  it('lists the records of only one report, and claims and gaps, which are not matched', async () => {
    const { out } = await summit(`compare ${secondReport}`, { env });
    const listSection = (heading: string) => {
      const [, text = ''] = out.split(`\n${heading}\n`);
      return (text.split('\n\n')[0] ?? '')
        .trimEnd()
        .split('\n')
        .slice(2)
        .map((line) => line.split(/ {2,}/)[1]);
    };
    // A record that is perhaps in both is not listed under only one.
    expect(listSection('Only there')).toEqual(['ferry-agreement', 'evening-herald']);
    expect(listSection('Only here')).toContain('open-the-sluices');
    expect(listSection('Claims and gaps there, not matched')).toEqual([
      'water-on-the-agenda',
      'reported-by-npa',
      'cost-of-the-pipeline',
      'year',
    ]);
  });

  it('gives the same result from the other side', async () => {
    const there = await summit(`compare ${secondReport} -f json`, { env });
    const here = await summit(`compare ${example('lakes-summit.json')} -f json`, {
      env: { SUMMIT_DATA: secondReport },
    });
    const { onlyHere, onlyThere, ...rest } = getTotals(there);
    expect(getTotals(here)).toEqual({ ...rest, onlyHere: onlyThere, onlyThere: onlyHere });
    expect(here.status).toBe(there.status);
  });

  it('counts a value that only one report states as agreement', async () => {
    const result = await compareWithCopy((copy) => {
      findById(copy.deals, 'lakeside-railway').amount = null;
      findById(copy.deals, 'lakeside-railway').currency = null;
      findById(copy.deals, 'lakeside-railway').amountAsWritten = null;
      findById(copy.events, 'group-sessions').end = null;
    });
    expect(listDifferences(result)).toEqual([]);
    expect(result.status).toBe(0);
  });

  it('reports different values that both reports state', async () => {
    const result = await compareWithCopy((copy) => {
      findById(copy.deals, 'lakeside-railway').amount = 4_000_000;
      findById(copy.leaders, 'ruan-o-talvin').role = 'absent';
    });
    expect(listDifferences(result)).toEqual([
      'ruan-o-talvin role: guest, absent',
      'lakeside-railway amount: 2500000, 4000000',
    ]);
    expect(result.status).toBe(1);
  });

  it.each([
    ['2025-06', []],
    ['2025', []],
    ['2025-06-03', []],
    ['2025-07', ['lake-oreval-summit start: 2025-06-03, 2025-07']],
  ])('compares the date %s as precisely as it is given', async (start, differences) => {
    const result = await compareWithCopy((copy) => {
      copy.summit.start = start;
      copy.summit.end = null;
    });
    expect(listDifferences(result)).toEqual(differences);
  });

  it('matches records by content, regardless of their ids and order', async () => {
    const copy = read(example('lakes-summit.json'));
    copy.source.title = 'Another report';
    const ids = ['countries', 'leaders', 'talks', 'deals', 'quotes', 'events', 'organizations'];
    const names = new Map(
      ids.flatMap((name) => (copy[name] as RawRecord[]).map(({ id }) => [String(id), `x-${id}`])),
    );
    const rename = (value: unknown): unknown => {
      if (typeof value === 'string') return names.get(value) ?? value;
      if (Array.isArray(value)) return value.map(rename).reverse();
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value).map(([key, one]) => [
          key,
          ['words', 'evidence', 'kind', 'status'].includes(key) ? one : rename(one),
        ]),
      );
    };
    const files = { 'other.json': JSON.stringify(rename(copy)) };
    const result = await summit('compare other.json -f json', { env, files });
    expect(listDifferences(result)).toEqual([]);
    expect(getTotals(result)).toEqual({
      agree: 32,
      differ: 0,
      onlyHere: 0,
      onlyThere: 0,
      perhaps: 0,
    });
    expect(result.status).toBe(0);
  });

  it('matches a country by its code and a quotation with a longer one that contains it', async () => {
    const result = await compareWithCopy((copy) => {
      findById(copy.countries, 'belmarch').name = 'The Belmarch Republic';
      findById(copy.quotes, 'open-the-sluices').words = 'open the sluices at Kestova';
      findById(copy.quotes, 'overdue').words = 'long overdue';
    });
    expect(listDifferences(result)).toEqual([]);
    // A single word may be part of any quotation.
    expect(getTotals(result)).toMatchObject({ onlyHere: 0, onlyThere: 0, perhaps: 1 });
  });

  it('matches records without a code or kind by name, and by any of their names', async () => {
    const result = await compareWithCopy((copy) => {
      findById(copy.countries, 'belmarch').iso = null;
      findById(copy.deals, 'lakeside-railway').kind = null;
      findById(copy.organizations, 'northlake-press-agency').name = 'NPA';
      findById(copy.organizations, 'northlake-press-agency').aliases = ['Northlake Press Agency'];
    });
    expect(listDifferences(result)).toEqual([]);
    expect(getTotals(result)).toMatchObject({ agree: 32, differ: 0, onlyHere: 0, onlyThere: 0 });
  });

  it('accepts an additional country of a deal, and distinguishes people without a country', async () => {
    const result = await compareWithCopy((copy) => {
      const evidence = findById(copy.countries, 'dolmara').evidence;
      copy.countries.push({ id: 'esk', name: 'Esk', role: 'mentioned', evidence });
      (findById(copy.deals, 'lakeside-railway').countries as string[]).push('esk');
      copy.leaders.push(
        { id: 'guide', name: 'Ana Rim', role: null, evidence },
        { id: 'envoy', organization: 'institute-for-inland-waters', role: 'guest', evidence },
      );
      const talk = findById(copy.talks, 'marequin-vandrel-3-june');
      const parties = { leaders: ['zoe-marequin', 'guide'], countries: ['arvenia'] };
      copy.talks.push({ ...talk, id: 'marequin-guide', ...parties });
    });
    expect(listDifferences(result)).toEqual([]);
    expect(getTotals(result)).toEqual({
      agree: 32,
      differ: 0,
      onlyHere: 0,
      onlyThere: 4,
      perhaps: 0,
    });
  });

  it('reports a record as perhaps the same as three of many similar ones', async () => {
    const result = await compareWithCopy((copy) => {
      const dinner = findById(copy.events, 'closing-dinner');
      copy.events.push(
        ...Array.from({ length: 9 }, (_, at) => ({ ...dinner, id: `dinner-${at}` })),
      );
    });
    expect(getTotals(result)).toMatchObject({ agree: 31, onlyHere: 0, onlyThere: 7, perhaps: 3 });
  });

  it('reports deals with the same name and different kinds as perhaps the same', async () => {
    const result = await compareWithCopy((copy) => {
      findById(copy.deals, 'lakeside-railway').kind = 'road';
    });
    expect(getTotals(result)).toMatchObject({ agree: 31, onlyHere: 0, onlyThere: 0, perhaps: 1 });
  });

  it('reports talks of the same parties on other days as perhaps the same', async () => {
    const result = await compareWithCopy((copy) => {
      findById(copy.talks, 'marequin-vandrel-3-june').date = '2025-06-04';
    });
    const { perhapsSame } = JSON.parse(result.out) as { perhapsSame: unknown };
    expect(perhapsSame).toEqual([
      {
        collection: 'talks',
        here: 'marequin-vandrel-3-june',
        there: 'marequin-vandrel-3-june',
      },
    ]);
    expect(result.status).toBe(0);
  });

  it('reports one origin if both reports credit the same agency', async () => {
    const origin = 'both credit Northlake Press Agency (NPA): they count as one origin, not two';
    expect((await summit(`compare ${secondReport}`, { env })).out).toContain(
      `origin   ${origin}\n`,
    );
    expect((await compareWithCopy(() => {}, '')).out).not.toContain('origin');
  });
});

describe('--same', () => {
  it('declares two records the same, so that they answer a gap', async () => {
    const same = '--same marequin-dolmara=marequin-lindqvale';
    const [before, after] = [
      await summit(`compare ${secondReport} -f json`, { env }),
      await summit(`compare ${secondReport} -f json ${same}`, { env }),
    ];
    expect(getTotals(before)).toMatchObject({ agree: 17, perhaps: 1 });
    expect(getTotals(after)).toMatchObject({ perhaps: 0, onlyThere: 2 });
    expect(listDifferences(after)).toContain('marequin-dolmara status: reported, held');
    const { answers } = JSON.parse(after.out) as { answers: RawRecord[] };
    expect(answers).toContainEqual(
      expect.objectContaining({
        gap: 'when-dolmara-talked',
        side: 'here',
        record: 'marequin-lindqvale',
        field: 'date',
        value: '2025-06-04',
      }),
    );
  });

  it.each([
    [
      'lakeside-railway',
      'summit: --same takes two records, not "lakeside-railway"\nwrite the one here first: --same <here>=<there>\n',
    ],
    [
      'lakeside-railway=arvenia',
      'summit: --same takes two records of one collection: lakeside-railway is one of the deals, arvenia of the countries\n',
    ],
    [
      'lakeside-railway=ferry-agreement --same lakeside-railway=railway',
      'summit: --same names lakeside-railway twice\n',
    ],
    [
      'elsewhere=railway',
      'summit: --same: no record "elsewhere"\nsummit search elsewhere searches all records\n',
    ],
  ])('rejects %s', async (value, message) => {
    const { status, out, err } = await summit(`compare ${secondReport} --same ${value}`, { env });
    expect({ status, out, err }).toEqual({ status: 2, out: '', err: message });
  });
});

describe('the comparison with an earlier version of the dataset', () => {
  it('finds no difference if only the order has changed', async () => {
    const result = await compareVersions((copy) => {
      copy.talks.reverse();
      copy.claims.reverse();
    });
    expect(result.status).toBe(0);
    expect(getTotals(result)).toEqual({
      agree: 82,
      differ: 0,
      onlyHere: 0,
      onlyThere: 0,
      perhaps: 0,
    });
  });

  it('reports every changed field, free text and passages included', async () => {
    const result = await compareVersions((copy) => {
      findById(copy.claims, 'no-boats').claim = 'No boats pass.';
      findById(copy.deals, 'lakeside-railway').note = null;
      findById(copy.deals, 'lakeside-railway').name = 'railway by the lake';
      findById(copy.countries, 'dolmara').evidence = findById(copy.countries, 'belmarch').evidence;
    });
    expect(listDifferences(result).map((line) => line.split(':')[0])).toEqual([
      'lakeside-railway name',
      'lakeside-railway note',
      'no-boats claim',
      'dolmara evidence',
    ]);
    expect(result.status).toBe(1);
  });

  it('reports a change in the source', async () => {
    const result = await compareVersions((copy) => {
      copy.source = { ...copy.source, author: 'Ana Rim' };
    }, '');
    expect(result.status).toBe(1);
    expect(result.out).toMatch(
      /\nWhat differs in the source\nfield +here +there\n─+\nauthor +not stated +Ana Rim\n/,
    );
  });

  it('exits with 1 if a record is perhaps the same as one with another id', async () => {
    const result = await compareVersions((copy) => {
      Object.assign(findById(copy.quotes, 'overdue'), {
        id: 'long-overdue',
        words: 'long overdue',
      });
    });
    expect(getTotals(result)).toEqual({
      agree: 81,
      differ: 0,
      onlyHere: 0,
      onlyThere: 0,
      perhaps: 1,
    });
    expect(result.status).toBe(1);
  });

  it('reports an added record', async () => {
    const result = await compareVersions((copy) => {
      copy.claims.pop();
    }, '');
    expect(result.status).toBe(1);
    expect(result.out).toContain('records  81 agree, 0 differ, 1 only here, 0 only there\n');
    expect(result.out).toContain('one article: these are two versions of its dataset\n');
    expect(result.out).toMatch(/\nOnly here\n.*\n─+\nclaims +first-published-by-courier /);
  });
});

describe('the formats of compare', () => {
  it('show equal fields with --all only', async () => {
    const [some, all] = [
      await summit(`compare ${secondReport} --no-header`, { env }),
      await summit(`compare ${secondReport} --all`, { env }),
    ];
    expect(some.out).not.toContain('drinking-water-pipeline  kind');
    expect(all.out).toMatch(/drinking-water-pipeline +kind +pipeline +pipeline +equal/);
    expect(all.out).toMatch(/drinking-water-pipeline +status +sought +not stated +one says more/);
    expect(all.status).toBe(1);
  });

  it('include Markdown with a table for each section', async () => {
    const { out } = await summit(`compare ${secondReport} -f markdown`, { env });
    expect(out).toContain('- records: 17 agree, 2 differ, 12 only here, 2 only there\n');
    expect(out).toContain('\n## What differs\n\n| id | field | here | there |\n');
    expect(out).toContain('| lakeside-railway | amount | $2.5 million | $3 million |\n');
  });
});

it.each([40, 60, 80])(
  'fits a comparison to a terminal of %i columns, headings included',
  async (terminal) => {
    const { out } = await summit(`compare ${secondReport} --no-pager --no-color`, {
      env,
      terminal,
    });
    expect(out.replace(/\s+/g, ' ')).toContain('Perhaps the same (--same here=there settles it)');
    expect(out.split('\n').filter((line) => [...line].length > terminal)).toEqual([]);
  },
);

describe('a comparison that fails', () => {
  const expectError = async (argv: readonly string[], world: World, message: string) =>
    expect(await run(argv, world)).toMatchObject({ status: 2, out: '', err: message });

  it('reports a dataset that cannot be read or is invalid', async () => {
    await expectError(
      ['compare', 'none.json'],
      { env },
      'summit: cannot read none.json: no such file\n',
    );
    const { status, err } = await summit('compare my.json', { env, files: { 'my.json': '{}' } });
    expect(status).toBe(2);
    expect(err).toContain('summit: my.json is not a valid dataset\n');
  });

  it('rejects standard input as both datasets', async () => {
    await expectError(
      ['compare', '-', '--data', '-'],
      {},
      'summit: standard input cannot be both datasets\n',
    );
  });
});
