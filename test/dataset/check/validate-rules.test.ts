import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { validateDataset } from '../../../src/dataset/check/validate.ts';
import { fixture, run } from '../../run.ts';
import { skeleton } from '../../skeleton.ts';

const [leader] = skeleton.leaders;
const [country] = skeleton.countries;
const evidence = [{ paragraph: 1, start: 'two words' }];

/** Runs validate on a changed small dataset. Returns its output and status. */
async function validateChanged(change: Readonly<Record<string, unknown>>): Promise<string> {
  const text = JSON.stringify({ ...skeleton, ...change }, null, 2);
  const { status, out, err } = await run(['validate', '-'], { stdin: text });
  return `${out}${err}exit ${status}`;
}

const deal = {
  id: 'a-deal',
  name: 'a deal',
  kind: 'railway',
  countries: ['host-country'],
  amount: null,
  currency: null,
  amountAsWritten: null,
  status: 'sought',
  attribution: null,
  note: null,
  evidence,
} as const;

describe('a text', () => {
  it('may begin and end with spaces', async () => {
    expect(await validateChanged({ deals: [{ ...deal, name: ' a deal', note: 'a note ' }] })).toBe(
      'standard input: valid, 5 records\nexit 0',
    );
  });

  it('is checked in the source too', async () => {
    const source = { ...skeleton.source, author: ' ', published: '2023-02-30' };
    expect(await validateChanged({ source })).toMatch(
      /: source\.author: expected text, found " "\n.*: source\.published: no such date: 2023-02-30\n/,
    );
  });

  it('must have more than spaces', async () => {
    const blank = { ...deal, name: ' \u3000', note: '\t' };
    expect(await validateChanged({ deals: [blank] })).toContain(
      'deals[0].name (a-deal): expected text, found " \u3000"\nsummit: standard input is not valid: 1 problem',
    );
  });
});

describe('an id', () => {
  it('is unique in its collection', async () => {
    const [claim] = skeleton.claims;
    if (!claim) throw new Error('no claim');
    expect(await validateChanged({ claims: [claim, claim, claim] })).toBe(
      `-:70:13: claims[1].id (a-first-claim): id "a-first-claim" is already used by another record in claims
-:84:13: claims[2].id (a-first-claim): id "a-first-claim" is already used by another record in claims
summit: standard input is not valid: 2 problems
exit 1`,
    );
  });

  it('is unique in the whole file, including the summit', async () => {
    const gaps = skeleton.gaps.map((gap) => ({ ...gap, id: 'the-summit' }));
    expect(await validateChanged({ gaps })).toBe(
      `-:88:13: gaps[0].id (the-summit): id "the-summit" is already used by another record in summit
summit: standard input is not valid: 1 problem
exit 1`,
    );
  });

  it('is valid for references even if another collection has it too', async () => {
    const countries = skeleton.countries.map((findById) => ({ ...findById, id: 'host-leader' }));
    const leaders = skeleton.leaders.map((findById) => ({ ...findById, country: 'host-leader' }));
    const summit = { ...skeleton.summit, country: 'host-leader' };
    expect(await validateChanged({ summit, leaders, countries })).toBe(
      `-:72:13: countries[0].id (host-leader): id "host-leader" is already used by another record in leaders
summit: standard input is not valid: 1 problem
exit 1`,
    );
  });
});

