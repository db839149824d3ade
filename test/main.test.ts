import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { main } from '../src/main.ts';
import type { Io } from '../src/system/io.ts';
import { example, project, run, summit, type World } from './run.ts';

const text = readFileSync(example('lakes-summit.json'), 'utf8');
const world: World = { files: { 'lakes.json': text }, env: { SUMMIT_DATA: 'lakes.json' } };

/** Returns an Io with some parts replaced, and a function that returns what was written to standard error. */
function makeIo(parts: Partial<Io>): { readonly io: Io; readonly err: () => string } {
  let err = '';
  const io: Io = {
    stdout: { isTTY: false, columns: undefined, write: async () => {} },
    stderr: {
      isTTY: false,
      columns: undefined,
      write: async (line) => {
        err += line;
      },
    },
    env: {},
    bundledFile: (name) => project('data', name),
    read: async (path) => readFileSync(path),
    isFile: () => true,
    writeFolder: async () => {},
    ...parts,
  };
  return { io, err: () => err };
}

describe('the exit status', () => {
  it.each([
    ['0 for the overview', '', 0],
    ['0 for a listing', 'leaders', 0],
    ['0 for a listing without records', 'deals --where kind=pipeline --where kind=railway', 0],
    ['0 for a listing with --limit 0', 'leaders --limit 0', 0],
    ['0 for a known record', 'show dolmara-leader', 0],
    ['0 for a search with a match', 'search sluices', 0],
    ['0 for help', 'leaders --help', 0],
    ['0 for the version', '--version', 0],
    ['0 for a valid dataset', 'validate lakes.json', 0],
    ['1 for an unknown record', 'show atlantis', 1],
    ['1 for a citation of an unknown record', 'cite atlantis', 1],
    ['1 for a search without a match', 'search zeppelin', 1],
    ['1 for an invalid dataset', 'validate empty.json', 1],
    ['2 for an unknown command', 'frobnicate', 2],
    ['2 for an unknown option', 'leaders --frobnicate', 2],
    ['2 for an unknown format', 'leaders --format xml', 2],
    ['2 for an unknown field', 'leaders --fields shoe-size', 2],
    ['1 for an unknown country', 'leaders --country atlantis', 1],
    ['2 for an invalid condition', 'leaders --where name', 2],
    ['2 for a missing operand', 'show', 2],
    ['2 for an extra operand', 'schema zoe-marequin', 2],
    ['2 for an option without a value', 'leaders --sort', 2],
    ['2 for a width that is not a number', '--width wide', 2],
    ['2 for a missing dataset', 'leaders --data missing.json', 2],
    ['2 for an invalid dataset to list', 'leaders --data empty.json', 2],
    ['2 for a missing file to validate', 'validate missing.json', 2],
  ] as const)('is %s', async (_, line, status) => {
    const files = { ...world.files, 'empty.json': '{}' };
    expect((await summit(line, { ...world, files })).status).toBe(status);
  });
});

