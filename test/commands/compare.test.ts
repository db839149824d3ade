import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { example, fixture, type Result, run, summit, type World } from '../run.ts';

type Loose = Record<string, unknown>;
interface File extends Record<string, unknown> {
  source: Loose;
  summit: Loose;
  talks: Loose[];
  deals: Loose[];
  quotes: Loose[];
  events: Loose[];
  countries: Loose[];
  leaders: Loose[];
  claims: Loose[];
  organizations: Loose[];
}

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as File;
const second = fixture('lakes-second.json');
const env = { SUMMIT_DATA: example('lakes-summit.json') };

/** Compares the lakes dataset with a changed copy of itself; as another report unless its source stays. */
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

const find = (records: readonly Loose[], id: string): Loose => {
  const found = records.find((one) => one.id === id);
  if (!found) throw new Error(`no record ${id}`);
  return found;
};

/** Lists the differences as `id field: here, there`. */
function listDifferences({ out }: Result): readonly string[] {
  const { records } = JSON.parse(out) as {
    records: { here: string; fields: { field: string; here: unknown; there: unknown }[] }[];
  };
  return records.flatMap(({ here: id, fields }) =>
    fields.map((one) => `${id} ${one.field}: ${String(one.here)}, ${String(one.there)}`),
  );
}

const count = ({ out }: Result): Loose => {
  const { agree, differ, onlyHere, onlyThere, perhaps } = JSON.parse(out) as Loose;
  return { agree, differ, onlyHere, onlyThere, perhaps };
};

