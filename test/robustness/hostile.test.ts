import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/commands.ts';
import {
  type AnyCollection,
  collectionNames,
  getFields,
} from '../../src/dataset/schema/collections.ts';
import { type Field, listFields } from '../../src/dataset/schema/fields.ts';
import { source } from '../../src/dataset/schema/records.ts';
import { example, type Result, run, type World } from '../run.ts';

const listCodePoints = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)).join('');

/** Text from an untrusted file, in readable groups. */
const groups = [
  [
    'C0 controls, DEL and C1; a title, a colour and a link for the terminal',
    [
      listCodePoints(0x00, 0x1f),
      listCodePoints(0x7f, 0x9f),
      '\u001b]0;x\u0007\u001b[31mred\u009b2J\u001b]8;;http://x\u001b\\',
    ].join(''),
  ],
  [
    'bidirectional and invisible characters, separators, lone surrogates',
    [
      `\u061c${listCodePoints(0x200e, 0x200f)}${listCodePoints(0x202a, 0x202e)}${listCodePoints(0x2066, 0x2069)}`,
      `\u00ad\u034f\u115f\u17b4\u180e${listCodePoints(0x200b, 0x200d)}${listCodePoints(0x2060, 0x2064)}\ufeff`,
      '\u3164\uffa0\u{e0041}\ufe0f a\u2028b\u2029c \ud800 x \udfff',
    ].join(''),
  ],
  [
    'characters that quote, or form links, tables and graphs',
    `"'\`|\\<b>&amp;[a](b)*_~#{}$--></script>%%{init}%%`,
  ],
] as const;

/** Characters that must not be in anything that people read. */
const unsafe = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

type RawRecord = Record<string, unknown>;
const lakes = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8')) as Record<
  string,
  RawRecord[]
>;
const article = readFileSync(example('lakes-summit.txt'), 'utf8');

const isFree = ({ kind, schema }: Field) =>
  kind === 'text' && !schema.pattern && !schema.enum && !schema['x-reference'];

/** Appends a text to each free text of a record, and adds it as an alias. */
function appendToTexts(record: RawRecord, fields: readonly Field[], text: string): RawRecord {
  const changed = fields
    .filter(isFree)
    .map(({ name }) => [name, `${record[name] ?? ''}${text}`] as const);
  const { aliases } = record;
  return {
    ...record,
    ...Object.fromEntries(changed),
    ...(Array.isArray(aliases) && { aliases: [...aliases, text.replaceAll(';', '')] }),
  };
}

/** Builds the lakes dataset with a text in every field that accepts any text. */
function buildDataset(text: string): string {
  const entries = Object.entries(lakes).map(([name, value]) => {
    if (name === 'reviewed' || name === '$schema') return [name, value] as const;
    if (name === 'source')
      return [name, appendToTexts(value as never, listFields(source), text)] as const;
    const fields = getFields(name as AnyCollection);
    return [
      name,
      Array.isArray(value)
        ? value.map((one) => appendToTexts(one, fields, text))
        : appendToTexts(value as never, fields, text),
    ] as const;
  });
  // The speakers no longer have the names of leaders.
  const { quotes, claims, ...rest } = Object.fromEntries(entries) as Record<string, RawRecord[]>;
  return JSON.stringify({
    ...rest,
    quotes: quotes?.map((one) => ({ ...one, leader: null, speaker: `${text} somebody` })),
    claims: claims?.map((one) => ({ ...one, attribution: one.attribution ?? text })),
  });
}

/** Operands for commands that need some to print anything. */
const operands: Readonly<Record<string, string>> = {
  search: 'e',
  show: 'lakeside-railway',
  cite: 'lakeside-railway',
  verify: 'a.txt --all',
  coverage: 'a.txt',
  compare: 'd.json --all',
  validate: 'd.json',
  new: 'a.txt',
  repair: 'a.txt --dry-run',
  anchor: 'a.txt Lake',
  export: 'facts',
  completion: 'bash',
};

/** Every command in each of its formats, and with the options that change its output. */
const printingLines = [
  ...commands.flatMap(({ name, options: { format } }) => {
    const line = [name, ...(operands[name] ? [operands[name]] : [])].join(' ');
    const formats = format?.argChoices ?? [];
    return formats.length > 0 ? formats.map((one) => `${line} -f ${one}`) : [line];
  }),
  ...collectionNames.map((name) => `${name} --fields all --evidence`),
  'deals --width 60',
  'gaps --width 40',
  'show dolmara --all',
  'show zoe-marequin',
  '',
  '-f json',
  'leaders --help',
  'verify a.txt --all --review',
  'verify a.txt',
  'coverage a.txt -f json --ids',
  'annotations a.txt',
  'report a.txt',
  'annotations a.txt --hypothesis',
  'export --sql',
];

const isExact = (line: string) => / -f [ct]sv/.test(line);
/**
 * Lists the widths to print at, undefined for a pipe. JSON is the same in both, and exact output in a pipe is read back
 * below.
 */
