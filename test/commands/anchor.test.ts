import { describe, expect, it } from 'vitest';
import { example, run, summit } from '../run.ts';

const lakes = example('lakes-summit.txt');
const anchor = (...words: readonly string[]) => run(['anchor', lakes, ...words]);

describe('anchor', () => {
  it.each([
    ['Zoë Maréquin', { paragraph: 3, start: 'Zoë Maréquin' }],
    ['group sessions are planned', { paragraph: 6, start: 'group sessions', end: 'planned' }],
    [
      'MARÉQUIN HELD TALKS WITH ILSE-MAARIT VANDREL, THE CHANCELLOR OF BELMARCH',
      { paragraph: 4, start: 'Maréquin held', end: 'Belmarch' },
    ],
    ['historic', { paragraph: 2, start: 'historic”, but' }],
    ['divides', undefined],
  ])('of %j is the shortest one', async (text, expected) => {
    const { status, out } = await anchor(text);
    expect(out === '' ? undefined : JSON.parse(out)).toEqual(expected);
    expect(status).toBe(expected ? 0 : 1);
  });

  it('takes words without quotes, on one line of JSON', async () => {
    const { status, out, err } = await anchor('group', 'sessions', 'are', 'planned');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^\{.*\}\n$/);
  });

  it('finds the passage that verify finds by it', async () => {
    const text = 'Boat traffic off Vellmouth is suspended until the guests leave';
    const evidence = [JSON.parse((await anchor(text)).out)];
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

  it('of words that stand in several places is all of these, with what stands around', async () => {
    const { status, out, err } = await anchor('the summit');
    expect(status).toBe(1);
    expect(out.trimEnd().split('\n')).toEqual([
      '¶2 …outh, June 3–5. Arvenia calls the summit “historic”, but an old quarre…',
      '¶6 …e is expected at the close of the summit, officials said.…',
    ]);
    expect(err).toBe('summit: "the summit" stands in 2 places\ngive more of the words around it\n');
  });

  it('of words that stand nowhere is none, and the nearest are told', async () => {
    const { status, out, err } = await anchor('Zoe Marquin');
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toBe(
      `summit: "Zoe Marquin" is not in ${lakes}\nnearest in ¶3: [-Zoe Marquin-]{+Zoë Maréquin+}\n`,
    );
  });

  it('needs an article and words', async () => {
    expect((await summit('anchor')).status).toBe(2);
    expect((await summit(`anchor ${lakes}`)).status).toBe(2);
    expect(await summit('anchor nowhere.txt some words')).toMatchObject({
      status: 2,
      err: 'summit: cannot read nowhere.txt: no such file\n',
    });
  });
});