describe('an error message', () => {
  it.each([
    [
      'frobnicate',
      'summit: no command "frobnicate"\nsummit --help lists the commands; summit search frobnicate searches all records\n',
    ],
    ['shw historic', 'summit: no command "shw"\ndid you mean show?\n'],
    ['leaders --formt csv', "summit: unknown option '--formt'\ndid you mean --format?\n"],
    ['show dolmara-leadr', 'summit: no record "dolmara-leadr"\ndid you mean dolmara-leader?\n'],
    ['talks --country belmrach', 'summit: no country "belmrach"\ndid you mean belmarch?\n'],
    ['leaders --data missing.json', 'summit: cannot read missing.json: no such file\n'],
    ['leaders --data ""', 'summit: --data needs a file name, or - for standard input\n'],
    ['leaders --count --ids', 'summit: --count and --ids cannot be combined\n'],
    [
      '--limit 3',
      "summit: unknown option '--limit'\nusage: summit [options] [command] (see --help)\n",
    ],
    ['find railway', 'summit: no command "find"\ndid you mean search railway?\n'],
    ['-v', "summit: unknown option '-v'\ndid you mean -V?\n"],
    [
      'talks --date 2025-06-03',
      "summit: unknown option '--date'\ndid you mean --where date=2025-06-03?\n",
    ],
    [
      "quotes --speaker 'Zoë Maréquin'",
      "summit: unknown option '--speaker'\ndid you mean --where 'speaker=Zoë Maréquin'?\n",
    ],
    [
      'talks --leader zoe',
      "summit: unknown option '--leader'\ndid you mean --where leaders=zoe?\n",
    ],
    ['talks --date', "summit: unknown option '--date'\ndid you mean --data?\n"],
    [
      'talks zoë status=held',
      'summit: unexpected "status=held"\ndid you mean \'zoë\' --where status=held?\n',
    ],
    ['schema x', 'summit: unexpected "x"\nusage: summit schema [options] (see --help)\n'],
    ['leaders --limit -1', 'summit: --limit takes a whole number from 0 up, not "-1"\n'],
    ['--width 0', 'summit: --width takes a whole number from 1 to 10000, not "0"\n'],
  ])('is one line, with a hint on a second line if useful: summit %s', async (line, message) => {
    const { out, err } = await summit(line, world);
    expect({ out, err }).toEqual({ out: '', err: message });
  });

  it('shows control and bidirectional characters of the arguments as escapes', async () => {
    const argv = ['\u001b[31mleaders', '--x', '\u202e'];
    expect((await run(argv, world)).err).toBe(
      'summit: no command "\\x1b[31mleaders"\nsummit --help lists the commands\n',
    );
    expect((await run(['show', 'a\u202eb\nc'], world)).err).toBe(
      'summit: no record "a\\u{202e}b\\nc"\nsummit search <text> searches all records\n',
    );
    expect((await run(['leaders', '--\u009bx'], world)).err).toBe(
      "summit: unknown option '--\\x9bx'\nusage: summit leaders [options] [text...] (see --help)\n",
    );
    expect((await run(['leaders', '--data', 'no\u0007.json'], world)).err).toBe(
      'summit: cannot read no\\x07.json: no such file\n',
    );
  });

  it('follows the positions of all problems of an invalid dataset', async () => {
    const invalid = text
      .replace('"amount": 2500000', '"amount": "2.5m"')
      .replace('"kind": "pipeline"', '"kind": "pipelin"');
    const { status, out, err } = await summit('deals --data my.json', {
      files: { 'my.json': invalid },
    });
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err.replace(/:\d+:\d+:/g, ':L:C:')).toBe(
      'my.json:L:C: deals[0].amount (lakeside-railway): expected a number or null, found "2.5m"\n' +
        'my.json:L:C: deals[1].kind (drinking-water-pipeline): expected "railway", "pipeline", "road", "port", "power", "communications", "trade", "diplomatic", "other" or null, found "pipelin"; did you mean "pipeline"?\n' +
        'summit: my.json is not a valid dataset\n' +
        'summit schema prints the format; summit validate checks a file\n',
    );
  });
});

describe('an error message at a terminal', () => {
  it('wraps at words', async () => {
    expect((await summit('frobnicate', { ...world, messages: 40 })).err).toBe(`\
summit: no command "frobnicate"
summit --help lists the commands; summit
search frobnicate searches all records
`);
  });

  it('is not wrapped if the width of the terminal is unknown', async () => {
    const { err } = await summit('frobnicate', world);
    expect((await summit('frobnicate', { ...world, messages: 0 })).err).toBe(err);
  });
});

describe('output in a pipe, with standard error at a terminal', () => {
  const piped: World = { ...world, messages: 60 };
  const measureLongestLine = (text: string) =>
    Math.max(...text.split('\n').map((line) => line.length));

  it.each(['', 'timeline', '--help'])('fits the terminal: `summit %s`', async (line) => {
    const { out } = await summit(line, piped);
    expect(measureLongestLine(out)).toBeLessThanOrEqual(60);
    expect(out).toBe((await summit(`${line} --width 60`, world)).out);
  });

  it.each(['claims', 'show historic', 'deals'])('is not wrapped: `summit %s`', async (line) => {
    const { out } = await summit(line, piped);
    expect(measureLongestLine(out)).toBeGreaterThan(60);
    expect(out).toBe((await summit(line, world)).out);
  });
});

