import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { example, fixture, run, summit, type World } from '../run.ts';
import { skeleton } from '../skeleton.ts';

const text = readFileSync(example('lakes-summit.txt'), 'utf8');
const env = { SUMMIT_DATA: example('lakes-summit.json') };

/** Lakes dataset with a claim that has no words in common with its passages. */
const doubtfulDataset = readFileSync(example('lakes-summit.json'), 'utf8').replace(
  'As long as the guests are there, no boats may pass off Vellmouth.',
  'Ferries and rafts of any size lie idle in harbours.',
);
const doubtfulWorld: World = {
  env: { SUMMIT_DATA: 'unreviewed.json' },
  files: { 'unreviewed.json': doubtfulDataset },
};

/** Returns a world with a copy of the article, copy.txt. */
const makeCopy = (article: string | Uint8Array): World => ({ env, files: { 'copy.txt': article } });

const splitLines = (out: string) => out.trimEnd().split('\n');

/** Verifies a claim whose passage occurs in every paragraph of an article, and returns the report. */
async function reportOnRepeated(count: number): Promise<string> {
  const [claim] = skeleton.claims;
  const evidence = [{ paragraph: 9_999, start: 'They spoke of boats' }];
  const dataset = JSON.stringify({ ...skeleton, claims: [{ ...claim, evidence }] });
  const article = Array.from({ length: count }, () => 'They spoke of boats.').join('\n');
  const files = { 'my.json': dataset, 'article.txt': article };
  return (await summit('verify article.txt --data my.json', { files })).out;
}

describe('summit verify with a passage that occurs in several paragraphs', () => {
  it('lists the first twenty paragraphs, and the number of others', async () => {
    const what =
      'claims a-first-claim evidence[0].start: They spoke of boats, occurs in several places';
    expect(await reportOnRepeated(2)).toContain(`${what}, in paragraphs 1, 2\n`);
    const first = Array.from({ length: 20 }, (_, at) => at + 1).join(', ');
    expect(await reportOnRepeated(20)).toContain(`${what}, in paragraphs ${first}\n`);
    expect(await reportOnRepeated(2_000)).toContain(
      `${what}, in paragraphs ${first} and 1980 more\n`,
    );
  });
});

describe('summit verify with a passage that occurs several times in a paragraph', () => {
  it.each([
    [3, 'in paragraph 1'],
    [25, 'in paragraph 1 and 5 more places'],
  ])('lists the paragraph once: %d times, %s', async (count, where) => {
    const [claim] = skeleton.claims;
    const evidence = [{ paragraph: 9, start: 'They spoke of boats' }];
    const dataset = JSON.stringify({ ...skeleton, claims: [{ ...claim, evidence }] });
    const files = { 'my.json': dataset, 'article.txt': 'They spoke of boats. '.repeat(count) };
    const { out } = await summit('verify article.txt --data my.json', { files });
    expect(out).toContain(`They spoke of boats, occurs in several places, ${where}\n`);
  });
});

describe('summit verify with an article that supports the dataset', () => {
  it.each([
    example('lakes-summit.txt'),
    fixture('lakes-summit-wrapped.txt'),
    fixture('lakes-summit.html'),
  ])('passes with %s', async (path) => {
    const { status, out, err } = await summit(`verify ${path}`, { env });
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('passed       143 of 143 anchors, 142 of 142 values\n');
  });

  it('reports what was checked, and what was not and why', async () => {
    expect((await summit('verify copy.txt', makeCopy(text))).out).toBe(`\
verdict      passed: the article supports everything that could be checked
checked      81 records, the summit and the source
passed       143 of 143 anchors, 142 of 142 values
             61 word for word
             11 as days
             31 paraphrases, by their numbers, names and quotations
             28 word by word
             2 as amounts
             2 as currencies
             7 as quotations
not checked  222 values
             79 classifications
             56 added by the dataset
             42 paraphrases without a number, quotation or name
             39 links between records
             4 no evidence given
             2 references to unnamed records
warnings     0
to review    77 paraphrases (see --review)
`);
  });

  it('reads the article from standard input', async () => {
    const { status, out } = await summit('verify -', { env, stdin: text });
    expect(status).toBe(0);
    expect(out).toContain('143 of 143 anchors');
  });

  it('notes moved paragraphs in a copy with an additional one', async () => {
    const [title = '', ...rest] = text.split('\n\n');
    const { status, out } = await summit(
      'verify copy.txt',
      makeCopy([title, 'A boat on the lake. Photograph by nobody.', ...rest].join('\n\n')),
    );
    expect(status).toBe(0);
    expect(out).toContain('! note    is in paragraph 3, not 2: ');
    expect(out).not.toContain('failed');
  });

  it('prints the whole report as JSON', async () => {
    const { status, out } = await summit('verify copy.txt -f json', makeCopy(text));
    const report = JSON.parse(out);
    expect(status).toBe(0);
    expect(Object.keys(report)).toEqual([
      'verdict',
      'sha256',
      'records',
      'isDifferentArticle',
      'anchors',
      'values',
      'kinds',
      'failures',
      'warnings',
      'reviewed',
      'warningsChecked',
      'notes',
      'unchecked',
    ]);
    expect(report).toMatchObject({
      verdict: 'passed',
      anchors: { checked: 143, passed: 143 },
      values: { checked: 142, passed: 142 },
      failures: [],
    });
    expect(report.unchecked).toContainEqual({
      collection: 'gaps',
      id: 'author',
      field: 'question',
      reason: 'no evidence given',
    });
  });
});

