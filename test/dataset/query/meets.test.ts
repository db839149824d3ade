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

/** The ids of a collection's records that meet every condition. */
async function ids(collection: string, ...conditions: readonly string[]): Promise<string[]> {
  const where = conditions.flatMap((condition) => ['--where', condition]);
  const { status, out, err } = await run([collection, '--ids', '--data', lakes, ...where]);
  if (status !== 0) throw new Error(err);
  return out.split('\n').filter((line) => line !== '');
}

async function refusal(collection: string, condition: string): Promise<string> {
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
  ])('compares: %s --where %s', async (collection, condition, expected) => {
    expect(await ids(collection, condition)).toEqual(expected);
  });

  it('has lists compared by membership', async () => {
    expect(await ids('deals', 'countries=corvessa')).toEqual(['lakeside-railway']);
    expect(await ids('deals', 'countries!=corvessa')).toEqual(['drinking-water-pipeline']);
    expect(await ids('leaders', 'aliases=o’talvin')).toEqual(['ruan-o-talvin']);
    expect(await ids('leaders', 'aliases~NDREL')).toEqual(['ilse-maarit-vandrel']);
  });

  it('takes a reference by its id and by the name that it reads as', async () => {
    expect(await ids('talks', 'leaders=ilse-maarit-vandrel')).toEqual([vandrel]);
    expect(await ids('talks', 'leaders=ILSE-MAARIT VANDREL')).toEqual([vandrel]);
    expect(await ids('talks', 'leaders~vandrel')).toEqual([vandrel]);
    expect(await ids('talks', 'leaders!=Ilse-Maarit Vandrel')).toEqual([talvin, dolmara]);
    expect(await ids('talks', 'leaders=dolmara-leader')).toEqual([dolmara]);
  });

  it('takes a record to be about whatever leads from what it is about', async () => {
    const talk = ['length-of-vandrel-talks', 'outcome-of-vandrel-talks'];
    expect(await ids('gaps', 'about=marequin-vandrel-3-june')).toEqual(talk);
    expect(await ids('gaps', 'about=vandrel')).toEqual(talk);
    expect(await ids('gaps', 'about=xb')).toEqual([
      ...talk,
      'which-dollars',
      'whole-cost',
      'route-of-railway',
    ]);
    expect(await ids('claims', 'about=corvessa', 'about!=dolmara')).toEqual([
      'railway-money-sought',
      'first-railway',
    ]);
    expect(await ids('gaps', 'about=historic,open-the')).toEqual([
      'starting-date-of-sluices',
      'who-says-historic',
    ]);
    expect(await ids('gaps', 'about!=vandrel')).toHaveLength(15);
  });

  it('takes a record to be about nothing that other fields lead to, nor the summit', async () => {
    expect(await ids('quotes', 'leader=dolmara-leader')).toEqual(['overdue']);
    expect(await ids('quotes', 'about=dolmara-leader')).toEqual([]);
    expect(await ids('quotes', 'about=lake-oreval-summit')).toEqual(['historic']);
    expect(await ids('quotes', 'about=arvenia')).toEqual([
      'barely',
      'share-a-lake',
      'open-the-sluices',
    ]);
    expect(await ids('talks', 'leaders=zoe', 'countries=xa')).toHaveLength(3);
  });

  it('takes a reference by an alias and a code', async () => {
    expect(await ids('talks', 'countries=corvessan')).toEqual([talvin]);
    expect(await ids('talks', 'countries=XC')).toEqual([talvin]);
    expect(await ids('talks', 'countries~essan')).toEqual([talvin]);
    expect(await ids('talks', 'countries>Corvessa')).toEqual([dolmara]);
  });

  it('compares letters however they are composed', async () => {
    expect(await ids('leaders', 'name=zoe\u0308 mare\u0301quin')).toEqual(['zoe-marequin']);
    expect(await ids('leaders', 'name~MARÉ')).toEqual(['zoe-marequin']);
  });

  it('without a value asks for what is not stated', async () => {
    expect(await ids('talks', 'date=')).toEqual([dolmara]);
    expect(await ids('talks', 'date!=')).toEqual([vandrel, talvin]);
    expect(await ids('leaders', 'name= ')).toEqual(['dolmara-leader']);
    expect(await ids('deals', 'amount=')).toEqual([]);
    expect(await ids('deals', 'amount!=')).toHaveLength(2);
  });

  it('takes an empty list for not stated, and somebody unnamed for somebody', async () => {
    expect(await ids('leaders', 'aliases=')).toEqual(['dolmara-leader']);
    expect(await ids('talks', 'leaders=')).toEqual([]);
    expect(await ids('talks', 'leaders~unnamed')).toEqual([dolmara]);
    expect(await ids('gaps', 'evidence=')).toEqual(['year', 'author', 'address']);
  });

  it('is met by no record that does not state the field, but for =, != and !~', async () => {
    expect(await ids('talks', 'date>1000-01-01')).toEqual([vandrel, talvin]);
    expect(await ids('talks', 'date<9999-12-31')).toEqual([vandrel, talvin]);
    expect(await ids('talks', 'date~')).toEqual([vandrel, talvin]);
    expect(await ids('talks', 'date!~06-04')).toEqual([vandrel, dolmara]);
    expect(await ids('talks', 'date!=2025-06-03')).toEqual([talvin, dolmara]);
  });

  it('holds for what is dated to a month or a year by the days that it spans', async () => {
    const strait = (condition: string) =>
      summit(`deals --ids --data ${fixture('strait-forum.json')} --where ${condition}`);
    expect((await strait('date=2031-03-18')).out).toBe('ferry-tickets\n');
    expect((await strait('date=2031')).out).toBe('ferry-tickets\n');
    expect((await strait('date=2031-04')).out).toBe('');
    expect((await strait('date>2031-02-28')).out).toBe('ferry-tickets\n');
    expect((await strait('date>2031-03-01')).out).toBe('ferry-tickets\n');
    expect((await strait('date>2031-03-31')).out).toBe('');
    expect((await strait('date>=2031-03-31')).out).toBe('ferry-tickets\n');
    expect((await strait('date<2031-03-02')).out).toBe('ferry-tickets\n');
    expect((await strait('date<2031-03')).out).toBe('');
    expect((await strait('date<=2031-03-01')).out).toBe('ferry-tickets\n');
    const events = `events --ids --data ${fixture('strait-forum.json')} --where`;
    expect((await summit(`${events} start>2033-06-01`)).out).toBe('next-forum\n');
    expect((await summit(`${events} end<=2033-06-01`)).out).toBe('next-forum\n');
    expect((await strait('date!=2031-03-31')).out).toBe('power-cable\nembassies\nherring-count\n');
  });

  it('takes one of several for =, and none of them for !=, but in free text', async () => {
    expect(await ids('talks', 'status=held,planned')).toEqual([vandrel, talvin]);
    expect(await ids('talks', 'status!=held,planned')).toEqual([dolmara]);
    expect(await ids('talks', `id=${dolmara}, ${vandrel}`)).toEqual([vandrel, dolmara]);
    expect(await ids('talks', 'leaders=vandrel,talvin')).toEqual([vandrel, talvin]);
    expect(await ids('talks', 'date=2025-06-03,2025-06-04')).toEqual([vandrel, talvin]);
    expect(await ids('deals', 'amount=300000,1')).toEqual(['drinking-water-pipeline']);
    expect(await ids('quotes', 'words=We came here to share a lake, not to divide it')).toEqual([
      'share-a-lake',
    ]);
  });

  it('takes a name for what else it is called', async () => {
    expect(await ids('quotes', 'speaker=o’talvin')).toEqual(['open-the-sluices']);
    expect(await ids('quotes', 'speaker=arvenian')).toEqual(['historic']);
    expect(await ids('quotes', 'speaker=nobody at all')).toEqual([]);
  });

  it('is put to what a reference leads to', async () => {
    expect(await ids('talks', 'leaders.name~talvin')).toEqual([talvin]);
    expect(await ids('talks', 'countries.iso=XD')).toEqual([dolmara]);
    expect(await ids('leaders', 'country.role=host')).toEqual(['zoe-marequin']);
  });

  it('looks into the anchors', async () => {
    expect(await ids('deals', 'evidence~dolmara hopes')).toEqual(['drinking-water-pipeline']);
  });

  it('may have further operators in its value', async () => {
    expect(await ids('claims', 'claim~a=b')).toEqual([]);
    expect(await ids('claims', 'claim~>=')).toEqual([]);
  });

  it('holds together with every other one', async () => {
    expect(await ids('talks', 'status=held', 'date>2025-06-03')).toEqual([talvin]);
    expect(await ids('talks', 'status=held', 'date=')).toEqual([]);
  });
});

