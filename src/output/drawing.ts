import { widthOf } from './cell.ts';
import { visible } from './escape.ts';
import { labelled } from './labelled.ts';
import { type Page, voiceOf } from './page.ts';

/** Something on a timeline; the days are as they are to read. */
export interface Happening {
  readonly status: string;
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

/** The shape of a status; what it is stands beside it in words. */
const shapes: Readonly<Record<string, string>> = {
  held: '●',
  reported: '◌',
  ongoing: '◐',
  planned: '○',
};
const otherShape = '·';

function drawHappening(
  { status, what, details, id }: Happening,
  widest: number,
  page: Page,
): string {
  const { style, width } = page;
  const shape = shapes[status] ?? otherShape;
  const told = [style.head(visible(what)), ...details.map(visible), style.id(id)].join(' · ');
  const label = voiceOf(status, style)(`${shape} ${visible(status)}`);
  const inner = {
    ...page,
    width: width === undefined ? undefined : Math.max(1, width - 3),
  };
  return labelled(label, told, widest + 2, inner);
}

function* drawDay(
  { heading, happenings }: Day,
  corner: string,
  widest: number,
  page: Page,
): Generator<string> {
  const { style } = page;
  const isLast = corner === '└';
  yield `${style.faint(corner)} ${style.head(visible(heading))}\n`;
  const rail = isLast ? ' ' : style.faint('│');
  for (const one of happenings) {
    yield drawHappening(one, widest, page).replace(/^(?=.)/gm, `${rail}  `);
  }
  if (!isLast) yield `${rail}\n`;
}

/** A line down the days, and on it what happens, each kind with a shape and a word of its own. */
export function* drawTimeline(days: readonly Day[], page: Page): Generator<string> {
  const statuses = days.flatMap(({ happenings }) => happenings.map(({ status }) => status));
  const widest = statuses.reduce((most, status) => Math.max(most, widthOf(status)), 0);
  for (const [at, day] of days.entries()) {
    const corner = at === days.length - 1 ? '└' : at === 0 ? '┌' : '├';
    yield* drawDay(day, corner, widest, page);
  }
}