describe('a reference', () => {
  it('is reported if no record has the id, with the nearest id of the right collection', async () => {
    const summit = { ...skeleton.summit, country: 'hots-country', host: 'zzz' };
    expect(
      await validateChanged({
        summit,
        deals: [{ ...deal, countries: ['host-country', 'host-countr'] }],
      }),
    ).toBe(`-:19:16: summit.country: no such record in countries: "hots-country"; did you mean "host-country"?
-:20:13: summit.host: no such record in leaders: "zzz"
-:58:9: deals[0].countries[1] (a-deal): no such record in countries: "host-countr"; did you mean "host-country"?
summit: standard input is not valid: 3 problems
exit 1`);
  });

  it('is reported once if many records share it', async () => {
    const misspelt = await listProblems(({ countries }) => {
      findById(countries, 'halden').id = 'haldne';
    });
    expect(misspelt).toEqual([
      'summit.country: no such record in countries: "halden" (and 4 more references to it); did you mean "haldne", or is that id misspelt?',
    ]);
    const gone = await listProblems(({ leaders }) => {
      findById(leaders, 'tobias-wren').country = 'zzz';
      findById(leaders, 'aila-brekkan').country = 'zzz';
    });
    expect(gone).toEqual([
      'leaders[0].country (aila-brekkan): no such record in countries: "zzz" (and 1 more reference to it)',
    ]);
  });

  it('is reported once for each right collection if the record is in another one', async () => {
    const elsewhere = await listProblems(({ summit, leaders }) => {
      summit.country = 'power-cable';
      summit.host = 'power-cable';
      findById(leaders, 'tobias-wren').country = 'power-cable';
    });
    expect(elsewhere).toEqual([
      'summit.country: no such record in countries: "power-cable" (and 1 more reference to it)',
      'summit.host: no such record in leaders: "power-cable"',
    ]);
  });

  it('must refer to the right collection, not just to any record', async () => {
    const summit = { ...skeleton.summit, host: 'host-country' };
    expect(await validateChanged({ summit })).toBe(
      `-:20:13: summit.host: no such record in leaders: "host-country"
summit: standard input is not valid: 1 problem
exit 1`,
    );
  });

  it('may be null if the article does not say', async () => {
    const summit = { ...skeleton.summit, country: null, host: null };
    const leaders = [{ ...leader, role: null }];
    const countries = [{ ...country, role: 'mentioned' }];
    expect(await validateChanged({ summit, leaders, countries })).toBe(
      'standard input: valid, 4 records\nexit 0',
    );
  });

  it.each(['constructor', 'to-string', 'length'])('finds no record "%s"', async (id) => {
    expect(await validateChanged({ summit: { ...skeleton.summit, host: id } })).toBe(
      `-:20:13: summit.host: no such record in leaders: "${id}"
summit: standard input is not valid: 1 problem
exit 1`,
    );
  });
});

describe('a date', () => {
  it.each(['2023-02-29', '2023-02-30', '2023-04-31', '2023-13-01', '2023-00-10', '2023-05-32'])(
    'is reported once if there is no such day: %s',
    async (start) => {
      const lines = (await validateChanged({ summit: { ...skeleton.summit, start } })).split('\n');
      expect(lines.slice(1)).toEqual(['summit: standard input is not valid: 1 problem', 'exit 1']);
      expect(lines[0]).toMatch(new RegExp(`^-:21:14: summit\\.start: .*${start}`));
    },
  );

  it.each(['2024-02-29', '2000-02-29', '1999-12-31'])(
    'is accepted if there is such a day: %s',
    async (start) => {
      expect(await validateChanged({ summit: { ...skeleton.summit, start } })).toBe(
        'standard input: valid, 4 records\nexit 0',
      );
    },
  );

  it.each(['2023-5-18', '18 May 2023', '2023-05-18T00:00:00Z', '20230518', '2023-05-18 '])(
    'cannot be written as %j',
    async (start) => {
      expect(await validateChanged({ summit: { ...skeleton.summit, start } })).toBe(
        `-:21:14: summit.start: expected a day (2023-05-18, 2023-05 or 2023) or null, found "${start}"
summit: standard input is not valid: 1 problem
exit 1`,
      );
    },
  );

  it('must not end a span before its start', async () => {
    const summit = { ...skeleton.summit, start: '2023-05-19', end: '2023-05-18' };
    expect(await validateChanged({ summit })).toBe(
      `-:22:12: summit.end: the end, 2023-05-18, is before the start, 2023-05-19
summit: standard input is not valid: 1 problem
exit 1`,
    );
  });

  it('may be both the start and the end of a span', async () => {
    const summit = { ...skeleton.summit, start: '2023-05-18', end: '2023-05-18' };
    expect(await validateChanged({ summit })).toBe('standard input: valid, 4 records\nexit 0');
  });

  it('is not compared with a date that does not exist', async () => {
    for (const [start, end] of [
      ['2023-02-30', '2023-01-01'],
      ['2023-03-01', '2023-02-30'],
    ]) {
      const output = await validateChanged({ summit: { ...skeleton.summit, start, end } });
      expect(output).toContain('no such date: 2023-02-30');
      expect(output).toContain('1 problem');
    }
  });

  it('is not compared with text that is not a date', async () => {
    const summit = { ...skeleton.summit, start: 'soon', end: 'later' };
    expect(await validateChanged({ summit })).toBe(
      `-:21:14: summit.start: expected a day (2023-05-18, 2023-05 or 2023) or null, found "soon"
-:22:12: summit.end: expected a day (2023-05-18, 2023-05 or 2023) or null, found "later"
summit: standard input is not valid: 2 problems
exit 1`,
    );
  });
});