describe('a condition that cannot be read', () => {
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
  ])('%j is refused', async (condition, told) => {
    expect(await refusal('deals', condition)).toBe(`summit: ${told}\nexit 2`);
  });
});

it.each([
  ['deals', 'x name=1', /^summit: invalid --where expression "x name=1"\n/],
  ['talks', 'date=2023-13', /: no such date\n/],
  ['talks', 'date=x2023-02-30', /: date must be YYYY, YYYY-MM or YYYY-MM-DD\n/],
  ['talks', 'date=2023-02-30x', /: date must be YYYY, YYYY-MM or YYYY-MM-DD\n/],
])('of %s %j is refused as it is', async (collection, condition, told) => {
  expect(await refusal(collection, condition)).toMatch(told);
});

describe('a comma', () => {
  const wanted = (collection: 'leaders' | 'deals', condition: string) =>
    parseCondition(condition, getFields(collection), indexRecords(readDataset(lakes))).wanted;

  it('is a comma in a text, also in a list or a passage', () => {
    expect(wanted('deals', 'name=a, b')).toEqual(['a, b']);
    expect(wanted('leaders', 'aliases=Smith, John')).toEqual(['Smith, John']);
    expect(wanted('leaders', 'evidence=so, they said')).toEqual(['so, they said']);
  });

  it('stands between choices, ids, numbers and days', () => {
    expect(wanted('deals', 'status=sought, signed')).toEqual(['sought', 'signed']);
    expect(wanted('deals', 'countries=Belmarch,xb')).toEqual(['belmarch', 'belmarch']);
    expect(wanted('deals', 'amount=1,2')).toEqual(['1', '2']);
    expect(wanted('deals', 'id=a,b')).toEqual(['a', 'b']);
    expect(wanted('deals', 'date=2023,2024')).toEqual(['2023', '2024']);
  });
});

