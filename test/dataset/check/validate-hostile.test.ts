import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { validateDataset } from '../../../src/dataset/check/validate.ts';
import { collectionNames } from '../../../src/dataset/schema/collections.ts';
import { fixture, run } from '../../run.ts';
import { skeleton } from '../../skeleton.ts';

const valid = JSON.stringify(skeleton, null, 2);

/** Replaces parts of the small valid dataset. Each must occur in it. */
function replaceInDataset(...swaps: readonly (readonly [from: string, to: string])[]): string {
  return swaps.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`nothing to replace: ${from}`);
    return text.replace(from, () => to);
  }, valid);
}

/** Runs validate on a text. Returns its output and status. */
async function validateText(text: string): Promise<string> {
  const { status, out, err } = await run(['validate', 'my.json'], { files: { 'my.json': text } });
  return `${out}${err}exit ${status}`;
}

describe('validate with a hostile dataset', () => {
  it('reports keys that every object inherits as unknown', async () => {
    const text = replaceInDataset(
      ['"place": null', '"place": null, "__proto__": {"place": "here"}, "constructor": 1'],
      ['"talks": []', '"talks": [], "hasOwnProperty": null'],
    );
    const known =
      'id, name, aliases, place, country, host, start, end, when, status, note, evidence';
    expect(await validateText(text)).toBe(
      `my.json:18:20: summit.__proto__: unknown field; expected one of ${known}
my.json:18:52: summit.constructor: unknown field; expected one of ${known}
my.json:50:16: hasOwnProperty: unknown field; expected one of $schema, source, summit, ${collectionNames.join(', ')}, reviewed
summit: my.json is not valid: 3 problems
exit 1`,
    );
  });

  it('reports a field as missing if only its prototype has it', async () => {
    const text = replaceInDataset([
      '"name": "The name of the summit"',
      '"__proto__": {"name": "Summit"}',
    ]);
    expect(await validateText(text)).toContain('summit.name: missing; expected text\n');
  });

  it('quotes odd keys, with control characters escaped', async () => {
    const text = replaceInDataset(['"place": null', '"place": null, "a b\\u001b[31m": 1, "": 2']);
    expect(await validateText(text)).toBe(
      `my.json:18:20: summit["a b\\u001b[31m"]: unknown field; expected one of id, name, aliases, place, country, host, start, end, when, status, note, evidence
my.json:18:40: summit[""]: unknown field; expected one of id, name, aliases, place, country, host, start, end, when, status, note, evidence
summit: my.json is not valid: 2 problems
exit 1`,
    );
  });

  it('reports an object with names of methods in place of any value', () => {
    const strange = { toString: 1, valueOf: 1, length: 'x', id: 1 };
    const file = JSON.parse(readFileSync(fixture('strait-forum.json'), 'utf8'));
    const records = Object.values(file)
      .flat()
      .filter((one) => typeof one === 'object') as Record<string, unknown>[];
    for (const record of records) {
      for (const [field, value] of Object.entries(record)) {
        record[field] = strange;
        const { problems } = validateDataset(new TextEncoder().encode(JSON.stringify(file)));
        const message = expect.stringMatching(/^expected .*, found an object$/);
        expect(problems).toContainEqual(expect.objectContaining({ message }));
        record[field] = value;
      }
    }
  });

  it('does not quote a number beyond the largest as null', async () => {
    const text = replaceInDataset(['"paragraph": 1', '"paragraph": 1e999']);
    expect(await validateText(text)).toContain(
      'expected a whole number of at most 9007199254740991, found Infinity',
    );
  });

  it.each([
    ['null', '1:1: expected an object, found null'],
    ['[]', '1:1: expected an object, found an empty list'],
    ['\n "x"', '2:2: expected an object, found "x"'],
  ])('rejects a dataset that is only %j', async (text, problem) => {
    expect(await validateText(text)).toBe(
      `my.json:${problem}\nsummit: my.json is not valid: 1 problem\nexit 1`,
    );
  });

  it('prints the first 20 of hundreds of problems, in the order of the file', async () => {
    const many = { ...skeleton, talks: Array.from({ length: 500 }, (_, at) => at) };
    const { out, err } = await run(['validate', '-'], { stdin: JSON.stringify(many, null, 2) });
    expect(out.split('\n')).toEqual([
      ...Array.from(
        { length: 20 },
        (_, at) => `-:${51 + at}:5: talks[${at}]: expected an object, found ${at}`,
      ),
      'and 480 more',
      '',
    ]);
    expect(err).toBe('summit: standard input is not valid: 500 problems\n');
  });
});
