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

describe('coverage --check', () => {
  const article = example('lakes-summit.txt');
  const lakes = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8'));

  /** Checks an earlier coverage of the article against a dataset and a copy of the article. */
  async function check(dataset: object, copy = text, options = '') {
    const earlier = (await summit(`coverage ${article} -f json`, { env })).out;
    const files = {
      'earlier.json': earlier,
      'copy.txt': copy,
      'lakes.json': JSON.stringify(dataset),
    };
    const line = `coverage copy.txt --check earlier.json --data lakes.json ${options}`;
    return summit(line, { files });
  }

  it('is passed while every sentence that was covered still is, whatever else is not', async () => {
    expect(await check(lakes, `${text.trimEnd()} ${bare}\n`)).toMatchObject({
      status: 0,
      out: '24 of 24 sentences that were covered still are\n',
    });
  });

  it('lists what is no longer covered, with the records that covered it, and exits with 1', async () => {
    const claims = lakes.claims.filter(
      ({ id }: { id: string }) => id !== 'first-published-by-courier',
    );
    const organizations = lakes.organizations.map((one: { id: string }) =>
      one.id === 'oreval-courier-and-post'
        ? { ...one, evidence: [{ paragraph: 1, start: 'Lake Oreval Summit' }] }
        : one,
    );
    const changed = { ...lakes, claims, organizations };
    expect(await check(changed)).toMatchObject({
      status: 1,
      out: `\
✗ ¶11   First published in the Oreval Courier & Post.
        not covered; before: first-published-by-courier, oreval-courier-and-post
23 of 24 sentences that were covered still are
`,
    });
    const { out } = await check(changed, text, '-f json');
    expect(JSON.parse(out)).toMatchObject({
      lost: [{ paragraph: 11, reason: 'not covered' }],
      totals: { sentences: 24, covered: 23 },
    });
  });

  it('lists a sentence that the article no longer has', async () => {
    const { status, out } = await check(lakes, text.replace('First published', 'Published first'));
    expect(status).toBe(1);
    expect(out).toContain('\n        not in the article; before: ');
  });

  it('takes standard input for one thing only', async () => {
    expect(await summit('coverage - --check -', { env, stdin: text })).toMatchObject({
      status: 2,
      out: '',
      err: 'summit: standard input cannot be both the article and the earlier coverage\n',
    });
  });

  it.each(['{', '[]', 'null', '{"sentences":[{}]}', '{"sentences":[null]}'])(
    'does not take %s for an earlier coverage',
    async (content) => {
      const files = { 'earlier.json': content };
      expect(
        await summit(`coverage ${article} --check earlier.json`, { env, files }),
      ).toMatchObject({
        status: 2,
        out: '',
        err: 'summit: earlier.json is not the JSON of summit coverage\nsummit coverage article.txt -f json prints it\n',
      });
    },
  );
});

describe('the SHA-256 in the JSON of verify and coverage', () => {
  const hash = async (line: string, files: Readonly<Record<string, string>> = {}) =>
    JSON.parse((await summit(`${line} -f json`, { env, files })).out).sha256;

  it('is of the article and the dataset as they are compared', async () => {
    const usual = await hash(`verify ${example('lakes-summit.txt')}`);
    expect(usual).toEqual({
      article: expect.stringMatching(/^[0-9a-f]{64}$/),
      dataset: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await hash(`coverage ${example('lakes-summit.txt')}`)).toEqual(usual);
    const plain = text.replace(/[“”]/g, '"').replaceAll('—', '--').toUpperCase();
    expect(await hash('verify plain.txt', { 'plain.txt': plain })).toEqual(usual);
  });

  it('does not depend on the order of keys, but on every value and word', async () => {
    const usual = await hash('verify copy.txt', { 'copy.txt': text });
    const lakes = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8'));
    const reversed = Object.fromEntries(Object.entries(lakes).reverse());
    const other = { ...lakes, source: { ...lakes.source, author: 'Ada Quill' } };
    const files = {
      'copy.txt': text,
      'reversed.json': JSON.stringify(reversed),
      'other.json': JSON.stringify(other),
      'longer.txt': `${text} ${bare}`,
    };
    expect(await hash('verify copy.txt --data reversed.json', files)).toEqual(usual);
    const changed = await hash('verify copy.txt --data other.json', files);
    expect(changed.article).toBe(usual.article);
    expect(changed.dataset).not.toBe(usual.dataset);
    const longer = await hash('verify longer.txt', files);
    expect(longer.article).not.toBe(usual.article);
  });
});
