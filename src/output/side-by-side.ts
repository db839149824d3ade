import { measureWidth } from './cell.ts';
import type { RenderOptions } from './render-options.ts';
import { wrap } from './wrap.ts';

/** Minimum width of each of two texts side by side. */
const minSideWidth = 34;
const gap = '  │ ';

/**
 * Formats two texts side by side, each wrapped to half of the width. Puts the second below the first if there is too
 * little room or, into a pipe, no width.
 */
export function joinSideBySide(
  left: string,
  right: string,
  { width, style }: RenderOptions,
): string {
  const room = width === undefined ? 0 : Math.floor((width - gap.length) / 2);
  if (room < minSideWidth) {
    const inner = width && Math.max(1, width - 2);
    const below = wrap(right, inner).map((line) => `  ${style.dim(line)}`);
    return `${[...wrap(left, width), ...below].join('\n')}\n`;
  }
  const [lefts, rights] = [wrap(left, room), wrap(right, room)];
  const lines = Array.from({ length: Math.max(lefts.length, rights.length) }, (_, at) => {
    const one = lefts[at] ?? '';
    const other = style.dim(rights[at] ?? '');
    return `${one}${' '.repeat(Math.max(0, room - measureWidth(one)))}${gap}${other}`.trimEnd();
  });
  return `${lines.join('\n')}\n`;
}
