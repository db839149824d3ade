import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { expect, inject, test } from 'vitest';
import { assertDefined } from '../../../src/text/assert-defined.ts';
import { type Files, growthRows } from './growth-inputs.ts';

/** Smaller size of most inputs in bytes, and how often it goes into the larger one. */
const [usualSize, factor] = [100_000, 4];

/** Ratio that n log n stays below, and that the square does not. */
const maxRatio = 6;

/** Longest time that a run may take, in milliseconds: what takes the square never ends. */
const timeout = 60_000;

/** Writes the processor time of the program in microseconds to another stream as it ends. */
const meter = `data:text/javascript,import { writeSync } from 'node:fs';
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeSync(3, String(user + system));
});`;

/** Reads a stream to its end. */
async function readAll(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += chunk;
  return text;
}

/** Measures the processor time of a program with such files in seconds; infinite if it takes too long. */
async function measureProgram(command: readonly string[], files: Files): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'summit-growth-'));
  const all = { 'input.txt': '', ...files };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(folder, name), text);
  const child = spawn(process.execPath, ['--import', meter.replaceAll('\n', ' '), ...command], {
    cwd: folder,
    env: { ...process.env, ...(files['my.json'] !== undefined && { SUMMIT_DATA: 'my.json' }) },
    stdio: [openSync(join(folder, 'input.txt'), 'r'), 'ignore', 'pipe', 'pipe'],
    timeout,
    killSignal: 'SIGKILL',
  });
  const [errors, time, [status]] = await Promise.all([
    readAll(child.stdio[2] as Readable),
    readAll(child.stdio[3] as Readable),
    once(child, 'close'),
  ]);
  rmSync(folder, { recursive: true });
  if (status === null) return Number.POSITIVE_INFINITY;
  expect(status, errors).toBeLessThan(2);
  return Number(time) / 1e6;
}

const measure = (line: string, files: Files): Promise<number> =>
  measureProgram(
    [join(inject('packed').folder, 'bin', 'summit.js'), ...line.trim().split(' ')],
    files,
  );

// As many at once as there are cores: the time of the processor does not depend on the others.
test.concurrent.each(Object.entries(growthRows))(
  'takes no more than n log n: %s',
  async (_, [line, generate, size = usualSize]) => {
    const [few, many] = [generate(size), generate(factor * size)];
    // Other programs disturb a run, but never speed it up.
    let [least, most] = [await measure(line, few), await measure(line, many)];
    for (let count = 0; count < 2 && most > maxRatio * least; count += 1) {
      least = Math.min(least, await measure(line, few));
      most = Math.min(most, await measure(line, many));
    }
    expect(most / least).toBeLessThanOrEqual(maxRatio);
  },
  10 * timeout,
);

/** Size of the largest inputs in bytes, and the slowest rows of each mechanism. */
const largeSize = 4_000_000;
const slowest = [
  'new, a paragraph many times',
  'new, the same quotation among others',
  'verify, figures',
  'verify, many claims about one of many assertions',
  'verify, talks of one leader of many aliases',
  'anchor, a long passage of one word',
];

/** Work that takes a second on the machine of the README, and grows memory as the program does. */
const secondOfWork = `const words = new Map();
for (let at = 0; at < 1_500_000; at += 1) words.set(('Word ' + at).toLowerCase(), { at });`;

test.concurrent.each(slowest)(
  'takes at most ten seconds for 4 MB: %s',
  async (name) => {
    const [line, generate] = assertDefined(growthRows[name]);
    const files = generate(largeSize);
    // A slow machine, or one that others use too, takes longer for both.
    const second = await measureProgram(['--eval', secondOfWork], {});
    expect(await measure(line, files)).toBeLessThanOrEqual(10 * second);
  },
  10 * timeout,
);