describe('an amount', () => {
  it('needs a currency', async () => {
    expect(await validateChanged({ deals: [{ ...deal, amount: 5 }] })).toBe(
      `-:60:19: deals[0].currency (a-deal): is null, but amount is 5; add the currency from the article, or set amount to null
summit: standard input is not valid: 1 problem
exit 1`,
    );
  });

  it('needs a currency even if it is 0', async () => {
    expect(await validateChanged({ deals: [{ ...deal, amount: 0 }] })).toContain(
      'deals[0].currency (a-deal): is null, but amount is 0; add the currency from the article, or set amount to null',
    );
  });

  it('is optional', async () => {
    expect(
      await validateChanged({ deals: [deal, { ...deal, id: 'b', amount: 1.5, currency: 'USD' }] }),
    ).toBe('standard input: valid, 6 records\nexit 0');
  });
});

it('reports problems with the schema and broken rules together', async () => {
  if (!leader || !country) throw new Error('the skeleton has lost its records');
  const leaders = [{ ...leader, country: 'nowhere', role: 'gest' }];
  const countries = [country, { ...country, id: 'the-summit', role: 'guest' }];
  expect(await validateChanged({ leaders, countries })).toBe(
    `-:39:18: leaders[0].country (host-leader): no such record in countries: "nowhere"
-:40:15: leaders[0].role (host-leader): expected "host", "chair", "guest", "participant", "absent" or null, found "gest"; did you mean "guest"?
-:86:13: countries[1].id (the-summit): id "the-summit" is already used by another record in summit
summit: standard input is not valid: 3 problems
exit 1`,
  );
});

/** Lists the problems of the strait forum after a change, without their places. */
async function listProblems(change: (file: StraitFile) => void): Promise<readonly string[]> {
  const file = JSON.parse(readFileSync(fixture('strait-forum.json'), 'utf8')) as StraitFile;
  change(file);
  const { status, out, err } = await run(['validate', '-'], { stdin: JSON.stringify(file) });
  if (status > 1) throw new Error(err);
  return out
    .split('\n')
    .filter((line) => line.startsWith('-:'))
    .map((line) => line.replace(/^-:\d+:\d+: /, ''));
}

type RawRecord = Record<string, unknown>;
type StraitFile = { summit: RawRecord } & Record<
  'leaders' | 'talks' | 'deals' | 'quotes' | 'claims' | 'countries',
  RawRecord[]
>;

/** Finds the record with an id. */
function findById(records: readonly RawRecord[], id: string): RawRecord {
  const record = records.find((each) => each.id === id);
  if (!record) throw new Error(`no ${id}`);
  return record;
}

it('allows long lists, but each item only once', async () => {
  const aliases = Array.from({ length: 12 }, (_, at) => `name ${at}`);
  expect(await validateChanged({ summit: { ...skeleton.summit, aliases } })).toContain(
    'valid, 4 records',
  );
  const twice = [...aliases, 'name 3'];
  expect(await validateChanged({ summit: { ...skeleton.summit, aliases: twice } })).toMatch(
    /: summit\.aliases: duplicate item\n/,
  );
});

