import { describe, expect, it } from 'vitest';
import { drawTimeline, type TimelineItem, type TimelineSection } from '../../src/output/drawing.ts';
import { createStyle } from '../../src/output/render-options.ts';

const createItem = (
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

/** Draws a timeline for the given width, or for a pipe if there is none. */
function draw(all: readonly TimelineSection[], width?: number, isColoured = false): string {
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
      createItem('held', 'evening-talks', 'Talks in the evening', 'Vellmouth'),
      createItem('reported', 'further-talks', 'Further talks'),
    ],
  },
  {
    heading: '4 June 2025',
    items: [createItem('ongoing', 'sessions', 'Sessions', 'until 5 June 2025')],
  },
  { heading: 'no day stated', items: [createItem('planned', 'declaration', 'A declaration')] },
];

describe('the drawing of a timeline', () => {
  it('is a line down the days, with a shape and a word for each status', () => {
    expect(draw(days)).toBe(`\
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

  it('has a plain shape for items without a status', () => {
    const [day] = [{ heading: '3 June', items: [createItem('not stated', 'a', 'Talks')] }];
    expect(draw([day])).toBe('└ 3 June\n   · not stated  Talks  a\n');
    expect(draw([day], undefined, true)).toContain('\u001b[2m· not stated\u001b[22m');
  });

  it('starts and ends at the same day if there is only one', () => {
    expect(draw(days.slice(1, 2))).toBe(`\
└ 4 June 2025
   ◐ ongoing  Sessions · until 5 June 2025  sessions
`);
  });

  it('is empty without days', () => {
    expect(draw([])).toBe('');
  });

  it('wraps within its line, and below the status on very narrow terminals', () => {
    expect(draw(days.slice(0, 1), 36)).toBe(`\
└ 3 June 2025
   ● held      Talks in the evening
               · Vellmouth
               evening-talks
   ◌ reported  Further talks
               further-talks
`);
    expect(draw(days.slice(1, 2), 20)).toBe(`\
└ 4 June 2025
   ◐ ongoing
     Sessions ·
     until 5 June
     2025  sessions
`);
  });

  it('escapes unsafe characters', () => {
    const section = {
      heading: '\u001b[2J',
      items: [createItem('held', 'a', '\u202eb', '\u0007')],
    };
    expect(draw([section])).toBe('└ \\x1b[2J\n   ● held  \\u{202e}b · \\x07  a\n');
  });

  it('has a colour for each status, in addition to its shape', () => {
    const section = {
      heading: 'day',
      items: (['held', 'reported', 'ongoing', 'planned'] as const).map((status) =>
        createItem(status, 'a', 'b'),
      ),
    };
    const lines = draw([section], undefined, true).replaceAll('\u001b', '^').split('\n');
    expect(lines.slice(1, 5).map((line) => line.trim().split(/ {2,}/)[0])).toEqual([
      '^[32m● held^[39m',
      '^[2m◌ reported^[22m',
      '^[1m◐ ongoing^[22m',
      '^[33m○ planned^[39m',
    ]);
  });
});
