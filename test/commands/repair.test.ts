import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { example, fixture, summit } from '../run.ts';

const article = readFileSync(example('lakes-summit.txt'), 'utf8');
const original = readFileSync(example('lakes-summit.json'), 'utf8');

/** Runs repair on a text with the example's article, or another one. */
const repair = (data: string, options = '', text = article) =>
  summit(`repair a.txt --data d.json ${options}`, { files: { 'a.txt': text, 'd.json': data } });

/** Returns the JSON of a dataset with one claim that has this evidence. */
const makeDataset = (...evidence: readonly unknown[]) =>
  JSON.stringify({ claims: [{ id: 'a-claim', evidence }] });

/** Evidence that shows that the article is the one behind the dataset. */
const knownEvidence = Array.from({ length: 10 }, () => ({
  paragraph: 5,
  start: 'In a meeting with',
}));

interface Changes {
  readonly changes: readonly { readonly anchor: object; readonly similarity: number }[];
  readonly left: readonly { readonly path: string; readonly reason: string }[];
}

/** Returns the changes that repair would make to this evidence, and what it would leave. */
async function explain(...evidence: readonly unknown[]): Promise<Changes> {
  const { out } = await repair(makeDataset(...evidence, ...knownEvidence), '--dry-run -f json');
  return JSON.parse(out);
}

describe('the repair of a dataset that its article supports', () => {
  it('prints the dataset unchanged', async () => {
    expect(await repair(original)).toMatchObject({ status: 0, out: original, err: '' });
    expect(await repair(original, '--dry-run')).toMatchObject({ status: 0, out: '', err: '' });
  });

  it('corrects the paragraphs if some were inserted above', async () => {
    const [title, ...rest] = article.split('\n\n');
    const { status, out, err } = await repair(
      original,
      '',
      [title, 'An advertisement.', 'And another one.', ...rest].join('\n\n'),
    );
    expect(status).toBe(0);
    const moved = original.replace(/("paragraph": )(\d+)/g, (same, key, number) =>
      number === '1' ? same : `${key}${Number(number) + 2}`,
    );
    expect(out).toBe(moved);
    const count = original.match(/"paragraph": (?!1,)/g)?.length;
    expect(err.trimEnd().split('\n')).toHaveLength(count ?? 0);
  });
});

describe('the repair of a passage in plain text', () => {
  it('turns the passage into the shortest anchor that locates only it', async () => {
    const text = 'Boat traffic off Vellmouth is suspended until the guests leave';
    expect(await explain(text)).toEqual({
      changes: [
        {
          path: 'claims[0].evidence[0]',
          record: 'a-claim',
          from: text,
          anchor: { paragraph: 10, start: 'Boat traffic', end: 'leave' },
          similarity: 1,
        },
      ],
      left: [],
    });
  });

  it('ignores the kind of quotation marks and white space', async () => {
    const { changes } = await explain('calls the summit "historic",  but an old\nquarrel');
    expect(changes).toMatchObject([
      { anchor: { paragraph: 2, start: 'calls the' }, similarity: 1 },
    ]);
  });

  it.each([
    ['an additional word', 'Boat traffic off Vellmouth is not suspended'],
    ['another word', 'Boat traffic off Vellmouth is forbidden'],
    ['another number', 'some 1,300 families live from the lake'],
  ])('leaves a passage with %s, because its meaning may differ', async (_, text) => {
    const { changes, left } = await explain(text);
    expect(changes).toEqual([]);
    expect(left[0]?.reason).toMatch(/^not found; nearest in ¶10: /);
  });

  it('prefers a whole paragraph to part of another', async () => {
    const byline = 'By Ada Quill\n\nThe boats came. Photo by Ada Quill';
    const { out } = await repair(makeDataset('By Ada Quill'), '--dry-run', byline);
    expect(out).toContain(' -> {"paragraph":1,"start":"By Ada Quill"} (exact)\n');
  });

  it('finds a passage with a typing error', async () => {
    const { changes } = await explain('Boat trafic off Vellmouth is suspended');
    expect(changes).toMatchObject([
      { anchor: { paragraph: 10, start: 'Boat traffic off Vellmouth is suspended' } },
    ]);
    expect(changes[0]?.similarity).toBeGreaterThan(0.9);
    expect(changes[0]?.similarity).toBeLessThan(1);
  });

  it.each([
    [
      'occurs in several paragraphs',
      'Vellmouth',
      /^occurs 3 times, in paragraphs 2, 3, 10; use more words, or an anchor with its paragraph$/,
    ],
    ['is not in the article', 'A zeppelin landed', /^not found/],
    ['spans two paragraphs', 'goes on. VELLMOUTH', /^not found/],
    ['is empty', '', /^not found$/],
  ])('leaves a passage that %s', async (_, text, reason) => {
    const { changes, left } = await explain(text);
    expect(changes).toEqual([]);
    expect(left).toMatchObject([{ path: 'claims[0].evidence[0]' }]);
    expect(left[0]?.reason).toMatch(reason);
  });

  it('accepts an anchor without a paragraph, or with a start that is too long', async () => {
    const start = 'Mirela Sandovar, a hydrologist at the Institute for Inland Waters';
    const { changes } = await explain(
      { start: 'Boat traffic', end: 'suspended' },
      { paragraph: 9, start },
      { paragraph: 9, start, end: 'date' },
    );
    expect(changes.map(({ anchor }) => anchor)).toEqual([
      { paragraph: 10, start: 'Boat traffic', end: 'suspended' },
      { paragraph: 9, start: 'Mirela Sandovar,', end: 'Waters' },
      { paragraph: 9, start: 'Mirela Sandovar,', end: 'date' },
    ]);
  });
});

