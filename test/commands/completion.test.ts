import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatNames } from '../../src/output/formats.ts';
import { example, run, summit, type World } from '../run.ts';

const text = readFileSync(example('lakes-summit.json'), 'utf8');
const lakes: World = { files: { 'lakes.json': text }, env: { SUMMIT_DATA: 'lakes.json' } };

/** Lists the candidates for the last of some words, each with its description. */
async function complete(words: readonly string[], world: World = lakes) {
  const { status, out, err } = await run(['__complete', '--', ...words], world);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  const lines = out === '' ? [] : out.trimEnd().split('\n');
  return lines.map((line) => line.split('\t'));
}

const completeWords = async (words: readonly string[], world?: World) =>
  (await complete(words, world)).map(([word]) => word);

const hasShell = (shell: string) => spawnSync(shell, ['-c', ':']).status === 0;

describe('summit completion', () => {
  it.each(['bash', 'zsh', 'fish'])(
    'prints a script for %s that runs summit __complete',
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
    it.skipIf(!hasShell(shell))('prints a script that the shell can parse', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'summit-completion-'));
      const file = join(folder, 'script');
      writeFileSync(file, (await summit(`completion ${shell}`)).out);
      const { status, stderr } = spawnSync(shell, [option, file], { encoding: 'utf8' });
      rmSync(folder, { recursive: true });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    });
  });

  it.skipIf(!hasShell('bash')).each([
    ['summit events --limit 3 he and more', 26, 'events --limit 3 he', 'held'],
    ["summit --data 'my file.json' show he", 36, '--data my file.json show he', 'held'],
    ['summit --data my\\ file.json ', 28, '--data my file.json ', 'held'],
    ['summit talks --where status=he', 30, 'talks --where status=he', 'held'],
    ["summit talks --where 'status=he", 31, 'talks --where status=he', 'status=held'],
    ['summit show Tob', 15, 'show Tob', 'Tobias\\ Wren'],
    ["summit show 'Tob", 16, 'show Tob', 'Tobias Wren'],
  ])(
    'makes bash offer what `summit __complete` prints for the words before the cursor: %s',
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

  it.skipIf(!hasShell('bash'))('can be loaded twice in bash', async () => {
    const { out: script } = await summit('completion bash');
    const input = `${script}\n${script}\ncomplete -p summit`;
    const { status, stdout } = spawnSync('bash', ['--norc', '-s'], { input, encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'complete -F _summit summit\n' });
  });

  it('rejects other shells', async () => {
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

describe('the candidates for completion', () => {
  it('are the commands with their descriptions for the first word', async () => {
    const found = await complete(['']);
    expect(found[0]).toEqual(['leaders', 'participants and absentees, and whom they represent']);
    const { out } = await summit('--help', lakes);
    const commands = found.map(([word]) => word);
    expect(commands).toEqual(
      expect.arrayContaining(['show', 'timeline', 'validate', 'completion']),
    );
    for (const command of commands) expect(out).toMatch(new RegExp(`^ {2}${command} `, 'm'));
    expect(commands).not.toContain('__complete');
  });

  it('begin with what has been typed', async () => {
    expect(await completeWords(['cover'])).toEqual(['coverage']);
    expect(await completeWords(['zz'])).toEqual([]);
  });

  it('are the commands if nothing or only options have been typed', async () => {
    expect((await run(['__complete', '--'], lakes)).out).toMatch(/^leaders\t/);
    expect(await completeWords(['--width', '40', 'sh'])).toEqual(['show']);
    expect(await completeWords(['--no-color', 'sh'])).toEqual(['show']);
    expect(await completeWords(['help', 'sh'])).toEqual(['show']);
    expect(await completeWords(['--wid'])).toEqual(['--width']);
  });

  it('are the options after a hyphen', async () => {
    expect(await completeWords(['leaders', '--co'])).toEqual(['--country', '--count', '--color']);
    expect(await completeWords(['export', 'facts', '--'])).toEqual([
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
    expect(await completeWords(['-'])).toContain('--format');
    expect(await completeWords(['-f', ''])).toEqual(['text', 'json']);
    expect(await completeWords(['new', '--w'])).toEqual([]);
    expect(await complete(['talks', '--wi'])).toEqual([['--width', 'output width in columns']]);
  });

  it('are the ids of the dataset with a one-line summary for a record', async () => {
    expect(await complete(['show', 'dol'])).toEqual([
      ['dolmara-leader', 'Dolmara · guest'],
      ['dolmara-to-speak', "Dolmara's leader will give a speech at the closing dinner."],
      ['dolmara', 'Dolmara · guest'],
    ]);
    expect(await completeWords(['cite', 'overd'])).toEqual(['overdue']);
  });

  it('keep the countries before a comma', async () => {
    expect(await completeWords(['talks', '--country', 'dol'])).toEqual(['dolmara']);
    expect(await completeWords(['talks', '--country', 'arvenia,dol'])).toEqual(['arvenia,dolmara']);
    expect(await completeWords(['graph', '--country=arvenia,dol'])).toEqual([
      '--country=arvenia,dolmara',
    ]);
  });

  it('exclude options that must not be repeated', async () => {
    const given = ['talks', '--limit', '3', '--where', 'status=held', '-f', 'csv', '--data=x.json'];
    const offered = await completeWords([...given, '--']);
    expect(offered).toEqual(expect.arrayContaining(['--where', '--sort', '--fields']));
    for (const spent of ['--limit', '--format', '--data']) expect(offered).not.toContain(spent);
  });

  it('are the formats of the command for --format', async () => {
    expect(await completeWords(['leaders', '-f', ''])).toEqual(formatNames);
    expect(await complete(['leaders', '--format', 'nd'])).toEqual([
      ['ndjson', 'one JSON object per line'],
    ]);
    expect(await completeWords(['cite', 'x', '-f', ''])).toEqual(['text', 'csl-json', 'bibtex']);
    expect(await complete(['timeline', '-f', 'dr'])).toEqual([['drawing']]);
    expect(await completeWords(['timeline', '--format=dr'])).toEqual(['--format=drawing']);
    expect(await completeWords(['--color', ''])).toEqual(['auto', 'always', 'never']);
  });

  it('are the fields of the collection for --fields, those before a comma kept', async () => {
    expect(await completeWords(['countries', '--fields', ''])).toEqual([
      'id',
      'name',
      'aliases',
      'iso',
      'role',
      'evidence',
    ]);
    expect(await complete(['countries', '--fields', 'name,i'])).toEqual([
      ['name,id', 'Unique, readable kebab-case identifier.'],
      ['name,iso', 'ISO 3166-1 alpha-2 code (added; not in the article).'],
    ]);
    expect(await completeWords(['countries', '--fields', 'iso,id,i'])).toEqual([]);
    expect(await completeWords(['search', 'x', '--fields', ''])).toEqual([
      'id',
      'collection',
      'fields',
      'text',
      'evidence',
    ]);
    expect(await completeWords(['timeline', '--fields', 'w'])).toEqual(['when', 'what']);
  });

  it('are the fields, also with a hyphen, for --sort', async () => {
    expect(await completeWords(['countries', '--sort', 'i'])).toEqual(['id', 'iso']);
    expect(await completeWords(['countries', '--sort', '-i'])).toEqual(['-id', '-iso']);
    const [[, about = ''] = []] = await complete(['countries', '--sort', '-iso']);
    expect(about).toMatch(/^descending: ISO 3166-1/);
  });

  it('are the fields for --where, then the values of a choice or the ids', async () => {
    expect(await complete(['talks', '--where', 'countries=d'])).toEqual([
      ['countries=dolmara', 'Dolmara · guest'],
    ]);
    expect(await completeWords(['talks', '--where', 'status!=h'])).toEqual(['status!=held']);
    expect(await completeWords(['talks', '--where', 'd'])).toEqual(['date=']);
    expect(await completeWords(['talks', '--where', 'status='])).toEqual([
      'status=held',
      'status=reported',
    ]);
    expect(await completeWords(['events', '--where', 'status=o'])).toEqual(['status=ongoing']);
    expect(await completeWords(['talks', '--where', 'date='])).toEqual([]);
    expect(await completeWords(['talks', '--where', 'nothing='])).toEqual([]);
    expect(await completeWords(['talks', '--where', '.status=h'])).toEqual([]);
    expect(await complete(['talks', '--where', 'mention=n'])).toEqual([
      ['mention=named', '2 records'],
    ]);
    expect(await completeWords(['claims', '--where', 'about=lakeside'])).toEqual([
      'about=lakeside-railway',
      'about=lakeside railway',
    ]);
    expect(await completeWords(['deals', '--where', 'amount='])).toEqual([]);
  });

  it('are the countries of the dataset for --country', async () => {
    expect(await complete(['talks', '--country', ''])).toEqual([
      ['arvenia', 'Arvenia · host'],
      ['belmarch', 'Belmarch · guest'],
      ['corvessa', 'Corvessa · guest'],
      ['dolmara', 'Dolmara · guest'],
    ]);
  });

  it('exclude countries that are already given before a comma', async () => {
    expect(await completeWords(['talks', '--country', 'dolmara,'])).toEqual([
      'dolmara,arvenia',
      'dolmara,belmarch',
      'dolmara,corvessa',
    ]);
    expect(await complete(['graph', '--country', 'XA,arvenia,B'])).toEqual([
      ['XA,arvenia,Belmarch', 'belmarch'],
    ]);
    expect(await completeWords(['talks', '--country=dolmara,b'])).toEqual([
      '--country=dolmara,belmarch',
    ]);
  });

  it('exclude country names with a comma, which would be read as two', async () => {
    const dataset = JSON.parse(text);
    dataset.countries[1].aliases = ['Marches, Kingdom of the'];
    const files = { 'lakes.json': JSON.stringify(dataset) };
    expect(await complete(['talks', '--country', 'Marc'], { ...lakes, files })).toEqual([]);
    expect(await completeWords(['show', 'Marc'], { ...lakes, files })).toEqual([
      'Marches, Kingdom of the',
    ]);
  });

  it('include names and codes of records once something has been typed', async () => {
    expect(await complete(['talks', '--country', 'B'])).toEqual([['Belmarch', 'belmarch']]);
    expect(await completeWords(['cite', 'Zoë'])).toEqual(['Zoë Maréquin']);
    expect(await completeWords(['show', 'arvenia', 'Zoë'])).toEqual(['Zoë Maréquin']);
    expect(await completeWords(['completion', 'bash', 'z'])).toEqual([]);
    expect(await completeWords(['quotes', '--where', 'leader=Zo'])).toEqual([
      'leader=Zoë Maréquin',
    ]);
    expect(await completeWords(['talks', '--where', 'countries=X'])).toEqual([
      'countries=XA',
      'countries=XB',
      'countries=XC',
      'countries=XD',
    ]);
    expect(await completeWords(['talks', '--where', 'countries='])).toEqual([
      'countries=arvenia',
      'countries=belmarch',
      'countries=corvessa',
      'countries=dolmara',
    ]);
  });

  it('are the values that occur more than once for a text field, most frequent first', async () => {
    expect(await completeWords(['claims', '--where', 'topic='])).toEqual([
      'topic=water',
      'topic=projects',
      'topic=summit',
      'topic=source',
      'topic=programme',
      'topic=talks',
      'topic=outcome',
      'topic=fisheries',
    ]);
    expect(await completeWords(['claims', '--where', 'claim='])).toEqual([]);
    // Missing values do not count as text.
    expect(await completeWords(['events', '--where', 'when='])).toEqual([]);
  });

  it('are the values of records that meet the conditions before', async () => {
    const choices = await completeWords(['records', '-w', 'collection=deals', '-w', 'status=']);
    expect(choices).toEqual(['status=sought']);
    expect(await completeWords(['records', '--where=collection=deals', '--where=status='])).toEqual(
      ['--where=status=sought'],
    );
    expect((await completeWords(['records', '-w', 'no condition', '-w', 'status='])).length).toBe(
      5,
    );
    expect(await complete(['timeline', '--where', 'status=h'])).toEqual([
      ['status=held', '5 records'],
    ]);
  });

  it('are all valid values of a choice if no record has any', async () => {
    const world = { files: { 'no.json': '{' }, env: { SUMMIT_DATA: 'no.json' } };
    expect(await completeWords(['talks', '--where', 'status='], world)).toEqual([
      'status=held',
      'status=reported',
      'status=planned',
    ]);
  });

  it('include any word of a name unless several records match it', async () => {
    expect(await completeWords(['talks', '--where', 'leaders=van'])).toEqual(['leaders=vandrel']);
    expect(await completeWords(['show', 'Van'])).toEqual(['Vandrel']);
    expect(await completeWords(['show', 'Lake'])).not.toContain('Lake');
  });

  it('exclude records that are already given', async () => {
    expect(await completeWords(['show', 'arvenia', 'arv'])).toEqual([]);
  });

  it('are only the records with a name until something has been typed', async () => {
    const all = await completeWords(['cite', '']);
    expect(all).toContain('lakeside-railway');
    expect(all).not.toContain('overdue');
    expect(all.length).toBeLessThan(
      JSON.parse((await summit('records -f json', lakes)).out).length / 2,
    );
    expect(await completeWords(['cite', 'ov'])).toContain('overdue');
  });

  it('are the collections and records for --linked', async () => {
    expect(await completeWords(['claims', '--linked', 'dea'])).toEqual(['deals']);
    expect(await completeWords(['claims', '--linked', 'deals,lakeside-r'])).toEqual([
      'deals,lakeside-railway',
    ]);
  });

  it('are the fields for --group-by', async () => {
    expect(await completeWords(['claims', '--group-by', 't'])).toEqual(['topic']);
  });

  it('ask the shell for file names for any beginning of a file', async () => {
    expect(await complete(['validate', ''])).toEqual([[':files']]);
    expect(await complete(['verify', 'art'])).toEqual([[':files']]);
    expect(await complete(['export', 'fa'])).toEqual([[':files']]);
    expect(await complete(['leaders', '--data', 'my'])).toEqual([[':files']]);
    expect(await complete(['leaders', '--data=my'])).toEqual([[':files']]);
  });

  it('are the shells for a shell, and none for free text and numbers', async () => {
    expect(await complete(['completion', ''])).toEqual([['bash'], ['zsh'], ['fish']]);
    expect(await completeWords(['search', ''])).toEqual([]);
    expect(await completeWords(['leaders', '--limit', ''])).toEqual([]);
  });

  it('come from the dataset that --data names', async () => {
    const files = { 'lakes.json': text };
    expect(
      await completeWords(['--data', 'lakes.json', 'talks', '--country', 'd'], { files }),
    ).toEqual(['dolmara']);
    expect(
      await completeWords(['--data=lakes.json', 'talks', '--country', 'd'], { files }),
    ).toEqual(['dolmara']);
    expect(await completeWords(['talks', '--country', 'j'])).toEqual([]);
    expect(await completeWords(['talks', '--country', 'j'], {})).toEqual(['japan']);
  });

  it('come from a dataset in the home folder if --data begins with an unexpanded ~', async () => {
    const world = { files: { '/home/me/lakes.json': text }, env: { HOME: '/home/me' } };
    expect(
      await completeWords(['--data', '~/lakes.json', 'talks', '--country', 'd'], world),
    ).toEqual(['dolmara']);
  });

  it('include no ids or countries if the dataset is unreadable or standard input', async () => {
    for (const data of ['missing.json', '-']) {
      expect(await completeWords(['--data', data, 'show', ''])).toEqual([]);
      expect(await completeWords(['--data', data, 'talks', '--country', ''])).toEqual([]);
      expect(await completeWords(['--data', data, 'talks', '--where', 'st'])).toEqual(['status=']);
    }
  });

  it('show control and bidirectional characters as escapes, on one line each', async () => {
    const dataset = JSON.parse(text);
    dataset.quotes[4].words = 'over\n\tdue\u001b[31m\u202e';
    const files = { 'lakes.json': JSON.stringify(dataset) };
    expect(await complete(['show', 'overd'], { ...lakes, files })).toEqual([
      ['overdue', 'The leader of Dolmara · “over\\n\\tdue\\x1b[31m\\u{202e}”'],
    ]);
  });
});