describe('summit verify with an article that does not support the dataset', () => {
  it('prints record, field, expected words and nearest passage of a failure', async () => {
    const { status, out, err } = await summit(
      'verify copy.txt',
      makeCopy(text.replace('Ilse-Maarit Vandrel', 'Else-Maarit Vandrel')),
    );
    expect({ status, err }).toEqual({ status: 1, err: '' });
    expect(splitLines(out).slice(0, 3)).toEqual([
      'verdict      failed: the article does not support everything that was checked',
      '✗ failed  leaders ilse-maarit-vandrel evidence[0].start: Ilse-Maarit Vandrel, the chancellor, not found',
      '          nearest in ¶4: [-Ilse-Maarit-]{+Else-Maarit+} Vandrel, the chancellor',
    ]);
  });

  it('reports a missing anchor once, not the values that depend on it', async () => {
    const { status, out } = await summit(
      'verify copy.txt',
      makeCopy(text.replaceAll('Neither project has a backer', 'Each project has a backer')),
    );
    expect(status).toBe(1);
    const failures = splitLines(out).filter((line) => line.startsWith('✗'));
    expect(failures).toHaveLength(1);
    expect(out).toContain(
      '          also deals drinking-water-pipeline evidence[2].start, claims no-backer evidence[0].start\n',
    );
  });

  it('reports a wrong name at its own record first, then at those that refer to it', async () => {
    const dataset = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8'));
    const country = dataset.countries.find(({ id }: { readonly id: string }) => id === 'corvessa');
    Object.assign(country, { name: 'Corvesa', aliases: [] });
    const files = { 'my.json': JSON.stringify(dataset), 'copy.txt': text.replace('Kestova', 'X') };
    const { out } = await summit('verify copy.txt --data my.json', { files });
    const failures = out.slice(out.indexOf('✗'), out.indexOf('? review'));
    expect(failures).toMatch(
      /^✗ failed {2}countries corvessa name: Corvesa, not found\n.*\n {10}also leaders ruan-o-talvin country, deals lakeside-railway countries\n✗/,
    );
  });

  it('reports only that it is another article, and all failures with --all', async () => {
    const unrelated = fixture('unrelated.txt');
    const { status, out } = await summit(`verify ${unrelated}`, { env });
    expect(status).toBe(1);
    expect(splitLines(out)[0]).toBe(
      'verdict      failed: this does not appear to be the article behind this dataset (--all checks it anyway)',
    );
    expect(splitLines(out).length).toBeLessThan(6);
    const all = await summit(`verify ${unrelated} --all`, { env });
    expect(all.status).toBe(1);
    expect(splitLines(all.out).filter((line) => line.startsWith('✗')).length).toBeGreaterThan(30);
    const json = JSON.parse((await summit(`verify ${unrelated} -f json`, { env })).out);
    expect(json).toMatchObject({ isDifferentArticle: true, anchors: { checked: 143, passed: 0 } });
  });

  it('shows control and bidirectional characters of the article as escapes', async () => {
    const { out } = await summit(
      'verify copy.txt',
      makeCopy(text.replace('Ruan O', '\u001b[31mRuan\u202e O')),
    );
    expect(out).not.toContain('\u001b');
    expect(out).not.toContain('\u202e');
    expect(out).toContain('\\x1b');
  });

  it('wraps its lines to the width of a terminal', async () => {
    const { out } = await summit(`verify ${fixture('unrelated.txt')} --no-color`, {
      env,
      terminal: 60,
    });
    expect(Math.max(...splitLines(out).map((line) => line.length))).toBeLessThanOrEqual(60);
  });
});