describe('the repair of a text with repeated beginnings', () => {
  const repeated =
    'one two three four five six seven one two three four five six eight nine ten eleven twelve.';
  const text = `The start of it.\n\n${repeated}`;
  const knownEvidence = { paragraph: 1, start: 'The start' };

  it.each([
    [
      'one two three four five six eight nine ten eleven twelve',
      'no anchor finds exactly these words',
    ],
    ['one two three four five six eight nine ten elevn twelve', 'not found; nearest in ¶2: '],
    ['one two three', 'occurs 2 times, in paragraph 2'],
  ])('leaves a passage that no anchor finds exactly: %s', async (words, reason) => {
    const { status, err } = await repair(makeDataset(words, knownEvidence), '', text);
    expect(status).toBe(1);
    expect(err).toContain(` left unchanged: ${reason}`);
  });

  it('finds a long passage with a typing error', async () => {
    const words = 'seven one two three four five six eight nine ten elevn twelve';
    const { out } = await repair(makeDataset(words, knownEvidence), '', text);
    expect(JSON.parse(out).claims[0].evidence[0]).toEqual({
      paragraph: 2,
      start: 'seven one',
      end: 'twelve',
    });
  });
});

it('leaves an anchor with a misspelt end if the start occurs several times', async () => {
  const { left } = await explain({ paragraph: 1, start: 'the summit', end: 'nothing like it' });
  expect(left).toHaveLength(1);
});

it('counts paragraphs instead of using numbers printed in the article', async () => {
  const reef = readFileSync(fixture('reef-dinner.txt'), 'utf8');
  const data = makeDataset('34 buoys have been laid', { paragraph: 6, start: 'Nairu Reef' });
  const { status, err } = await repair(data, '--dry-run -f json', reef);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  const { out } = await repair(data, '', reef);
  expect(JSON.parse(out).claims[0].evidence).toEqual([
    { paragraph: 8, start: '34 buoys', end: 'laid' },
    { paragraph: 9, start: 'Nairu Reef' },
  ]);
});

