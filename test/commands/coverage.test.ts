import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { example, fixture, summit } from '../run.ts';

const text = readFileSync(example('lakes-summit.txt'), 'utf8');
const env = { SUMMIT_DATA: example('lakes-summit.json') };
const bare = 'Nobody has written about this sentence yet.';

describe('coverage', () => {
  it('goes through the article sentence by sentence, with the records drawn from each', async () => {
    const { status, out, err } = await summit(`coverage ${example('lakes-summit.txt')}`, { env });
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out.trimEnd().split('\n').slice(-3)).toEqual([
      '✓ ¶11   First published in the Oreval Courier & Post.',
      '        claims 1, organizations 1',
      '24 of 24 sentences covered',
    ]);
  });

  it('names the records with --ids', async () => {
    const { out } = await summit(`coverage ${example('lakes-summit.txt')} --ids`, { env });
    expect(out).toContain('\n        first-published-by-courier, oreval-courier-and-post\n');
  });

  it('needs no record for a heading in capitals', async () => {
    const strait = { SUMMIT_DATA: fixture('strait-forum.json') };
    const { status, out } = await summit(`coverage ${fixture('strait-forum.txt')}`, {
      env: strait,
    });
    expect(status).toBe(0);
    expect(out).toContain('\n· ¶13   WHAT COMES NEXT\n✓ ¶14   ');
    expect(out).toMatch(/26 of 26 sentences covered\n$/);
  });

  it('marks a sentence that no record is drawn from, and exits with 1', async () => {
    const files = { 'copy.txt': `${text.trimEnd()} ${bare}\n` };
    const { status, out } = await summit('coverage copy.txt', { env, files });
    expect(status).toBe(1);
    expect(out.trimEnd().split('\n').slice(-3)).toEqual([
      `✗ ¶11   ${bare}`,
      '        not covered by any record',
      '24 of 25 sentences covered',
    ]);
  });

  it('is a report for programs too', async () => {
    const files = { 'copy.txt': `${text.trimEnd()} ${bare}\n` };
    const { status, out } = await summit('coverage copy.txt -f json', { env, files });
    const { sentences, totals } = JSON.parse(out);
    expect(status).toBe(1);
    expect(totals).toEqual({ sentences: 25, covered: 24 });
    expect(sentences.at(-1)).toEqual({
      paragraph: 11,
      text: bare,
      isHeading: false,
      records: [],
      uncovered: [bare],
      sentence: 25,
    });
  });

  it('has every sentence bare with a dataset of something else', async () => {
    const { status, out } = await summit(`coverage ${fixture('unrelated.txt')}`, { env });
    const [, covered, all] = /(\d+) of (\d+) sentences/.exec(out) ?? [];
    expect({ status, covered }).toEqual({ status: 1, covered: '0' });
    expect(Number(all)).toBeGreaterThan(5);
  });

  it.each(['', ' -f json'])('says how many passages it did not find%s', async (format) => {
    const copy = text.replace('It expects catches', 'It expects nets');
    const world = { env, files: { 'copy.txt': copy, 'other.txt': 'The cat sat on the mat.' } };
    const line = `coverage copy.txt${format}`;
    expect(await summit(line, world)).toMatchObject({
      status: 1,
      err: '1 passage not found; summit verify copy.txt lists it\n',
    });
    const data = example('lakes-summit.json');
    expect(await summit(`coverage other.txt${format} --data ${data}`, world)).toMatchObject({
      status: 1,
      err: `143 passages not found; summit verify other.txt --data ${data} --all lists them\n`,
    });
  });

  it('exits with 2 where there is no article', async () => {
    expect(await summit('coverage nowhere.txt', { env })).toMatchObject({
      status: 2,
      out: '',
      err: 'summit: cannot read nowhere.txt: no such file\n',
    });
  });
});
