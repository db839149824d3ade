import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { example, project, run, summit } from '../run.ts';

const text = readFileSync(example('lakes-summit.json'), 'utf8');

/** Runs `validate` on a file with a content and a name. */
const validate = (content: string | Uint8Array, name = 'my.json') =>
  run(['validate', name], { files: { [name]: content } });

/** Returns the lines of an output without line and column numbers. */
const removePositions = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/:\d+:\d+:/, ''));

describe('the validation of a valid dataset', () => {
  it('prints "valid" with the number of records', async () => {
    expect(await validate(text)).toMatchObject({
      status: 0,
      out: 'my.json: valid, 81 records\n',
      err: '',
    });
  });

  it('prints "1 record" in the singular', async () => {
    const { source, summit, countries } = JSON.parse(text);
    const [host] = countries.filter(({ role }: { role: string }) => role === 'host');
    const own = JSON.stringify({ source, summit: { ...summit, host: null }, countries: [host] });
    expect((await validate(own)).out).toBe('my.json: valid, 1 record\n');
  });

  it('reads standard input, --data or SUMMIT_DATA', async () => {
    const files = { 'my.json': text };
    expect((await summit('validate -', { stdin: text })).out).toBe(
      'standard input: valid, 81 records\n',
    );
    expect((await summit('validate --data my.json', { files })).out).toBe(
      'my.json: valid, 81 records\n',
    );
    const world = { files: { ...files, 'other.json': '{}' }, env: { SUMMIT_DATA: 'my.json' } };
    expect((await summit('validate', world)).out).toBe('my.json: valid, 81 records\n');
    expect((await summit('validate other.json', world)).status).toBe(1);
  });

  it('reads the embedded dataset by default', async () => {
    expect(await summit('validate')).toMatchObject({
      status: 0,
      out: `${project('data', 'xian-2023.json')}: valid, 87 records\n`,
    });
  });

  it('accepts a byte order mark', async () => {
    expect((await validate(`\ufeff${text}`)).status).toBe(0);
  });
});

describe('the validation of an invalid dataset', () => {
  it('prints every problem on standard output, with file, line, column and path', async () => {
    const invalid = text
      .replace('"amount": 2500000', '"amount": "2.5m"')
      .replace('"kind": "pipeline"', '"kind": "pipelin"')
      .replace('"iso": "XD"', '"iso": "XD",\n      "colour": "red"');
    const { status, out, err } = await validate(invalid);
    expect({ status, err }).toEqual({
      status: 1,
      err: 'summit: my.json is not valid: 3 problems\n',
    });
    expect(removePositions(out)).toEqual([
      'my.json deals[0].amount (lakeside-railway): expected a number or null, found "2.5m"',
      'my.json deals[1].kind (drinking-water-pipeline): expected "railway", "pipeline", "road", "port", "power", "communications", "trade", "diplomatic", "other" or null, found "pipelin"; did you mean "pipeline"?',
      'my.json countries[3].colour (dolmara): unknown field; expected one of id, name, aliases, iso, role, evidence',
    ]);
    const lines = invalid.split('\n');
    for (const finding of out.trimEnd().split('\n')) {
      const [, line = '', column = ''] = finding.split(':');
      expect(lines[Number(line) - 1]?.slice(Number(column) - 1)).toMatch(
        /^("2\.5m"|"pipelin"|"colour")/,
      );
    }
  });

  it('reports dangling references and duplicate ids', async () => {
    const invalid = text
      .replace('"country": "corvessa"', '"country": "corvesa"')
      .replace('"id": "overdue"', '"id": "barely"');
    const { out, err } = await validate(invalid);
    expect(err).toBe('summit: my.json is not valid: 2 problems\n');
    expect(removePositions(out)).toEqual([
      'my.json leaders[2].country (ruan-o-talvin): no such record in countries: "corvesa"; did you mean "corvessa"?',
      'my.json quotes[4].id (barely): id "barely" is already used by another record in quotes',
    ]);
  });

  it('prints "1 problem" in the singular', async () => {
    expect((await validate(text.replace('"XD"', '"xd"'))).err).toBe(
      'summit: my.json is not valid: 1 problem\n',
    );
  });

  it('prints at most twenty problems, and the number of the others', async () => {
    const { status, out, err } = await validate(
      text.replaceAll('"certainty": "stated"', '"certainty": "sure"'),
    );
    const lines = out.trimEnd().split('\n');
    const problemCount = text.split('"certainty": "stated"').length - 1;
    expect(problemCount).toBeGreaterThan(20);
    expect({ status, count: lines.length, last: lines.at(-1), err }).toEqual({
      status: 1,
      count: 21,
      last: `and ${problemCount - 20} more`,
      err: `summit: my.json is not valid: ${problemCount} problems\n`,
    });
  });

  it.each([
    ['an empty file', '', 'my.json:1:1: file is empty'],
    ['invalid JSON', '{\n  "source": oops\n}', 'my.json:2:13: invalid JSON: not a JSON value'],
    [
      'a trailing comma',
      '{\n"a": 1,\n}',
      'my.json:3:1: invalid JSON: expected a key in double quotes',
    ],
    ['comments', '{ // none\n}', 'my.json:1:3: invalid JSON: comments are not allowed'],
    [
      'a byte that is not UTF-8',
      new Uint8Array([0x7b, 0x0a, 0x22, 0xff]),
      'my.json:2:2: not UTF-8; save the file in that encoding',
    ],
  ])('reports the position of a syntax error: %s', async (_, content, finding) => {
    expect(await validate(content)).toMatchObject({
      status: 1,
      out: `${finding}\n`,
      err: 'summit: my.json is not valid: 1 problem\n',
    });
  });

  it('rejects JSON that is not an object', async () => {
    for (const content of ['null', '[]', '"text"', '1']) {
      const { status, out } = await validate(content);
      expect({ content, status }).toEqual({ content, status: 1 });
      expect(out).toMatch(/^my\.json:1:1: expected an object, found /);
    }
  });

  it('shows control characters in keys, values and the file name as escapes', async () => {
    const invalid = text
      .replace('"kind": "pipeline"', '"kind": "a\\u001b[31m\u202e"')
      .replace('"iso": "XD"', '"iso": "XD",\n      "b\\u0007\u202e": 1');
    const { out, err } = await validate(invalid, 'x\u001b[2J.json');
    expect(removePositions(out)).toEqual([
      'x\\x1b[2J.json deals[1].kind (drinking-water-pipeline): expected "railway", "pipeline", "road", "port", "power", "communications", "trade", "diplomatic", "other" or null, found "a\\u001b[31m\\u{202e}"',
      'x\\x1b[2J.json countries[3]["b\\u0007\\u{202e}"] (dolmara): unknown field; expected one of id, name, aliases, iso, role, evidence',
    ]);
    expect(err).toBe('summit: x\\x1b[2J.json is not valid: 2 problems\n');
  });
});

describe('the validation of an unreadable file', () => {
  it('exits with 2', async () => {
    expect(await summit('validate missing.json')).toMatchObject({
      status: 2,
      out: '',
      err: 'summit: cannot read missing.json: no such file\n',
    });
    expect((await run(['validate', project('data')])).err).toBe(
      `summit: cannot read ${project('data')}: is a directory\n`,
    );
  });
});