describe('the current dataset', () => {
  const otherDataset = text.replaceAll('Zoë Maréquin', 'Somebody Else');

  it('is the one given by --data, even if SUMMIT_DATA is set', async () => {
    const files = { ...world.files, 'other.json': otherDataset };
    const { out } = await summit('leaders --data other.json --ids --fields name', {
      ...world,
      files,
    });
    expect(out.split('\n')[0]).toBe('zoe-marequin');
    const named = await summit('leaders --data other.json -f csv --fields name', {
      ...world,
      files,
    });
    expect(named.out.split('\r\n')[1]).toBe('Somebody Else');
  });

  it('is read from standard input with --data -', async () => {
    const { out } = await summit('--data - leaders -f csv --fields name', {
      ...world,
      stdin: otherDataset,
    });
    expect(out.split('\r\n')[1]).toBe('Somebody Else');
  });

  it('is reported as named by SUMMIT_DATA if it cannot be read', async () => {
    const { err } = await summit('leaders', { env: { SUMMIT_DATA: 'missing.json' } });
    expect(err).toBe(
      'summit: cannot read missing.json: no such file\npath taken from $SUMMIT_DATA\n',
    );
  });

  it('is the embedded one if SUMMIT_DATA is empty', async () => {
    const { out } = await summit('leaders --ids --limit 1', { env: { SUMMIT_DATA: '' } });
    expect(out).toBe('xi-jinping\n');
  });
});

describe('standard output', () => {
  it('may be closed early, with status 0 and no message', async () => {
    const full = { after: 0, code: 'EPIPE' };
    for (const line of ['claims', 'leaders --help', 'search water', 'timeline']) {
      const { status, err } = await summit(line, { ...world, full });
      expect({ line, status, err }).toEqual({ line, status: 0, err: '' });
    }
  });

  it('is fitted to 80 columns at a terminal of unknown width', async () => {
    const { out } = await summit('claims', { ...world, terminal: 0 });
    expect(out).not.toBe('');
    expect(out).toBe((await summit('claims', { ...world, terminal: 80 })).out);
  });

  it('exits with 2 and a one-line message if the disk is full', async () => {
    const full = { after: 40, code: 'ENOSPC' };
    const { status, err } = await summit('claims', { ...world, full });
    expect(status).toBe(2);
    expect(err).toBe('summit: cannot write to standard output: no space left on the device\n');
  });

  it('contains the same text if written in many pieces', async () => {
    const dataset = JSON.parse(text);
    const claims = Array.from({ length: 3000 }, (_, at) => ({
      ...dataset.claims[0],
      id: `claim-${at}`,
    }));
    const stdin = JSON.stringify({ ...dataset, claims });
    const { out } = await summit('--data - claims -f ndjson', { stdin });
    expect(out.length).toBeGreaterThan(3 * 65_536);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(claims);
  });
});

describe('an unexpected error', () => {
  it('is printed with its stack and reported as a bug', async () => {
    const files = { [project('data', 'xian-2023.json')]: '{' };
    const { status, out, err } = await summit('leaders', { files });
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(/^SyntaxError: .*\n {4}at /);
    expect(err.trimEnd().split('\n').at(-1)).toBe(
      'summit: this is a bug in summit; the lines above show where it is',
    );
  });

  it.each([
    ['an error without a stack', Object.assign(new Error('odd'), { stack: undefined })],
    ['a thrown value that is not an error', 'odd'],
  ])('is printed without a stack if it is %s', async (_, thrown) => {
    const { io, err } = makeIo({
      bundledFile: () => {
        throw thrown;
      },
    });
    expect(await main(['leaders'], io)).toBe(2);
    expect(err()).toBe('odd\nsummit: this is a bug in summit; the lines above show where it is\n');
  });
});

describe('standard error', () => {
  const closedStream = {
    isTTY: false,
    columns: undefined,
    write: async () => {
      throw Object.assign(new Error('closed'), { code: 'EPIPE' });
    },
  };

  it('may be closed without a change of the exit status', async () => {
    expect(await main(['show', 'nobody'], makeIo({ stderr: closedStream }).io)).toBe(1);
    expect(await main(['frobnicate'], makeIo({ stderr: closedStream }).io)).toBe(2);
  });

  it('may be closed if a listing at a terminal has a note', async () => {
    const stdout = { isTTY: true, columns: 80, write: async () => {} };
    const { io } = makeIo({ stdout, stderr: closedStream });
    expect(await main(['leaders', '--where', 'name=nobody'], io)).toBe(0);
  });
});

describe('a dataset of many megabytes', () => {
  const blanks = ' '.repeat(25_000_000);
  const files = { 'many.json': text + blanks };

  it('shows a progress line at a terminal, and erases it', async () => {
    const { out, err } = await summit('leaders --count --data many.json', { files, messages: 80 });
    expect({ out, err }).toEqual({
      out: '4\n',
      err: `\rchecking 25 MB ...\r${' '.repeat('checking 25 MB ...'.length)}\r`,
    });
  });

  it('shows no progress line without a terminal, or without room', async () => {
    expect((await summit('validate many.json', { files })).err).toBe('');
    expect((await summit('validate many.json', { files, messages: 10 })).err).toBe('');
  });
});
