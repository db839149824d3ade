import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCondition } from '../../../src/dataset/query/parse-query.ts';
import { indexRecords, type Names } from '../../../src/dataset/query/record-index.ts';
import { meets } from '../../../src/dataset/query/select.ts';
import { timelineFields } from '../../../src/dataset/query/timeline.ts';
import { getFields } from '../../../src/dataset/schema/collections.ts';
import { readDataset } from '../../read-dataset.ts';
import { example, fixture, run, summit } from '../../run.ts';

const lakes = example('lakes-summit.json');

/** Lists the ids of the records in a collection that meet every condition. */
async function listIds(collection: string, ...conditions: readonly string[]): Promise<string[]> {
  const where = conditions.flatMap((condition) => ['--where', condition]);
  const { status, out, err } = await run([collection, '--ids', '--data', lakes, ...where]);
  if (status !== 0) throw new Error(err);
  return out.split('\n').filter((line) => line !== '');
}

async function getRefusal(collection: string, condition: string): Promise<string> {
  const { status, out, err } = await run([collection, '--where', condition]);
  return `${out}${err}exit ${status}`;
}

const [vandrel, talvin, dolmara] = [
  'marequin-vandrel-3-june',
  'marequin-o-talvin-4-june',
  'marequin-dolmara',
] as const;

