import { describe, expect, it, vi } from 'vitest';
import { formatProblems } from '../../src/dataset/check/problem.ts';
import { peek } from '../../src/dataset/load.ts';
import { collectionNames } from '../../src/dataset/schema/collections.ts';
import type { Io } from '../../src/system/io.ts';
import { example, fixture, run, summit } from '../run.ts';
import { skeleton } from '../skeleton.ts';

const lakes = example('lakes-summit.json');
const valid = JSON.stringify(skeleton, null, 2);

describe('the dataset that a command reads', () => {
  it('is the embedded one by default', async () => {
    expect((await summit('countries --ids --limit 2')).out).toBe('china\nkazakhstan\n');
  });

  it('is the file given with --data, before or after the command', async () => {
    const after = await run(['countries', '--ids', '--data', lakes]);
    const before = await run(['--data', lakes, 'countries', '--ids']);
    expect(after.out).toBe('arvenia\nbelmarch\ncorvessa\ndolmara\n');
    expect(before.out).toBe(after.out);
  });

  it('is the file named by SUMMIT_DATA, unless --data is given', async () => {
    const world = { env: { SUMMIT_DATA: lakes }, files: { 'my.json': valid } };
    expect((await summit('countries --count', world)).out).toBe('4\n');
    expect((await summit('countries --count --data my.json', world)).out).toBe('1\n');
  });

  it('is standard input for -', async () => {
    expect((await summit('leaders --ids --data -', { stdin: valid })).out).toBe('host-leader\n');
  });

  it('may begin with a byte order mark (BOM)', async () => {
    const { status, out } = await summit('gaps --ids --data -', { stdin: `\ufeff${valid}` });
    expect({ status, out }).toEqual({ status: 0, out: 'a-first-gap\n' });
  });
});

describe('a dataset of many megabytes', () => {
  const readProgress = async (size: number) => {
    const stdin = ' '.repeat(size - valid.length) + valid;
    const { out, err } = await summit('validate -', { stdin, messages: 80 });
    expect(out).toContain('valid, 4 records');
    return err;
  };

  it('is announced on a terminal while it is checked, and no smaller one is', async () => {
    expect(await readProgress(25_000_000)).toContain('checking 25 MB ...');
    expect(await readProgress(24_999_999)).toBe('');
  });
});

describe('peek', () => {
  /** Io with two files. Nothing else can be read. */
  const ioWithFiles = {
    bundledFile: (name: string) => name,
    isFile: (path: string) => path === 'my.json',
    read: async (path: string) => {
      if (path === 'xian-2023.json' || path === 'my.json') return new TextEncoder().encode(valid);
      throw new Error(`not to be read: ${path}`);
    },
  } as unknown as Io;

  it('reads the requested dataset if that needs no waiting', async () => {
    expect((await peek(ioWithFiles, undefined))?.summit.id).toBe('the-summit');
    expect((await peek(ioWithFiles, 'my.json'))?.summit.id).toBe('the-summit');
  });

  it('does not wait for other kinds of file, and leaves standard input unread', async () => {
    const read = vi.fn(ioWithFiles.read);
    expect(await peek({ ...ioWithFiles, read }, '-')).toBeUndefined();
    expect(await peek({ ...ioWithFiles, isFile: () => true, read }, '-')).toBeUndefined();
    expect(await peek({ ...ioWithFiles, read }, 'fifo')).toBeUndefined();
    expect(read).not.toHaveBeenCalled();
  });

  it('returns nothing if the file is broken', async () => {
    const read = async () => new TextEncoder().encode('{');
    expect(await peek({ ...ioWithFiles, read }, 'my.json')).toBeUndefined();
  });
});

