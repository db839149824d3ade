import { describe, expect, it } from 'vitest';
import { run } from '../../run.ts';
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

describe('the schema check', () => {
  it('accepts a valid dataset and counts its records', async () => {
    expect(await validateText(valid)).toBe('my.json: valid, 4 records\nexit 0');
  });

  it('points at the key of an unknown field, and suggests the nearest known one', async () => {
    expect(await validateText(replaceInDataset(['"publisher": null', '"publihser": null']))).toBe(
      `my.json:5:5: source.publihser: unknown field; did you mean "publisher"?
summit: my.json is not valid: 1 problem
exit 1`,
    );
  });

  it('lists the known fields if none is near', async () => {
    const text = replaceInDataset(['"paragraph": 1,', '"paragraph": 1, "zzzzzz": 2,']);
    expect(await validateText(text)).toBe(
      `my.json:27:25: summit.evidence[0].zzzzzz: unknown field; expected one of paragraph, start, end
summit: my.json is not valid: 1 problem
exit 1`,
    );
  });

  it('points at the object that lacks a field, and says what is expected', async () => {
    const text = replaceInDataset(
      ['"role": "host",\n', '\n'],
      ['"topic": "What it is about",\n      "claim"', '"claim"'],
      ['"title": "The headline of the article",', ''],
    );
    expect(await validateText(text)).toBe(
      `my.json:3:13: source.title: missing; expected text
my.json:34:5: leaders[0].role (host-leader): is null, but summit.host refers to this leader; correct one of the two
my.json:55:5: claims[0].topic (a-first-claim): missing; expected text
summit: my.json is not valid: 3 problems
exit 1`,
    );
  });

  it.each([
    [
      '"name": "The name of the summit"',
      '"name": null',
      '16:13: summit.name: expected text, found null',
    ],
    ['"place": null', '"place": 5', '18:14: summit.place: expected text or null, found 5'],
    ['"place": null', '"place": true', '18:14: summit.place: expected text or null, found true'],
    ['"place": null', '"place": ["x"]', '18:14: summit.place: expected text or null, found a list'],
    ['"place": null', '"place": {}', '18:14: summit.place: expected text or null, found an object'],
    ['"place": null', '"place": ""', '18:14: summit.place: expected text or null, found ""'],
    [
      '"aliases": []',
      '"aliases": "x"',
      '17:16: summit.aliases: expected a list of texts without ;, found "x"',
    ],
    [
      '"start": null',
      '"start": "May 18"',
      '21:14: summit.start: expected a day (2023-05-18, 2023-05 or 2023) or null, found "May 18"',
    ],
    [
      '"start": null',
      '"start": 20230518',
      '21:14: summit.start: expected a day (2023-05-18, 2023-05 or 2023) or null, found 20230518',
    ],
    [
      '"iso": null',
      '"iso": "xa"',
      '75:14: countries[0].iso (host-country): expected two capital letters or null, found "xa"',
    ],
    [
      '"id": "the-summit"',
      '"id": "The Summit"',
      '15:11: summit.id: expected an id in kebab-case, found "The Summit"',
    ],
    ['"talks": []', '"talks": {}', '50:12: talks: expected a list, found an object'],
    ['"talks": []', '"talks": [7]', '50:13: talks[0]: expected an object, found 7'],
    ['"events": []', '"events": ["x"]', '53:14: events[0]: expected an object, found "x"'],
    ['"$schema": "./summit.schema.json"', '"$schema": 1', '2:14: $schema: expected text, found 1'],
    [
      '"place": null',
      '"place": {"id": "x"}',
      '18:14: summit.place: expected text or null, found an object',
    ],
    [
      '"place": null',
      '"place": []',
      '18:14: summit.place: expected text or null, found an empty list',
    ],
  ])('rejects a wrong type: %s as %s', async (from, to, problem) => {
    expect(await validateText(replaceInDataset([from, to]))).toBe(
      `my.json:${problem}\nsummit: my.json is not valid: 1 problem\nexit 1`,
    );
  });

  it('lists the choices, with the nearest one to a misspelt value', async () => {
    const text = replaceInDataset(
      ['"status": "planned"', '"status": "planed"'],
      ['"certainty": "stated"', '"certainty": "zzz"'],
      ['"kind": "unstated"', '"kind": null'],
    );
    expect(await validateText(text)).toBe(
      `my.json:23:15: summit.status: expected "held", "ongoing", "planned" or null, found "planed"; did you mean "planned"?
my.json:60:20: claims[0].certainty (a-first-claim): expected "stated", "expected" or "opinion", found "zzz"
my.json:91:15: gaps[0].kind (a-first-gap): expected "unstated" or "conflicting", found null
summit: my.json is not valid: 3 problems
exit 1`,
    );
  });

  it('cuts a long value that it quotes', async () => {
    const text = replaceInDataset(['"status": "planned"', `"status": "${'x'.repeat(200)}"`]);
    expect(await validateText(text)).toBe(
      `my.json:23:15: summit.status: expected "held", "ongoing", "planned" or null, found "${'x'.repeat(38)}…
summit: my.json is not valid: 1 problem
exit 1`,
    );
  });

  it.each([
    ['x'.repeat(38), `"${'x'.repeat(38)}"`],
    ['x'.repeat(39), `"${'x'.repeat(38)}…`],
  ])('cuts it after forty characters: %s', async (value, shown) => {
    expect(
      await validateText(replaceInDataset(['"status": "planned"', `"status": "${value}"`])),
    ).toContain(`found ${shown}\n`);
  });

  it('names the record by its id, unless that is too long', async () => {
    const reportMisspelt = async (length: number) => {
      const id = 'x'.repeat(length);
      return validateText(
        replaceInDataset(['"id": "a-first-claim"', `"id": "${id}"`], ['"topic": "', '"topi": "']),
      );
    };
    expect(await reportMisspelt(100)).toContain(
      `claims[0].topi (${'x'.repeat(100)}): unknown field`,
    );
    expect(await reportMisspelt(101)).toContain('claims[0].topi: unknown field');
  });

  it('does not cut a character in two', async () => {
    const text = replaceInDataset([
      '"status": "planned"',
      `"status": "x${'\u{1f600}'.repeat(100)}"`,
    ]);
    expect(await validateText(text)).toContain(`found "x${'\u{1f600}'.repeat(37)}…`);
  });

  it('wants each list item once, without the separator of CSV', async () => {
    const text = replaceInDataset([
      '"aliases": []',
      '"aliases": ["the meeting", "the meeting", "here; there", 5]',
    ]);
    expect(await validateText(text)).toBe(
      `my.json:17:16: summit.aliases: duplicate item
my.json:17:47: summit.aliases[2]: expected text without ;, found "here; there"
my.json:17:62: summit.aliases[3]: expected text without ;, found 5
summit: my.json is not valid: 3 problems
exit 1`,
    );
  });

  it('distinguishes lone surrogates in a list', async () => {
    expect(
      await validateText(replaceInDataset(['"aliases": []', '"aliases": ["\\ud800", "\\udfff"]'])),
    ).toContain('valid, 4 records');
  });

  it.each([0, 9007199254740991])('accepts an amount of %d', async (amount) => {
    const deal = `{"id": "a-deal", "name": "a deal", "kind": "railway", "countries": [],
"amount": ${amount}, "currency": "USD", "status": "sought", "evidence": [{"paragraph": 1, "start": "two words"}]}`;
    expect(await validateText(replaceInDataset(['"deals": []', `"deals": [${deal}]`]))).toBe(
      'my.json: valid, 5 records\nexit 0',
    );
  });

  it('accepts the largest paragraph number that JSON does not round', async () => {
    expect(
      await validateText(replaceInDataset(['"paragraph": 1', '"paragraph": 9007199254740991'])),
    ).toBe('my.json: valid, 4 records\nexit 0');
  });

  it('rejects an amount that JSON would round', async () => {
    const deal = `{"id": "a-deal", "name": "a deal", "kind": "railway", "countries": [], "amount": 9007199254740993,
"currency": "USD", "amountAsWritten": null, "status": "sought", "attribution": null, "note": null,
"evidence": [{"paragraph": 1, "start": "two words"}]}`;
    expect(await validateText(replaceInDataset(['"deals": []', `"deals": [${deal}]`]))).toContain(
      'deals[0].amount (a-deal): expected a number or null of at most 9007199254740991, found',
    );
  });

  it('describes a list of references', async () => {
    const deal = `{"id": "a-deal", "name": "a deal", "kind": "railway", "countries": null, "amount": -5,
"currency": "usd", "amountAsWritten": null, "status": "sought", "attribution": null, "note": null,
"evidence": [{"paragraph": 1, "start": "two words"}]}`;
    expect(await validateText(replaceInDataset(['"deals": []', `"deals": [${deal}]`]))).toBe(
      `my.json:51:80: deals[0].countries (a-deal): expected a list of ids in kebab-case, found null
my.json:51:96: deals[0].amount (a-deal): expected a number or null of at least 0, found -5
my.json:52:13: deals[0].currency (a-deal): expected three capital letters or null, found "usd"
summit: my.json is not valid: 3 problems
exit 1`,
    );
  });
});

