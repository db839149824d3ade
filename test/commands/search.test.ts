import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { example, run, summit, type World } from '../run.ts';

const text = readFileSync(example('lakes-summit.json'), 'utf8');
const lakes: World = { files: { 'lakes.json': text }, env: { SUMMIT_DATA: 'lakes.json' } };

/** Runs a search, and returns its lines without header, columns separated by ` | `. */
async function searchLines(
  argv: readonly string[],
  world: World = lakes,
): Promise<readonly string[]> {
  const { out } = await run(['search', ...argv, '--no-header'], world);
  return out
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' | '));
}

/** Returns a world with the lakes dataset, a question its only gap. */
function makeGap(question: string): World {
  const dataset = JSON.parse(text);
  const gaps = [{ ...dataset.gaps[0], question, kind: 'unstated', note: null, evidence: [] }];
  return { ...lakes, files: { 'lakes.json': JSON.stringify({ ...dataset, gaps }) } };
}

const searchIds = async (argv: readonly string[]) =>
  (await run(['search', ...argv, '--ids'], lakes)).out.trimEnd().split('\n');

describe('summit search', () => {
  it('prints one record per line, best matches first, with hits in brackets', async () => {
    const { status, out, err } = await summit('search overdue', lakes);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toBe(`\
text                                 id                collection
─────────────────────────────────────────────────────────────────
The leader of Dolmara · “[overdue]”  overdue           quotes
The pipeline is “[overdue]”.         pipeline-overdue  claims
`);
  });

  it('prints the text across the width with --width, and the other fields below it', async () => {
    const { out } = await summit('search overdue --width 60', lakes);
    expect(out).toBe(`\
The leader of Dolmara · “[overdue]”
  overdue · quotes
The pipeline is “[overdue]”.
  pipeline-overdue · claims
`);
  });

  it('marks hits in reverse video if coloured', async () => {
    const [first] = await searchLines(['overdue', '--color', 'always']);
    expect(first?.split(' | ')[0]).toContain('“\u001b[7moverdue\u001b[27m”');
  });

  it('finds records that contain all of several words, in any field', async () => {
    expect(await searchIds(['belmarch', 'money'])).toEqual([
      'railway-money-sought',
      'lakeside-railway',
    ]);
  });

  it('counts and limits records', async () => {
    const all = await searchIds(['railway']);
    expect(all.length).toBeGreaterThan(3);
    expect(await searchIds(['railway', '--limit', '3'])).toEqual(all.slice(0, 3));
    expect((await summit('search railway --limit 3 --count', lakes)).out).toBe('3\n');
    expect((await summit('search railway --count', lakes)).out).toBe(`${all.length}\n`);
  });

  it('finds quoted words as a phrase', async () => {
    expect(await searchIds(['group sessions', '--where', 'collection=claims'])).toEqual([
      'talks-before-sessions',
    ]);
    expect((await run(['search', 'sessions group'], lakes)).status).toBe(1);
  });

  const getText = async (word: string, id: string, world: World = lakes) => {
    const [line = ''] = await searchLines([word, '--where', `id=${id}`], world);
    return line.split(' | ')[0];
  };

  it.each([
    ['another case', 'MARÉQUIN'],
    ['no diacritics', 'marequin'],
    ['decomposed characters', 'Mare\u0301quin'],
  ])('finds a name spelt with %s', async (_, word) => {
    const world = makeGap('Is Zoë Maréquin here?');
    expect(await getText(word, 'length-of-vandrel-talks', world)).toBe('Is Zoë [Maréquin] here?');
  });

  it.each(['OTalvin', "O'Talvin", 'O’Talvin', 'o`talvin'])(
    'finds a name with an apostrophe by %s',
    async (word) => {
      expect(await getText(word, 'ruan-o-talvin')).toContain("Ruan [O'Talvin] · ");
    },
  );

  it('ignores the kind of dash', async () => {
    expect(await getText('drinking–water', 'drinking-water-pipeline')).toBe(
      '[drinking-water] pipeline · €300 thousand · sought',
    );
  });

  it('joins overlapping highlights', async () => {
    const [line] = await searchLines([
      'railway',
      'lakeside rail',
      '--where',
      'id=lakeside-railway',
    ]);
    expect(line?.split(' | ')[0]).toContain('[lakeside railway] · ');
  });

  it('finds displayed names of references, and ids', async () => {
    expect(await getText('Dolmara', 'marequin-dolmara')).toContain('[Dolmara]');
    expect(await getText('dolmara-leader', 'overdue')).toBe(
      'The leader of Dolmara · “overdue” · leader: [dolmara-leader]',
    );
  });

  it('does not find the text shown for missing values', async () => {
    expect((await summit('search "not stated"', lakes)).status).toBe(1);
  });

  it('prints full records as JSON, as other commands do', async () => {
    const { out } = await summit('search backer -f json', lakes);
    const listed = JSON.parse((await summit('records -f json', lakes)).out) as { id: string }[];
    const found: readonly { id: string }[] = JSON.parse(out);
    expect(found.length).toBeGreaterThan(0);
    for (const one of found) expect(listed).toContainEqual(one);
  });

  it('prints matching fields and text as CSV, without highlights', async () => {
    const csv = await summit('search overdue -f csv --limit 1', lakes);
    expect(csv.out).toBe(
      'id,collection,fields,text\r\noverdue,quotes,id;words;evidence,The leader of Dolmara · “overdue”\r\n',
    );
  });

  it('prints each record once with --ids', async () => {
    expect(await searchIds(['overdue'])).toEqual(['overdue', 'pipeline-overdue']);
  });

  it('finds only records linked to a country, as a listing does', async () => {
    const { out } = await summit('claims --country dolmara --where claim~drinking --ids', lakes);
    expect(out).toBe('pipeline-money-sought\n');
    const found = await searchIds(['drinking', '--country', 'XD', '--where', 'collection=claims']);
    expect(found[0]).toBe('pipeline-money-sought');
    expect(
      await searchIds(['drinking', '--country', 'XB', '--where', 'collection=claims']),
    ).not.toContain('pipeline-money-sought');
  });

  it('wraps long texts at a terminal', async () => {
    const { out } = await summit('search backer', {
      ...lakes,
      terminal: 70,
      env: { ...lakes.env, NO_COLOR: '1' },
    });
    expect(out).toContain('[backer]');
    expect(out.split('\n').filter((line) => line.length > 70)).toEqual([]);
  });

  it('shows control and bidirectional characters as escapes, inside and outside highlights', async () => {
    const world = makeGap('Why \u001b[31mred \u202ehere\u0007?');
    expect(await getText('red', 'length-of-vandrel-talks', world)).toBe(
      'Why \\x1b[31m[red] \\u{202e}here\\x07?',
    );
    expect(await getText('\u001b[31mred', 'length-of-vandrel-talks', world)).toBe(
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
  ])('exits with 1 and a message: %s', async (line, err) => {
    expect(await summit(line, lakes)).toMatchObject({ status: 1, out: '', err });
  });

  it('prints its message once at a terminal', async () => {
    const { err } = await summit('search zeppelin', { ...lakes, terminal: 80 });
    expect(err).toBe('summit: nothing found for "zeppelin"\n');
  });

  it('still prints an empty array, a header or a count', async () => {
    expect(await summit('search zeppelin -f json', lakes)).toMatchObject({
      status: 1,
      out: '[]\n',
    });
    expect((await summit('search zeppelin -f csv', lakes)).out).toBe(
      'id,collection,fields,text\r\n',
    );
    expect((await summit('search zeppelin --count', lakes)).out).toBe('0\n');
  });

  it('shows control characters of the search terms as escapes', async () => {
    const { err } = await run(['search', 'a\u001b[31m\u202e'], lakes);
    expect(err).toBe('summit: nothing found for "a\\x1b[31m\\u{202e}"\n');
  });

  // Folding removes apostrophes and lone accents, so nothing is left to search for.
  it.each([[''], ['  '], ["'"], ['’ ’'], ['\u0301']])(
    'is a usage error if there is nothing to search for: "%s"',
    async (word) => {
      expect(await run(['search', word, '--ids'], lakes)).toMatchObject({
        status: 2,
        out: '',
        err: 'summit: nothing to search for\n',
      });
    },
  );
});