describe('the repair of a misspelt anchor', () => {
  it.each([
    [
      'start',
      { paragraph: 10, start: 'Boat trafic off' },
      { paragraph: 10, start: 'Boat traffic off' },
    ],
    [
      'start, in another paragraph',
      { paragraph: 3, start: 'Boat trafic off', end: 'guests leave' },
      { paragraph: 10, start: 'Boat traffic off', end: 'guests leave' },
    ],
    [
      'end',
      { paragraph: 10, start: 'Boat traffic', end: 'guests laeve' },
      { paragraph: 10, start: 'Boat traffic', end: 'guests leave' },
    ],
    [
      'start and end',
      { paragraph: 10, start: 'Boat trafic off', end: 'guests laeve' },
      { paragraph: 10, start: 'Boat traffic off', end: 'guests leave' },
    ],
  ])('corrects the spelling: %s', async (_, wrong, right) => {
    const { changes } = await explain(wrong);
    expect(changes).toMatchObject([{ from: wrong, anchor: right }]);
  });

  it('leaves the anchor if two passages are about equally near', async () => {
    const text = 'The red boat came in.\n\nThe rod boat came in.\n\nThe end of it.';
    const data = makeDataset(
      { paragraph: 3, start: 'The rad boat came' },
      { paragraph: 3, start: 'The end' },
    );
    const { status, out, err } = await repair(data, '', text);
    expect({ status, out }).toEqual({ status: 1, out: data });
    expect(err).toBe(
      'claims[0].evidence[0] (a-claim): {"paragraph":3,"start":"The rad boat came"} left unchanged: ' +
        'not found; nearest in ¶1: The [-rad-]{+red+} boat came\nsummit: 1 passage left unchanged\n',
    );
  });

  it('leaves the anchor if it occurs several times, but not in its paragraph', async () => {
    const { left } = await explain({ paragraph: 4, start: 'Vellmouth' });
    expect(left[0]?.reason).toMatch(/^occurs 3 times/);
  });

  it('leaves the anchor if its end does not follow its start', async () => {
    const { left } = await explain({
      paragraph: 10,
      start: 'Boat traffic',
      end: 'fisheries ministry',
    });
    expect(left).toHaveLength(1);
  });
});

describe('the repaired dataset', () => {
  const data = `{ "summit": {"id": "s"},
  "claims": [
    { "evidence": ["Boat traffic off Vellmouth is suspended", {
        "start": "In a meting with",
        "paragraph": 5
    }, 7, {"paragraph": 5, "start": "In a meeting with", "extra": true}] }, null, { "evidence": {} } ],
  "gaps": 1 }\n`;

  it('keeps its formatting, and everything that is not evidence', async () => {
    const { status, out, err } = await repair(data);
    expect({ status, out }).toEqual({
      status: 0,
      out: data
        .replace(
          '"Boat traffic off Vellmouth is suspended"',
          '{ "paragraph": 10, "start": "Boat traffic", "end": "suspended" }',
        )
        .replace('meting', 'meeting'),
    });
    expect(err).toMatch(
      /^claims\[0\]\.evidence\[0\]: "Boat traffic off .*" -> \{"paragraph":10,"start":"Boat traffic","end":"suspended"\} \(exact\)\nclaims\[0\]\.evidence\[1\]: .* \(9\d % alike\)\n$/,
    );
  });

  it('does not change if repaired again', async () => {
    const { out } = await repair(data);
    expect(await repair(out)).toMatchObject({ status: 0, out, err: '' });
  });
});

describe('a repair that fails', () => {
  it('exits with 2 and a message for wrong input or options', async () => {
    expect(await repair('{', '')).toMatchObject({
      status: 2,
      out: '',
      err: expect.stringMatching(
        /^d\.json:1:2: invalid JSON: .*\nsummit: d\.json cannot be read as a dataset\n$/,
      ),
    });
    expect(await repair('[]', '')).toMatchObject({ status: 2, out: '' });
    expect(await repair(original, '-f json')).toMatchObject({
      status: 2,
      out: '',
      err: 'summit: --format needs --dry-run\nthe dataset is always JSON\n',
    });
    expect((await summit('repair - --data -')).err).toBe(
      'summit: standard input cannot be both the dataset and the article\n',
    );
  });

  it('prints nothing for another article', async () => {
    expect(await repair(original, '', 'Another title.\n\nAnother text.')).toMatchObject({
      status: 1,
      out: '',
      err: 'summit: a.txt does not appear to be the article behind this dataset\n',
    });
  });
});

it('suggests repair in validate for a passage in plain text', async () => {
  const data = JSON.parse(original);
  data.claims[0].evidence = ['Boat traffic off Vellmouth is suspended'];
  const { out } = await summit('validate -', { stdin: JSON.stringify(data) });
  expect(out).toMatch(
    /claims\[0\]\.evidence\[0\] \(.*\): expected an object, found "Boat traffic.*…; summit repair turns a passage into an anchor\n/,
  );
});
