import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexRecords } from '../../../src/dataset/query/record-index.ts';
import {
  groupByDay,
  listTimelineEntries,
  type TimelineEntry,
  timelineFields,
} from '../../../src/dataset/query/timeline.ts';
import type { Dataset } from '../../../src/dataset/schema/dataset.ts';
import { formatDate, formatSpan, parseSpan } from '../../../src/text/dates.ts';
import { readDataset } from '../../read-dataset.ts';
import { example, fixture, project } from '../../run.ts';

const lakes = readDataset(example('lakes-summit.json'));

/** The moments of a dataset, a line each. */
function lines(dataset: Dataset): readonly string[] {
  return listTimelineEntries(indexRecords(dataset)).map(({ date, when, status, id, what }) =>
    [date ?? when ?? 'no date', status, id, what].join(' | '),
  );
}

describe('the timeline', () => {
  it('has events and talks by day, events first within a day, and the undated last', () => {
    expect(lines(lakes)).toEqual([
      '2025-06-03 | ongoing | summit-in-vellmouth | Lake Oreval Summit',
      '2025-06-03 | held | guests-welcomed | Maréquin welcomed the leaders',
      '2025-06-03 | held | marequin-vandrel-3-june | Talks: Zoë Maréquin, Ilse-Maarit Vandrel',
      '2025-06-04 | planned | group-sessions | Group sessions',
      "2025-06-04 | held | marequin-o-talvin-4-june | Talks: Zoë Maréquin, Ruan O'Talvin",
      'no date | held | charter-signing | Oreval Water Charter signed',
      'no date | held | separate-talks | Separate talks with all three guests',
      'no date | planned | closing-dinner | Closing dinner',
      'no date | ongoing | boat-traffic-suspended | Boat traffic suspended',
      'no date | reported | marequin-dolmara | Talks: Zoë Maréquin, unnamed (Dolmara)',
    ]);
  });

  it('has the days, the place and the collection of each', () => {
    const [first, , third] = listTimelineEntries(indexRecords(lakes));
    expect(first).toEqual({
      date: '2025-06-03',
      end: '2025-06-05',
      when: null,
      status: 'ongoing',
      id: 'summit-in-vellmouth',
      collection: 'events',
      what: 'Lake Oreval Summit',
      place: 'Vellmouth',
      evidence: [
        { paragraph: 1, start: 'Lake Oreval Summit Opens', end: 'the Agenda' },
        { paragraph: 2, start: 'Four lakeside countries', end: 'June 3–5' },
        { paragraph: 3, start: 'to a three-day summit', end: 'Lake Oreval' },
      ],
    });
    expect(third).toMatchObject({ end: '2025-06-03', collection: 'talks', place: null });
  });

  it('names all who meet, and a country of which no leader does', () => {
    const leaders = [[], ['zoe-marequin'], ['zoe-marequin', 'ruan-o-talvin', 'dolmara-leader']];
    const talks = lakes.talks.map((talk, at) => ({ ...talk, leaders: leaders[at] ?? [] }));
    expect(lines({ ...lakes, talks, events: [] })).toEqual([
      '2025-06-03 | held | marequin-vandrel-3-june | Talks: Arvenia, Belmarch',
      '2025-06-04 | held | marequin-o-talvin-4-june | Talks: Zoë Maréquin, Corvessa',
      "no date | reported | marequin-dolmara | Talks: Zoë Maréquin, Ruan O'Talvin, unnamed (Dolmara)",
    ]);
  });

  it('is in the order of the days, and within a day in that of the dataset', () => {
    const [event] = lakes.events;
    if (!event) throw new Error('no event');
    const days = ['2025-06-09', '2025-06-01', null, '2025-06-09', '2025-06-05', null, '2025-06-01'];
    const events = days.map((start, at) => ({ ...event, id: `e-${at}`, start, end: null }));
    const dataset = { ...lakes, talks: [], events };
    expect(listTimelineEntries(indexRecords(dataset)).map(({ id }) => id)).toEqual(
      [1, 6, 4, 0, 3, 2, 5].map((at) => `e-${at}`),
    );
  });

  it('has what is dated to a month or a year at its beginning, and what has but words last', () => {
    expect(lines(readDataset(fixture('strait-forum.json')))).toEqual([
      '2033 | planned | next-forum | next forum',
      'Monday | held | brekkan-wren-monday | Talks: Aila Brekkan, Tobias Wren',
      'Tuesday | held | sudmark-halden-tuesday | Talks: unnamed (Sudmark), Halden',
      'Friday | planned | papers-carried | Harrow carries the papers',
      'Friday | planned | wren-solvang-friday | Talks: Tobias Wren, Marit Solvang',
      'no date | held | letter-of-solvang | Letter of Marit Solvang',
    ]);
  });

  it.each([
    ['en', ['on Sunday', 'late Monday', 'last month', 'Tuesday']],
    ['de', ['am Sonntag', 'Montagabend oder Montag', 'im Mai', 'Dienstag']],
    // No Node knows this language; weekdays are those of English.
    ['x-none', ['on Sunday', 'Monday', 'last month', 'Tuesday']],
  ])('has weekdays in the order of the week: %s', (language, words) => {
    const [event] = lakes.events;
    if (!event) throw new Error('no event');
    const events = words.map((when, at) => ({
      ...event,
      id: `e-${at}`,
      start: null,
      end: null,
      when,
    }));
    const dataset = { ...lakes, source: { ...lakes.source, language }, talks: [], events };
    expect(listTimelineEntries(indexRecords(dataset)).map(({ id }) => id)).toEqual(
      [1, 3, 0, 2].map((at) => `e-${at}`),
    );
  });

  it('of the embedded dataset runs from 17 to 19 May', () => {
    expect(lines(readDataset(project('data', 'xian-2023.json')))).toEqual([
      '2023-05-17 | held | xi-tokayev-17-may | Talks: Xi Jinping, Kassym-Jomart Tokayev',
      '2023-05-18 | ongoing | summit-in-xian | Central Asian summit',
      '2023-05-18 | held | guests-hosted | Xi hosted heads of Central Asian countries',
      '2023-05-18 | reported | xi-kazakhstan-18-may | Talks: Xi Jinping, Kassym-Jomart Tokayev',
      '2023-05-18 | held | xi-zhaparov-18-may | Talks: Xi Jinping, Sadyr Zhaparov',
      '2023-05-18 | reported | xi-tajikistan-18-may | Talks: Xi Jinping, unnamed (Tajikistan)',
      '2023-05-18 | reported | xi-turkmenistan-18-may | Talks: Xi Jinping, unnamed (Turkmenistan)',
      '2023-05-18 | reported | xi-uzbekistan-18-may | Talks: Xi Jinping, unnamed (Uzbekistan)',
      '2023-05-19 | planned | group-discussion | Group discussion',
      'no date | planned | xi-speech | Speech by Xi',
      'no date | planned | document-signing | Political document to be signed',
      'no date | ongoing | g7-summit | G7 summit',
    ]);
  });

  it('names its fields in a fixed order', () => {
    expect(timelineFields.map(({ name }) => name)).toEqual([
      'date',
      'end',
      'when',
      'status',
      'id',
      'collection',
      'what',
      'place',
      'evidence',
    ]);
  });
});