describe('an anchor', () => {
  it.each([
    [
      '"paragraph": 1',
      '"paragraph": 0',
      '27:22: summit.evidence[0].paragraph: expected a whole number of at least 1, found 0',
    ],
    [
      '"paragraph": 1',
      '"paragraph": 9007199254740993',
      '27:22: summit.evidence[0].paragraph: expected a whole number of at most 9007199254740991, found 9007199254740992',
    ],
    [
      '"paragraph": 1',
      '"paragraph": 1e400',
      '27:22: summit.evidence[0].paragraph: expected a whole number of at most 9007199254740991, found Infinity',
    ],
    [
      '"paragraph": 1',
      '"paragraph": 1.5',
      '27:22: summit.evidence[0].paragraph: expected a whole number, found 1.5',
    ],
    [
      '"paragraph": 1',
      '"paragraph": "1"',
      '27:22: summit.evidence[0].paragraph: expected a whole number, found "1"',
    ],
    [
      '"paragraph": 1',
      '"paragraph": null',
      '27:22: summit.evidence[0].paragraph: expected a whole number, found null',
    ],
    [
      '"one to six words"',
      '" "',
      '28:18: summit.evidence[0].start: expected 1 to 6 words, found " "',
    ],
    [
      '"one to six words"',
      '"a b c d e f g"',
      '28:18: summit.evidence[0].start: expected 1 to 6 words, found "a b c d e f g"',
    ],
    [
      '"the last words"',
      '"a b c d e"',
      '29:16: summit.evidence[0].end: expected 1 to 4 words, found "a b c d e"',
    ],
    ['"the last words"', '" "', '29:16: summit.evidence[0].end: expected 1 to 4 words, found " "'],
    [
      '"the last words"',
      'null',
      '29:16: summit.evidence[0].end: expected 1 to 4 words, found null',
    ],
  ])('is rejected with %s as %s', async (from, to, problem) => {
    expect(await validateText(replaceInDataset([from, to]))).toBe(
      `my.json:${problem}\nsummit: my.json is not valid: 1 problem\nexit 1`,
    );
  });

  it.each(['(a)', 'a b', 'a b c d e f', '  a\\tb  '])('may start with "%s"', async (start) => {
    expect(await validateText(replaceInDataset(['one to six words', start]))).toBe(
      'my.json: valid, 4 records\nexit 0',
    );
  });

  it('is reported once, even with two errors in its number', async () => {
    expect(await validateText(replaceInDataset(['"paragraph": 1', '"paragraph": -1.5']))).toBe(
      `my.json:27:22: summit.evidence[0].paragraph: expected a whole number of at least 1, found -1.5
summit: my.json is not valid: 1 problem
exit 1`,
    );
  });

  it('is required in every record except gaps', async () => {
    const withoutEvidence = JSON.stringify(
      { ...skeleton, claims: skeleton.claims.map((claim) => ({ ...claim, evidence: [] })) },
      null,
      2,
    );
    expect(await validateText(withoutEvidence)).toBe(
      `my.json:61:19: claims[0].evidence (a-first-claim): expected at least 1 of these, found an empty list
summit: my.json is not valid: 1 problem
exit 1`,
    );
  });
});
