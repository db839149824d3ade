import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixture, run, summit, type World } from '../run.ts';

const text = readFileSync(fixture('lakes-summit.json'), 'utf8');
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
  it('prints each field with a hit, the hit in brackets', async () => {
    const { status, out, err } = await summit('search overdue', lakes);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toBe(`\
id                field     text
──────────────────────────────────────────────────────────────────
overdue           id        [overdue]
overdue           words     [overdue]
overdue           evidence  ¶8 The leader of Dolmara … “[overdue]”
pipeline-overdue  id        pipeline-[overdue]
pipeline-overdue  claim     The pipeline is “[overdue]”.
pipeline-overdue  evidence  ¶8 The leader of Dolmara … “[overdue]”
`);
  });

  it('marks the hit by colour and underline where there is colour', async () => {
    const [first] = await lines(['overdue', '--color', 'always']);
    expect(first?.split(' | ').at(-1)).toBe(
      '\u001b[1m\u001b[4m\u001b[35moverdue\u001b[39m\u001b[24m\u001b[22m',
    );
  });

  it('finds the records that have all of several words, wherever they stand', async () => {
    expect(await lines(['belmarch', 'money', '--where', 'field!=evidence'])).toEqual([
      'lakeside-railway | countries | [Belmarch], Corvessa',
      'lakeside-railway | note | The [money] is being sought; there is no backer. The other amount in the sentence is for the pipeline.',
      'railway-money-sought | id | railway-[money]-sought',
      'railway-money-sought | claim | [Belmarch] and Corvessa want $2.5 million for a railway by the lake.',
    ]);
  });

  it('takes quoted words as belonging together', async () => {
    expect(await idsOf(['group sessions', '--where', 'field=claim'])).toEqual([
      'talks-before-sessions',
    ]);
    expect((await run(['search', 'sessions group'], lakes)).status).toBe(1);
  });

  it.each([
    ['another case', 'MARÉQUIN'],
    ['no diacritics', 'marequin'],
    ['composed otherwise', 'Mare\u0301quin'],
  ])('finds a name in %s', async (_, word) => {
    const world = asking('Is Zoë Maréquin here?');
    const where = ['--where', 'id=length-of-vandrel-talks', '--where', 'field=question'];
    expect(await lines([word, ...where], world)).toEqual([
      'length-of-vandrel-talks | question | Is Zoë [Maréquin] here?',
    ]);
  });

  it.each(['OTalvin', "O'Talvin", 'O’Talvin', 'o`talvin'])(
    'finds a name with an apostrophe by %s',
    async (word) => {
      expect(await lines([word, '--where', 'field=title', '--where', 'id=x'], lakes)).toEqual(['']);
      expect(await lines([word, '--where', 'field=name'])).toEqual([
        "ruan-o-talvin | name | Ruan [O'Talvin]",
      ]);
    },
  );

  it('takes one dash for another', async () => {
    expect(await lines(['drinking–water', '--where', 'field=name'])).toEqual([
      'drinking-water-pipeline | name | [drinking-water] pipeline',
    ]);
  });

  it('joins marks that overlap', async () => {
    expect(await lines(['railway', 'lakeside rail', '--where', 'field=name'])).toEqual([
      'lakeside-railway | name | [lakeside railway]',
    ]);
  });

  it('finds what references read as, and ids', async () => {
    expect(
      await lines(['Dolmara', '--where', 'id=marequin-dolmara', '--where', 'field=countries']),
    ).toEqual(['marequin-dolmara | countries | Arvenia, [Dolmara]']);
    expect(
      await lines(['dolmara-leader', '--where', 'field=leader', '--where', 'id=overdue']),
    ).toEqual(['overdue | leader | [dolmara-leader]']);
  });

  it('does not find the words for what is not stated', async () => {
    expect((await summit('search "not stated"', lakes)).status).toBe(1);
  });

  it('has data formats with the record, its collection, the field and the text, without marks', async () => {
    const { out } = await summit('search backer -f json --where field=note', lakes);
    expect(JSON.parse(out)).toEqual([
      {
        id: 'lakeside-railway',
        collection: 'deals',
        field: 'note',
        text: 'The money is being sought; there is no backer. The other amount in the sentence is for the pipeline.',
        evidence: [
          { paragraph: 8, start: 'Belmarch and Corvessa are seeking', end: 'lakeside railway' },
          { paragraph: 8, start: 'the first between the two countries' },
          { paragraph: 8, start: 'according to a draft programme', end: 'Agency (NPA)' },
          { paragraph: 8, start: 'Neither project has a backer', end: 'yet' },
        ],
      },
      {
        id: 'drinking-water-pipeline',
        collection: 'deals',
        field: 'note',
        text: 'Dolmara hopes to find the money; there is no backer.',
        evidence: [
          { paragraph: 8, start: 'while Dolmara hopes to raise', end: 'drinking-water pipeline' },
          { paragraph: 8, start: 'according to a draft programme', end: 'Agency (NPA)' },
          { paragraph: 8, start: 'Neither project has a backer', end: 'yet' },
        ],
      },
    ]);
    const csv = await summit('search overdue -f csv --limit 1', lakes);
    expect(csv.out).toBe('id,collection,field,text\r\noverdue,quotes,id,overdue\r\n');
  });

  it('prints each record once with --ids', async () => {
    expect(await idsOf(['overdue'])).toEqual(['overdue', 'pipeline-overdue']);
  });

  it('keeps to records tied to a country in any way, as a listing does', async () => {
    const { out } = await summit('claims --country dolmara --where claim~drinking --ids', lakes);
    expect(out).toBe('pipeline-money-sought\n');
    const found = await idsOf(['drinking', '--country', 'XD', '--where', 'field=claim']);
    expect(found).toEqual(['pipeline-money-sought']);
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
    expect(await lines(['red', '--where', 'field=question'], world)).toEqual([
      'length-of-vandrel-talks | question | Why \\x1b[31m[red] \\u{202e}here\\x07?',
    ]);
    expect(await lines(['\u001b[31mred', '--where', 'field=question'], world)).toEqual([
      'length-of-vandrel-talks | question | Why [\\x1b[31mred] \\u{202e}here\\x07?',
    ]);
  });
});

describe('a search that finds nothing', () => {
  it.each([
    ['search zeppelin', 'summit: nothing found for "zeppelin"\n'],
    ['search railway zeppelin', 'summit: nothing found for "railway" "zeppelin"\n'],
    ['search "blue zeppelin"', 'summit: nothing found for "blue zeppelin"\n'],
    [
      'search railway --where field=iso',
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
      'id,collection,field,text\r\n',
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
