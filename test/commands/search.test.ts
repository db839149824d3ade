import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { example, run, summit, type World } from '../run.ts';

const text = readFileSync(example('lakes-summit.json'), 'utf8');
const lakes: World = { files: { 'lakes.json': text }, env: { SUMMIT_DATA: 'lakes.json' } };

/** The lines of a search, less the heads, with single spaces. */
async function lines(argv: readonly string[], world: World = lakes): Promise<readonly string[]> {
  const { out } = await run(['search', ...argv, '--no-header'], world);
  return out
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' | '));
}

/** A dataset with this question as its only gap. */
function asking(question: string): World {
  const dataset = JSON.parse(text);
  const gaps = [{ ...dataset.gaps[0], question, kind: 'unstated', note: null, evidence: [] }];
  return { ...lakes, files: { 'lakes.json': JSON.stringify({ ...dataset, gaps }) } };
}

const idsOf = async (argv: readonly string[]) =>
  (await run(['search', ...argv, '--ids'], lakes)).out.trimEnd().split('\n');

describe('search', () => {
  it('prints a record a line, the best first, the hit in brackets', async () => {
    const { status, out, err } = await summit('search overdue', lakes);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toBe(`\
text                                 id                collection
─────────────────────────────────────────────────────────────────
The leader of Dolmara · “[overdue]”  overdue           quotes
The pipeline is “[overdue]”.         pipeline-overdue  claims
`);
  });

  it('has the hit across the width at a terminal, and the rest below it', async () => {
    const { out } = await summit('search overdue --width 60', lakes);
    expect(out).toBe(`\
The leader of Dolmara · “[overdue]”
  overdue · quotes
The pipeline is “[overdue]”.
  pipeline-overdue · claims
`);
  });

  it('marks the hit in reverse video where there is colour', async () => {
    const [first] = await lines(['overdue', '--color', 'always']);
    expect(first?.split(' | ')[0]).toContain('“\u001b[7moverdue\u001b[27m”');
  });

  it('finds the records that have all of several words, wherever they stand', async () => {
    expect(await idsOf(['belmarch', 'money'])).toEqual([
      'railway-money-sought',
      'lakeside-railway',
    ]);
  });

  it('counts and limits records', async () => {
    const all = await idsOf(['railway']);
    expect(all.length).toBeGreaterThan(3);
    expect(await idsOf(['railway', '--limit', '3'])).toEqual(all.slice(0, 3));
    expect((await summit('search railway --limit 3 --count', lakes)).out).toBe('3\n');
    expect((await summit('search railway --count', lakes)).out).toBe(`${all.length}\n`);
  });

  it('takes quoted words as belonging together', async () => {
    expect(await idsOf(['group sessions', '--where', 'collection=claims'])).toEqual([
      'talks-before-sessions',
    ]);
    expect((await run(['search', 'sessions group'], lakes)).status).toBe(1);
  });

  const textOf = async (word: string, id: string, world: World = lakes) => {
    const [line = ''] = await lines([word, '--where', `id=${id}`], world);
    return line.split(' | ')[0];
  };

  it.each([
    ['another case', 'MARÉQUIN'],
    ['no diacritics', 'marequin'],
    ['composed otherwise', 'Mare\u0301quin'],
  ])('finds a name in %s', async (_, word) => {
    const world = asking('Is Zoë Maréquin here?');
    expect(await textOf(word, 'length-of-vandrel-talks', world)).toBe('Is Zoë [Maréquin] here?');
  });

  it.each(['OTalvin', "O'Talvin", 'O’Talvin', 'o`talvin'])(
    'finds a name with an apostrophe by %s',
    async (word) => {
      expect(await textOf(word, 'ruan-o-talvin')).toContain("Ruan [O'Talvin] · ");
    },
  );

  it('takes one dash for another', async () => {
    expect(await textOf('drinking–water', 'drinking-water-pipeline')).toBe(
      '[drinking-water] pipeline · €300 thousand · sought',
    );
  });

  it('joins marks that overlap', async () => {
    const [line] = await lines(['railway', 'lakeside rail', '--where', 'id=lakeside-railway']);
    expect(line?.split(' | ')[0]).toContain('[lakeside railway] · ');
  });

  it('finds what references read as, and ids', async () => {
    expect(await textOf('Dolmara', 'marequin-dolmara')).toContain('[Dolmara]');
    expect(await textOf('dolmara-leader', 'overdue')).toBe(
      'The leader of Dolmara · “overdue” · leader: [dolmara-leader]',
    );
  });

  it('does not find the words for what is not stated', async () => {
    expect((await summit('search "not stated"', lakes)).status).toBe(1);
  });

  it('has whole records in JSON, as other commands have them', async () => {
    const { out } = await summit('search backer -f json', lakes);
    const listed = JSON.parse((await summit('records -f json', lakes)).out) as { id: string }[];
    const found: readonly { id: string }[] = JSON.parse(out);
    expect(found.length).toBeGreaterThan(0);
    for (const one of found) expect(listed).toContainEqual(one);
  });

  it('has the fields and the text of a hit in csv, without marks', async () => {
    const csv = await summit('search overdue -f csv --limit 1', lakes);
    expect(csv.out).toBe(
      'id,collection,fields,text\r\noverdue,quotes,id;words;evidence,The leader of Dolmara · “overdue”\r\n',
    );
  });

  it('prints each record once with --ids', async () => {
    expect(await idsOf(['overdue'])).toEqual(['overdue', 'pipeline-overdue']);
  });

  it('keeps to records tied to a country in any way, as a listing does', async () => {
    const { out } = await summit('claims --country dolmara --where claim~drinking --ids', lakes);
    expect(out).toBe('pipeline-money-sought\n');
    const found = await idsOf(['drinking', '--country', 'XD', '--where', 'collection=claims']);
    expect(found[0]).toBe('pipeline-money-sought');
    expect(
      await idsOf(['drinking', '--country', 'XB', '--where', 'collection=claims']),
    ).not.toContain('pipeline-money-sought');
  });

  it('breaks long texts at a terminal', async () => {
    const { out } = await summit('search backer', {
      ...lakes,
      terminal: 70,
      env: { ...lakes.env, NO_COLOR: '1' },
    });
    expect(out).toContain('[backer]');
    expect(out.split('\n').filter((line) => line.length > 70)).toEqual([]);
  });

  it('shows control and bidirectional characters as escapes, in marks and around them', async () => {
    const world = asking('Why \u001b[31mred \u202ehere\u0007?');
    expect(await textOf('red', 'length-of-vandrel-talks', world)).toBe(
      'Why \\x1b[31m[red] \\u{202e}here\\x07?',
    );
    expect(await textOf('\u001b[31mred', 'length-of-vandrel-talks', world)).toBe(
      'Why [\\x1b[31mred] \\u{202e}here\\x07?',
    );
  });
});

