import { spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { type Files, growthRows } from './growth-inputs.ts';

const [size, factor] = [100_000, 4];

/** Ratio that n log n stays below, and that the square does not. */
const maxRatio = 6;

/** Longest time that a run may take, in milliseconds: what takes the square never ends. */
const timeout = 60_000;

const folder = mkdtempSync(join(tmpdir(), 'summit-growth-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes the processor time of the program in microseconds to another stream as it ends. */
const meter = `data:text/javascript,import { writeSync } from 'node:fs';
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeSync(3, String(user + system));
});`;

/** Measures the processor time of a command line in seconds; infinite if it takes too long. */
function measure(line: string, files: Files): number {
  const all = { 'input.txt': '', ...files };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(folder, name), text);
  const command = join(inject('packed').folder, 'bin', 'summit.js');
  const { status, error, output } = spawnSync(
    process.execPath,
    ['--import', meter.replaceAll('\n', ' '), command, ...line.trim().split(' ')],
    {
      cwd: folder,
      env: { ...process.env, ...(files['my.json'] !== undefined && { SUMMIT_DATA: 'my.json' }) },
      stdio: [openSync(join(folder, 'input.txt'), 'r'), 'ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      timeout,
      killSignal: 'SIGKILL',
    },
  );
  if (error) return Number.POSITIVE_INFINITY;
  expect(status, String(output[2])).toBeLessThan(2);
  return Number(output[3]) / 1e6;
}

test.each(Object.entries(growthRows))(
  'takes no more than n log n: %s',
  (_, [line, generate]) => {
    const [few, many] = [generate(size), generate(factor * size)];
    // Other programs disturb a run, but never speed it up.
    let [least, most] = [measure(line, few), measure(line, many)];
    for (let count = 0; count < 2 && most > maxRatio * least; count += 1) {
      [least, most] = [Math.min(least, measure(line, few)), Math.min(most, measure(line, many))];
    }
    expect(most / least).toBeLessThanOrEqual(maxRatio);
  },
  10 * timeout,
);