describe('a condition', () => {
  it.each([
    ['deals', 'kind=railway', ['lakeside-railway']],
    ['deals', 'kind=RAILWAY', ['lakeside-railway']],
    ['deals', 'kind != railway', ['drinking-water-pipeline']],
    ['deals', 'name~LAKE', ['lakeside-railway']],
    ['deals', 'amount=300000', ['drinking-water-pipeline']],
    ['deals', 'amount=3e5', ['drinking-water-pipeline']],
    ['deals', 'amount!=3e5', ['lakeside-railway']],
    ['deals', 'amount>300000', ['lakeside-railway']],
    ['deals', 'amount>=300000', ['lakeside-railway', 'drinking-water-pipeline']],
    ['deals', 'amount<300000', []],
    ['deals', 'amount<=300000', ['drinking-water-pipeline']],
    ['deals', 'amount~25', ['lakeside-railway']],
    ['talks', 'date>2025-06-03', [talvin]],
    ['talks', 'date>=2025-06-03', [vandrel, talvin]],
    ['talks', 'date<2025-06-04', [vandrel]],
    ['talks', 'date<=2025-06-04', [vandrel, talvin]],
    ['talks', 'date=2025-06', [vandrel, talvin]],
    ['talks', 'date=2025', [vandrel, talvin]],
    ['talks', 'date>2025-05', [vandrel, talvin]],
    ['talks', 'date>2025-06', []],
    ['talks', 'date!=2025-06', [dolmara]],
    ['talks', 'id=nothing-of-the-kind', []],
    ['countries', 'name>c', ['corvessa', 'dolmara']],
  ])('compares by its operator: %s --where %s', async (collection, condition, expected) => {
    expect(await listIds(collection, condition)).toEqual(expected);
  });

  it('compares lists by membership', async () => {
    expect(await listIds('deals', 'countries=corvessa')).toEqual(['lakeside-railway']);
    expect(await listIds('deals', 'countries!=corvessa')).toEqual(['drinking-water-pipeline']);
    expect(await listIds('leaders', 'aliases=o’talvin')).toEqual(['ruan-o-talvin']);
    expect(await listIds('leaders', 'aliases~NDREL')).toEqual(['ilse-maarit-vandrel']);
  });

  it('compares a reference by id and by displayed name', async () => {
    expect(await listIds('talks', 'leaders=ilse-maarit-vandrel')).toEqual([vandrel]);
    expect(await listIds('talks', 'leaders=ILSE-MAARIT VANDREL')).toEqual([vandrel]);
    expect(await listIds('talks', 'leaders~vandrel')).toEqual([vandrel]);
    expect(await listIds('talks', 'leaders!=Ilse-Maarit Vandrel')).toEqual([talvin, dolmara]);
    expect(await listIds('talks', 'leaders=dolmara-leader')).toEqual([dolmara]);
  });

  it('takes about to include everything that its records lead to', async () => {
    const talk = ['length-of-vandrel-talks', 'outcome-of-vandrel-talks'];
    expect(await listIds('gaps', 'about=marequin-vandrel-3-june')).toEqual(talk);
    expect(await listIds('gaps', 'about=vandrel')).toEqual(talk);
    expect(await listIds('gaps', 'about=xb')).toEqual([
      ...talk,
      'which-dollars',
      'whole-cost',
      'route-of-railway',
    ]);
    expect(await listIds('claims', 'about=corvessa', 'about!=dolmara')).toEqual([
      'railway-money-sought',
      'first-railway',
    ]);
    expect(await listIds('gaps', 'about=historic,open-the')).toEqual([
      'starting-date-of-sluices',
      'who-says-historic',
    ]);
    expect(await listIds('gaps', 'about!=vandrel')).toHaveLength(15);
  });

  it('takes about to exclude what other fields lead to, and what the summit leads to', async () => {
    expect(await listIds('quotes', 'leader=dolmara-leader')).toEqual(['overdue']);
    expect(await listIds('quotes', 'about=dolmara-leader')).toEqual([]);
    expect(await listIds('quotes', 'about=lake-oreval-summit')).toEqual(['historic']);
    expect(await listIds('quotes', 'about=arvenia')).toEqual([
      'barely',
      'share-a-lake',
      'open-the-sluices',
    ]);
    expect(await listIds('talks', 'leaders=zoe', 'countries=xa')).toHaveLength(3);
  });

  it('compares a reference by alias and code', async () => {
    expect(await listIds('talks', 'countries=corvessan')).toEqual([talvin]);
    expect(await listIds('talks', 'countries=XC')).toEqual([talvin]);
    expect(await listIds('talks', 'countries~essan')).toEqual([talvin]);
    expect(await listIds('talks', 'countries>Corvessa')).toEqual([dolmara]);
  });

  it('compares letters composed or not', async () => {
    expect(await listIds('leaders', 'name=zoe\u0308 mare\u0301quin')).toEqual(['zoe-marequin']);
    expect(await listIds('leaders', 'name~MARÉ')).toEqual(['zoe-marequin']);
  });

  it('finds missing values if it has no value', async () => {
    expect(await listIds('talks', 'date=')).toEqual([dolmara]);
    expect(await listIds('talks', 'date!=')).toEqual([vandrel, talvin]);
    expect(await listIds('leaders', 'name= ')).toEqual(['dolmara-leader']);
    expect(await listIds('deals', 'amount=')).toEqual([]);
    expect(await listIds('deals', 'amount!=')).toHaveLength(2);
  });

  it('treats an empty list as missing, but not an unnamed person', async () => {
    expect(await listIds('leaders', 'aliases=')).toEqual(['dolmara-leader']);
    expect(await listIds('talks', 'leaders=')).toEqual([]);
    expect(await listIds('talks', 'leaders~unnamed')).toEqual([dolmara]);
    expect(await listIds('gaps', 'evidence=')).toEqual(['year', 'author', 'address']);
  });

  it('is not met if the field is not stated, except with =, != and !~', async () => {
    expect(await listIds('talks', 'date>1000-01-01')).toEqual([vandrel, talvin]);
    expect(await listIds('talks', 'date<9999-12-31')).toEqual([vandrel, talvin]);
    expect(await listIds('talks', 'date~')).toEqual([vandrel, talvin]);
    expect(await listIds('talks', 'date!~06-04')).toEqual([vandrel, dolmara]);
    expect(await listIds('talks', 'date!=2025-06-03')).toEqual([talvin, dolmara]);
  });

  it('compares a month or year by all the days that it spans', async () => {
    const queryDeals = (condition: string) =>
      summit(`deals --ids --data ${fixture('strait-forum.json')} --where ${condition}`);
    expect((await queryDeals('date=2031-03-18')).out).toBe('ferry-tickets\n');
    expect((await queryDeals('date=2031')).out).toBe('ferry-tickets\n');
    expect((await queryDeals('date=2031-04')).out).toBe('');
    expect((await queryDeals('date>2031-02-28')).out).toBe('ferry-tickets\n');
    expect((await queryDeals('date>2031-03-01')).out).toBe('ferry-tickets\n');
    expect((await queryDeals('date>2031-03-31')).out).toBe('');
    expect((await queryDeals('date>=2031-03-31')).out).toBe('ferry-tickets\n');
    expect((await queryDeals('date<2031-03-02')).out).toBe('ferry-tickets\n');
    expect((await queryDeals('date<2031-03')).out).toBe('');
    expect((await queryDeals('date<=2031-03-01')).out).toBe('ferry-tickets\n');
    const events = `events --ids --data ${fixture('strait-forum.json')} --where`;
    expect((await summit(`${events} start>2033-06-01`)).out).toBe('next-forum\n');
    expect((await summit(`${events} end<=2033-06-01`)).out).toBe('next-forum\n');
    expect((await queryDeals('date!=2031-03-31')).out).toBe(
      'power-cable\nembassies\nherring-count\n',
    );
  });

  it('accepts any of several values with =, and none of them with !=, except in free text', async () => {
    expect(await listIds('talks', 'status=held,planned')).toEqual([vandrel, talvin]);
    expect(await listIds('talks', 'status!=held,planned')).toEqual([dolmara]);
    expect(await listIds('talks', `id=${dolmara}, ${vandrel}`)).toEqual([vandrel, dolmara]);
    expect(await listIds('talks', 'leaders=vandrel,talvin')).toEqual([vandrel, talvin]);
    expect(await listIds('talks', 'date=2025-06-03,2025-06-04')).toEqual([vandrel, talvin]);
    expect(await listIds('deals', 'amount=300000,1')).toEqual(['drinking-water-pipeline']);
    expect(await listIds('quotes', 'words=We came here to share a lake, not to divide it')).toEqual(
      ['share-a-lake'],
    );
  });

  it('compares a name with the other names of its record', async () => {
    expect(await listIds('quotes', 'speaker=o’talvin')).toEqual(['open-the-sluices']);
    expect(await listIds('quotes', 'speaker=arvenian')).toEqual(['historic']);
    expect(await listIds('quotes', 'speaker=nobody at all')).toEqual([]);
  });

  it('follows references', async () => {
    expect(await listIds('talks', 'leaders.name~talvin')).toEqual([talvin]);
    expect(await listIds('talks', 'countries.iso=XD')).toEqual([dolmara]);
    expect(await listIds('leaders', 'country.role=host')).toEqual(['zoe-marequin']);
  });

  it('searches the anchors', async () => {
    expect(await listIds('deals', 'evidence~dolmara hopes')).toEqual(['drinking-water-pipeline']);
  });

  it('may have more operators in its value', async () => {
    expect(await listIds('claims', 'claim~a=b')).toEqual([]);
    expect(await listIds('claims', 'claim~>=')).toEqual([]);
  });

  it('is combined with all others', async () => {
    expect(await listIds('talks', 'status=held', 'date>2025-06-03')).toEqual([talvin]);
    expect(await listIds('talks', 'status=held', 'date=')).toEqual([]);
  });
});

