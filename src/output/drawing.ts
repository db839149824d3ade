import { findStatus } from '../model/vocabulary.ts';
import { escapeUnsafe } from './escape.ts';
import { getStatusStyle, type RenderOptions } from './render-options.ts';
import { layOutLabelled, measureWidest } from './text.ts';

/** Item of a timeline, with its days formatted for reading. */
export interface TimelineItem {
  readonly status: string;
  readonly id: string;
  readonly what: string;
  /** Details printed after the item: place, last day. */
  readonly details: readonly string[];
}

/** Day of a timeline with its items, or items without a day. */
export interface TimelineSection {
  readonly heading: string;
  readonly items: readonly TimelineItem[];
}

function drawItem(
  { status, what, details, id }: TimelineItem,
  statusWidth: number,
  page: RenderOptions,
): string {
  const { style } = page;
  const label = `${findStatus(status)?.shape ?? '·'} ${escapeUnsafe(status)}`;
  const text = [style.heading(escapeUnsafe(what)), ...details.map(escapeUnsafe)].join(' · ');
  const right = { ...page, width: page.width && Math.max(1, page.width - 3) };
  const shown = getStatusStyle(status, style)(label);
  return layOutLabelled(shown, `${text}  ${style.id(id)}`, statusWidth + 2, right);
}

/** Draws the days along a vertical line, and each item with the shape and the word of its status. */
export function* drawTimeline(
  sections: readonly TimelineSection[],
  page: RenderOptions,
): Generator<string> {
  const { style } = page;
  const statuses = new Set(sections.flatMap(({ items }) => items.map(({ status }) => status)));
  const statusWidth = measureWidest([...statuses]);
  for (const [at, { heading, items }] of sections.entries()) {
    const isLast = at === sections.length - 1;
    const corner = isLast ? '└' : at === 0 ? '┌' : '├';
    const rail = isLast ? ' ' : style.dim('│');
    yield `${style.dim(corner)} ${style.heading(escapeUnsafe(heading))}\n`;
    for (const item of items) {
      yield drawItem(item, statusWidth, page).replace(/^(?=.)/gm, `${rail}  `);
    }
    if (!isLast) yield `${rail}\n`;
  }
}
