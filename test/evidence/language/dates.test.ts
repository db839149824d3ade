import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  buildDateWords,
  hasDay,
  readDays,
  readMonths,
} from '../../../src/evidence/language/dates.ts';
import { memoise } from '../../../src/text/memoise.ts';

// The words are built by each test, so that each test notices a fault in that.

function includesDay(
  text: string,
  month: number,
  day: number,
  words = buildDateWords('en'),
): boolean {
  return readDays(text, words).some((range) => hasDay(range, month * 100 + day));
}

test('reads a day in all usual forms', () => {
  const ways = [
    'on May 18.',
    'on 18 May, they',
    'the 18th of May',
    'May 18th',
    'MAY 18',
    'May 18 and 19',
    'May 17, 18 and 19',
    'May 18-19',
    'May 17–18',
    'May 18 to 19',
    '18 and 19 May',
    '17–18 May',
    '17th, 18th and 19th of May',
    'May the 18th',
    'Thursday, 18 May',
    '2023-05-18',
    '2023-05-18T09:00:00Z',
    'May\u00a018',
    'May 18: the crew',
    'May 18 at 10:30',
  ];
  expect(ways.filter((text) => !includesDay(text, 5, 18))).toEqual([]);
});

test('reads abbreviated months', () => {
  for (const text of ['Aug. 3', '3 Aug', 'August 3']) expect(includesDay(text, 8, 3)).toBe(true);
  for (const text of ['Sept. 3', 'Sep 3', '3 Sept.', '3 Sep. 2023']) {
    expect(includesDay(text, 9, 3)).toBe(true);
  }
});

test('a range covers the days between its ends, also over the end of a month or year', () => {
  const ranges: readonly (readonly [string, number, number])[] = [
    ['May 17-20', 5, 18],
    ['from 17 to 20 May', 5, 19],
    ['May 17 through 19 and 25', 5, 18],
    ['May 30 to June 2', 5, 31],
    ['May 30 to June 2', 6, 1],
    ['30 May – 2 June', 6, 1],
    ['December 30 to January 2', 1, 1],
  ];
  expect(ranges.filter(([text, month, day]) => !includesDay(text, month, day))).toEqual([]);
  expect(includesDay('May 17 and 20', 5, 18)).toBe(false);
  expect(includesDay('May 17-20', 5, 21)).toBe(false);
  expect(includesDay('May 30 and June 2', 6, 1)).toBe(false);
  expect(includesDay('18-2 May', 5, 20)).toBe(false);
});

test('does not read another day, another month or something else as the day', () => {
  const others = [
    'May 19',
    'June 18',
    'May 181',
    'May 1.18',
    'they may 18 times',
    'of the 20, 18 may attend',
    'Maya 18',
    'in May, 18 boats',
    'May',
    '18',
    '$18 May',
    'May 18%',
    '2023-05-19',
    '12023-05-18',
  ];
  expect(others.filter((text) => includesDay(text, 5, 18))).toEqual([]);
});

test('reads the year next to a day', () => {
  for (const text of [
    'May 18, 2023',
    '18 May 2023',
    'May 18–19, 2023',
    '2023 May 18',
    '2023-05-18',
  ]) {
    expect(readDays(text, buildDateWords('en'))).toContainEqual(
      expect.objectContaining({ year: 2023 }),
    );
  }
  for (const text of ['May 18', 'May 18, and 2023 boats', 'May 18 2,000 boats']) {
    expect(readDays(text, buildDateWords('en')).map(({ year }) => year)).toEqual([undefined]);
  }
});

test('reads the months and conjunctions of other languages', () => {
  const passed: readonly (readonly [string, string])[] = [
    ['de', 'am 18. Mai'],
    ['de', '18. und 19. Mai 2023'],
    ['fr', 'le 18 mai'],
    ['es', 'el 18 de mayo de 2023'],
    ['ru', '18 мая'],
    ['mt', 'fit-18 ta’ Mejju'],
    ['uz', '2023-yil 18-may kuni'],
    ['uz', '18-19-may'],
    ['ky', '18-май'],
    ['he', 'ב-18 במאי'],
    ['th', 'วันที่ 18 พ.ค.'],
    ['vi', 'ngày 18 tháng 5'],
    ['haw', '18 Mei'],
    ['tk', '18 ýa-da 19 maý'],
  ];
  expect(passed.filter(([tag, text]) => !includesDay(text, 5, 18, buildDateWords(tag)))).toEqual(
    [],
  );
  expect(includesDay('18 août', 8, 18, buildDateWords('fr'))).toBe(true);
  expect(includesDay('May 18', 5, 18, buildDateWords('fr'))).toBe(false);
  expect(includesDay('18 ʻAukake', 8, 18, buildDateWords('haw'))).toBe(true);
  expect(readDays('los 18 de la lista', buildDateWords('es'))).toEqual([]);
  expect(readDays('18 S, 18 t', buildDateWords('es'))).toEqual([]);
  expect(readDays('mAY 18', buildDateWords('en'))).toEqual([]);
  expect(readDays('18 05', buildDateWords('bua'))).toEqual([]);
});