describe('an invalid condition', () => {
  const usage =
    "quote it: 'field=value', or with !=, ~, !~, >, >=, < or <=; a shell takes an unquoted < or > for a redirection";
  const fields =
    'valid fields: id, name, kind, countries, date, when, amount, currency, amountAsWritten, status, attribution, note, evidence';

  it.each([
    ['amount', `invalid --where expression "amount"\n${usage}`],
    ['', `invalid --where expression ""\n${usage}`],
    ['=x', `invalid --where expression "=x"\n${usage}`],
    ['name!x', `invalid --where expression "name!x"\n${usage}`],
    ['status<', `"status<" has no value after the operator\n${usage}`],
    ['status>= ', `"status>= " has no value after the operator\n${usage}`],
    ['zzzzzz=1', `no field "zzzzzz"\n${fields}`],
    ['amout=1', `no field "amout"\ndid you mean amount? ${fields}`],
    [
      'amount=lots',
      '"amount=lots": amount is a number, "lots" is not\nfor example amount>=1000000',
    ],
    [
      'status=soughtt',
      '"status=soughtt": invalid status "soughtt"\ndid you mean sought? valid values: sought, expected, agreed or signed',
    ],
    [
      'kind=zzz,road',
      '"kind=zzz,road": invalid kind "zzz"\nvalid values: railway, pipeline, road, port, power, communications, trade, diplomatic or other',
    ],
    ['countries.nme=x', `no field "countries.nme"\ndid you mean countries? ${fields}`],
    ['amount>', '"amount>": amount is a number, "" is not\nfor example amount>=1000000'],
    [
      'amount>1,000',
      '"amount>1,000": amount is a number, "1,000" is not\nfor example amount>=1000000',
    ],
    [
      'amount<Infinity',
      '"amount<Infinity": amount is a number, "Infinity" is not\nfor example amount>=1000000',
    ],
  ])('%j is rejected', async (condition, message) => {
    expect(await getRefusal('deals', condition)).toBe(`summit: ${message}\nexit 2`);
  });
});