describe('another report of the same event', () => {
  it('is summed up first, then what differs is shown with its passages', async () => {
    const { status, out, err } = await summit(`compare ${second} --width 100`, { env });
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

  it('is listed with what only one of them has, and with claims and gaps, which are not matched', async () => {
    const { out } = await summit(`compare ${second}`, { env });
    const section = (heading: string) => {
      const [, text = ''] = out.split(`\n${heading}\n`);
      return (text.split('\n\n')[0] ?? '')
        .trimEnd()
        .split('\n')
        .slice(2)
        .map((line) => line.split(/ {2,}/)[1]);
    };
    // What is perhaps in both is not said to be in one of them only.
    expect(section('Only there')).toEqual(['ferry-agreement', 'evening-herald']);
    expect(section('Only here')).toContain('open-the-sluices');
    expect(section('Claims and gaps there, not matched')).toEqual([
      'water-on-the-agenda',
      'reported-by-npa',
      'cost-of-the-pipeline',
      'year',
    ]);
  });

  it('gives the same result from the other side', async () => {
    const there = await summit(`compare ${second} -f json`, { env });
    const here = await summit(`compare ${example('lakes-summit.json')} -f json`, {
      env: { SUMMIT_DATA: second },
    });
    const { onlyHere, onlyThere, ...rest } = count(there);
    expect(count(here)).toEqual({ ...rest, onlyHere: onlyThere, onlyThere: onlyHere });
    expect(here.status).toBe(there.status);
  });

  it('agrees where it does not state a value', async () => {
    const result = await compareWithCopy((copy) => {
      find(copy.deals, 'lakeside-railway').amount = null;
      find(copy.deals, 'lakeside-railway').currency = null;
      find(copy.deals, 'lakeside-railway').amountAsWritten = null;
      find(copy.events, 'group-sessions').end = null;
    });
    expect(listDifferences(result)).toEqual([]);
    expect(result.status).toBe(0);
  });

  it('differs in a value that both state', async () => {
    const result = await compareWithCopy((copy) => {
      find(copy.deals, 'lakeside-railway').amount = 4_000_000;
      find(copy.leaders, 'ruan-o-talvin').role = 'absent';
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
  ])('with the date %s is compared as precisely as it is dated', async (start, differences) => {
    const result = await compareWithCopy((copy) => {
      copy.summit.start = start;
      copy.summit.end = null;
    });
    expect(listDifferences(result)).toEqual(differences);
  });

  it('has its records matched by what they are, whatever their ids and their order', async () => {
    const copy = read(example('lakes-summit.json'));
    copy.source.title = 'Another report';
    const ids = ['countries', 'leaders', 'talks', 'deals', 'quotes', 'events', 'organizations'];
    const names = new Map(
      ids.flatMap((name) => (copy[name] as Loose[]).map(({ id }) => [String(id), `x-${id}`])),
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
    expect(count(result)).toEqual({
      agree: 32,
      differ: 0,
      onlyHere: 0,
      onlyThere: 0,
      perhaps: 0,
    });
    expect(result.status).toBe(0);
  });

  it('has a country matched by its code and a quotation within a longer one', async () => {
    const result = await compareWithCopy((copy) => {
      find(copy.countries, 'belmarch').name = 'The Belmarch Republic';
      find(copy.quotes, 'open-the-sluices').words = 'open the sluices at Kestova';
      find(copy.quotes, 'overdue').words = 'long overdue';
    });
    expect(listDifferences(result)).toEqual([]);
    // A word alone may be within any quotation.
    expect(count(result)).toMatchObject({ onlyHere: 0, onlyThere: 0, perhaps: 1 });
  });

  it('has records matched by name without a code or a kind, and by any of their names', async () => {
    const result = await compareWithCopy((copy) => {
      find(copy.countries, 'belmarch').iso = null;
      find(copy.deals, 'lakeside-railway').kind = null;
      find(copy.organizations, 'northlake-press-agency').name = 'NPA';
      find(copy.organizations, 'northlake-press-agency').aliases = ['Northlake Press Agency'];
    });
    expect(listDifferences(result)).toEqual([]);
    expect(count(result)).toMatchObject({ agree: 32, differ: 0, onlyHere: 0, onlyThere: 0 });
  });

  it('agrees if it adds a country to a deal, and has people of no country told apart', async () => {
    const result = await compareWithCopy((copy) => {
      const evidence = find(copy.countries, 'dolmara').evidence;
      copy.countries.push({ id: 'esk', name: 'Esk', role: 'mentioned', evidence });
      (find(copy.deals, 'lakeside-railway').countries as string[]).push('esk');
      copy.leaders.push(
        { id: 'guide', name: 'Ana Rim', role: null, evidence },
        { id: 'envoy', organization: 'institute-for-inland-waters', role: 'guest', evidence },
      );
      const talk = find(copy.talks, 'marequin-vandrel-3-june');
      const parties = { leaders: ['zoe-marequin', 'guide'], countries: ['arvenia'] };
      copy.talks.push({ ...talk, id: 'marequin-guide', ...parties });
    });
    expect(listDifferences(result)).toEqual([]);
    expect(count(result)).toEqual({ agree: 32, differ: 0, onlyHere: 0, onlyThere: 4, perhaps: 0 });
  });

  it('has a record taken for perhaps the same as three of many that are alike', async () => {
    const result = await compareWithCopy((copy) => {
      const dinner = find(copy.events, 'closing-dinner');
      copy.events.push(
        ...Array.from({ length: 9 }, (_, at) => ({ ...dinner, id: `dinner-${at}` })),
      );
    });
    expect(count(result)).toMatchObject({ agree: 31, onlyHere: 0, onlyThere: 7, perhaps: 3 });
  });

  it('has deals of one name and two kinds taken for perhaps the same', async () => {
    const result = await compareWithCopy((copy) => {
      find(copy.deals, 'lakeside-railway').kind = 'road';
    });
    expect(count(result)).toMatchObject({ agree: 31, onlyHere: 0, onlyThere: 0, perhaps: 1 });
  });

  it('has talks on other days taken for perhaps the same', async () => {
    const result = await compareWithCopy((copy) => {
      find(copy.talks, 'marequin-vandrel-3-june').date = '2025-06-04';
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

  it('is said to be of one origin if both credit one agency', async () => {
    const origin = 'both credit Northlake Press Agency (NPA): they count as one origin, not two';
    expect((await summit(`compare ${second}`, { env })).out).toContain(`origin   ${origin}\n`);
    expect((await compareWithCopy(() => {}, '')).out).not.toContain('origin');
  });
});

describe('--same', () => {
  it('settles which records are the same, so that a gap is answered', async () => {
    const same = '--same marequin-dolmara=marequin-lindqvale';
    const [before, after] = [
      await summit(`compare ${second} -f json`, { env }),
      await summit(`compare ${second} -f json ${same}`, { env }),
    ];
    expect(count(before)).toMatchObject({ agree: 17, perhaps: 1 });
    expect(count(after)).toMatchObject({ perhaps: 0, onlyThere: 2 });
    expect(listDifferences(after)).toContain('marequin-dolmara status: reported, held');
    const { answers } = JSON.parse(after.out) as { answers: Loose[] };
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
  ])('refuses %s', async (value, message) => {
    const { status, out, err } = await summit(`compare ${second} --same ${value}`, { env });
    expect({ status, out, err }).toEqual({ status: 2, out: '', err: message });
  });
});

describe('an earlier version of the dataset', () => {
  it('agrees in everything if nothing has changed, in whatever order', async () => {
    const result = await compareVersions((copy) => {
      copy.talks.reverse();
      copy.claims.reverse();
    });
    expect(result.status).toBe(0);
    expect(count(result)).toEqual({
      agree: 82,
      differ: 0,
      onlyHere: 0,
      onlyThere: 0,
      perhaps: 0,
    });
  });

  it('differs in every field that has changed, words and passages among them', async () => {
    const result = await compareVersions((copy) => {
      find(copy.claims, 'no-boats').claim = 'No boats pass.';
      find(copy.deals, 'lakeside-railway').note = null;
      find(copy.deals, 'lakeside-railway').name = 'railway by the lake';
      find(copy.countries, 'dolmara').evidence = find(copy.countries, 'belmarch').evidence;
    });
    expect(listDifferences(result).map((line) => line.split(':')[0])).toEqual([
      'lakeside-railway name',
      'lakeside-railway note',
      'no-boats claim',
      'dolmara evidence',
    ]);
    expect(result.status).toBe(1);
  });

  it('differs if its source has been corrected', async () => {
    const result = await compareVersions((copy) => {
      copy.source = { ...copy.source, author: 'Ana Rim' };
    }, '');
    expect(result.status).toBe(1);
    expect(result.out).toMatch(
      /\nWhat differs in the source\nfield +here +there\n─+\nauthor +not stated +Ana Rim\n/,
    );
  });

  it('differs if a record is perhaps another one, of another id', async () => {
    const result = await compareVersions((copy) => {
      Object.assign(find(copy.quotes, 'overdue'), { id: 'long-overdue', words: 'long overdue' });
    });
    expect(count(result)).toEqual({ agree: 81, differ: 0, onlyHere: 0, onlyThere: 0, perhaps: 1 });
    expect(result.status).toBe(1);
  });

  it('differs if a record has been added', async () => {
    const result = await compareVersions((copy) => {
      copy.claims.pop();
    }, '');
    expect(result.status).toBe(1);
    expect(result.out).toContain('records  81 agree, 0 differ, 1 only here, 0 only there\n');
    expect(result.out).toContain('one article: these are two versions of its dataset\n');
    expect(result.out).toMatch(/\nOnly here\n.*\n─+\nclaims +first-published-by-courier /);
  });
});

describe('the formats', () => {
  it('show equal fields with --all only', async () => {
    const [some, all] = [
      await summit(`compare ${second} --no-header`, { env }),
      await summit(`compare ${second} --all`, { env }),
    ];
    expect(some.out).not.toContain('drinking-water-pipeline  kind');
    expect(all.out).toMatch(/drinking-water-pipeline +kind +pipeline +pipeline +equal/);
    expect(all.out).toMatch(/drinking-water-pipeline +status +sought +not stated +one says more/);
    expect(all.status).toBe(1);
  });

  it('have a table in Markdown for each section', async () => {
    const { out } = await summit(`compare ${second} -f markdown`, { env });
    expect(out).toContain('- records: 17 agree, 2 differ, 12 only here, 2 only there\n');
    expect(out).toContain('\n## What differs\n\n| id | field | here | there |\n');
    expect(out).toContain('| lakeside-railway | amount | $2.5 million | $3 million |\n');
  });
});

it.each([40, 60, 80])('fits a terminal of %i columns, headings included', async (terminal) => {
  const { out } = await summit(`compare ${second} --no-pager --no-color`, { env, terminal });
  expect(out.replace(/\s+/g, ' ')).toContain('Perhaps the same (--same here=there settles it)');
  expect(out.split('\n').filter((line) => [...line].length > terminal)).toEqual([]);
});

describe('trouble', () => {
  const expectTrouble = async (argv: readonly string[], world: World, message: string) =>
    expect(await run(argv, world)).toMatchObject({ status: 2, out: '', err: message });

  it('is a dataset that cannot be read, or is none', async () => {
    await expectTrouble(
      ['compare', 'none.json'],
      { env },
      'summit: cannot read none.json: no such file\n',
    );
    const { status, err } = await summit('compare my.json', { env, files: { 'my.json': '{}' } });
    expect(status).toBe(2);
    expect(err).toContain('summit: my.json is not a valid dataset\n');
  });

  it('is standard input as both datasets', async () => {
    await expectTrouble(
      ['compare', '-', '--data', '-'],
      {},
      'summit: standard input cannot be both datasets\n',
    );
  });
});