describe('= and !=', () => {
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

  it('part all records between them', () => {
    fc.assert(
      fc.property(deals, sides, (deal, [field, value]) => {
        const isMet = (operator: string) =>
          meets(deal, parseCondition(`${field}${operator}${value}`, fields, index), names);
        expect(isMet('=')).toBe(!isMet('!='));
      }),
    );
  });

  it('have beside them an order by how references read, by the id where that has no name', () => {
    const meetsIt = (countries: readonly string[], condition: string) =>
      meets({ id: 'a-deal', countries }, parseCondition(condition, fields, index), names);
    expect(meetsIt(['china'], 'countries>the b')).toBe(true);
    expect(meetsIt(['china'], 'countries<the b')).toBe(false);
    expect(meetsIt(['china'], 'countries<the d')).toBe(true);
    expect(meetsIt(['china'], 'countries>the d')).toBe(false);
    expect(meetsIt(['unnamed'], 'countries>=unnamed')).toBe(true);
    expect(meetsIt(['unnamed'], 'countries<=UNNAMED')).toBe(true);
    expect(meetsIt(['unnamed'], 'countries<the z')).toBe(false);
  });

  it('go by the record that a reference leads to, and not by what it is called', () => {
    const confusing: Names = { ...names, getNames: () => ['china', 'japan'] };
    const isJapan = parseCondition('countries=japan', fields, index);
    expect(meets({ id: 'a-deal', countries: ['china'] }, isJapan, confusing)).toBe(false);
    expect(meets({ id: 'a-deal', countries: ['japan'] }, isJapan, confusing)).toBe(true);
  });

  it('find nothing in what is not there', () => {
    const has = (condition: string) =>
      meets({ id: 'a-deal' }, parseCondition(condition, fields, index), names);
    expect(
      ['name~undefined', 'name=undefined', 'name~u', 'date>2000', 'amount<5'].map(has),
    ).toEqual(Array.from({ length: 5 }, () => false));
  });

  it('have what goes on meet each of its days, and what has no first day none', () => {
    const goesOn = (date: string | null, end: string | null, condition: string) =>
      meets({ id: 'a-moment', date, end }, parseCondition(condition, timelineFields, index), names);
    expect(goesOn('2023-05-17', '2023-05-19', 'date=2023-05-18')).toBe(true);
    expect(goesOn('2023-05-17', null, 'date=2023-05-18')).toBe(false);
    expect(goesOn(null, '2023-05-19', 'date=2023-05-19')).toBe(false);
    expect(goesOn(null, '2023-05-19', 'date>2000')).toBe(false);
  });

  it('compare a span with a day, a month or a year by the days that it has', () => {
    const days = Array.from({ length: 60 }, (_, at) =>
      new Date(Date.UTC(2023, 2, 10 + at)).toISOString().slice(0, 10),
    );
    // What lies before and after them all keeps a year from ending with them.
    const calendar = ['2023-01-01', ...days, '2023-12-31'];
    const span = fc.tuple(fc.constantFrom(...days), fc.nat(20)).map(([first, more]) => {
      const end = days[Math.min(days.length - 1, days.indexOf(first) + more)] ?? first;
      return [first, end] as const;
    });
    const wanted = fc.oneof(
      fc.constantFrom(...days),
      fc.constantFrom('2023-03', '2023-04', '2023'),
    );
    fc.assert(
      fc.property(span, wanted, ([date, end], asked) => {
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

  it('have a record meet = of its own value', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => one.trim() === one);
    fc.assert(
      fc.property(word, (name) => {
        const condition = parseCondition(`name=${name}`, fields, index);
        expect(meets({ id: 'a-deal', name }, condition, names)).toBe(true);
      }),
    );
  });
});