function listWidths(line: string): readonly (number | undefined)[] {
  if (isExact(line)) return [80];
  return isJson(line) || line.includes('-f ndjson') ? [undefined] : [80, undefined];
}

const isJson = (line: string) =>
  /-f (?:json|csl-json)/.test(line) || /^(?:new|schema|annotations)\b/.test(line);

/** Checks that the output of a run is safe, without a stack trace. */
function expectSafe({ status, out, err }: Result, line: string, isTerminal: boolean): void {
  const shown =
    isExact(line) && !isTerminal
      ? ''
      : out.replaceAll('\r\n', '\n').replaceAll(line.includes('-f tsv') ? '\t' : '\r\n', '\n');
  expect(unsafe.exec(shown)?.[0] && shown).toBeUndefined();
  expect(unsafe.exec(err)?.[0] && err).toBeUndefined();
  expect(err).not.toMatch(/^ +at .*:\d+:\d+/m);
  expect([0, 1, 2]).toContain(status);
}

/** Lists the texts in a JSON value, at any depth. */
function listTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(listTexts);
}

/** Returns a world with a text in every field of the dataset that accepts it, and in the article. */
const buildWorld =
  (text: string) =>
  (terminal?: number): World => ({
    files: {
      'd.json': buildDataset(text),
      // A file with a NUL is not treated as text.
      'a.txt': `${article}\n\n“Lakes ${text.replace('\0', '')} and shores,” it said.`,
    },
    env: { SUMMIT_DATA: 'd.json', NO_COLOR: '1' },
    ...(terminal === undefined ? {} : { terminal, messages: terminal }),
  });

describe('all hostile texts in every field', () => {
  const world = buildWorld(groups.map(([, text]) => text).join(' '));
  const splitLine = (line: string) => [
    ...line.split(' ').filter((word) => word !== ''),
    '--color=never',
  ];

  it.each(printingLines)('are safe in `summit %s`, on a terminal and in a pipe', async (line) => {
    for (const terminal of listWidths(line)) {
      const result = await run(splitLine(line), world(terminal));
      expectSafe(result, line, terminal !== undefined);
      expect(result.status).toBeLessThan(2);
      if (isJson(line)) expect(JSON.parse(result.out)).toBeTruthy();
    }
  });
});

