import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexArticle, type WordIndex } from '../../src/evidence/article/word-index.ts';
import { locateAll } from '../../src/evidence/locate.ts';
import type { Anchor } from '../../src/model/record.ts';
import { article, target } from '../evidence/text.ts';
import { example, fixture, run, summit } from '../run.ts';

const lakes = example('lakes-summit.txt');
const printAnchor = (...words: readonly string[]) => run(['anchor', lakes, ...words]);

/** Returns the passage that `verify` finds with an anchor; undefined if it finds none. */
function locateAlone(one: Anchor, index: WordIndex) {
  const [[located] = []] = locateAll([target('it', [one])], index);
  return located?.state === 'found' ? located.passage : undefined;
}

/** Lists all possible anchors for some words. */
function listAnchors(words: readonly string[], paragraph: number): readonly Anchor[] {
  const starts = words.slice(0, 6).map((_, at) => words.slice(0, at + 1).join(' '));
  const ends = words.slice(-4).map((_, at, last) => last.slice(at).join(' '));
  return starts.flatMap((start) => [
    { paragraph, start },
    ...ends.map((end) => ({ paragraph, start, end })),
  ]);
}

it.each([
  ['the UN official', { paragraph: 11, start: 'the U.N. official' }],
  ['US and the European Union', { paragraph: 4, start: 'U.S. and', end: 'Union' }],
  ['is not a walkout', undefined],
  ["'isn't a walkout'", { paragraph: 9, start: '‘isn’t a walkout’' }],
])(
  'finds %s in a report with dotted abbreviations and single quotation marks',
  async (words, one) => {
    const { out } = await run(['anchor', fixture('delta-talks.txt'), words]);
    expect(out === '' ? undefined : JSON.parse(out)).toEqual(one);
  },
);

