import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { toAscii } from '../../src/output/escape.ts';
import { isUtf8 } from '../../src/output/render-options.ts';
import { example, summit } from '../run.ts';

it.each([
  [{}, true],
  [{ LANG: 'en_GB.UTF-8' }, true],
  [{ LANG: 'C.utf8' }, true],
  [{ LANG: 'C' }, false],
  [{ LANG: 'de_DE.ISO-8859-1' }, false],
  [{ LC_ALL: '', LC_CTYPE: 'POSIX', LANG: 'en_GB.UTF-8' }, false],
  [{ LC_ALL: 'C.UTF-8', LC_CTYPE: 'C', LANG: 'C' }, true],
])('recognises whether the locale of %j is UTF-8: %s', (env, expected) => {
  expect(isUtf8(env)).toBe(expected);
});

it('replaces signs with ASCII of the same width, and keeps letters', () => {
  expect(toAscii('┌─ ● Zoë · “it’s” 18–19 … ¶2 ✓✗')).toBe('+- * Zoë - "it\'s" 18-19 ~ #2 +x');
});

it('draws in ASCII if the locale is not UTF-8, except what is to be typed or read by a program', async () => {
  const env = { LANG: 'C' };
  expect((await summit('coverage x', { env, files: { x: 'Xian.' } })).out).toContain('x #1 ');
  expect((await summit('show railway', { env })).out).not.toMatch(/[“”¶·─]/);
  expect((await summit('show nobody', { env })).err).toBe(
    'summit: no record "nobody"\nsummit search nobody searches all records\n',
  );
  const files = { 'facts–1.json': readFileSync(example('lakes-summit.json')) };
  expect((await summit('records --help --data facts–1.json', { env, files })).out).toContain(
    "summit --data 'facts–1.json' records",
  );
  for (const line of [
    'quotes -f csv',
    'talks -f markdown --evidence',
    'cite xi -f bibtex',
    'graph',
  ]) {
    expect((await summit(line, { env })).out).toBe((await summit(line)).out);
  }
});
