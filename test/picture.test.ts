import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { project } from './run.ts';

it('shows in the picture of the README what the program prints', () => {
  const picture = execFileSync(process.execPath, [project('bin', 'picture.mjs')], {
    encoding: 'utf8',
  });
  expect(picture).toMatch(/^<svg /);
  expect(readFileSync(project('data', 'session.svg'), 'utf8')).toBe(picture);
});

it('gives in CONTRIBUTING the figures of this version', () => {
  const page = readFileSync(project('.github', 'CONTRIBUTING.md'), 'utf8');
  const [, figures = ''] = page.split('<!-- figures -->');
  expect(figures).toContain(`Of version ${manifest.version}:`);
  const cases = readFileSync(project('test', 'robustness', 'faults.txt'), 'utf8')
    .trimEnd()
    .split('\n\n');
  const statedCount = Number(/\| faults: .* \| (\d+) \|/.exec(figures)?.[1]);
  expect(statedCount).toBeGreaterThan(cases.length - 1);
});
