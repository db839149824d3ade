import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { example, fixture, summit } from '../run.ts';

const text = readFileSync(example('lakes-summit.txt'), 'utf8');
const env = { SUMMIT_DATA: example('lakes-summit.json') };
const uncovered = 'Nobody has written about this sentence yet.';

describe('summit coverage', () => {
  it('lists the article sentence by sentence, with the records that cover each', async () => {
    const { status, out, err } = await summit(`coverage ${example('lakes-summit.txt')}`, { env });
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out.trimEnd().split('\n').slice(-3)).toEqual([
      '✓ ¶11   First published in the Oreval Courier & Post.',
      '        claims 1, organizations 1',
      '24 of 24 sentences covered',
    ]);
  });

  it('lists record ids with --ids', async () => {
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

  it('marks a sentence that no record covers, and exits with 1', async () => {
    const files = { 'copy.txt': `${text.trimEnd()} ${uncovered}\n` };
    const { status, out } = await summit('coverage copy.txt', { env, files });
    expect(status).toBe(1);
    expect(out.trimEnd().split('\n').slice(-3)).toEqual([
      `✗ ¶11   ${uncovered}`,
      '        not covered by any record',
      '24 of 25 sentences covered',
    ]);
  });

  it('prints a report for programs with -f json', async () => {
    const files = { 'copy.txt': `${text.trimEnd()} ${uncovered}\n` };
    const { status, out } = await summit('coverage copy.txt -f json', { env, files });
    const { sentences, totals } = JSON.parse(out);
    expect(status).toBe(1);
    expect(totals).toEqual({ sentences: 25, covered: 24 });
    expect(sentences.at(-1)).toEqual({
      paragraph: 11,
      text: uncovered,
      isHeading: false,
      records: [],
      uncovered: [uncovered],
      sentence: 25,
    });
  });

  it('reports no sentence as covered for an unrelated article', async () => {
    const { status, out } = await summit(`coverage ${fixture('unrelated.txt')}`, { env });
    const [, covered, all] = /(\d+) of (\d+) sentences/.exec(out) ?? [];
    expect({ status, covered }).toEqual({ status: 1, covered: '0' });
    expect(Number(all)).toBeGreaterThan(5);
  });

  it.each(['', ' -f json'])('reports the number of passages not found%s', async (format) => {
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

  it('exits with 2 if the article does not exist', async () => {
    expect(await summit('coverage nowhere.txt', { env })).toMatchObject({
      status: 2,
      out: '',
      err: 'summit: cannot read nowhere.txt: no such file\n',
    });
  });
});

describe('summit coverage --check', () => {
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

  it('passes if every sentence that was covered still is, even if others are not', async () => {
    expect(await check(lakes, `${text.trimEnd()} ${uncovered}\n`)).toMatchObject({
      status: 0,
      out: '24 of 24 sentences that were covered still are\n',
    });
  });

  it('lists sentences no longer covered, with the records that covered them, and exits with 1', async () => {
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

  it('lists a covered sentence that is no longer in the article', async () => {
    const { status, out } = await check(lakes, text.replace('First published', 'Published first'));
    expect(status).toBe(1);
    expect(out).toContain('\n        not in the article; before: ');
  });

  it('rejects standard input as both inputs', async () => {
    expect(await summit('coverage - --check -', { env, stdin: text })).toMatchObject({
      status: 2,
      out: '',
      err: 'summit: standard input cannot be both the article and the earlier coverage\n',
    });
  });

  it.each(['{', '[]', 'null', '{"sentences":[{}]}', '{"sentences":[null]}'])(
    'rejects %s as an earlier coverage',
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

  it('covers the article and the dataset in normalised form', async () => {
    const original = await hash(`verify ${example('lakes-summit.txt')}`);
    expect(original).toEqual({
      article: expect.stringMatching(/^[0-9a-f]{64}$/),
      dataset: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await hash(`coverage ${example('lakes-summit.txt')}`)).toEqual(original);
    const plain = text.replace(/[“”]/g, '"').replaceAll('—', '--').toUpperCase();
    expect(await hash('verify plain.txt', { 'plain.txt': plain })).toEqual(original);
  });

  it('depends on every value and word, but not on the order of keys', async () => {
    const original = await hash('verify copy.txt', { 'copy.txt': text });
    const lakes = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8'));
    const reversed = Object.fromEntries(Object.entries(lakes).reverse());
    const other = { ...lakes, source: { ...lakes.source, author: 'Ada Quill' } };
    const files = {
      'copy.txt': text,
      'reversed.json': JSON.stringify(reversed),
      'other.json': JSON.stringify(other),
      'longer.txt': `${text} ${uncovered}`,
    };
    expect(await hash('verify copy.txt --data reversed.json', files)).toEqual(original);
    const changed = await hash('verify copy.txt --data other.json', files);
    expect(changed.article).toBe(original.article);
    expect(changed.dataset).not.toBe(original.dataset);
    const longer = await hash('verify longer.txt', files);
    expect(longer.article).not.toBe(original.article);
  });
});