describe('a warning of verify', () => {
  const warningLine =
    '? review  claims no-boats claim: has no words in common with the paragraphs of its passages (overlap)';
  const makeReview = (change: object = {}) => {
    const why = 'Boats are ferries there.';
    const value = 'Ferries and rafts of any size lie idle in harbours.';
    const review = { record: 'no-boats', field: 'claim', rule: 'overlap', value, why };
    const dataset = { ...JSON.parse(doubtfulDataset), reviewed: [{ ...review, ...change }] };
    return { files: { 'my.json': JSON.stringify(dataset) } };
  };

  it('is marked for review, and is not a failure', async () => {
    const { status, out } = await summit(`verify ${example('lakes-summit.txt')}`, doubtfulWorld);
    expect(status).toBe(0);
    expect(splitLines(out)[0]).toMatch(/^verdict +passed: /);
    expect(out).toContain(`\n${warningLine}\n`);
    expect(splitLines(out).at(-2)).toBe('warnings     1');
  });

  it('is a failure with --strict', async () => {
    const article = example('lakes-summit.txt');
    const { status, out } = await summit(`verify ${article} --strict`, doubtfulWorld);
    expect(status).toBe(1);
    expect(splitLines(out)[0]).toBe(
      'verdict      failed (--strict): the article supports everything that could be checked, but there are warnings',
    );
    const json = JSON.parse(
      (await summit(`verify ${article} --strict -f json`, doubtfulWorld)).out,
    );
    expect(json.verdict).toBe('warned');
  });

  it('is listed under warnings, or under reviewed, in JSON', async () => {
    const line = `verify ${example('lakes-summit.txt')} -f json`;
    const open = JSON.parse((await summit(line, doubtfulWorld)).out);
    const warning = {
      collection: 'claims',
      id: 'no-boats',
      field: 'claim',
      rule: 'overlap',
      text: warningLine.slice(warningLine.indexOf('has no'), warningLine.indexOf(' (overlap)')),
    };
    expect(open).toMatchObject({ warnings: [warning], reviewed: [], warningsChecked: true });
    const report = JSON.parse((await summit(`${line} --data my.json`, makeReview())).out);
    const why = 'Boats are ferries there.';
    expect(report).toMatchObject({
      warnings: [],
      reviewed: [{ ...warning, why }],
      warningsChecked: true,
    });
  });

  it('can be marked as reviewed in the dataset, which no listing shows', async () => {
    const line = `verify ${example('lakes-summit.txt')} --data my.json --strict`;
    const { status, out } = await summit(line, makeReview());
    expect(status).toBe(0);
    expect(out).not.toContain('? review');
    expect(splitLines(out).at(-2)).toBe('warnings     0, and 1 reviewed');
    const { out: json } = await summit('claims -f json --data my.json', makeReview());
    expect(json).toBe((await summit('claims -f json', doubtfulWorld)).out);
  });

  it('is reported again if the value has changed since its review', async () => {
    const line = `verify ${example('lakes-summit.txt')} --data my.json`;
    const { out } = await summit(line, makeReview({ value: 'Ferries and rafts lie idle.' }));
    expect(out).toContain('its passages; it was reviewed for another value (overlap)\n');
  });

  it.each([
    [{ record: 'nobody' }, 'record: no such record in this dataset: "nobody"'],
    [{ field: 'clam' }, 'field: unknown field "clam"; did you mean "claim"?'],
    [{ rule: 'overlapp' }, 'rule: expected "tense", '],
    [{ why: ' ' }, 'why: expected text, found " "'],
  ])('cannot be marked as reviewed with %j', async (change, problem) => {
    const { status, out } = await summit('validate my.json', makeReview(change));
    expect(status).toBe(1);
    expect(out).toContain(`reviewed[0].${problem}`);
  });

  it('is not reported in a language without word lists, and the report says so', async () => {
    const lakes = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8'));
    lakes.source.language = 'fr';
    const files = { 'fr.json': JSON.stringify(lakes) };
    const line = `verify ${example('lakes-summit.txt')} --data fr.json`;
    const { out } = await summit(line, { files });
    expect(splitLines(out).at(-2)).toBe(
      'warnings     not checked: no word lists for this language',
    );
    const json = JSON.parse((await summit(`${line} -f json`, { files })).out);
    expect(json).toMatchObject({ warnings: [], reviewed: [], warningsChecked: false });
  });
});