it('suggests the nearest id for the first twenty broken references', () => {
  const about = Array.from({ length: 25 }, (_, at) => `power-cabel-${at}`);
  const file = JSON.parse(readFileSync(fixture('strait-forum.json'), 'utf8')) as StraitFile;
  findById(file.claims, 'trawlers-counted').about = about;
  const { problems } = validateDataset(new TextEncoder().encode(JSON.stringify(file)));
  expect(problems).toHaveLength(25);
  expect(problems.map(({ message }) => message.endsWith('; did you mean "power-cable"?'))).toEqual(
    about.map((_, at) => at < 20),
  );
});

it('accepts records of any collection in about, if they exist', async () => {
  const lost = await listProblems(({ claims }) => {
    findById(claims, 'trawlers-counted').about = [
      'power-cable',
      'tern-strait-forum',
      'power-cabel',
      'zzz',
    ];
  });
  expect(lost).toEqual([
    'claims[7].about[2] (trawlers-counted): no such record in this dataset: "power-cabel"; did you mean "power-cable"?',
    'claims[7].about[3] (trawlers-counted): no such record in this dataset: "zzz"',
  ]);
});

describe('a talk', () => {
  it('has at least two parties; a leader and their country are one', async () => {
    const alone = await listProblems(({ talks }) => {
      findById(talks, 'sudmark-halden-tuesday').countries = ['sudmark'];
    });
    expect(alone).toEqual([
      'talks[1].leaders (sudmark-halden-tuesday): a talk has at least two parties, but leaders and countries name 1; add those that the article names, or make it an event',
    ]);
    const withoutLeaders = await listProblems(({ talks }) => {
      findById(talks, 'sudmark-halden-tuesday').leaders = [];
    });
    expect(withoutLeaders).toEqual([]);
  });

  it('is reported if a leader is unknown', async () => {
    const nobody = await listProblems(({ talks }) => {
      findById(talks, 'sudmark-halden-tuesday').leaders = ['zzz'];
    });
    expect(nobody).toEqual([
      'talks[1].leaders[0] (sudmark-halden-tuesday): no such record in leaders: "zzz"',
    ]);
    const number = await listProblems(({ talks }) => {
      Object.assign(findById(talks, 'sudmark-halden-tuesday'), {
        leaders: [5],
        countries: ['halden'],
      });
    });
    expect(number).toEqual([
      'talks[1].leaders (sudmark-halden-tuesday): a talk has at least two parties, but leaders and countries name 1; add those that the article names, or make it an event',
      'talks[1].leaders[0] (sudmark-halden-tuesday): expected an id in kebab-case, found 5',
    ]);
  });

  it('includes the countries of its leaders', async () => {
    const without = await listProblems(({ talks }) => {
      findById(talks, 'brekkan-wren-monday').countries = ['norrland', 'halden'];
    });
    expect(without).toEqual([
      'talks[0].countries (brekkan-wren-monday): "sudmark", the country of the leader tobias-wren, is missing; correct either countries or leaders',
    ]);
    const official = await listProblems(({ talks }) => {
      findById(talks, 'brekkan-wren-monday').leaders = ['aila-brekkan', 'oumar-delafin'];
      findById(talks, 'brekkan-wren-monday').countries = ['norrland'];
    });
    expect(official).toEqual([]);
  });
});

describe('the host', () => {
  it('is summit.country if it is a country', async () => {
    const other = await listProblems(({ summit }) => {
      summit.country = 'norrland';
    });
    expect(other).toEqual([
      'countries[0].role (halden): is "host", but summit.country is "norrland"; correct one of the two',
    ]);
    const none = await listProblems(({ summit }) => {
      summit.country = null;
    });
    expect(none).toEqual([
      'countries[0].role (halden): is "host", but summit.country is null; correct one of the two',
    ]);
  });

  it('is summit.host if it is a leader, who must be from summit.country', async () => {
    const two = await listProblems(({ summit, leaders }) => {
      summit.host = 'tobias-wren';
      findById(leaders, 'tobias-wren').role = 'host';
    });
    expect(two).toEqual([
      'summit.country: is "halden", but the host tobias-wren represents "sudmark"; correct either country or host',
      'leaders[1].role (tobias-wren): is "host", but the country sudmark is "guest"; correct one of the roles, or the country',
    ]);
    const none = await listProblems(({ leaders }) => {
      findById(leaders, 'pell-harrow').role = 'host';
    });
    expect(none).toEqual([
      'leaders[5].role (pell-harrow): is "host", but summit.host is null; correct one of the two',
    ]);
    const guest = await listProblems(({ summit }) => {
      summit.host = 'tobias-wren';
      summit.country = 'sudmark';
    });
    expect(guest).toContain(
      'leaders[1].role (tobias-wren): is "guest", but summit.host refers to this leader; correct one of the two',
    );
    const nothing = await listProblems(({ summit, leaders }) => {
      summit.host = 'marit-solvang';
      summit.country = null;
      delete findById(leaders, 'marit-solvang').role;
    });
    expect(nothing).toContain(
      'leaders[3].role (marit-solvang): is null, but summit.host refers to this leader; correct one of the two',
    );
  });
});

