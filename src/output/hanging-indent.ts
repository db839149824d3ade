import { measureWidth } from './cell.ts';
import type { RenderOptions } from './render-options.ts';
import { wrap } from './wrap.ts';

/** Minimum width of a value on the line of its label; with less room the value goes below, indented. */
const minValueWidth = 20;

/** Formats a label and a value with a hanging indent. `labelWidth` is the width of the widest label. */
export function layOutLabelled(
  label: string,
  value: string,
  labelWidth: number,
  { width }: RenderOptions,
): string {
  const isBeside = width === undefined || width - labelWidth - 2 >= minValueWidth;
  const indent = ' '.repeat(isBeside ? labelWidth + 2 : 2);
  const room = width === undefined ? undefined : Math.max(1, width - indent.length);
  const body = wrap(value, room).join(`\n${indent}`);
  if (!isBeside) return `${wrap(label, width).join('\n')}\n${indent}${body}\n`;
  return `${label}${' '.repeat(Math.max(1, labelWidth - measureWidth(label) + 2))}${body}\n`;
}
