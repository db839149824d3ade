import { expect, it } from 'vitest';
import { beside } from '../../src/output/beside.ts';
import { type Page, styleOf } from '../../src/output/page.ts';

const page = (width: number | undefined, isColoured = false): Page => ({
  width,
  drawnWidth: () => width,
  isTerminal: false,
  style: styleOf(isColoured),
  header: true,
  isGuarded: false,
});

const left = 'one two three four five six seven eight nine ten';
const right = 'eleven twelve';

it('two texts stand side by side from 34 columns each up', () => {
  expect(beside(left, right, page(72))).toBe(
    `${'one two three four five six seven'.padEnd(34)}  │ eleven twelve
${'eight nine ten'.padEnd(34)}  │
`,
  );
});

it('one stands below the other where there is less room, set in', () => {
  expect(beside(left, right, page(71))).toBe(`${left}\n  ${right}\n`);
  expect(beside('a', 'eleven, and twelve', page(19))).toBe('a\n  eleven, and\n  twelve\n');
  expect(beside(left, 'a b', page(1)).split('\n').slice(-3)).toEqual(['  a', '  b', '']);
});

it('into a pipe each stands in a line', () => {
  expect(beside(left, right, page(undefined))).toBe(`${left}\n  ${right}\n`);
});

it('the second is faint', () => {
  expect(beside('a', 'b', page(72, true))).toContain('\u001b[2mb\u001b[22m');
  expect(beside('a', 'b', page(60, true))).toContain('  \u001b[2mb\u001b[22m');
});
