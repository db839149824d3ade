import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { version } from '../../package.json';
import { commands } from '../../src/commands/commands.ts';
import { overview } from '../../src/commands/overview.ts';
import { collectionNames } from '../../src/dataset/schema/collections.ts';
import { globalOptions } from '../../src/options/global-options.ts';
import { isValueOption } from '../../src/options/option.ts';
import { example, fixture, project, run, summit, type World } from '../run.ts';

const text = readFileSync(example('lakes-summit.json'), 'utf8');
const files = {
  'lakes.json': readFileSync(example('lakes-summit.json')),
  'old.json': text,
  'other.json': text
    .replaceAll('"lakeside-railway"', '"rail-link"')
    .replace(/"title": ".*"/, '"title": "Another report"'),
  'my.json': readFileSync(example('lakes-summit.json')),
  'coverage.json': '{"sentences":[]}',
  'article.txt': readFileSync(example('lakes-summit.txt')),
  'saved-page.html': readFileSync(fixture('lakes-summit.html')),
};
const lakes: World = { files, env: { SUMMIT_DATA: 'lakes.json' } };
const lakesDataset = JSON.parse(files['lakes.json'].toString());
const names = commands.map(({ name }) => name);

const unwrap = (text: string) => text.replace(/\s+/g, ' ');

/** Lists the command lines that a help text gives as examples. */
const listExamples = (help: string) =>
  [...help.matchAll(/^ {2}\$ (.+)$/gm)].map((one) => one[1] ?? '');

/** Returns an example up to the first pipe, redirection or further command, which need a shell. */
const cutBeforeShellSyntax = (line: string) => line.split(/ (?:\||>>?|&&) /)[0] ?? '';

async function getHelp(name: string, world: World = lakes): Promise<string> {
  return (await run([name, '--help'], world)).out;
}