it.each([
  ['deals', 'x name=1', /^summit: invalid --where expression "x name=1"\n/],
  ['talks', 'date=2023-13', /: no such date\n/],
  ['talks', 'date=x2023-02-30', /: date must be YYYY, YYYY-MM or YYYY-MM-DD\n/],
  ['talks', 'date=2023-02-30x', /: date must be YYYY, YYYY-MM or YYYY-MM-DD\n/],
])('explains what is wrong with a condition: %s %j', async (collection, condition, message) => {
  expect(await getRefusal(collection, condition)).toMatch(message);
});

describe('a comma in a condition', () => {
  const parseWanted = (collection: 'leaders' | 'deals', condition: string) =>
    parseCondition(condition, getFields(collection), indexRecords(readDataset(lakes))).wanted;

  it('belongs to the value in a text, a list of texts or a passage', () => {
    expect(parseWanted('deals', 'name=a, b')).toEqual(['a, b']);
    expect(parseWanted('leaders', 'aliases=Smith, John')).toEqual(['Smith, John']);
    expect(parseWanted('leaders', 'evidence=so, they said')).toEqual(['so, they said']);
  });

  it('separates choices, ids, numbers and dates', () => {
    expect(parseWanted('deals', 'status=sought, signed')).toEqual(['sought', 'signed']);
    expect(parseWanted('deals', 'countries=Belmarch,xb')).toEqual(['belmarch', 'belmarch']);
    expect(parseWanted('deals', 'amount=1,2')).toEqual(['1', '2']);
    expect(parseWanted('deals', 'id=a,b')).toEqual(['a', 'b']);
    expect(parseWanted('deals', 'date=2023,2024')).toEqual(['2023', '2024']);
  });
});