it('accepts participants of the host country in addition to the host', async () => {
  const minister = { ...leader, id: 'a-minister', name: 'A. Minister', role: 'participant' };
  expect(await validateChanged({ leaders: [leader, minister] })).toMatch(/^standard input: valid/);
});

it('a leader has the role of the country, but may be absent or have none', async () => {
  const guest = await listProblems(({ leaders }) => {
    findById(leaders, 'marit-solvang').role = 'guest';
  });
  expect(guest).toEqual([
    'leaders[3].role (marit-solvang): is "guest", but the country ostvik is "absent"; correct one of the roles, or the country',
  ]);
  const without = await listProblems(({ countries }) => {
    delete findById(countries, 'sudmark').role;
  });
  expect(without).toEqual([
    'countries[2].role (sudmark): missing; expected "host", "guest", "participant", "absent" or "mentioned"',
  ]);
  const away = await listProblems(({ leaders }) => {
    findById(leaders, 'tobias-wren').role = 'absent';
    findById(leaders, 'aila-brekkan').role = null;
  });
  expect(away).toEqual([]);
});

describe('the code of a country', () => {
  it.each([
    ['United States', 'US', []],
    [
      'U.S.',
      'GB',
      [
        'name "U.S." and iso "GB" do not match: GB is United Kingdom, the code of United States is US',
      ],
    ],
    [
      'Norway',
      'SE',
      ['name "Norway" and iso "SE" do not match: SE is Sweden, the code of Norway is NO'],
    ],
    ['Russia', 'SU', ['SU is a former code; the code of Russia is RU']],
    ['Kelmia', 'SU', ['SU is a former code; the code of Russia is RU']],
    [
      'Norway',
      'SU',
      ['name "Norway" and iso "SU" do not match: SU is Russia, the code of Norway is NO'],
    ],
    [
      'Norway',
      'XE',
      ['name "Norway" and iso "XE" do not match: XE is not a country, the code of Norway is NO'],
    ],
    ['Russia', 'RU', []],
    ['UK', 'GB', []],
    ['Türkiye', 'TR', []],
    ['Turkey', 'TR', []],
    ['Kelmia', 'SE', []],
    ['Kelmia', 'XE', []],
    ['Kelmia', 'AA', []],
    ['Kelmia', 'ZZ', []],
    ['Kelmia', 'QM', []],
    ['Kelmia', 'XK', []],
    ['Kelmia', 'QU', ['QU is a former code; the code of European Union is EU']],
    ['Kelmia', 'QL', ['no country has the code QL']],
    ['Kelmia', 'X1', ['expected two capital letters or null, found "X1"']],
    [' Norway ', 'NO', []],
    [
      ' Norway ',
      'SE',
      ['name " Norway " and iso "SE" do not match: SE is Sweden, the code of Norway is NO'],
    ],
    ['Kelmia', 'DX', ['no country has the code DX']],
    ['Kelmia', null, []],
  ])('is checked for the name %s with the code %s', async (name, iso, problems) => {
    const lines = await listProblems(({ countries }) => {
      Object.assign(findById(countries, 'kelmia'), { name, iso });
    });
    expect(lines).toEqual(problems.map((problem) => `countries[5].iso (kelmia): ${problem}`));
  });
});