describe('summit verify --review', () => {
  const line = `verify ${fixture('strait-forum.txt')} --data ${fixture('strait-forum.json')}`;

  it('prints each paraphrase next to its passages if there is room', async () => {
    const { status, out } = await summit(`${line} --review --width 80`);
    expect(status).toBe(0);
    expect(out).toContain(`
talks brekkan-wren-monday outcome
The fish market at Sund is to reopen;   │ ¶5 On the sidelines, Norrlandic Prime
the two had “cleared the air”.          │ Minister Aila Brekkan met Sudmarkan
                                        │ Foreign Minister Tobias Wren on
                                        │ Monday. The two had “cleared the air”,
                                        │ Wren’s office said, and would reopen
                                        │ the fish market at Sund
                                        │ ¶9 Halden and Norrland
                                        │ ¶6 The president of Sudmark
`);
    expect(splitLines(out).at(-1)).toBe('23 paraphrases to review');
    expect(Math.max(...splitLines(out).map((one) => one.length))).toBeLessThanOrEqual(80);
  });

  it('prints paraphrases above their passages at 60 columns, and without wrapping in a pipe', async () => {
    const { out } = await summit(`${line} --review --width 60`);
    expect(out).toContain(`
talks sudmark-halden-tuesday note
For Halden its cabinet was there; what was talked about was
not told.
  ¶6 The president of Sudmark, whom the programme does not
  name, received the cabinet of Halden on Tuesday. What they
  discussed was not made public
`);
    const piped = await summit(`${line} --review`);
    expect(piped.out).toContain(
      '\nFor Halden its cabinet was there; what was talked about was not told.\n  ¶6 The president of Sudmark, whom',
    );
  });

  it('prints warnings with the value', async () => {
    const article = example('lakes-summit.txt');
    const { out } = await summit(`verify ${article} --review`, doubtfulWorld);
    expect(out).toContain(`
claims no-boats claim
Ferries and rafts of any size lie idle in harbours.
  ¶10 Boat traffic off Vellmouth is suspended until the guests leave
? has no words in common with the paragraphs of its passages (overlap)
`);
  });

  it('prints a checklist as Markdown', async () => {
    const { out } = await summit(`${line} -f markdown`);
    expect(out).toContain(`
- [ ] **talks sudmark-halden-tuesday**, note: For Halden its cabinet was there; what was talked about was not told.

  > ¶6 The president of Sudmark, whom the programme does not name, received the cabinet of Halden on Tuesday. What they discussed was not made public

`);
  });

  it('escapes markup and entities of the dataset in Markdown', async () => {
    const dataset = readFileSync(fixture('strait-forum.json'), 'utf8');
    const hostile = dataset.replace(
      'what was talked about',
      'what &#x202e; ~~was~~ *talked* about',
    );
    const world = { files: { 'h.json': hostile } };
    const { out } = await summit(
      `verify ${fixture('strait-forum.txt')} --data h.json -f markdown`,
      world,
    );
    expect(out).toContain('what \\&#x202e; \\~\\~was\\~\\~ \\*talked\\* about');
  });

  it('prints paraphrases and passages as JSON', async () => {
    const review = JSON.parse((await summit(`${line} --review -f json`)).out);
    expect(review).toHaveLength(23);
    expect(review[1]).toMatchObject({
      collection: 'talks',
      id: 'brekkan-wren-monday',
      field: 'outcome',
      passages: [{ paragraph: 5 }, { paragraph: 9 }, { paragraph: 6 }],
    });
  });
});