describe('the help of the program', () => {
  it('lists every command with its summary, and no hidden one', async () => {
    const { status, out, err } = await summit('--help', lakes);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    for (const { name, summary } of commands) {
      expect(unwrap(out)).toContain(`${name} ${summary}`);
    }
    expect(out).not.toContain('__complete');
  });

  it('ends with where to read more, and the file named there exists', async () => {
    const lines = listExamples((await summit('--help', lakes)).out).slice(-3);
    const guide = project('data', 'README.md');
    expect(lines).toEqual(['summit show --help', 'man summit', `less ${guide}`]);
    expect(readFileSync(guide, 'utf8')).toMatch(/^# From an article to a dataset\n/);
  });

  it('is the same for -h, --help and help', async () => {
    const outs = await Promise.all(['-h', '--help', 'help'].map((line) => summit(line, lakes)));
    expect(outs[0]?.out).toContain('Usage: summit [options] [command]\n');
    expect(new Set(outs.map(({ out }) => out)).size).toBe(1);
  });

  it('fits 80 columns, except for examples', async () => {
    const helps = await Promise.all(['', ...names].map((name) => summit(`${name} --help`, lakes)));
    const lines = helps.flatMap(({ out }) => out.split('\n'));
    expect(lines.length).toBeGreaterThan(names.length * 10);
    expect(lines.filter((line) => line.length > 80 && !line.startsWith('  $ '))).toEqual([]);
  });
});

describe.each(commands.map((command) => [command.name, command] as const))(
  'the help of %s',
  (name, command) => {
    it('begins with its summary and usage', async () => {
      const out = await getHelp(name);
      const opening = `${command.summary} Usage: summit ${name} [options]`;
      expect(unwrap(out).slice(0, opening.length)).toBe(opening);
    });

    it('is the same for help, -h and --help, before or after the command', async () => {
      const lines = [
        `${name} --help`,
        `${name} -h`,
        `-h ${name}`,
        `--help ${name}`,
        `help ${name}`,
      ];
      const outs = await Promise.all(lines.map((line) => summit(line, lakes)));
      expect(outs[0]?.out).toContain('\nExamples:\n');
      expect(new Set(outs.map(({ out }) => out)).size).toBe(1);
    });

    it('lists all options of the command and the global ones', async () => {
      const out = await getHelp(name);
      const own = Object.values(command.options).map(({ flags }) => flags);
      const useful = Object.entries(globalOptions).flatMap(([option, { flags }]) =>
        command.ignores?.some((ignored) => ignored === option) ? [] : [flags],
      );
      for (const flags of [...own, ...useful, '--no-pager', '-h, --help', '-V, --version'])
        expect(out).toContain(`\n  ${flags} `);
    });

    it('passes each option on under the name it is declared with', () => {
      const names = Object.values(command.options).map((one) => one.attributeName());
      expect(names).toEqual(Object.keys(command.options));
    });

    it.each([
      ['the embedded dataset', { files: { 'my.json': files['my.json'] } }],
      ['another dataset', lakes],
    ])('gives examples that work on %s', async (which, world) => {
      const lines = listExamples(await getHelp(name, world));
      expect(lines[0]).toMatch(new RegExp(`\\bsummit ${name}\\b`));
      expect(lines.filter((line) => /[<>]\w+>/.test(line))).toEqual([]);
      // The project contains neither the article behind the embedded dataset nor another report of its summit.
      const isReadable = (line: string) =>
        !line.startsWith('echo ') &&
        (which === 'another dataset' || !/\.(txt|html)\b|^summit compare /.test(line));
      for (const line of lines.filter(isReadable).map(cutBeforeShellSyntax)) {
        const { status, err } = await summit(line.replace(/^summit ?/, ''), world);
        expect({ line, status, err }).toEqual({ line, status: 0, err: '' });
      }
    });
  },
);

describe('help with a dataset given by --data', () => {
  it('names the dataset in the examples', async () => {
    const line = 'show --help --data lakes.json';
    expect(listExamples((await summit(line, { files })).out)).toEqual([
      'summit --data lakes.json show zoe-marequin',
      'summit --data lakes.json show belmarch',
      'summit --data lakes.json talks --ids | summit show -',
      'summit --data lakes.json show marequin-vandrel-3-june --article article.txt',
      "summit --data lakes.json show marequin-vandrel-3-june -f json | jq '.[].links'",
    ]);
  });

  it.each([
    '--data lakes.json show --help',
    '--data=lakes.json show -h',
    'show --data=lakes.json --help',
    '--data lakes.json help show',
    'help show --data lakes.json',
    'help --data lakes.json show',
  ])('is printed for `summit %s`', async (line) => {
    const { status, out } = await summit(line, { files });
    expect({ status, example: listExamples(out)[0] }).toEqual({
      status: 0,
      example: 'summit --data lakes.json show zoe-marequin',
    });
  });

  it('quotes the file name for the shell, and shows its control characters as escapes', async () => {
    const oddWorld = {
      files: { "my 'own'.json": files['my.json'], 'x\u0007\u202e.json': files['my.json'] },
    };
    const quoted = await run(['show', '--help', '--data', "my 'own'.json"], oddWorld);
    expect(listExamples(quoted.out)[0]).toBe(
      "summit --data 'my '\\''own'\\''.json' show zoe-marequin",
    );
    const escaped = await run(['show', '--help', '--data', 'x\u0007\u202e.json'], oddWorld);
    expect(listExamples(escaped.out)[0]).toBe(
      "summit --data 'x\\x07\\u{202e}.json' show zoe-marequin",
    );
  });

  it('uses placeholders if the dataset is standard input, which is not read', async () => {
    const { status, out } = await summit('show --help --data -', { stdin: 'not read' });
    expect(status).toBe(0);
    expect(listExamples(out)[0]).toBe('summit --data - show <id>');
  });

  it('is printed even if the dataset is missing or invalid', async () => {
    for (const data of ['missing.json', 'broken.json']) {
      const { status, out, err } = await summit(`show --help --data ${data}`, {
        files: { 'broken.json': '{' },
      });
      expect({ status, err }).toEqual({ status: 0, err: '' });
      expect(listExamples(out)[0]).toBe(`summit --data ${data} show <id>`);
    }
  });
});

describe('a run on another dataset than the embedded one', () => {
  const foreign = /\bXi\b|\bxi-|Xi.?an|kazakh|\bchina|chinese|beijing/i;

  it.each([
    ['the overview', ['', '-f json']],
    ['the help', ['--help', ...names.map((name) => `${name} --help`)]],
    [
      'completion',
      ['""', 'show ""', 'talks --country ""', 'leaders --where ""', 'cite ""'].map(
        (line) => `__complete -- ${line}`,
      ),
    ],
    [
      'messages',
      [
        'show nobody',
        'talks --country nowhere',
        'search zeppelin',
        'shwo',
        'leaders --fields no',
        'cite x',
      ],
    ],
    ['listings', [...collectionNames.filter((name) => lakesDataset[name]), 'timeline']],
  ])('prints nothing from the embedded dataset in %s', async (_, lines) => {
    for (const line of lines) {
      const { out, err } = await summit(line, lakes);
      expect(out + err).not.toBe('');
      expect({ line, found: foreign.exec(out + err)?.[0] }).toEqual({ line, found: undefined });
    }
  });
});

describe('the version', () => {
  it.each(['-V', '--version', 'leaders -V', '--version show', 'show --version'])(
    'is printed by `summit %s`',
    async (line) => {
      const { status, out, err } = await summit(line);
      expect({ status, out, err }).toEqual({ status: 0, out: `${version}\n`, err: '' });
    },
  );
});

describe('the hint for a misspelt word', () => {
  it.each([
    ['leadrs', 'leaders'],
    ['LEADERS', 'leaders'],
    ['time', 'timeline'],
    ['helo', 'help'],
    ['help shw', 'show'],
  ])('suggests a command for `%s`', async (line, near) => {
    const { status, err } = await summit(line, lakes);
    expect(status).toBe(2);
    expect(err.split('\n')[1]).toBe(`did you mean ${near}?`);
  });

  it.each([
    ['leaders --were x=y', '--where'],
    ['leaders --contry=belmarch', '--country'],
    ['--dta=x leaders', '--data'],
    ['export x --forse', '--force'],
    ['leaders --hepl', '--help'],
    ['leaders --verison', '--version'],
  ])('suggests an option for `summit %s`', async (line, near) => {
    const { status, err } = await summit(line, lakes);
    expect(status).toBe(2);
    expect(err.split('\n')[1]).toBe(`did you mean ${near}?`);
  });

  it('gives the usage or the search if no name is near', async () => {
    expect((await summit('leaders -x', lakes)).err).toBe(
      "summit: unknown option '-x'\nusage: summit leaders [options] [text...] (see --help)\n",
    );
    expect((await summit('help bogus', lakes)).err).toBe(
      'summit: no command "bogus"\nsummit --help lists the commands; summit search bogus searches all records\n',
    );
    expect((await summit('leaders --json', lakes)).err).toBe(
      "summit: unknown option '--json'\ndid you mean -f json?\n",
    );
    expect((await summit('leaders --zzzzzz', lakes)).err).toBe(
      "summit: unknown option '--zzzzzz'\nusage: summit leaders [options] [text...] (see --help)\n",
    );
  });
});

describe('the hint for a word that other programs use', () => {
  it.each([
    ['list', '', 'records'],
    ['ls', '', 'records'],
    ['list leaders', '', 'leaders'],
    ['ls talks -f csv', '', 'talks'],
    ['get deals', '', 'deals'],
    ['get zoe-marequin', '', 'show zoe-marequin'],
    ['describe "Zoë Maréquin"', '', "show 'Zoë Maréquin'"],
    ['grep railway', '', 'search railway'],
    ['talks --top=3', 'talks', '--limit 3'],
    ['talks --count-by status', 'talks', '--group-by status'],
    ['talks --with arvenia', 'talks', '--linked arvenia'],
    ['talks zoe status=held', 'talks', 'zoe --where status=held'],
    ['talks --filter status=held', 'talks', '--where status=held'],
    ['talks --order-by -date', 'talks', '--sort'],
    ['talks --columns date', 'talks', '--fields date'],
    ['talks -o csv', 'talks', '--format csv'],
    ['talks --md', 'talks', '--format markdown'],
    ['talks --reverse', 'talks', '--sort -date'],
    ['events --reverse', 'events', '--sort -start'],
    ['talks --since 2025-06-04', 'talks', "--where 'date>=2025-06-04'"],
    ['timeline --before=2025-06-04', 'timeline', "--where 'date<2025-06-04'"],
    ['events --until 2025-06', 'events', "--where 'start<=2025-06'"],
    ['talks --colour never', 'talks', '--color never'],
    ['talks status=held', 'talks', '--where status=held'],
    ['deals amount>5 countries.iso=ZZ', 'deals', "--where 'amount>5' --where countries.iso=ZZ"],
    ['list talks status=held', '', 'talks --where status=held'],
    ['list talk', '', 'talks'],
    ['ls country', '', 'countries'],
    ['talk', '', 'talks'],
    ['count talks', '', 'talks --count'],
    ['count talks status=held', '', 'talks --where status=held --count'],
    ['get zoe-marequin dolmara', '', 'show zoe-marequin dolmara'],
    ['grep lakeside railway', '', 'search lakeside railway'],
    ['talks leader=zoe-marequin', 'talks', '--where leaders=zoe-marequin'],
    ['talks date:desc', 'talks', '--sort -date'],
    ['talks status=held date:ASC', 'talks', '--where status=held --sort date'],
  ])('suggests what to type instead of `summit %s`', async (line, command, suggestion) => {
    const { status, err } = await summit(line, lakes);
    expect({ status, hint: err.split('\n')[1] }).toEqual({
      status: 2,
      hint: `did you mean ${suggestion}?`,
    });
    const copied = `${command} ${suggestion}`;
    const isWhole = !/--(?:limit|sort)$/.test(copied);
    expect((await summit(copied, lakes)).status).toBe(isWhole ? 0 : 2);
  });

  it.each([
    ['leaders --since 2025', 'usage: summit leaders [options] [text...] (see --help)'],
    ['talks --since', 'usage: summit talks [options] [text...] (see --help)'],
    ['schema -n 3', 'usage: summit schema [options] (see --help)'],
    ['graph --md', 'usage: summit graph [options] (see --help)'],
    ['talks -o xml', 'usage: summit talks [options] [text...] (see --help)'],
    // Claims and leaders have no date to sort by.
    ['claims --reverse', 'usage: summit claims [options] [text...] (see --help)'],
    ['leaders --desc', 'usage: summit leaders [options] [text...] (see --help)'],
    ['talks --group-by', 'usage: summit talks [options] [text...] (see --help)'],
    ['count', 'did you mean countries?'],
    ['count zoe', 'did you mean countries?'],
  ])('suggests nothing that would not work instead of `summit %s`', async (line, hint) => {
    const { status, err } = await summit(line, lakes);
    expect({ status, hint: err.split('\n')[1] }).toEqual({ status: 2, hint });
  });

  it.each(['status', 'zoë=x', 'lake:desc', 'date:down'])(
    'is not given for the word %s of a listing, which is searched for',
    async (word) => {
      const { status, err } = await run(['talks', word], { ...lakes, terminal: 80 });
      expect({ status, hint: err.split('\n')[0] }).toEqual({
        status: 0,
        hint: expect.stringMatching(/^no matching records: none contains /),
      });
    },
  );

  it.each([
    ['leaders', '--where role=host'],
    ['quotes', '--where speaker~text'],
    ['records', '--where collection=summit'],
    ['timeline', '--where status=held'],
  ])('gives an example of a condition after `summit %s --where`', async (command, example) => {
    const { status, err } = await summit(`${command} --where`, lakes);
    expect({ status, err }).toEqual({
      status: 2,
      err: `summit: option '-w, --where <expression>' argument missing\nfor example: ${example}\n`,
    });
    expect((await summit(`${command} ${example}`, lakes)).status).toBe(0);
  });

  it.each([
    ['show historic -f md', 'did you mean markdown? valid values: cards, '],
    ['talks -f jsonl', 'did you mean ndjson? valid values: table, '],
    ['cite historic -f md', 'valid values: text, '],
  ])('suggests a valid format for `summit %s`', async (line, hint) => {
    const { status, err } = await summit(line, lakes);
    expect(status).toBe(2);
    expect(err.split('\n')[1]?.slice(0, hint.length)).toBe(hint);
  });

  it.each([
    ['date:desc', '--sort -date'],
    ['date:asc', '--sort date'],
    ['"date DESC"', '--sort -date'],
    ['id,date:descending', '--sort -date'],
  ])('suggests how to sort instead of --sort %s', async (key, suggestion) => {
    const { status, err } = await summit(`talks --sort ${key}`, lakes);
    expect(status).toBe(2);
    expect(err).toMatch(/^summit: no field "date.*"\ndid you mean (.*)\?\n$/);
    expect(err).toContain(`did you mean ${suggestion}?`);
  });

  it.each([
    ['events --sort date:desc', 'did you mean start? valid fields: '],
    ['events --where date=2025', 'did you mean start? valid fields: '],
    ['claims --sort date:desc', 'valid fields: '],
  ])('lists valid fields for `summit %s`', async (line, hint) => {
    const { status, err } = await summit(line, lakes);
    expect(status).toBe(2);
    expect(err.split('\n').slice(0, 2)).toEqual([
      'summit: no field "date"',
      expect.stringMatching(new RegExp(`^${hint.replace('?', '\\?')}`)),
    ]);
  });
});

describe('options', () => {
  it.each([
    ['leaders -f csv --fields id', '-f csv --fields id leaders'],
    ['leaders -f csv --fields id', '-f csv leaders --fields id'],
    ['leaders -f csv --fields id', '--format=csv leaders --fields=id'],
    [
      'leaders --where role=host --where name~z --ids',
      '--where role=host leaders --where name~z --ids',
    ],
    ['talks --country dolmara --count', '--country dolmara --count talks'],
    ['deals --no-header -f tsv', '--no-header -f tsv deals'],
    ['deals --color always', '--color always deals'],
    ['show historic --width 40', '--width 40 show historic'],
    ['search water --limit 2', '--limit 2 search water'],
    ['export folder --force', '--force export folder'],
    ['leaders --data my.json --ids', '--data my.json leaders --ids'],
  ])(
    'give the same result after the command as before it: `summit %s`, `summit %s`',
    async (after, before) => {
      const [one, other] = await Promise.all([summit(after, lakes), summit(before, lakes)]);
      expect(one?.out).not.toBe('');
      expect(other).toEqual(one);
    },
  );

  it('may be separated from the command by --', async () => {
    expect((await summit('-- leaders --ids', lakes)).out).toBe('');
    expect(await summit('-- leaders', lakes)).toEqual(await summit('leaders', lakes));
  });

  it('apply to a command after --', async () => {
    const { out } = await run(['--data', 'lakes.json', '-f', 'csv', '--', 'leaders'], lakes);
    expect(out).toBe((await summit('leaders -f csv', lakes)).out);
    expect(await run(['--data', 'missing.json', '--', 'leaders'])).toMatchObject({ status: 2 });
  });

  const valueOptions = [overview, ...commands].flatMap((command) =>
    Object.values({ ...globalOptions, ...command.options })
      .filter(isValueOption)
      .map((option) => ({ ...option, name: command === overview ? '' : command.name })),
  );

  it.each(valueOptions.filter(({ isRepeatable }) => !isRepeatable))(
    'are refused if given twice with one value each: $flags of `summit $name`',
    async ({ long = '', argChoices, name }) => {
      const command = name === '' ? [] : [name];
      // An option whose value has a form of its own refuses any other with an example.
      const { err: refused } = await run([...command, long, '1'], lakes);
      const [, sample = '1'] = / such as (\S+), not "1"$/m.exec(refused) ?? [];
      const option = [long, argChoices?.[0] ?? sample];
      const refusal = `summit: ${long} is given twice\n`;
      for (const argv of [
        [...command, ...option, ...option],
        [...option, ...command, ...option],
        [...option, `${long}=${option[1]}`, ...command],
      ]) {
        const { status, out, err } = await run(argv, lakes);
        expect({ status, out }).toEqual({ status: 2, out: '' });
        expect(err.startsWith(refusal)).toBe(true);
      }
    },
  );

  it('say how to give several values where one option takes them', async () => {
    const readHint = async (line: string) =>
      (await summit(line, lakes)).err.split('\n').slice(0, 2);
    expect(await readHint('talks --limit 1 --limit 2')).toEqual([
      'summit: --limit is given twice',
      'give it once',
    ]);
    expect(await readHint('talks -f csv --format json')).toEqual([
      'summit: --format is given twice',
      'give it once',
    ]);
    expect(await readHint('--country dolmara talks --country belmarch')).toEqual([
      'summit: --country is given twice',
      'for either of two countries write --country a,b',
    ]);
    expect(await readHint('talks --sort id --sort date')).toEqual([
      'summit: --sort is given twice',
      'separate the fields by commas: --sort a,-b',
    ]);
  });

  it('may be repeated if they are repeatable or take no value', async () => {
    const line = 'leaders --where role=guest --where name~z --where name~o --ids --ids';
    expect((await summit(line, lakes)).status).toBe(0);
    expect((await summit('leaders --no-color --no-color --count', lakes)).out).toBe('4\n');
  });

  it.each(['--color always --no-color leaders', 'leaders --no-color --color=never'])(
    'are refused if they exclude each other: `summit %s`',
    async (line) => {
      expect(await summit(line, lakes)).toMatchObject({
        status: 2,
        out: '',
        err: 'summit: --color and --no-color exclude each other\n',
      });
    },
  );

  it('end at --, so that an operand may begin with a hyphen', async () => {
    const { status, err } = await summit('show -- --odd', lakes);
    expect({ status, err }).toEqual({
      status: 1,
      err: 'summit: no record "--odd"\nsummit search <text> searches all records\n',
    });
  });
});