describe.each(groups)('%s', (_, text) => {
  const world = buildWorld(text);

  it('are valid in a dataset', async () => {
    expect(await run(['validate', 'd.json'], world())).toMatchObject({ status: 0, err: '' });
  });

  it('round-trip through JSON, NDJSON, CSV and TSV', async () => {
    const { out } = await run(['deals', '-f', 'json'], world());
    const deals = JSON.parse(out) as RawRecord[];
    expect(listTexts(deals).filter((one) => one.endsWith(text)).length).toBeGreaterThan(
      deals.length,
    );
    const lines = (await run(['deals', '-f', 'ndjson'], world())).out.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(deals);
    const { out: csv } = await run(['deals', '-f', 'csv', '--fields', 'name'], world());
    // The parser reads UTF-8, which has no lone surrogates.
    const names = deals.map(({ name }) => [String(name).toWellFormed()]);
    expect(parse(csv, { record_delimiter: '\r\n', from_line: 2 })).toEqual(names);
  });

  it('cannot escape from a cell of a Markdown table', async () => {
    const { out } = await run(['deals', '-f', 'markdown', '--fields', 'name,status'], world());
    const rows = out.trimEnd().split('\n');
    expect(rows).toHaveLength(2 + (lakes.deals?.length ?? 0));
    for (const row of rows) expect(row.replace(/\\./g, '').split('|')).toHaveLength(4);
    expect(out.replace(/\\./g, '')).not.toMatch(/[<>`*_[\]]/);
  });

  it.each([
    [[text]],
    [['show', text]],
    [['cite', text]],
    [['search', text]],
    [['leaders', text]],
    [['leaders', `--${text}`]],
    [['leaders', '-f', text]],
    [['leaders', '--fields', text]],
    [['leaders', '--fields', `country.${text}`]],
    [['leaders', '--sort', text]],
    [['leaders', '--limit', text]],
    [['leaders', '--country', text]],
    [['leaders', '--where', text]],
    [['leaders', '--where', `role=${text}`]],
    [['leaders', '--where', `name=${text}`]],
    [['leaders', '--where', `country=${text}`]],
    [['leaders', '--where', `${text}=x`]],
    [['talks', '--where', `date=${text}`]],
    [['leaders', '--color', text]],
    [['leaders', '--width', text]],
    [['leaders', '--data', `${text}.json`]],
    [['validate', `${text}.json`]],
    [['verify', text]],
    [['coverage', text]],
    [['anchor', 'a.txt', text]],
    [['annotations', text]],
    [['new', text]],
    [['completion', text]],
    [['help', text]],
    [['export', `folder ${text}`]],
    [['graph', '--country', text]],
    [['__complete', '--', 'leaders', `--where`, `${text}`]],
  ])('are safe in the answer to the arguments %j', async (argv) => {
    expectSafe(await run(argv, world(80)), argv.join(' '), true);
  });

  it.each([
    ['a key', (file: RawRecord) => ({ ...file, [text]: 1 })],
    ['a key of a record', (file: RawRecord) => ({ ...file, deals: [{ [text]: text }] })],
    ['an id', (file: RawRecord) => ({ ...file, deals: [{ ...lakes.deals?.[0], id: text }] })],
    [
      'a choice',
      (file: RawRecord) => ({ ...file, deals: [{ ...lakes.deals?.[0], status: text }] }),
    ],
    [
      'a reference',
      (file: RawRecord) => ({ ...file, deals: [{ ...lakes.deals?.[0], countries: [text] }] }),
    ],
    ['a day', (file: RawRecord) => ({ ...file, deals: [{ ...lakes.deals?.[0], date: text }] })],
    [
      'a number',
      (file: RawRecord) => ({ ...file, deals: [{ ...lakes.deals?.[0], amount: text }] }),
    ],
    ['a collection', (file: RawRecord) => ({ ...file, deals: text })],
    [
      'an anchor',
      (file: RawRecord) => ({
        ...file,
        deals: [{ ...lakes.deals?.[0], evidence: [{ paragraph: 1, start: text, [text]: 1 }] }],
      }),
    ],
  ])('are safe in the problems that `validate` reports: %s', async (_where, change) => {
    const name = `${text}.json`;
    const files = { [name]: JSON.stringify(change(lakes)) };
    for (const line of [
      ['validate', name],
      ['deals', '--data', name],
    ]) {
      const result = await run(line, { files });
      expectSafe(result, line.join(' '), false);
    }
  });
});

describe('a file that is not JSON', () => {
  it.each(groups)('is reported safely: %s', async (_, text) => {
    for (const content of [text, `{"${text}`, `{"a": ${text}}`, `[${text}]`]) {
      const result = await run(['validate', 'x.json'], { files: { 'x.json': content } });
      expectSafe(result, 'validate x.json', false);
      expect(result.status).toBe(1);
    }
  });
});

describe('a cell of 140,000 letters', () => {
  const longNote = `It goes on ${'and on '.repeat(20_000)}`;
  const [deal, ...rest] = lakes.deals ?? [];
  const text = JSON.stringify({ ...lakes, deals: [{ ...deal, note: longNote }, ...rest] });
  const buildWorld = (terminal?: number): World => ({
    files: { 'd.json': text },
    env: { SUMMIT_DATA: 'd.json' },
    ...(terminal === undefined ? {} : { terminal }),
  });

  it.each([40, 60, 80, 140])('is truncated with a mark at width %i', async (terminal) => {
    const { out } = await run(
      ['deals', '--fields', 'name,note', '--no-pager'],
      buildWorld(terminal),
    );
    expect(out.split('\n').length).toBeLessThan(250);
    expect(out).toContain('…');
  });

  it('is complete in a pipe and in `show`', async () => {
    expect((await run(['deals', '--fields', 'note'], buildWorld())).out).toContain(longNote.trim());
    expect((await run(['show', 'lakeside-railway'], buildWorld(80))).out.length).toBeGreaterThan(
      longNote.length,
    );
  });
});

describe('a name that every JavaScript object has', () => {
  const [first, second, ...rest] = lakes.claims ?? [];
  const claims = [
    { ...first, id: 'constructor' },
    { ...second, about: ['constructor'], topic: '__proto__' },
    ...rest,
  ];
  const world: World = {
    files: { 'd.json': JSON.stringify({ ...lakes, claims }) },
    env: { SUMMIT_DATA: 'd.json' },
  };
  const runInWorld = async (...argv: readonly string[]) => {
    const { status, out, err } = await run(argv, world);
    return `${out}${err}${status}`;
  };

  it('works as an id, a value and a reference', async () => {
    expect(await runInWorld('show', 'constructor', '-f', 'csv')).toMatch(
      /\r\nconstructor,.*\r\n0$/,
    );
    expect(await runInWorld('claims', '--where', 'about=constructor', '--ids')).toBe(
      `${second?.id}\n0`,
    );
    expect(await runInWorld('claims', '--where', 'topic=__proto__', '--count')).toBe('1\n0');
    expect(await runInWorld('search', '__proto__', '--ids')).toBe(`${second?.id}\n0`);
  });

  it('is not a field or a valid key of a dataset', async () => {
    expect(await runInWorld('claims', '--fields', '__proto__')).toMatch(
      /^summit: no field "__proto__"\n/,
    );
    const text = JSON.stringify(lakes).replace('{', '{"__proto__": {"deals": []}, ');
    const { status, out } = await run(['validate', 'x.json'], { files: { 'x.json': text } });
    expect({ status, out }).toMatchObject({
      status: 1,
      out: expect.stringMatching(/^x\.json:1:2: __proto__: unknown field; expected one of /),
    });
  });
});