test('reads any month as Intl writes it in each English-speaking country', () => {
  const tags = ['en', 'en-GB', 'en-AU', 'en-CA', 'en-IE', 'en-IN', 'en-NZ', 'en-SG', 'en-ZA'];
  const lost = tags.flatMap((tag) =>
    (['long', 'short'] as const).flatMap((style) => {
      const format = new Intl.DateTimeFormat(tag, { day: 'numeric', month: style });
      return Array.from({ length: 12 }, (_, at) => at)
        .filter((at) => !includesDay(format.format(new Date(2023, at, 18)), at + 1, 18))
        .map((at) => format.format(new Date(2023, at, 18)));
    }),
  );
  expect(lost).toEqual([]);
});

test('reads any day as Intl writes it, and no other', () => {
  const days = fc.date({
    min: new Date('2000-01-01T00:00:00Z'),
    max: new Date('2039-12-31T00:00:00Z'),
    noInvalidDate: true,
  });
  const tags = fc.constantFrom('en', 'en-GB', 'de', 'fr', 'es', 'it', 'ru', 'pl', 'pt');
  const writer = memoise(
    (tag: string) =>
      new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', timeZone: 'UTC' }),
  );
  const reader = memoise(buildDateWords);
  fc.assert(
    fc.property(tags, days, days, (tag, written, asked) => {
      const [month, day] = [asked.getUTCMonth() + 1, asked.getUTCDate()];
      const isSame = month === written.getUTCMonth() + 1 && day === written.getUTCDate();
      expect(includesDay(writer(tag).format(written), month, day, reader(tag))).toBe(isSame);
      expect(includesDay(writer(tag).format(asked), month, day, reader(tag))).toBe(true);
    }),
  );
});

test('reads a month by its name, with the year next to it', () => {
  expect(readMonths('They may meet in May, or in June 2023.', buildDateWords('en'))).toEqual([
    { month: 5, year: undefined },
    { month: 6, year: 2023 },
  ]);
});

test('recognises the days of a range over the end of a year', () => {
  const range = { first: 1230, last: 102, year: undefined };
  expect(
    [
      [12, 29],
      [12, 30],
      [12, 31],
      [1, 1],
      [1, 2],
      [1, 3],
      [6, 1],
    ].map(([month = 0, day = 0]) => hasDay(range, month * 100 + day)),
  ).toEqual([false, true, true, true, true, false, false]);
});

test('takes the year of a range from either of its ends', () => {
  const listYears = (text: string) =>
    readDays(text, buildDateWords('en')).map(({ first, last, year }) => [first, last, year]);
  expect(listYears('May 30 to June 2, 2023')).toContainEqual([530, 602, 2023]);
  expect(listYears('May 30, 2023 to June 2')).toContainEqual([530, 602, 2023]);
  expect(listYears('May 30 and June 2')).toEqual([
    [530, 530, undefined],
    [602, 602, undefined],
  ]);
  expect(listYears('they may 3 times')).toEqual([]);
  expect(listYears('Sept. 3, Jan. 4')).toEqual([
    [903, 903, undefined],
    [104, 104, undefined],
  ]);
});

test('writes a day with and without its year, and a month with its year, in the language', () => {
  const formatDay = (tag: string) => {
    const { short, full, monthAndYear } = buildDateWords(tag);
    return [short(), full(), monthAndYear()].map((format) => format.format(Date.UTC(2023, 4, 8)));
  };
  expect(formatDay('en')).toEqual(['May 8', 'May 8, 2023', 'May 2023']);
  expect(formatDay('fr')).toEqual(['8 mai', '8 mai 2023', 'mai 2023']);
});

test('accepts conjunctions between days only of the language, in any case', () => {
  const german = buildDateWords('de');
  expect(includesDay('18. oder 19. Mai', 5, 18, german)).toBe(true);
  expect(includesDay('18. & 19. Mai', 5, 18, german)).toBe(true);
  expect(includesDay('18. bis 20. Mai', 5, 19, german)).toBe(false);
  expect(includesDay('18. to 20. Mai', 5, 19, german)).toBe(false);
  expect(includesDay('MAY 30 TO JUNE 2', 6, 1)).toBe(true);
  expect(german.isCapitalised).toBe(true);
  expect(buildDateWords('fr').isCapitalised).toBe(false);
});
