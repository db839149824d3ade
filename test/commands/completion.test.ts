import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatNames } from '../../src/output/formats.ts';
import { example, run, summit, type World } from '../run.ts';

const text = readFileSync(example('lakes-summit.json'), 'utf8');
const lakes: World = { files: { 'lakes.json': text }, env: { SUMMIT_DATA: 'lakes.json' } };

/** The candidates for the last of these words, each with its description. */
async function candidates(words: readonly string[], world: World = lakes) {
  const { status, out, err } = await run(['__complete', '--', ...words], world);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  const lines = out === '' ? [] : out.trimEnd().split('\n');
  return lines.map((line) => line.split('\t'));
}

const wordsFor = async (words: readonly string[], world?: World) =>
  (await candidates(words, world)).map(([word]) => word);

const isThere = (shell: string) => spawnSync(shell, ['-c', ':']).status === 0;

describe('completion', () => {
  it.each(['bash', 'zsh', 'fish'])(
    'prints a script for %s that asks for the candidates',
    async (shell) => {
      const { status, out, err } = await summit(`completion ${shell}`);
      expect({ status, err }).toEqual({ status: 0, err: '' });
      expect(out).toContain('summit __complete -- ');
    },
  );

  describe.each([
    ['bash', '-n'],
    ['zsh', '-n'],
    ['fish', '--no-execute'],
  ])('for %s', (shell, option) => {
    it.skipIf(!isThere(shell))('is a script that the shell can read', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'summit-completion-'));
      const file = join(folder, 'script');
      writeFileSync(file, (await summit(`completion ${shell}`)).out);
      const { status, stderr } = spawnSync(shell, [option, file], { encoding: 'utf8' });
      rmSync(folder, { recursive: true });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    });
  });

  it.skipIf(!isThere('bash')).each([
    ['summit events --limit 3 he and more', 26, 'events --limit 3 he', 'held'],
    ["summit --data 'my file.json' show he", 36, '--data my file.json show he', 'held'],
    ['summit --data my\\ file.json ', 28, '--data my file.json ', 'held'],
    ['summit talks --where status=he', 30, 'talks --where status=he', 'held'],
    ["summit talks --where 'status=he", 31, 'talks --where status=he', 'status=held'],
    ['summit show Tob', 15, 'show Tob', 'Tobias\\ Wren'],
    ["summit show 'Tob", 16, 'show Tob', 'Tobias Wren'],
  ])(
    'has bash offer what `summit __complete` prints for the words before the cursor: %s',
    async (line, point, asked, offered) => {
      const { out: script } = await summit('completion bash');
      const input = `${script}
summit() {
  printf '%s\\t\\n' "$(IFS='|'; echo "$*")" >&2
  case "\${@: -1}" in *=*) echo status=held ;; Tob) echo Tobias Wren ;; *) echo held ;; esac
}
# what the function asks goes to standard error, which it hides
exec 2>&1
eval "$(declare -f _summit | sed 's|2> */dev/null)$|)|')"
COMP_LINE=${JSON.stringify(line)} COMP_POINT=${point}
_summit
printf '%s\n' "\${COMPREPLY[@]}"
complete -p summit
`;
      const { status, stdout } = spawnSync('bash', ['--norc', '-s'], { input, encoding: 'utf8' });
      const words = asked.split(/ (?!file)/).join('|');
      expect({ status, stdout }).toEqual({
        status: 0,
        stdout: `__complete|--|${words}\t\n${offered}\ncomplete -F _summit summit\n`,
      });
    },
  );

  it.skipIf(!isThere('bash'))('can be loaded twice in bash', async () => {
    const { out: script } = await summit('completion bash');
    const input = `${script}\n${script}\ncomplete -p summit`;
    const { status, stdout } = spawnSync('bash', ['--norc', '-s'], { input, encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'complete -F _summit summit\n' });
  });

  it('knows no other shell', async () => {
    expect(await summit('completion powershell')).toMatchObject({
      status: 2,
      err: 'summit: no completion for "powershell"\nvalid values: bash, zsh, fish\n',
    });
    expect((await summit('completion zhsh')).err).toBe(
      'summit: no completion for "zhsh"\ndid you mean zsh? valid values: bash, zsh, fish\n',
    );
    expect((await summit('completion')).err).toBe(
      "summit: missing required argument 'shell'\nusage: summit completion [options] <shell> (see --help)\n",
    );
  });
});

