import { expect, it } from 'vitest';
import { createStyle, type RenderOptions } from '../../src/output/render-options.ts';
import { joinSideBySide } from '../../src/output/text.ts';

const buildPage = (width: number | undefined, isColoured = false): RenderOptions => ({
  width,
  drawnWidth: width,
  isTerminal: false,
  style: createStyle(isColoured),
  header: true,
  escapesFormulas: false,
});

const left = 'one two three four five six seven eight nine ten';
const right = 'eleven twelve';

it('puts two texts next to each other if each has at least 34 columns', () => {
  expect(joinSideBySide(left, right, buildPage(72))).toBe(
    `${'one two three four five six seven'.padEnd(34)}  │ eleven twelve
${'eight nine ten'.padEnd(34)}  │
`,
  );
});

it('puts the second text below the first, indented, if there is less space', () => {
  expect(joinSideBySide(left, right, buildPage(71))).toBe(`${left}\n  ${right}\n`);
  expect(joinSideBySide('a', 'eleven, and twelve', buildPage(19))).toBe(
    'a\n  eleven, and\n  twelve\n',
  );
  expect(joinSideBySide(left, 'a b', buildPage(1)).split('\n').slice(-3)).toEqual([
    '  a',
    '  b',
    '',
  ]);
});

it('puts each text on one line in a pipe', () => {
  expect(joinSideBySide(left, right, buildPage(undefined))).toBe(`${left}\n  ${right}\n`);
});

it('dims the second text', () => {
  expect(joinSideBySide('a', 'b', buildPage(72, true))).toContain('\u001b[2mb\u001b[22m');
  expect(joinSideBySide('a', 'b', buildPage(60, true))).toContain('  \u001b[2mb\u001b[22m');
});