describe('moments by day', () => {
  const moment = (date: string | null, end: string | null, at = 0): TimelineEntry => ({
    id: `m-${at}`,
    date,
    end,
    when: null,
    status: null,
    what: '',
    place: null,
  });
  const grouped = (
    moments: readonly TimelineEntry[],
    others: readonly string[] = [],
    isAsked = (_: string) => true,
  ) =>
    groupByDay(moments, others, isAsked).map(
      ([day, some]) => `${day}: ${some.map(({ id }) => id).join(' ')}`,
    );

  it('are those on which any of them begins or ends, and others that are asked for', () => {
    const moments = [
      moment('2025-06-03', '2025-06-07', 0),
      moment('2025-06-05', '2025-06-05', 1),
      moment(null, null, 2),
    ];
    expect(grouped(moments)).toEqual(['2025-06-03: m-0', '2025-06-05: m-0 m-1', '2025-06-07: m-0']);
    expect(grouped(moments, ['2025-06-04', '2025-06-09']).slice(0, 2)).toEqual([
      '2025-06-03: m-0',
      '2025-06-04: m-0',
    ]);
    expect(grouped(moments, [], (day) => day === '2025-06-05')).toEqual(['2025-06-05: m-0 m-1']);
  });

  it('have a month or a year on none of its days, and on its own', () => {
    const moments = [
      moment('2025-06', '2025-06', 0),
      moment('2025-06-05', '2025-06-05', 1),
      moment('2025', '2025-06-05', 2),
    ];
    expect(grouped(moments)).toEqual(['2025: m-2', '2025-06: m-0', '2025-06-05: m-1 m-2']);
  });

  it('have under its first day what is on none of the days that are asked for', () => {
    const moments = [moment('2025-06-03', '2025-06-07', 0), moment(null, '2025-06-04', 1)];
    expect(grouped(moments, [], () => false)).toEqual(['2025-06-03: m-0', '2025-06-04: m-1']);
  });

  it('have what goes on for more than 31 of them on the first and the last alone', () => {
    const days = Array.from({ length: 40 }, (_, at) =>
      new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10),
    );
    const moments = [
      moment('2025-01-01', '2025-01-31', 0),
      moment('2025-01-01', '2025-02-01', 1),
      moment('2025-01', '2025-01', 2),
    ];
    const found = grouped(moments, days);
    expect(found.filter((line) => line.includes('m-0'))).toHaveLength(31);
    expect(found.filter((line) => line.includes('m-1'))).toEqual([
      '2025-01-01: m-0 m-1',
      '2025-02-01: m-1',
    ]);
    expect(
      grouped(moments, days, (day) => day > '2025-01-01').filter((line) => line.includes('m-1')),
    ).toHaveLength(31);
  });

  it('are found for as many as there are', () => {
    const days = Array.from({ length: 50_000 }, (_, at) =>
      new Date(Date.UTC(1800, 0, 1 + at)).toISOString().slice(0, 10),
    );
    const moments = days.map((day, at) => moment(day, day, at));
    expect(grouped(moments.toReversed())).toEqual(days.map((day, at) => `${day}: m-${at}`));
  });
});

