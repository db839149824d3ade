import { describe, expect, it } from 'vitest';
import { run } from '../../run.ts';
import { skeleton } from '../../skeleton.ts';

const valid = JSON.stringify(skeleton, null, 2);

/** Lists the problems that validate prints, without the name of the file. */
async function listProblems(text: string | Uint8Array): Promise<readonly string[]> {
  const { status, out } = await run(['validate', '-'], { stdin: text });
  if (status !== 1) throw new Error(`exit ${status}: ${out}`);
  return out
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^-:/, ''));
}

/** Joins bytes, and texts encoded as UTF-8. */
function joinBytes(...parts: readonly (string | readonly number[])[]): Uint8Array {
  const encoder = new TextEncoder();
  return Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...encoder.encode(part)] : part)),
  );
}

const bom = [0xef, 0xbb, 0xbf];

describe('broken JSON', () => {
  it.each([
    ['', '1:1: file is empty'],
    [' \n ', '1:1: file is empty'],
    ['{', '1:2: invalid JSON: expected "}"'],
    ['[', '1:2: invalid JSON: expected "]"'],
    ['}', '1:1: invalid JSON: expected a value'],
    ['{"a"}', '1:5: invalid JSON: expected ":"'],
    ['{"a" 1}', '1:6: invalid JSON: expected ":"'],
    ['{"a":}', '1:6: invalid JSON: expected a value'],
    ['{"a":[}', '1:7: invalid JSON: expected a value'],
    ['{"a":1,}', '1:8: invalid JSON: expected a key in double quotes'],
    ['{"a":1,,"b":2}', '1:8: invalid JSON: expected a key in double quotes'],
    ['[1,]', '1:4: invalid JSON: expected a value'],
    ['[1 2]', '1:4: invalid JSON: expected ","'],
    ['{\n  "a": 1\n  "b": 2\n}', '3:3: invalid JSON: expected ","'],
    ['{"a":01}', '1:7: invalid JSON: expected ","'],
    [':', '1:1: invalid JSON: expected a value'],
    ['"a":1', '1:4: invalid JSON: expected the end of the file'],
    ['["a":1]', '1:5: invalid JSON: expected ","'],
    ['[1],2', '1:4: invalid JSON: expected the end of the file'],
    ['{}{}', '1:3: invalid JSON: expected the end of the file'],
    ['{}\n}', '2:1: invalid JSON: expected the end of the file'],
    ['// c\n{}', '1:1: invalid JSON: comments are not allowed'],
    ['{} /* c */', '1:4: invalid JSON: comments are not allowed'],
    ['{"a":"b', '1:6: invalid JSON: unterminated string'],
    ['{"a":"b\n"}', '1:6: invalid JSON: unterminated string'],
    ['{"a":"b\\"}', '1:6: invalid JSON: unterminated string'],
    ['{"a":1.}', '1:6: invalid JSON: unfinished number'],
    ['{"a":1e}', '1:6: invalid JSON: unfinished number'],
    ['{"a":"\\u12"}', '1:6: invalid JSON: expected four hexadecimal digits after \\u'],
    ['{"a":"\\x"}', '1:6: invalid JSON: invalid escape sequence'],
    ['{"a":"\t"}', '1:6: invalid JSON: unescaped control character'],
    ['{a:1}', '1:2: invalid JSON: not a JSON value'],
    ["{'a':1}", '1:2: invalid JSON: not a JSON value'],
    ['{"a":+1}', '1:6: invalid JSON: not a JSON value'],
    ['{"a":.5}', '1:6: invalid JSON: not a JSON value'],
    ['{"a":-}', '1:6: invalid JSON: not a JSON value'],
    ['{"a":NaN}', '1:6: invalid JSON: not a JSON value'],
    ['{"a":tru}', '1:6: invalid JSON: not a JSON value'],
    ['{"a":1}\0', '1:8: invalid JSON: not a JSON value'],
    ['\u00a0{}', '1:1: invalid JSON: not a JSON value'],
    ['a: yes', '1:1: invalid JSON: not a JSON value'],
  ])('is reported by its first error: %j', async (text, problem) => {
    expect(await listProblems(text)).toEqual([problem]);
  });

  it('is reported before a duplicate key', async () => {
    expect(await listProblems('{"a": 1, "a": 2, }')).toEqual([
      '1:18: invalid JSON: expected a key in double quotes',
    ]);
  });

  it('is located in lines that end with CR LF too', async () => {
    expect(await listProblems('{\r\n  "a": 1,\r\n  "b": tru\r\n}')).toEqual([
      '3:8: invalid JSON: not a JSON value',
    ]);
  });

  it.each([10_000, 200_000])(
    'ends in a message, not in a stack trace, if nested %d deep',
    async (depth) => {
      const { err } = await run(['validate', '-'], { stdin: '['.repeat(depth) });
      expect(err).toMatch(/^summit: .*standard input.*\n(.+\n)?$/);
      expect(err).not.toContain('bug');
    },
  );
});

describe('valid JSON that is nested too deep', () => {
  it('is reported above a hundred levels', async () => {
    const nestLists = (levels: number) =>
      valid.replace('"note": null', `"note": ${'['.repeat(levels)}${']'.repeat(levels)}`);
    expect(await listProblems(nestLists(98))).toEqual([
      '12:13: source.note: expected text or null, found a list',
    ]);
    expect(await listProblems(nestLists(99))).toEqual(['12:111: nested too deep']);
  });

  it.each([10_000, 200_000])(
    'ends in a message, not in a stack trace, with %d levels',
    async (depth) => {
      const deep = valid.replace(
        '"note": null',
        `"note": ${'['.repeat(depth)}${']'.repeat(depth)}`,
      );
      const { err } = await run(['validate', '-'], { stdin: deep });
      expect(err).toMatch(/^summit: .*standard input.*\n(.+\n)?$/);
      expect(err).not.toContain('bug');
    },
  );
});

