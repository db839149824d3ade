import { visible } from './escape.ts';
import { labelled } from './labelled.ts';
import type { Page } from './page.ts';

/** Something on a timeline; the days are as they are to read. */
export interface Happening {
  readonly status: 'held' | 'reported' | 'ongoing' | 'planned';
  readonly id: string;
  readonly what: string;
  /** What stands behind it in a fainter voice: place, last day. */
  readonly details: readonly string[];
}

/** A day, or what has none, with what happens then. */
export interface Day {
  readonly heading: string;
  readonly happenings: readonly Happening[];
}

const shapes = { held: '●', reported: '◌', ongoing: '◐', planned: '○' } as const;
const paints = { held: 'good', reported: 'faint', ongoing: 'head', planned: 'pending' } as const;
const widestStatus = Math.max(...Object.keys(shapes).map((status) => status.length));

function drawHappening({ status, what, details, id }: Happening, page: Page): string {
  const { style, width } = page;
  const told = [style.head(visible(what)), ...details.map(visible), style.id(id)].join(' · ');
  const label = style[paints[status]](`${shapes[status]} ${status}`);
  const inner = {
    ...page,
    width: width === undefined ? undefined : Math.max(1, width - 3),
  };
  return labelled(label, told, widestStatus + 2, inner);
}

function* drawDay({ heading, happenings }: Day, corner: string, page: Page): Generator<string> {
  const { style } = page;
  const isLast = corner === '└';
  yield `${style.faint(corner)} ${style.head(visible(heading))}\n`;
  const rail = isLast ? ' ' : style.faint('│');
  for (const one of happenings) {
    yield drawHappening(one, page).replace(/^(?=.)/gm, `${rail}  `);
  }
  if (!isLast) yield `${rail}\n`;
}

/** A line down the days, and on it what happens, each kind with a shape and a word of its own. */
export function* drawTimeline(days: Iterable<Day>, page: Page): Generator<string> {
  let before: Day | undefined;
  let corner = '┌';
  for (const day of days) {
    if (before) {
      yield* drawDay(before, corner, page);
      corner = '├';
    }
    before = day;
  }
  if (before) yield* drawDay(before, '└', page);
}