it('checks the code of a country with its usual name without Intl, which takes 14 ms to start', () => {
  const displayNames = vi.spyOn(Intl, 'DisplayNames');
  const usual = [
    'CN China',
    'KZ Kazakhstan',
    'MM Burma',
    'US U.S.',
    'CI Côte d’Ivoire',
    'TR Turkey',
  ];
  const countries = usual.map((one, at) => {
    const [iso, name] = [one.slice(0, 2), one.slice(3)];
    return { ...country, id: `country-${at}`, name, iso, role: 'mentioned' };
  });
  const dataset = { ...skeleton, countries: [...skeleton.countries, ...countries] };
  const { problems } = validateDataset(Buffer.from(JSON.stringify(dataset)));
  expect(problems).toEqual([]);
  expect(displayNames).not.toHaveBeenCalled();
  displayNames.mockRestore();
});

it('does not take an adjective among the aliases for a match of the code', async () => {
  const lines = await listProblems(({ countries }) => {
    Object.assign(findById(countries, 'kelmia'), {
      name: 'Kenya',
      aliases: ['British'],
      iso: 'GB',
    });
  });
  expect(lines).toEqual([
    'countries[5].iso (kelmia): name "Kenya" and iso "GB" do not match: GB is United Kingdom, the code of Kenya is KE',
  ]);
});

it('the code of a country may match any of its names', async () => {
  const listCodeProblems = (aliases: readonly string[]) =>
    listProblems(({ countries }) => {
      Object.assign(findById(countries, 'kelmia'), { aliases, iso: 'SE' });
    });
  expect(await listCodeProblems(['Norway'])).toEqual([
    'countries[5].iso (kelmia): alias "Norway" and iso "SE" do not match: SE is Sweden, the code of Norway is NO',
  ]);
  expect(await listCodeProblems(['Norway', 'Sweden'])).toEqual([]);
});

describe('a quotation', () => {
  it('is not reported for a leader whose country is unknown', async () => {
    const lines = await listProblems(({ quotes, leaders }) => {
      findById(leaders, 'oumar-delafin').country = 'nowhere';
      findById(quotes, 'will-not-wait').speaker = 'the guest';
    });
    expect(lines).toEqual([
      'leaders[4].country (oumar-delafin): no such record in countries: "nowhere"',
    ]);
  });

  it('may be dated after its talk, because a leader may speak of it later', async () => {
    const lines = await listProblems(({ quotes, talks }) => {
      Object.assign(findById(talks, 'brekkan-wren-monday'), { date: '2031-09-01' });
      Object.assign(findById(quotes, 'cleared-the-air'), {
        speaker: 'Tobias Wren',
        leader: 'tobias-wren',
        date: '2031-09-02',
      });
    });
    expect(lines).toEqual([]);
  });

  it.each([
    ['Marit Solvang', 'marit-solvang', []],
    ['Solvang', 'marit-solvang', []],
    ['the president', 'marit-solvang', []],
    ['the president of Ostvik', 'marit-solvang', []],
    [
      'Marit Solvang',
      'tobias-wren',
      ['speaker: "Marit Solvang" is not the leader tobias-wren; correct either speaker or leader'],
    ],
    [
      'the guest',
      'marit-solvang',
      ['speaker: "the guest" is not the leader marit-solvang; correct either speaker or leader'],
    ],
    [
      'the minister',
      'marit-solvang',
      ['speaker: "the minister" is not the leader marit-solvang; correct either speaker or leader'],
    ],
    [
      'Marit Solvang',
      null,
      [
        'leader: is null, but the speaker "Marit Solvang" is the leader marit-solvang; correct either speaker or leader',
      ],
    ],
    ['an aide of Solvang', null, []],
    [null, 'marit-solvang', []],
  ])('by %s is compared with the leader %s', async (speaker, leader, problems) => {
    const lines = await listProblems(({ quotes }) => {
      Object.assign(findById(quotes, 'menu-without-a-price'), { speaker, leader });
    });
    expect(lines).toEqual(
      problems.map((problem) => `quotes[1].${problem.replace(':', ' (menu-without-a-price):')}`),
    );
  });
});