describe('a duplicate key', () => {
  it('is reported where it occurs again', async () => {
    const text = valid.replace('"note": null', '"note": null,\n    "note": null');
    expect(await listProblems(text)).toEqual(['13:5: source.note: duplicate key']);
  });

  it('is recognised despite escapes, and reported each time', async () => {
    const text = valid.replace('"talks": []', '"talks": [], "t\\u0061lks": [],\n"talks": []');
    expect(await listProblems(text)).toEqual([
      '50:16: talks: duplicate key',
      '51:1: talks: duplicate key',
    ]);
  });

  it.each([
    ['a text that looks like a key', '"note": "a \\": b"'],
    ['a text that is all quotation mark and colon', '"note": "\\":\\":"'],
    ['space before its colon', '"note" \t: null'],
  ])('is not reported because of %s', async (_, note) => {
    const stdin = valid.replace('"note": null', note);
    expect((await run(['validate', '-'], { stdin })).out).toMatch(/: valid, /);
  });

  it.each([
    ['a text that looks like a key', '"note": "a \\": b"'],
    ['space before a colon', '"note" \t: null'],
  ])('is reported despite %s', async (_, note) => {
    const text = valid.replace('"note": null', `${note},\n    "note": null`);
    expect(await listProblems(text)).toEqual(['13:5: source.note: duplicate key']);
  });

  it('is located in nested lists', async () => {
    const file = { ...skeleton, claims: [1, [], [[0], [{ a: 1, b: [{}, {}], c: 1 }]]] };
    const text = JSON.stringify(file)
      .replace('"c":1', '"a":1')
      .replace('{},{}', '{},{"z":1,"z":2}');
    const duplicates = (await listProblems(text)).filter((line) => line.endsWith('duplicate key'));
    expect(duplicates.map((line) => line.replace(/^1:\d+: /, ''))).toEqual([
      'claims[2][1][0].b[1].z: duplicate key',
      'claims[2][1][0].a: duplicate key',
    ]);
  });

  it('is not reported in different objects', async () => {
    const { out } = await run(['validate', '-'], { stdin: '{"a": {"a": 1}, "b": [{"a": 1}]}' });
    expect(out).toContain('-:1:2: a: unknown field');
    expect(out).not.toContain('duplicate key');
  });

  it('hides problems in its first value, but not those before it', async () => {
    const text = JSON.stringify({ ...skeleton, source: { ...skeleton.source, title: 5 } }).replace(
      '"summit":',
      '"summit":{"name":5},"summit":',
    );
    const broken = text.replace('"name":"The name of the summit",', '');
    const columns = (await listProblems(broken)).map((line) => line.replace(/^1:(\d+):.*$/, '$1'));
    expect(columns.map(Number)).toEqual([
      broken.indexOf('"title":5') + '"title":'.length + 1,
      broken.lastIndexOf('"summit":') + 1,
      broken.lastIndexOf('"summit":') + '"summit":'.length + 1,
    ]);
  });

  it('does not hide problems in its last value', async () => {
    const text = valid.replace('"place": null', '"place": null,\n    "place": 5');
    expect(await listProblems(text)).toEqual([
      '19:5: summit.place: duplicate key',
      '19:14: summit.place: expected text or null, found 5',
    ]);
  });

  it('does not hide a field missing from its last value', async () => {
    const text = valid.replace('"source": {', '"source": { "title": 1 },\n  "source": {');
    const lacking = text.replace(/"title": "[^"]*",\s*/, '');
    expect(await listProblems(lacking)).toEqual([
      '4:3: source: duplicate key',
      '4:13: source.title: missing; expected text',
    ]);
  });
});

describe('the encoding of a file', () => {
  it('may include a byte order mark', async () => {
    const { out } = await run(['validate', '-'], { stdin: joinBytes(bom, valid) });
    expect(out).toBe('standard input: valid, 4 records\n');
  });

  it('leaves the byte order mark out of the columns', async () => {
    expect(await listProblems(joinBytes(bom, '[1 2]'))).toEqual([
      '1:4: invalid JSON: expected ","',
    ]);
  });

  it.each([
    ['a stray byte', joinBytes('{\n  "a": "', [0xff], '"}'), '2:9'],
    ['a character cut short', joinBytes('{\n  "a": "é\u{1f600}', [0xe2, 0x82], '"}'), '2:12'],
    ['an overlong form', joinBytes('"', [0xc0, 0xaf], '"'), '1:2'],
    ['a surrogate', joinBytes('"ab', [0xed, 0xa0, 0x80], '"'), '1:4'],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x7b, 0, 0x7d, 0]), '1:1'],
    [
      'a stray byte after a replacement character in the text',
      joinBytes('{"\ufffd":\n"', [0xff], '"}'),
      '2:2',
    ],
    ['both, after a byte order mark', joinBytes(bom, '{"\ufffd":\n"', [0xff], '"}'), '2:2'],
  ])('is reported with its place if it is not UTF-8: %s', async (_, content, place) => {
    expect(await listProblems(content)).toEqual([
      `${place}: not UTF-8; save the file in that encoding`,
    ]);
  });

  it('allows a replacement character', async () => {
    const text = valid.replace('"The headline of the article"', '"The headline \ufffd"');
    const { status } = await run(['validate', '-'], { stdin: text });
    expect(status).toBe(0);
  });
});