describe('summit anchor', () => {
  it.each([
    ['Zoë Maréquin', { paragraph: 3, start: 'Zoë Maréquin' }],
    ['group sessions are planned', { paragraph: 6, start: 'group sessions', end: 'planned' }],
    [
      'MARÉQUIN HELD TALKS WITH ILSE-MAARIT VANDREL, THE CHANCELLOR OF BELMARCH',
      { paragraph: 4, start: 'Maréquin held', end: 'Belmarch' },
    ],
    ['historic', { paragraph: 2, start: 'historic' }],
    ['divides', undefined],
  ])('prints the shortest anchor for %j', async (text, expected) => {
    const { status, out } = await printAnchor(text);
    expect(out === '' ? undefined : JSON.parse(out)).toEqual(expected);
    expect(status).toBe(expected ? 0 : 1);
  });

  it('takes words without quotes, on one line of JSON', async () => {
    const { status, out, err } = await printAnchor('group', 'sessions', 'are', 'planned');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^\{.*\}\n$/);
  });

  it('prints an anchor with which verify finds the passage', async () => {
    const text = 'Boat traffic off Vellmouth is suspended until the guests leave';
    const evidence = [JSON.parse((await printAnchor(text)).out)];
    const dataset = JSON.parse((await summit('new')).out);
    const only = {
      source: {
        ...dataset.source,
        title: 'Lake Oreval Summit Opens With Water and Rail on the Agenda',
      },
      summit: { ...dataset.summit, name: 'Lake Oreval Summit', evidence, country: null },
    };
    const { out } = await run(['verify', lakes, '--data', '-', '--review', '-f', 'json'], {
      stdin: JSON.stringify({ ...only, summit: { ...only.summit, note: 'A note.' } }),
    });
    expect(JSON.parse(out)[0].passages).toEqual([{ paragraph: 10, text }]);
  });

  it('lists all occurrences of words in several paragraphs, and says how to choose one', async () => {
    const { status, out, err } = await printAnchor('the', 'summit');
    expect(status).toBe(1);
    expect(out.trimEnd().split('\n')).toEqual([
      '¶2 …outh, June 3–5. Arvenia calls the summit “historic”, but an old quarre…',
      '¶6 …e is expected at the close of the summit, officials said.…',
    ]);
    expect(err).toBe(
      `summit: "the summit" occurs 2 times in ${lakes}\ntry: summit anchor ${lakes} the summit --paragraph 2\n`,
    );
  });

  it('prints no anchor for words that are not found, but the nearest ones', async () => {
    const { status, out, err } = await printAnchor('Zoe Marquin');
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toBe(
      `summit: "Zoe Marquin" is not in ${lakes}\nnearest in ¶3: [-Zoe Marquin-]{+Zoë Maréquin+}\n`,
    );
  });

  describe('with --paragraph', () => {
    const files = {
      'a.txt': 'Lake Plan Divides\n\nA lake, and a lake.\n\nThe lake plan divides the town.\n',
    };

    it('prints the anchor in that paragraph', async () => {
      for (const [paragraph, start] of [
        [1, 'Lake Plan Divides'],
        [3, 'lake plan divides'],
      ]) {
        const { status, out, err } = await summit(
          `anchor a.txt lake plan divides --paragraph ${paragraph}`,
          { files },
        );
        expect({ status, err }).toEqual({ status: 0, err: '' });
        expect(JSON.parse(out)).toEqual({ paragraph, start });
      }
    });

    it('is suggested by the hint in a form that works', async () => {
      const { err } = await run(['anchor', 'a.txt', 'lake plan', 'divides'], { files });
      const hint = /^try: summit (.*)$/m.exec(err)?.[1] ?? '';
      expect(hint).toBe("anchor a.txt 'lake plan' divides --paragraph 1");
      expect((await summit(hint, { files })).out).toBe(
        '{"paragraph":1,"start":"Lake Plan Divides"}\n',
      );
    });

    it('is suggested before -- for words that begin with a hyphen', async () => {
      const filesWithHyphen = { 'a.txt': 'It fell to -5 degrees.\n\nIt fell to -5 degrees.\n' };
      const { err } = await run(['anchor', '--', 'a.txt', '-5', 'degrees'], {
        files: filesWithHyphen,
      });
      const hint = /^try: summit (.*)$/m.exec(err)?.[1] ?? '';
      expect(hint).toBe('anchor --paragraph 1 -- a.txt -5 degrees');
      expect((await summit(hint, { files: filesWithHyphen })).out).toBe(
        '{"paragraph":1,"start":"-5 degrees"}\n',
      );
    });

    it('lists where the words occur if they are not in that paragraph', async () => {
      expect(await summit('anchor a.txt plan divides --paragraph 2', { files })).toMatchObject({
        status: 1,
        out: '¶1 …Lake Plan Divides…\n¶3 …The lake plan divides the town.…\n',
        err: 'summit: "plan divides" is not in paragraph 2 of a.txt\ntry: summit anchor a.txt plan divides --paragraph 1\n',
      });
      expect(await summit('anchor a.txt the town --paragraph 9', { files })).toMatchObject({
        status: 1,
        out: '¶3 …The lake plan divides the town.…\n',
        err: 'summit: "the town" is not in paragraph 9 of a.txt\ntry: summit anchor a.txt the town --paragraph 3\n',
      });
    });

    it('asks for more words if these occur several times in that paragraph', async () => {
      expect(await summit('anchor a.txt a lake --paragraph 2', { files })).toMatchObject({
        status: 1,
        out: '¶2 …A lake, and a lake.…\n¶2 …A lake, and a lake.…\n',
        err: 'summit: "a lake" occurs 2 times in paragraph 2 of a.txt\ninclude more surrounding words\n',
      });
      const nothing = await summit('anchor a.txt pier --paragraph 2', { files });
      expect(nothing).toMatchObject({ status: 1, out: '' });
      expect(nothing.err).toMatch(/^summit: "pier" is not in a\.txt\n/);
    });

    it.each(['0', '-1', '1.5', 'two', ''])('rejects “%s”', async (paragraph) => {
      const { status, out, err } = await run(
        ['anchor', 'a.txt', 'town', `--paragraph=${paragraph}`],
        { files },
      );
      expect({ status, out }).toEqual({ status: 2, out: '' });
      expect(err).toBe(`summit: --paragraph takes a whole number from 1 up, not "${paragraph}"\n`);
    });
  });

  it('asks for more words if these occur several times in a single paragraph', async () => {
    const files = { 'a.txt': 'Lakes\n\nA lake, and a lake.\n' };
    expect((await summit('anchor a.txt a lake', { files })).err).toBe(
      'summit: "a lake" occurs 2 times in paragraph 2 of a.txt\ninclude more surrounding words\n',
    );
  });

  it('asks for more words if these occur several times in each of several paragraphs', async () => {
    const files = { 'a.txt': 'A lake, a lake.\n\nA lake, and a lake.\n' };
    expect((await summit('anchor a.txt a lake', { files })).err).toBe(
      'summit: "a lake" occurs 4 times in a.txt\ninclude more surrounding words\n',
    );
  });

  it('reports that no anchor finds exactly these words', async () => {
    const files = { 'a.txt': 'Row a b c d e f x k l m n, and row a b c d e f y k l m n.\n' };
    expect(await summit('anchor a.txt a b c d e f x k l m n', { files })).toMatchObject({
      status: 1,
      out: '',
      err: `summit: no anchor finds exactly "a b c d e f x k l m n"
paragraph 1 has another passage with the same beginning or end; give a shorter or longer one
`,
    });
    const first = await summit('anchor a.txt row a b c d e f x k l m n, and', { files });
    expect(JSON.parse(first.out)).toEqual({ paragraph: 1, start: 'Row a', end: 'and' });
  });

  it.each([
    ['(Summary)', { paragraph: 1, start: '(Summary)' }],
    ['Summary', { paragraph: 1, start: 'Summary' }],
    ['$6', { paragraph: 2, start: '$6' }],
    ['$6 billion', { paragraph: 2, start: '$6 billion' }],
    ['“important”', { paragraph: 2, start: '“important”' }],
    ['the U.S., called', { paragraph: 2, start: 'The U.S., called' }],
  ])('finds %j with its punctuation and symbols', async (text, expected) => {
    const files = { 'a.txt': '(Summary)\n\nThe U.S., called “important”, gave $6 billion.\n' };
    const { status, out, err } = await run(['anchor', 'a.txt', text], { files });
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(JSON.parse(out)).toEqual(expected);
  });

  it('does not use an end that would end a shorter passage', async () => {
    const text =
      'Emil Makro and the mayor of Port Quay spoke of peace in Ukrania and in Belmarch.\n';
    const { out } = await summit(
      'anchor a.txt Emil Makro and the mayor of Port Quay spoke of peace in Ukrania and',
      { files: { 'a.txt': text } },
    );
    expect(JSON.parse(out)).toEqual({ paragraph: 1, start: 'Emil Makro and', end: 'and' });
  });

  it('needs an article and words', async () => {
    expect((await summit('anchor')).status).toBe(2);
    expect((await summit(`anchor ${lakes}`)).status).toBe(2);
    expect(await summit('anchor nowhere.txt some words')).toMatchObject({
      status: 2,
      err: 'summit: cannot read nowhere.txt: no such file\n',
    });
  });

  it('prints an anchor that finds exactly the words given, or reports that there is none', async () => {
    const words = fc.constantFrom(
      ...['a', 'a', 'b', 'B', 'and', 'cafe\u0301', 'cafe', 'caf\u00e9', '“b”', '"b"', 'b.', '(a)'],
      ...[
        '–',
        '—',
        'की',
        '1,200',
        '200',
        '1,',
        '$6',
        '6',
        'U.S.',
        'a\u00adb',
        'ß',
        'SS',
        '🚢',
        '…',
      ],
    );
    const paragraphs = fc.array(fc.array(words, { minLength: 1, maxLength: 14 }), {
      minLength: 1,
      maxLength: 3,
    });
    const part = fc.record({ paragraph: fc.nat(), from: fc.nat(), more: fc.nat(13) });
    await fc.assert(
      fc.asyncProperty(paragraphs, part, fc.boolean(), async (all, asked, isChosen) => {
        const texts = all.map((tokens) => tokens.join(' '));
        const at = asked.paragraph % all.length;
        const tokens = all[at] ?? [];
        const first = asked.from % tokens.length;
        const stretch = tokens.slice(first, first + asked.more + 1);
        const from = tokens.slice(0, first).join(' ').length + (first > 0 ? 1 : 0);
        const passage = { paragraph: at + 1, from, to: from + stretch.join(' ').length };
        const index = indexArticle(article(...texts));
        const { status, out, err } = await run(
          ['anchor', 'a.txt', ...stretch, ...(isChosen ? [`--paragraph=${at + 1}`] : [])],
          { files: { 'a.txt': texts.join('\n\n') } },
        );
        if (status === 0) {
          expect(locateAlone(JSON.parse(out), index)).toMatchObject(passage);
        } else if (isChosen) {
          expect({ status, err }).toEqual({
            status: 1,
            err: expect.stringMatching(
              / occurs \d+ times in paragraph |: no anchor finds exactly /,
            ),
          });
          expect(
            listAnchors(stretch, at + 1).map((one) => locateAlone(one, index)),
          ).not.toContainEqual(expect.objectContaining(passage));
        } else {
          expect({ status, err }).toEqual({
            status: 1,
            err: expect.stringMatching(/ occurs \d+ times in |: no anchor finds exactly /),
          });
        }
      }),
    );
  });
});
