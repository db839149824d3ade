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

/** Lists the entries of a timeline, one line each. */
function listLines(dataset: Dataset): readonly string[] {
  return listTimelineEntries(indexRecords(dataset)).map(({ date, when, status, id, what }) =>
    [date ?? when ?? 'no date', status, id, what].join(' | '),
  );
}

describe('the timeline', () => {
  it('lists events and talks by day, with events first within a day, and undated entries last', () => {
    expect(listLines(lakes)).toEqual([
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

  it('gives the days, the place and the collection of each entry', () => {
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

  it('names all participants, and a country only if none of its leaders takes part', () => {
    const leaders = [[], ['zoe-marequin'], ['zoe-marequin', 'ruan-o-talvin', 'dolmara-leader']];
    const talks = lakes.talks.map((talk, at) => ({ ...talk, leaders: leaders[at] ?? [] }));
    expect(listLines({ ...lakes, talks, events: [] })).toEqual([
      '2025-06-03 | held | marequin-vandrel-3-june | Talks: Arvenia, Belmarch',
      '2025-06-04 | held | marequin-o-talvin-4-june | Talks: Zoë Maréquin, Corvessa',
      "no date | reported | marequin-dolmara | Talks: Zoë Maréquin, Ruan O'Talvin, unnamed (Dolmara)",
    ]);
  });

  it('is in the order of the days and, within a day, of the dataset', () => {
    const [event] = lakes.events;
    if (!event) throw new Error('no event');
    const days = ['2025-06-09', '2025-06-01', null, '2025-06-09', '2025-06-05', null, '2025-06-01'];
    const events = days.map((start, at) => ({ ...event, id: `e-${at}`, start, end: null }));
    const dataset = { ...lakes, talks: [], events };
    expect(listTimelineEntries(indexRecords(dataset)).map(({ id }) => id)).toEqual(
      [1, 6, 4, 0, 3, 2, 5].map((at) => `e-${at}`),
    );
  });

  it('puts a month or year at its beginning, and entries with only a wording last', () => {
    expect(listLines(readDataset(fixture('strait-forum.json')))).toEqual([
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
    // No Node knows this language, so weekdays are the English ones.
    ['x-none', ['on Sunday', 'Monday', 'last month', 'Tuesday']],
  ])('orders weekdays as in a week: %s', (language, words) => {
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

  it('covers 17 to 19 May in the embedded dataset', () => {
    expect(listLines(readDataset(project('data', 'xian-2023.json')))).toEqual([
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

  it('has its fields in a fixed order', () => {
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

describe('entries grouped by day', () => {
  const createEntry = (date: string | null, end: string | null, at = 0): TimelineEntry => ({
    id: `m-${at}`,
    date,
    end,
    when: null,
    status: null,
    what: '',
    place: null,
  });
  const group = (
    entries: readonly TimelineEntry[],
    others: readonly string[] = [],
    isAsked = (_: string) => true,
  ) =>
    groupByDay(entries, others, isAsked).map(
      ([day, some]) => `${day}: ${some.map(({ id }) => id).join(' ')}`,
    );

  it('are listed for each day on which one begins or ends, and for other requested days', () => {
    const entries = [
      createEntry('2025-06-03', '2025-06-07', 0),
      createEntry('2025-06-05', '2025-06-05', 1),
      createEntry(null, null, 2),
    ];
    expect(group(entries)).toEqual(['2025-06-03: m-0', '2025-06-05: m-0 m-1', '2025-06-07: m-0']);
    expect(group(entries, ['2025-06-04', '2025-06-09']).slice(0, 2)).toEqual([
      '2025-06-03: m-0',
      '2025-06-04: m-0',
    ]);
    expect(group(entries, [], (day) => day === '2025-06-05')).toEqual(['2025-06-05: m-0 m-1']);
  });

  it('belong to a month or year only under that, not under its days', () => {
    const entries = [
      createEntry('2025-06', '2025-06', 0),
      createEntry('2025-06-05', '2025-06-05', 1),
      createEntry('2025', '2025-06-05', 2),
    ];
    expect(group(entries)).toEqual(['2025: m-2', '2025-06: m-0', '2025-06-05: m-1 m-2']);
  });

  it('are listed under their first day if they are on no requested day', () => {
    const entries = [
      createEntry('2025-06-03', '2025-06-07', 0),
      createEntry(null, '2025-06-04', 1),
    ];
    expect(group(entries, [], () => false)).toEqual(['2025-06-03: m-0', '2025-06-04: m-1']);
  });

  it('are listed only on the first and last day if they span more than 31 listed days', () => {
    const days = Array.from({ length: 40 }, (_, at) =>
      new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10),
    );
    const entries = [
      createEntry('2025-01-01', '2025-01-31', 0),
      createEntry('2025-01-01', '2025-02-01', 1),
      createEntry('2025-01', '2025-01', 2),
    ];
    const found = group(entries, days);
    expect(found.filter((line) => line.includes('m-0'))).toHaveLength(31);
    expect(found.filter((line) => line.includes('m-1'))).toEqual([
      '2025-01-01: m-0 m-1',
      '2025-02-01: m-1',
    ]);
    expect(
      group(entries, days, (day) => day > '2025-01-01').filter((line) => line.includes('m-1')),
    ).toHaveLength(31);
  });

  it('are grouped even if there are very many', () => {
    const days = Array.from({ length: 50_000 }, (_, at) =>
      new Date(Date.UTC(1800, 0, 1 + at)).toISOString().slice(0, 10),
    );
    const entries = days.map((day, at) => createEntry(day, day, at));
    expect(group(entries.toReversed())).toEqual(days.map((day, at) => `${day}: m-${at}`));
  });
});

describe('a date', () => {
  it('is valid if the calendar has it, and reads like Intl formats it', () => {
    const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
    const twoDigits = (max: number) =>
      fc.integer({ min: 0, max: max }).map((number) => String(number).padStart(2, '0'));
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 9999 }),
        twoDigits(13),
        twoDigits(32),
        (year, month, day) => {
          const text = `${year}-${month}-${day}`;
          const date = new Date(`${text}T00:00:00Z`);
          const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
          expect(parseSpan(text)).toEqual(isDay ? [text, text] : undefined);
          if (isDay) expect(formatDate(text)).toBe(format.format(date));
        },
      ),
    );
  });

  it.each([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].map((last, at) => [at + 1, last]))(
    'in month %i has %i days',
    (month, last) => {
      const text = `2023-${String(month).padStart(2, '0')}`;
      expect(parseSpan(text)).toEqual([`${text}-01`, `${text}-${last}`]);
      expect(parseSpan(`${text}-${last}`)).toBeDefined();
      expect(parseSpan(`${text}-${last + 1}`)).toBeUndefined();
    },
  );

  it.each(['x2023', '2023x', '2023-5', '2023-00', '2023-13', '2023-05-1', ' 2023'])(
    '%j is invalid',
    (text) => {
      expect(parseSpan(text)).toBeUndefined();
    },
  );

  it('reads as in English text', () => {
    expect(formatDate('2023-05-18')).toBe('18 May 2023');
    expect(formatDate('0987-01-02')).toBe('2 January 987');
  });

  it.each([
    ['2023-05-18', '2023-05-19', '18–19 May 2023'],
    ['2023-05-31', '2023-06-01', '31 May – 1 June 2023'],
    ['2022-12-31', '2023-01-01', '31 December 2022 – 1 January 2023'],
  ])('from %s to %s reads “%s”', (start, end, text) => {
    expect(formatSpan(start, end).replaceAll(/\s/g, ' ')).toBe(text);
  });

  it.each([
    ['2023', '2023-06', '2023 – June 2023'],
    ['2023-05-18', '2023-05', '18 May – May 2023'],
    ['2023-05', '2023-05-18', 'May – 18 May 2023'],
    ['2023-05', '2023-06', 'May – June 2023'],
    ['2023-05-18', '2023-06', '18 May – June 2023'],
  ])('from %s to %s, less precisely known, reads “%s”', (start, end, text) => {
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
  ])('%j is invalid', (text) => {
    expect(parseSpan(text)).toBeUndefined();
  });
});
