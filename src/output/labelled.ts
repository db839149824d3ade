import { widthOf } from './cell.ts';
import type { Page } from './page.ts';
import { wrap } from './wrap.ts';

/** Columns that a value must have beside its label; else it goes below, indented. */
const narrowest = 20;

/** A label and a shown value with a hanging indent, within the width; `labelWidth` is that of the widest label. */
export function labelled(
  label: string,
  value: string,
  labelWidth: number,
  { width }: Page,
): string {
  const isBeside = width === undefined || width - labelWidth - 2 >= narrowest;
  const indent = ' '.repeat(isBeside ? labelWidth + 2 : 2);
  const room = width === undefined ? undefined : Math.max(1, width - indent.length);
  const body = wrap(value, room).join(`\n${indent}`);
  if (!isBeside) return `${wrap(label, width).join('\n')}\n${indent}${body}\n`;
  return `${label}${' '.repeat(Math.max(1, labelWidth - widthOf(label) + 2))}${body}\n`;
}