it('an opinion has an attribution', async () => {
  const unattributed = await listProblems(({ claims }) => {
    findById(claims, 'herring-will-not-wait').attribution = null;
  });
  expect(unattributed).toEqual([
    'claims[6].certainty (herring-will-not-wait): is "opinion" without an attribution; add the source that the article credits, or use "stated"',
  ]);
});

it('requires the countries in the name of a deal, but acronyms only in capitals', async () => {
  const listNameProblems = (name: string) =>
    listProblems(({ deals }) => {
      findById(deals, 'ferry-tickets').name = name;
    });
  expect(await listNameProblems('Halden–Norrland deal')).toEqual([]);
  expect(await listNameProblems('Norrlandic-Kelmish deal')).toEqual([
    'deals[0].countries (ferry-tickets): "kelmia", which the name mentions, is missing; correct either countries or name',
  ]);
  expect(await listNameProblems('a U.S. deal')).toEqual([
    'deals[0].countries (ferry-tickets): "united-states", which the name mentions, is missing; correct either countries or name',
  ]);
  expect(await listNameProblems('a deal for us')).toEqual([]);
});

it('a text that looks like a date is not checked as one', async () => {
  const lines = await listProblems(({ claims, talks }) => {
    findById(claims, 'herring-will-not-wait').topic = '2031-02-30';
    findById(talks, 'brekkan-wren-monday').date = '2031-02-30';
  });
  expect(lines).toEqual(['talks[0].date (brekkan-wren-monday): no such date: 2031-02-30']);
});

it('a speaker needs more than a short word in common with a leader', async () => {
  const lines = await listProblems(({ quotes, leaders }) => {
    findById(leaders, 'marit-solvang').title = 'head of the fleet';
    Object.assign(findById(quotes, 'menu-without-a-price'), {
      speaker: 'the cook of the inn',
      leader: 'marit-solvang',
    });
  });
  expect(lines).toEqual([
    'quotes[1].speaker (menu-without-a-price): "the cook of the inn" is not the leader marit-solvang; correct either speaker or leader',
  ]);
});

describe('a gap', () => {
  it('gives both readings in its note if it is a conflict', async () => {
    const gaps = skeleton.gaps.map((gap) => ({ ...gap, kind: 'conflicting', note: null }));
    expect(await validateChanged({ gaps })).toMatch(
      /: gaps\[0\]\.note \(\S+\): a conflict needs a note that gives both readings; if the article has only one, use the kind "unstated"\n/,
    );
  });
});

it('reports a deal with an invalid name only for that', async () => {
  const lines = await listProblems(({ deals }) => {
    findById(deals, 'ferry-tickets').name = 5;
  });
  expect(lines).toEqual(['deals[0].name (ferry-tickets): expected text, found 5']);
});

describe('a review of a warning', () => {
  it.each([
    [
      { record: 'nobody', field: 'name' },
      /^-:\d+:\d+: reviewed\[0\]\.record: no such record in this dataset: "nobody".*\nsummit: .* 1 problem/,
    ],
    [
      { record: 'the-summit', field: 5 },
      /^-:\d+:\d+: reviewed\[0\]\.field: expected text, found 5\nsummit: .* 1 problem/,
    ],
  ])('is reported once: %j', async (change, expected) => {
    expect(
      await validateChanged({
        reviewed: [{ rule: 'tense', value: 'held', why: 'because', ...change }],
      }),
    ).toMatch(expected);
  });

  const buildReviews = (field: string) => [
    { record: 'the-summit', field, rule: 'tense', value: 'held', why: 'because' },
  ];

  it.each([
    ['name', /^standard input: valid/],
    ['nmae', /: reviewed\[0\]\.field: unknown field "nmae"; did you mean "name"\?\n/],
    ['zzz', /: reviewed\[0\]\.field: unknown field "zzz"\n/],
  ])('names a field of its record: %s', async (field, expected) => {
    expect(await validateChanged({ reviewed: buildReviews(field) })).toMatch(expected);
  });
});
