import { escapeUnsafe } from './escape.ts';
import { getStatusStyle, type RenderOptions } from './render-options.ts';
import { layOutLabelled, measureWidth } from './text.ts';

/** Item of a timeline, with its days formatted for reading. */
export interface TimelineItem {
  readonly status: string;
  readonly id: string;
  readonly what: string;
  /** Details printed after the item: place, last day. */
  readonly details: readonly string[];
}

/** Day of a timeline with its items, or all items without a day. */
export interface Day {
  readonly heading: string;
  readonly happenings: readonly TimelineItem[];
}

/** Shapes by status; the status follows its shape as a word. */
const shapes: Readonly<Record<string, string>> = {
  held: '●',
  reported: '◌',
  ongoing: '◐',
  planned: '○',
};
const otherShape = '·';

function drawItem(
  { status, what, details, id }: TimelineItem,
  widest: number,
  page: RenderOptions,
): string {
  const { style, width } = page;
  const shape = shapes[status] ?? otherShape;
  const told = [style.heading(escapeUnsafe(what)), ...details.map(escapeUnsafe), style.id(id)].join(
    ' · ',
  );
  const label = getStatusStyle(status, style)(`${shape} ${escapeUnsafe(status)}`);
  const inner = {
    ...page,
    width: width === undefined ? undefined : Math.max(1, width - 3),
  };
  return layOutLabelled(label, told, widest + 2, inner);
}

function* drawDay(
  { heading, happenings }: Day,
  corner: string,
  widest: number,
  page: RenderOptions,
): Generator<string> {
  const { style } = page;
  const isLast = corner === '└';
  yield `${style.dim(corner)} ${style.heading(escapeUnsafe(heading))}\n`;
  const rail = isLast ? ' ' : style.dim('│');
  for (const one of happenings) {
    yield drawItem(one, widest, page).replace(/^(?=.)/gm, `${rail}  `);
  }
  if (!isLast) yield `${rail}\n`;
}

/** Draws the days along a vertical line, and each item with the shape and the word of its status. */
export function* drawTimeline(days: readonly Day[], page: RenderOptions): Generator<string> {
  let widest = 0;
  for (const { happenings } of days) {
    for (const { status } of happenings) widest = Math.max(widest, measureWidth(status));
  }
  for (const [at, day] of days.entries()) {
    const corner = at === days.length - 1 ? '└' : at === 0 ? '┌' : '├';
    yield* drawDay(day, corner, widest, page);
  }
}