describe('summit verify --review with failures', () => {
  const files = {
    'copy.txt': text
      .replaceAll('Neither project has a backer', 'Each project has a backer')
      .replaceAll('$2.5', '$2.6'),
  };
  const world: World = { env, files };
  const counts = 'failed: the article does not support 3 of 143 anchors and 1 of 141 values';

  it('shows the anchor of a passage that was not found', async () => {
    const { out } = await summit('verify copy.txt --review', world);
    expect(out).toContain(`
claims no-backer claim
Nobody has come forward to back either project.
  ¶8 not found: Neither project has a backer … yet
`);
    const { out: markdown } = await summit('verify copy.txt -f markdown', world);
    expect(markdown).toContain('  > ¶8 not found: Neither project has a backer … yet\n');
    const { out: json } = await summit('verify copy.txt --review -f json', world);
    expect(JSON.parse(json)).toContainEqual(
      expect.objectContaining({
        id: 'no-backer',
        passages: [],
        missing: [
          {
            paragraph: 8,
            start: 'Neither project has a backer',
            end: 'yet',
            reason: 'not found',
          },
        ],
      }),
    );
  });

  it('shows the anchor of a passage that occurs in several places', async () => {
    const twice = text.replace(/^.*Neither project has a backer.*$/m, '$& $&');
    const { out } = await summit('verify copy.txt --review', makeCopy(twice));
    expect(out).toContain('\n  ¶8 occurs in several places: Neither project has a backer … yet\n');
  });

  it.each(['--review', '--review -f json', '-f markdown'])(
    'exits with 1 and gives the reason: %s',
    async (options) => {
      const { status, err } = await summit(`verify copy.txt ${options}`, world);
      expect({ status, err }).toEqual({
        status: 1,
        err: `summit: ${counts}\nsummit verify copy.txt lists them\n`,
      });
    },
  );

  it('mentions no values if none fails', async () => {
    const lost = makeCopy(text.replace('It expects catches', 'It expects nets'));
    expect(await summit('verify copy.txt --review', lost)).toMatchObject({
      err: 'summit: failed: the article does not support 1 of 143 anchors\nsummit verify copy.txt lists it\n',
    });
  });

  it('omits --strict from the hint if the failures are listed without it', async () => {
    const { err } = await summit('verify copy.txt --review --strict', world);
    expect(err).toBe(`summit: ${counts}\nsummit verify copy.txt lists them\n`);
  });

  it('hints at how to list the failures with the same dataset and options', async () => {
    const data = readFileSync(example('lakes-summit.json'), 'utf8');
    const other = { files: { ...files, "it's.json": data } };
    const argv = ['verify', 'copy.txt', '--review', '--all', '--data', "it's.json"];
    expect(await run(argv, other)).toMatchObject({
      status: 1,
      err: `summit: ${counts}\nsummit verify copy.txt --data 'it'\\''s.json' --all lists them\n`,
    });
  });

  it.each(['--review', '--review -f json', '-f markdown'])(
    'reviews nothing with another article: %s',
    async (options) => {
      const unrelated = fixture('unrelated.txt');
      const { status, out, err } = await summit(`verify ${unrelated} ${options}`, { env });
      expect({ status, err }).toEqual({
        status: 1,
        err: `summit: this does not appear to be the article behind this dataset: 0 of 143 anchors found, nothing else was checked
summit verify ${unrelated} --all checks it anyway
`,
      });
      expect(out).toBe(options.includes('json') ? '[]\n' : '0 paraphrases to review\n');
    },
  );

  it('counts the warnings with --strict', async () => {
    const article = example('lakes-summit.txt');
    expect(await summit(`verify ${article} --review --strict`, doubtfulWorld)).toMatchObject({
      status: 1,
      err: `summit: failed (--strict): 1 warning\nsummit verify ${article} --strict lists it\n`,
    });
    expect(await summit(`verify ${article} --review`, doubtfulWorld)).toMatchObject({
      status: 0,
      err: '',
    });
  });
});

describe('summit verify without usable input', () => {
  it.each([
    ['verify nowhere.txt', {}, 'cannot read nowhere.txt: no such file'],
    ['verify copy.txt', { 'copy.txt': '' }, 'cannot read copy.txt as an article: no text in it'],
    [
      'verify copy.txt',
      { 'copy.txt': ' \n\n' },
      'cannot read copy.txt as an article: no text in it',
    ],
  ])('exits with 2: %s, %j', async (line, files, message) => {
    const { status, out, err } = await summit(line, { env, files });
    expect({ status, out, err }).toEqual({ status: 2, out: '', err: `summit: ${message}\n` });
  });

  it('rejects an article that is not text', async () => {
    const { status, err } = await summit('verify copy.txt', makeCopy(new Uint8Array([0x61, 0xff])));
    expect(status).toBe(2);
    expect(err).toMatch(/^summit: cannot read copy\.txt as an article: .*UTF-8.*\n$/);
  });

  it('rejects standard input as both dataset and article', async () => {
    expect(await summit('verify - --data -', { stdin: text })).toMatchObject({
      status: 2,
      err: 'summit: standard input cannot be both the dataset and the article\n',
    });
  });
});