describe('a dataset without its optional parts', () => {
  const { title, language } = skeleton.source;
  const { id, name, status, evidence } = skeleton.summit;
  const claim = { id: 'a-claim', topic: 'Water', claim: 'It rose.', certainty: 'stated', evidence };
  const minimal = {
    source: { title, language },
    summit: { id, name, status, evidence },
    claims: [claim],
  };
  const world = { files: { 'my.json': JSON.stringify(minimal) }, env: { SUMMIT_DATA: 'my.json' } };

  it('is empty in the collections that are left out', async () => {
    for (const collection of collectionNames) {
      const expected = collection === 'claims' ? '1\n' : '0\n';
      expect(await summit(`${collection} --count`, world)).toMatchObject({
        status: 0,
        out: expected,
        err: '',
      });
    }
  });

  it('still has every field, as null or as an empty list', async () => {
    const { out } = await summit('claims -f ndjson', world);
    expect(JSON.parse(out)).toEqual({ ...claim, attribution: null, about: [] });
    expect(JSON.parse((await summit('-f json', world)).out)).toMatchObject({
      source: { title, publisher: null, url: null },
      summit: { aliases: [], place: null, host: null },
    });
  });

  it('works with every command', async () => {
    const lines = ['', 'timeline', 'show a-claim', 'search rose', 'cite a-claim', 'export facts'];
    for (const line of lines) {
      expect({ line, ...(await summit(line, world)) }).toMatchObject({ line, status: 0, err: '' });
    }
  });
});

describe('a dataset that cannot be used', () => {
  const listDeals = async (path: string, files = {}) => {
    const { status, out, err } = await run(['deals', '--data', path], { files });
    return { status, out, err };
  };

  it('is reported in one line if the file does not exist', async () => {
    expect(await listDeals('nowhere/my.json')).toEqual({
      status: 2,
      out: '',
      err: 'summit: cannot read nowhere/my.json: no such file\n',
    });
  });

  it('is reported if it is a directory', async () => {
    const { err } = await listDeals(fixture('.'));
    expect(err).toBe(`summit: cannot read ${fixture('.')}: is a directory\n`);
  });

  it('is reported if its path leads through a file', async () => {
    const { err } = await listDeals(`${lakes}/x`);
    expect(err).toBe(`summit: cannot read ${lakes}/x: not a directory\n`);
  });

  it('is reported if it is larger than 512 MB', async () => {
    const { status, err } = await listDeals('big.json', {
      'big.json': new Uint8Array(512_000_001),
    });
    expect(err).toBe('summit: cannot read big.json: larger than 512 MB\n');
    expect(status).toBe(2);
  });

  it('is reported with its problems before the message, and a hint after it, if it is not valid', async () => {
    const files = { 'my.json': valid.replace('"role": "host"', '"role": "gest"') };
    expect(await listDeals('my.json', files)).toEqual({
      status: 2,
      out: '',
      err: `my.json:40:15: leaders[0].role (host-leader): expected "host", "chair", "guest", "participant", "absent" or null, found "gest"; did you mean "guest"?
summit: my.json is not a valid dataset
summit schema prints the format; summit validate checks a file
`,
    });
  });

  it('is called standard input if it is read from there', async () => {
    const { status, err } = await summit('deals --data -', { stdin: '' });
    expect(status).toBe(2);
    expect(err).toBe(`-:1:1: file is empty
summit: standard input is not a valid dataset
summit schema prints the format; summit validate checks a file
`);
  });

  it('is reported with its first 20 problems and the number of the others', async () => {
    const files = { 'my.json': JSON.stringify({ ...skeleton, talks: new Array(31).fill(0) }) };
    const lines = (await listDeals('my.json', files)).err.trimEnd().split('\n');
    expect(lines).toHaveLength(23);
    expect(lines[19]).toContain('talks[19]');
    expect(lines.slice(20)).toEqual([
      'and 11 more',
      'summit: my.json is not a valid dataset',
      'summit schema prints the format; summit validate checks a file',
    ]);
  });

  it('is reported with control characters in its path escaped', async () => {
    expect((await listDeals('no\x1b[31m.json')).err).toBe(
      'summit: cannot read no\\x1b[31m.json: no such file\n',
    );
  });
});

describe('lines about problems', () => {
  const problem = { path: ['deals', 0, 'a.b'], message: 'odd', line: 3, column: 7 };

  it('contain file, line, column and path', () => {
    expect(formatProblems('my.json', [problem])).toEqual(['my.json:3:7: deals[0]["a.b"]: odd']);
  });

  it('have no path if they are about the whole file', () => {
    expect(formatProblems('my.json', [{ ...problem, path: [] }])).toEqual(['my.json:3:7: odd']);
  });

  it('are listed one by one up to 20', () => {
    expect(formatProblems('my.json', new Array(20).fill(problem))).toHaveLength(20);
    expect(formatProblems('my.json', new Array(21).fill(problem)).slice(20)).toEqual([
      'and 1 more',
    ]);
  });
});