describe('comparison operators', () => {
  const fields = getFields('deals');
  const names: Names = {
    label: (id) => (id === 'unnamed' ? undefined : `The ${id}`),
    getNames: (id) => [id, `The ${id}`],
    getAliases: (text) => [text],
    record: () => undefined,
    leadsTo: () => false,
  };
  const countries = ['china', 'unnamed', 'japan'].map((id) => ({
    id,
    name: id === 'unnamed' ? 'no name' : `The ${id}`,
    aliases: [],
    iso: null,
    role: 'mentioned' as const,
    evidence: [],
  }));
  const index = indexRecords({ ...readDataset(lakes), countries });
  const text = fc.option(fc.string({ unit: 'grapheme', minLength: 1 }));
  const deals = fc.record({
    id: fc.constant('a-deal'),
    name: text,
    amount: fc.option(fc.nat(3)),
    currency: fc.constant('USD'),
    countries: fc.array(fc.constantFrom('china', 'unnamed', 'japan')),
  });
  const sides = fc.oneof(
    fc.tuple(fc.constant('name'), fc.string({ unit: 'grapheme' })),
    fc.tuple(fc.constant('amount'), fc.constantFrom('', '0', '1', '2.0')),
    fc.tuple(fc.constant('countries'), fc.constantFrom('', 'china', 'The japan', 'unnamed')),
  );

  it('divide all records between = and !=', () => {
    fc.assert(
      fc.property(deals, sides, (deal, [field, value]) => {
        const isMet = (operator: string) =>
          meets(deal, parseCondition(`${field}${operator}${value}`, fields, index), names);
        expect(isMet('=')).toBe(!isMet('!='));
      }),
    );
  });

  it('order references by their displayed names, or by the id of a record without a name', () => {
    const meetsCondition = (countries: readonly string[], condition: string) =>
      meets({ id: 'a-deal', countries }, parseCondition(condition, fields, index), names);
    expect(meetsCondition(['china'], 'countries>the b')).toBe(true);
    expect(meetsCondition(['china'], 'countries<the b')).toBe(false);
    expect(meetsCondition(['china'], 'countries<the d')).toBe(true);
    expect(meetsCondition(['china'], 'countries>the d')).toBe(false);
    expect(meetsCondition(['unnamed'], 'countries>=unnamed')).toBe(true);
    expect(meetsCondition(['unnamed'], 'countries<=UNNAMED')).toBe(true);
    expect(meetsCondition(['unnamed'], 'countries<the z')).toBe(false);
  });

  it('compare a reference by its record, not by the names of the record', () => {
    const confusing: Names = { ...names, getNames: () => ['china', 'japan'] };
    const isJapan = parseCondition('countries=japan', fields, index);
    expect(meets({ id: 'a-deal', countries: ['china'] }, isJapan, confusing)).toBe(false);
    expect(meets({ id: 'a-deal', countries: ['japan'] }, isJapan, confusing)).toBe(true);
  });

  it('find nothing in fields that are not set', () => {
    const meetsEmpty = (condition: string) =>
      meets({ id: 'a-deal' }, parseCondition(condition, fields, index), names);
    expect(
      ['name~undefined', 'name=undefined', 'name~u', 'date>2000', 'amount<5'].map(meetsEmpty),
    ).toEqual(Array.from({ length: 5 }, () => false));
  });

  it('match a span on each of its days, and never without a first day', () => {
    const meetsSpan = (date: string | null, end: string | null, condition: string) =>
      meets({ id: 'a-moment', date, end }, parseCondition(condition, timelineFields, index), names);
    expect(meetsSpan('2023-05-17', '2023-05-19', 'date=2023-05-18')).toBe(true);
    expect(meetsSpan('2023-05-17', null, 'date=2023-05-18')).toBe(false);
    expect(meetsSpan(null, '2023-05-19', 'date=2023-05-19')).toBe(false);
    expect(meetsSpan(null, '2023-05-19', 'date>2000')).toBe(false);
  });

  it('compare a span with a day, month or year by the days that it includes', () => {
    const days = Array.from({ length: 60 }, (_, at) =>
      new Date(Date.UTC(2023, 2, 10 + at)).toISOString().slice(0, 10),
    );
    // Days before and after keep the year from ending with the others.
    const calendar = ['2023-01-01', ...days, '2023-12-31'];
    const span = fc.tuple(fc.constantFrom(...days), fc.nat(20)).map(([first, more]) => {
      const end = days[Math.min(days.length - 1, days.indexOf(first) + more)] ?? first;
      return [first, end] as const;
    });
    const period = fc.oneof(
      fc.constantFrom(...days),
      fc.constantFrom('2023-03', '2023-04', '2023'),
    );
    fc.assert(
      fc.property(span, period, ([date, end], asked) => {
        const own = days.filter((day) => date <= day && day <= end);
        const those = calendar.filter((day) => day.startsWith(asked));
        const isMet = (operator: string) =>
          meets(
            { id: 'a-moment', date, end },
            parseCondition(`date${operator}${asked}`, timelineFields, index),
            names,
          );
        const shares = own.some((day) => those.includes(day));
        expect([isMet('='), isMet('!=')]).toEqual([shares, !shares]);
        expect(isMet('>')).toBe(own.some((day) => those.every((other) => day > other)));
        expect(isMet('<')).toBe(own.some((day) => those.every((other) => day < other)));
        expect(isMet('>=')).toBe(own.some((day) => those.some((other) => day >= other)));
        expect(isMet('<=')).toBe(own.some((day) => those.some((other) => day <= other)));
      }),
    );
  });

  it('find a record by its own value', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => one.trim() === one);
    fc.assert(
      fc.property(word, (name) => {
        const condition = parseCondition(`name=${name}`, fields, index);
        expect(meets({ id: 'a-deal', name }, condition, names)).toBe(true);
      }),
    );
  });
});
