import { expect, it } from 'vitest';
import { createStyle, type RenderOptions } from '../../src/output/render-options.ts';
import { joinSideBySide } from '../../src/output/text.ts';

const page = (width: number | undefined, isColoured = false): RenderOptions => ({
  width,
  drawnWidth: width,
  isTerminal: false,
  style: createStyle(isColoured),
  header: true,
  escapesFormulas: false,
});

const left = 'one two three four five six seven eight nine ten';
const right = 'eleven twelve';

it('two texts stand side by side from 34 columns each up', () => {
  expect(joinSideBySide(left, right, page(72))).toBe(
    `${'one two three four five six seven'.padEnd(34)}  │ eleven twelve
${'eight nine ten'.padEnd(34)}  │
`,
  );
});

it('one stands below the other where there is less room, set in', () => {
  expect(joinSideBySide(left, right, page(71))).toBe(`${left}\n  ${right}\n`);
  expect(joinSideBySide('a', 'eleven, and twelve', page(19))).toBe('a\n  eleven, and\n  twelve\n');
  expect(joinSideBySide(left, 'a b', page(1)).split('\n').slice(-3)).toEqual(['  a', '  b', '']);
});

it('into a pipe each stands in a line', () => {
  expect(joinSideBySide(left, right, page(undefined))).toBe(`${left}\n  ${right}\n`);
});

it('the second is faint', () => {
  expect(joinSideBySide('a', 'b', page(72, true))).toContain('\u001b[2mb\u001b[22m');
  expect(joinSideBySide('a', 'b', page(60, true))).toContain('  \u001b[2mb\u001b[22m');
});
