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

/** A line down the days, and on it what happens, each kind with a shape and a word of its own. */
export function* drawTimeline(days: readonly Day[], page: Page): Generator<string> {
  const { style } = page;
  for (const [at, { heading, happenings }] of days.entries()) {
    const isLast = at === days.length - 1;
    yield `${style.faint(isLast ? '└' : at === 0 ? '┌' : '├')} ${style.head(visible(heading))}\n`;
    const rail = isLast ? ' ' : style.faint('│');
    const lines = happenings.flatMap((one) => drawHappening(one, page).trimEnd().split('\n'));
    for (const line of lines) yield `${rail}  ${line}\n`;
    if (!isLast) yield `${rail}\n`;
  }
}
