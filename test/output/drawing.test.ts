import { describe, expect, it } from 'vitest';
import { drawTimeline, type TimelineItem, type TimelineSection } from '../../src/output/drawing.ts';
import { createStyle } from '../../src/output/render-options.ts';

const happening = (
  status: TimelineItem['status'],
  id: string,
  what: string,
  ...details: string[]
): TimelineItem => ({
  status,
  id,
  what,
  details,
});

/** The drawing in so many columns; without a number as into a pipe. */
function drawn(all: readonly TimelineSection[], width?: number, isColoured = false): string {
  const page = {
    width,
    drawnWidth: width,
    isTerminal: true,
    style: createStyle(isColoured),
    header: true,
    escapesFormulas: false,
  };
  return [...drawTimeline(all, page)].join('');
}

const days: readonly TimelineSection[] = [
  {
    heading: '3 June 2025',
    items: [
      happening('held', 'evening-talks', 'Talks in the evening', 'Vellmouth'),
      happening('reported', 'further-talks', 'Further talks'),
    ],
  },
  {
    heading: '4 June 2025',
    items: [happening('ongoing', 'sessions', 'Sessions', 'until 5 June 2025')],
  },
  { heading: 'no day stated', items: [happening('planned', 'declaration', 'A declaration')] },
];

describe('a drawn timeline', () => {
  it('is a line down the days, with a shape and a word a status', () => {
    expect(drawn(days)).toBe(`\
┌ 3 June 2025
│  ● held      Talks in the evening · Vellmouth  evening-talks
│  ◌ reported  Further talks  further-talks
│
├ 4 June 2025
│  ◐ ongoing   Sessions · until 5 June 2025  sessions
│
└ no day stated
   ○ planned   A declaration  declaration
`);
  });

  it('has a plain shape for what has no status', () => {
    const [day] = [{ heading: '3 June', items: [happening('not stated', 'a', 'Talks')] }];
    expect(drawn([day])).toBe('└ 3 June\n   · not stated  Talks  a\n');
    expect(drawn([day], undefined, true)).toContain('\u001b[2m· not stated\u001b[22m');
  });

  it('ends where it begins when there is one day', () => {
    expect(drawn(days.slice(1, 2))).toBe(`\
└ 4 June 2025
   ◐ ongoing  Sessions · until 5 June 2025  sessions
`);
  });

  it('is nothing without days', () => {
    expect(drawn([])).toBe('');
  });

  it('wraps inside its line, and beneath the status on the narrowest terminals', () => {
    expect(drawn(days.slice(0, 1), 36)).toBe(`\
└ 3 June 2025
   ● held      Talks in the evening
               · Vellmouth
               evening-talks
   ◌ reported  Further talks
               further-talks
`);
    expect(drawn(days.slice(1, 2), 20)).toBe(`\
└ 4 June 2025
   ◐ ongoing
     Sessions ·
     until 5 June
     2025  sessions
`);
  });

  it('shows what is unsafe in it as escapes', () => {
    const stretch = {
      heading: '\u001b[2J',
      items: [happening('held', 'a', '\u202eb', '\u0007')],
    };
    expect(drawn([stretch])).toBe('└ \\x1b[2J\n   ● held  \\u{202e}b · \\x07  a\n');
  });

  it('has a colour of its own for each status, besides its shape', () => {
    const stretch = {
      heading: 'day',
      items: (['held', 'reported', 'ongoing', 'planned'] as const).map((status) =>
        happening(status, 'a', 'b'),
      ),
    };
    const lines = drawn([stretch], undefined, true).replaceAll('\u001b', '^').split('\n');
    expect(lines.slice(1, 5).map((line) => line.trim().split(/ {2,}/)[0])).toEqual([
      '^[32m● held^[39m',
      '^[2m◌ reported^[22m',
      '^[1m◐ ongoing^[22m',
      '^[33m○ planned^[39m',
    ]);
  });
});