describe('a day', () => {
  it('is one where the calendar has it, and reads as Intl has it', () => {
    const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
    const two = (most: number) =>
      fc.integer({ min: 0, max: most }).map((number) => String(number).padStart(2, '0'));
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), two(13), two(32), (year, month, day) => {
        const text = `${year}-${month}-${day}`;
        const date = new Date(`${text}T00:00:00Z`);
        const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
        expect(parseSpan(text)).toEqual(isDay ? [text, text] : undefined);
        if (isDay) expect(formatDate(text)).toBe(format.format(date));
      }),
    );
  });

  it.each([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].map((last, at) => [at + 1, last]))(
    'month %i has %i of them',
    (month, last) => {
      const text = `2023-${String(month).padStart(2, '0')}`;
      expect(parseSpan(text)).toEqual([`${text}-01`, `${text}-${last}`]);
      expect(parseSpan(`${text}-${last}`)).toBeDefined();
      expect(parseSpan(`${text}-${last + 1}`)).toBeUndefined();
    },
  );

  it.each(['x2023', '2023x', '2023-5', '2023-00', '2023-13', '2023-05-1', ' 2023'])(
    '%j is none',
    (text) => {
      expect(parseSpan(text)).toBeUndefined();
    },
  );

  it('reads as one says it', () => {
    expect(formatDate('2023-05-18')).toBe('18 May 2023');
    expect(formatDate('0987-01-02')).toBe('2 January 987');
  });

  it.each([
    ['2023-05-18', '2023-05-19', '18–19 May 2023'],
    ['2023-05-31', '2023-06-01', '31 May – 1 June 2023'],
    ['2022-12-31', '2023-01-01', '31 December 2022 – 1 January 2023'],
  ])('%s to %s reads %s', (start, end, text) => {
    expect(formatSpan(start, end).replaceAll(/\s/g, ' ')).toBe(text);
  });

  it.each([
    ['2023', '2023-06', '2023 – June 2023'],
    ['2023-05-18', '2023-05', '18 May – May 2023'],
    ['2023-05', '2023-05-18', 'May – 18 May 2023'],
    ['2023-05', '2023-06', 'May – June 2023'],
    ['2023-05-18', '2023-06', '18 May – June 2023'],
  ])('%s to %s, known less well, reads %s', (start, end, text) => {
    expect(formatSpan(start, end).replaceAll(/\s/g, ' ')).toBe(text);
  });

  it.each([
    ['2023-05-18', ['2023-05-18', '2023-05-18']],
    ['2023-02', ['2023-02-01', '2023-02-28']],
    ['2024-02', ['2024-02-01', '2024-02-29']],
    ['2023-12', ['2023-12-01', '2023-12-31']],
    ['2023', ['2023-01-01', '2023-12-31']],
    ['2024-02-29', ['2024-02-29', '2024-02-29']],
  ])('%s spans %j', (text, span) => {
    expect(parseSpan(text)).toEqual(span);
  });

  it.each([
    '2023-02-29',
    '2023-02-30',
    '2023-13-01',
    '2023-13',
    '2023-00-01',
    '2023-01-00',
    '1900-02-29',
    '23',
    '',
  ])('%j is none', (text) => {
    expect(parseSpan(text)).toBeUndefined();
  });
});