describe('the candidates', () => {
  it('for the first word are the commands with what tells them apart', async () => {
    const found = await candidates(['']);
    expect(found[0]).toEqual(['leaders', 'participants and absentees, and whom they represent']);
    const { out } = await summit('--help', lakes);
    const commands = found.map(([word]) => word);
    expect(commands).toEqual(
      expect.arrayContaining(['show', 'timeline', 'validate', 'completion']),
    );
    for (const command of commands) expect(out).toMatch(new RegExp(`^ {2}${command} `, 'm'));
    expect(commands).not.toContain('__complete');
  });

  it('begin as what has been typed', async () => {
    expect(await wordsFor(['cover'])).toEqual(['coverage']);
    expect(await wordsFor(['zz'])).toEqual([]);
  });

  it('are the commands where nothing has been typed at all, or only options', async () => {
    expect((await run(['__complete', '--'], lakes)).out).toMatch(/^leaders\t/);
    expect(await wordsFor(['--width', '40', 'sh'])).toEqual(['show']);
    expect(await wordsFor(['--no-color', 'sh'])).toEqual(['show']);
    expect(await wordsFor(['help', 'sh'])).toEqual(['show']);
    expect(await wordsFor(['--wid'])).toEqual(['--width']);
  });

  it('for a hyphen are the options', async () => {
    expect(await wordsFor(['leaders', '--co'])).toEqual(['--country', '--count', '--color']);
    expect(await wordsFor(['export', 'facts', '--'])).toEqual([
      '--force',
      '--sql',
      '--license',
      '--dataset-version',
      '--created',
      '--data',
      '--no-pager',
      '--version',
      '--help',
    ]);
    expect(await wordsFor(['-'])).toContain('--format');
    expect(await wordsFor(['-f', ''])).toEqual(['text', 'json']);
    expect(await wordsFor(['new', '--w'])).toEqual([]);
    expect(await candidates(['talks', '--wi'])).toEqual([['--width', 'output width in columns']]);
  });

  it('for an id are those of the dataset, with the record in a line', async () => {
    expect(await candidates(['show', 'dol'])).toEqual([
      ['dolmara-leader', 'Dolmara · guest'],
      ['dolmara-to-speak', "Dolmara's leader will give a speech at the closing dinner."],
      ['dolmara', 'Dolmara · guest'],
    ]);
    expect(await wordsFor(['cite', 'overd'])).toEqual(['overdue']);
  });

  it('for countries are theirs, those before a comma kept', async () => {
    expect(await wordsFor(['talks', '--country', 'dol'])).toEqual(['dolmara']);
    expect(await wordsFor(['talks', '--country', 'arvenia,dol'])).toEqual(['arvenia,dolmara']);
    expect(await wordsFor(['graph', '--country=arvenia,dol'])).toEqual([
      '--country=arvenia,dolmara',
    ]);
  });

  it('for a hyphen are no options that must not be given again', async () => {
    const given = ['talks', '--limit', '3', '--where', 'status=held', '-f', 'csv', '--data=x.json'];
    const offered = await wordsFor([...given, '--']);
    expect(offered).toEqual(expect.arrayContaining(['--where', '--sort', '--fields']));
    for (const spent of ['--limit', '--format', '--data']) expect(offered).not.toContain(spent);
  });

  it('for a format are the formats of the command', async () => {
    expect(await wordsFor(['leaders', '-f', ''])).toEqual(formatNames);
    expect(await candidates(['leaders', '--format', 'nd'])).toEqual([
      ['ndjson', 'one JSON object per line'],
    ]);
    expect(await wordsFor(['cite', 'x', '-f', ''])).toEqual(['text', 'csl-json', 'bibtex']);
    expect(await candidates(['timeline', '-f', 'dr'])).toEqual([['drawing']]);
    expect(await wordsFor(['timeline', '--format=dr'])).toEqual(['--format=drawing']);
    expect(await wordsFor(['--color', ''])).toEqual(['auto', 'always', 'never']);
  });

  it('for fields are those of the collection, those before a comma kept', async () => {
    expect(await wordsFor(['countries', '--fields', ''])).toEqual([
      'id',
      'name',
      'aliases',
      'iso',
      'role',
      'evidence',
    ]);
    expect(await candidates(['countries', '--fields', 'name,i'])).toEqual([
      ['name,id', 'Unique, readable kebab-case identifier.'],
      ['name,iso', 'ISO 3166-1 alpha-2 code (added; not in the article).'],
    ]);
    expect(await wordsFor(['countries', '--fields', 'iso,id,i'])).toEqual([]);
    expect(await wordsFor(['search', 'x', '--fields', ''])).toEqual([
      'id',
      'collection',
      'fields',
      'text',
      'evidence',
    ]);
    expect(await wordsFor(['timeline', '--fields', 'w'])).toEqual(['when', 'what']);
  });

  it('for sorting are the fields both ways', async () => {
    expect(await wordsFor(['countries', '--sort', 'i'])).toEqual(['id', 'iso']);
    expect(await wordsFor(['countries', '--sort', '-i'])).toEqual(['-id', '-iso']);
    const [[, about = ''] = []] = await candidates(['countries', '--sort', '-iso']);
    expect(about).toMatch(/^descending: ISO 3166-1/);
  });

  it('for a condition are the fields, then the values of a choice or the ids', async () => {
    expect(await candidates(['talks', '--where', 'countries=d'])).toEqual([
      ['countries=dolmara', 'Dolmara · guest'],
    ]);
    expect(await wordsFor(['talks', '--where', 'status!=h'])).toEqual(['status!=held']);
    expect(await wordsFor(['talks', '--where', 'd'])).toEqual(['date=']);
    expect(await wordsFor(['talks', '--where', 'status='])).toEqual([
      'status=held',
      'status=reported',
    ]);
    expect(await wordsFor(['events', '--where', 'status=o'])).toEqual(['status=ongoing']);
    expect(await wordsFor(['talks', '--where', 'date='])).toEqual([]);
    expect(await wordsFor(['talks', '--where', 'nothing='])).toEqual([]);
    expect(await wordsFor(['talks', '--where', '.status=h'])).toEqual([]);
    expect(await candidates(['talks', '--where', 'mention=n'])).toEqual([
      ['mention=named', '2 records'],
    ]);
    expect(await wordsFor(['claims', '--where', 'about=lakeside'])).toEqual([
      'about=lakeside-railway',
      'about=lakeside railway',
    ]);
    expect(await wordsFor(['deals', '--where', 'amount='])).toEqual([]);
  });

  it('for a country are those of the dataset', async () => {
    expect(await candidates(['talks', '--country', ''])).toEqual([
      ['arvenia', 'Arvenia · host'],
      ['belmarch', 'Belmarch · guest'],
      ['corvessa', 'Corvessa · guest'],
      ['dolmara', 'Dolmara · guest'],
    ]);
  });

  it('for a country behind a comma are those that are not there yet', async () => {
    expect(await wordsFor(['talks', '--country', 'dolmara,'])).toEqual([
      'dolmara,arvenia',
      'dolmara,belmarch',
      'dolmara,corvessa',
    ]);
    expect(await candidates(['graph', '--country', 'XA,arvenia,B'])).toEqual([
      ['XA,arvenia,Belmarch', 'belmarch'],
    ]);
    expect(await wordsFor(['talks', '--country=dolmara,b'])).toEqual([
      '--country=dolmara,belmarch',
    ]);
  });

  it('for a country are no names with a comma, which would be two', async () => {
    const dataset = JSON.parse(text);
    dataset.countries[1].aliases = ['Marches, Kingdom of the'];
    const files = { 'lakes.json': JSON.stringify(dataset) };
    expect(await candidates(['talks', '--country', 'Marc'], { ...lakes, files })).toEqual([]);
    expect(await wordsFor(['show', 'Marc'], { ...lakes, files })).toEqual([
      'Marches, Kingdom of the',
    ]);
  });

  it('for a record are its names and codes too, once something is typed', async () => {
    expect(await candidates(['talks', '--country', 'B'])).toEqual([['Belmarch', 'belmarch']]);
    expect(await wordsFor(['cite', 'Zoë'])).toEqual(['Zoë Maréquin']);
    expect(await wordsFor(['show', 'arvenia', 'Zoë'])).toEqual(['Zoë Maréquin']);
    expect(await wordsFor(['completion', 'bash', 'z'])).toEqual([]);
    expect(await wordsFor(['quotes', '--where', 'leader=Zo'])).toEqual(['leader=Zoë Maréquin']);
    expect(await wordsFor(['talks', '--where', 'countries=X'])).toEqual([
      'countries=XA',
      'countries=XB',
      'countries=XC',
      'countries=XD',
    ]);
    expect(await wordsFor(['talks', '--where', 'countries='])).toEqual([
      'countries=arvenia',
      'countries=belmarch',
      'countries=corvessa',
      'countries=dolmara',
    ]);
  });

  it('for a field of text are those that occur more than once, the most frequent first', async () => {
    expect(await wordsFor(['claims', '--where', 'topic='])).toEqual([
      'topic=water',
      'topic=projects',
      'topic=summit',
      'topic=source',
      'topic=programme',
      'topic=talks',
      'topic=outcome',
      'topic=fisheries',
    ]);
    expect(await wordsFor(['claims', '--where', 'claim='])).toEqual([]);
    // What is not stated is no text, however often.
    expect(await wordsFor(['events', '--where', 'when='])).toEqual([]);
  });

  it('for a value are those of the records that meet the conditions before it', async () => {
    const choices = await wordsFor(['records', '-w', 'collection=deals', '-w', 'status=']);
    expect(choices).toEqual(['status=sought']);
    expect(await wordsFor(['records', '--where=collection=deals', '--where=status='])).toEqual([
      '--where=status=sought',
    ]);
    expect((await wordsFor(['records', '-w', 'no condition', '-w', 'status='])).length).toBe(5);
    expect(await candidates(['timeline', '--where', 'status=h'])).toEqual([
      ['status=held', '5 records'],
    ]);
  });

  it('for a choice are all of them if none occurs', async () => {
    const world = { files: { 'no.json': '{' }, env: { SUMMIT_DATA: 'no.json' } };
    expect(await wordsFor(['talks', '--where', 'status='], world)).toEqual([
      'status=held',
      'status=reported',
      'status=planned',
    ]);
  });

  it('for a record are the further words of its name too, unless several records match', async () => {
    expect(await wordsFor(['talks', '--where', 'leaders=van'])).toEqual(['leaders=vandrel']);
    expect(await wordsFor(['show', 'Van'])).toEqual(['Vandrel']);
    expect(await wordsFor(['show', 'Lake'])).not.toContain('Lake');
  });

  it('for a record are none that are given', async () => {
    expect(await wordsFor(['show', 'arvenia', 'arv'])).toEqual([]);
  });

  it('for any record are those with a name, until something is typed', async () => {
    const all = await wordsFor(['cite', '']);
    expect(all).toContain('lakeside-railway');
    expect(all).not.toContain('overdue');
    expect(all.length).toBeLessThan(
      JSON.parse((await summit('records -f json', lakes)).out).length / 2,
    );
    expect(await wordsFor(['cite', 'ov'])).toContain('overdue');
  });

  it('for --linked are the collections and the records', async () => {
    expect(await wordsFor(['claims', '--linked', 'dea'])).toEqual(['deals']);
    expect(await wordsFor(['claims', '--linked', 'deals,lakeside-r'])).toEqual([
      'deals,lakeside-railway',
    ]);
  });

  it('for --group-by are the fields', async () => {
    expect(await wordsFor(['claims', '--group-by', 't'])).toEqual(['topic']);
  });

  it('for a file are the names of files, whatever has been typed', async () => {
    expect(await candidates(['validate', ''])).toEqual([[':files']]);
    expect(await candidates(['verify', 'art'])).toEqual([[':files']]);
    expect(await candidates(['export', 'fa'])).toEqual([[':files']]);
    expect(await candidates(['leaders', '--data', 'my'])).toEqual([[':files']]);
    expect(await candidates(['leaders', '--data=my'])).toEqual([[':files']]);
  });

  it('for a shell are the shells, and for what is free there are none', async () => {
    expect(await candidates(['completion', ''])).toEqual([['bash'], ['zsh'], ['fish']]);
    expect(await wordsFor(['search', ''])).toEqual([]);
    expect(await wordsFor(['leaders', '--limit', ''])).toEqual([]);
  });

  it('are of the dataset that --data names on the line', async () => {
    const files = { 'lakes.json': text };
    expect(await wordsFor(['--data', 'lakes.json', 'talks', '--country', 'd'], { files })).toEqual([
      'dolmara',
    ]);
    expect(await wordsFor(['--data=lakes.json', 'talks', '--country', 'd'], { files })).toEqual([
      'dolmara',
    ]);
    expect(await wordsFor(['talks', '--country', 'j'])).toEqual([]);
    expect(await wordsFor(['talks', '--country', 'j'], {})).toEqual(['japan']);
  });

  it('are of a dataset in the home folder, whose sign no shell has replaced yet', async () => {
    const world = { files: { '/home/me/lakes.json': text }, env: { HOME: '/home/me' } };
    expect(await wordsFor(['--data', '~/lakes.json', 'talks', '--country', 'd'], world)).toEqual([
      'dolmara',
    ]);
  });

  it('have no ids and countries where the dataset cannot be read, or is standard input', async () => {
    for (const data of ['missing.json', '-']) {
      expect(await wordsFor(['--data', data, 'show', ''])).toEqual([]);
      expect(await wordsFor(['--data', data, 'talks', '--country', ''])).toEqual([]);
      expect(await wordsFor(['--data', data, 'talks', '--where', 'st'])).toEqual(['status=']);
    }
  });

  it('have control and bidirectional characters of the data shown as escapes, a line each', async () => {
    const dataset = JSON.parse(text);
    dataset.quotes[4].words = 'over\n\tdue\u001b[31m\u202e';
    const files = { 'lakes.json': JSON.stringify(dataset) };
    expect(await candidates(['show', 'overd'], { ...lakes, files })).toEqual([
      ['overdue', 'The leader of Dolmara · “over\\n\\tdue\\x1b[31m\\u{202e}”'],
    ]);
  });
});