describe('a search that finds nothing', () => {
  it.each([
    ['search zeppelin', 'summit: nothing found for "zeppelin"\n'],
    ['search railway zeppelin', 'summit: nothing found for "railway" "zeppelin"\n'],
    ['search "blue zeppelin"', 'summit: nothing found for "blue zeppelin"\n'],
    [
      'search railway --where collection=countries',
      'summit: nothing found for "railway" that meets the other conditions\n',
    ],
  ])('answers no: %s', async (line, err) => {
    expect(await summit(line, lakes)).toMatchObject({ status: 1, out: '', err });
  });

  it('says so once at a terminal', async () => {
    const { err } = await summit('search zeppelin', { ...lakes, terminal: 80 });
    expect(err).toBe('summit: nothing found for "zeppelin"\n');
  });

  it('still prints an empty array, a head, a count', async () => {
    expect(await summit('search zeppelin -f json', lakes)).toMatchObject({
      status: 1,
      out: '[]\n',
    });
    expect((await summit('search zeppelin -f csv', lakes)).out).toBe(
      'id,collection,fields,text\r\n',
    );
    expect((await summit('search zeppelin --count', lakes)).out).toBe('0\n');
  });

  it('shows control characters of what was searched as escapes', async () => {
    const { err } = await run(['search', 'a\u001b[31m\u202e'], lakes);
    expect(err).toBe('summit: nothing found for "a\\x1b[31m\\u{202e}"\n');
  });

  // Folding leaves nothing of an apostrophe or of a lone accent: there is nothing to look for, or to mark.
  it.each([[''], ['  '], ["'"], ['’ ’'], ['\u0301']])(
    'is a usage error where there is nothing to search for: "%s"',
    async (word) => {
      expect(await run(['search', word, '--ids'], lakes)).toMatchObject({
        status: 2,
        out: '',
        err: 'summit: nothing to search for\n',
      });
    },
  );
});
