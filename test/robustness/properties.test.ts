import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commands } from '../../src/commands/commands.ts';
import { collectionNames } from '../../src/dataset/schema/collections.ts';
import { example, type Result, run } from '../run.ts';
import { skeleton } from '../skeleton.ts';

const lakes: unknown = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8'));
const article = readFileSync(example('lakes-summit.txt'), 'utf8');

/** Checks that a run ends with a known status and without a stack trace. */
function expectOrderly({ status, err }: Result): void {
  expect([0, 1, 2]).toContain(status);
  expect(err).not.toMatch(/this is a bug in summit|^ +at .*:\d+:\d+/m);
  // Every error is explained. With status 1, the output of verify and coverage is the answer.
  if (status === 2) expect(err).toMatch(/^summit: ./m);
}

/** Any JSON, including values that a dataset has elsewhere. */
const anyJson = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, '', 'xi', 'china', '2023-02-30', 1e300, -1, [], {}, [[]], { id: 'id' }),
  fc.constantFrom('__proto__', 'constructor', 'toString', '\ud800', '\u202e', ' '),
);

/** Replaces a value somewhere in another one. The numbers say where. */
function replaceWithin(value: unknown, [step, ...steps]: readonly number[], by: unknown): unknown {
  if (step === undefined || typeof value !== 'object' || value === null) return by;
  const keys = Object.keys(value);
  const key = keys[step % (keys.length + 1)] ?? `new-${step}`;
  const inner = replaceWithin((value as Record<string, unknown>)[key], steps, by);
  if (Array.isArray(value)) return value.map((item, at) => (String(at) === key ? inner : item));
  return { ...value, [key]: inner };
}

const path = fc.array(fc.nat(60), { minLength: 1, maxLength: 4 });
const almostDataset = fc
  .array(fc.tuple(path, anyJson), { minLength: 1, maxLength: 3 })
  .map((changes) => changes.reduce((file, [at, by]) => replaceWithin(file, at, by), lakes));

const readingLine = fc.constantFrom(
  ...collectionNames.map((name) => [name]),
  ['records', '-f', 'cards'],
  ['show', 'lakeside-railway'],
  ['search', 'water'],
  ['timeline'],
  ['graph'],
  ['cite', 'lakeside-railway'],
  ['verify', 'article.txt'],
  ['coverage', 'article.txt'],
  ['annotations', 'article.txt'],
  ['validate'],
  ['export', 'folder'],
  ['export', '--sql'],
  [],
);

it('ends without a crash with any JSON as the dataset', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyJson, almostDataset), readingLine, async (dataset, line) => {
      const files = { 'x.json': JSON.stringify(dataset), 'article.txt': article };
      expectOrderly(await run([...line, '--data', 'x.json'], { files }));
    }),
  );
});

it('ends without a crash with any text as the dataset or the article', async () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.constant(article));
  await fc.assert(
    fc.asyncProperty(text, text, readingLine, async (dataset, other, line) => {
      const files = { 'x.json': dataset, 'article.txt': other };
      expectOrderly(await run([...line, '--data', 'x.json'], { files }));
    }),
  );
});

it('ends without a crash with anything between the paragraphs of a true article', async () => {
  const odd = fc.constantFrom(...'\u00ad\u200b\u200d\u2060\ufeff\u0301“”.- a7');
  const paragraph = fc.oneof(
    fc.constantFrom(...article.split('\n\n')),
    fc.string({ unit: odd }),
    fc.string({ unit: 'binary' }),
  );
  const checking = fc.constantFrom(
    ['verify', 'article.txt', '--all'],
    ['verify', 'article.txt', '--review'],
    ['coverage', 'article.txt'],
    ['new', 'article.txt'],
    ['anchor', 'article.txt', 'the lake'],
  );
  const dataset = JSON.stringify(skeleton);
  await fc.assert(
    fc.asyncProperty(fc.array(paragraph, { maxLength: 4 }), checking, async (all, line) => {
      const files = { 'x.json': dataset, 'article.txt': all.join('\n\n') };
      expectOrderly(await run([...line, '--data', 'x.json'], { files }));
    }),
  );
});

const options = commands.flatMap(({ options: own }) =>
  Object.values(own).flatMap(({ flags }) => flags.match(/--?[\w-]+/g) ?? []),
);
const word = fc.oneof(
  fc.constantFrom(...commands.map(({ name }) => name), 'help', '__complete', '--', '-', ''),
  fc.constantFrom(...options, '--data', '--color', '--no-color', '--width', '--help', '--version'),
  fc.constantFrom('x.json', 'article.txt', 'dolmara', 'json', 'csv', 'name', '-name', '3', 'all'),
  fc.constantFrom('status=held', 'date>2025', 'name~a', 'leader.name=x', '__proto__=1', 'a,b', '='),
  fc.string({ unit: 'binary' }),
  fc.string().map((text) => `--${text}`),
);

it('ends without a crash with any arguments', async () => {
  const files = { 'x.json': JSON.stringify(lakes), 'article.txt': article };
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 6 }), fc.boolean(), async (argv, isTerminal) => {
      const world = { files, env: { SUMMIT_DATA: 'x.json' } };
      const terminal = isTerminal ? { terminal: 60, messages: 60 } : {};
      expectOrderly(await run(argv, { ...world, ...terminal }));
    }),
  );
});
