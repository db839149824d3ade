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

const points = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)).join('');

/** What a stranger may put into a text, in groups that a person can read. */
const groups = [
  [
    'C0 controls, DEL and C1; a title, a colour and a link for the terminal',
    [
      points(0x00, 0x1f),
      points(0x7f, 0x9f),
      '\u001b]0;x\u0007\u001b[31mred\u009b2J\u001b]8;;http://x\u001b\\',
    ].join(''),
  ],
  [
    'bidirectional and invisible characters, separators, lone surrogates',
    [
      `\u061c${points(0x200e, 0x200f)}${points(0x202a, 0x202e)}${points(0x2066, 0x2069)}`,
      `\u00ad\u034f\u115f\u17b4\u180e${points(0x200b, 0x200d)}${points(0x2060, 0x2064)}\ufeff`,
      '\u3164\uffa0\u{e0041}\ufe0f a\u2028b\u2029c \ud800 x \udfff',
    ].join(''),
  ],
  [
    'what quotes, links, tables and graphs are made of',
    `"'\`|\\<b>&amp;[a](b)*_~#{}$--></script>%%{init}%%`,
  ],
] as const;

/** What must not be in anything that a person reads. */
const unsafe = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

type Loose = Record<string, unknown>;
const lakes = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8')) as Record<
  string,
  Loose[]
>;
const article = readFileSync(example('lakes-summit.txt'), 'utf8');

const isFree = ({ kind, schema }: Field) =>
  kind === 'text' && !schema.pattern && !schema.enum && !schema['x-reference'];

/** A record with a text behind each that it is free to have, and as one more alias. */
function spoilt(record: Loose, fields: readonly Field[], text: string): Loose {
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

/** The invented dataset with a text in every field of every record that takes any. */
function datasetWith(text: string): string {
  const entries = Object.entries(lakes).map(([name, value]) => {
    if (name === 'reviewed' || name === '$schema') return [name, value] as const;
    if (name === 'source') return [name, spoilt(value as never, listFields(source), text)] as const;
    const fields = getFields(name as AnyCollection);
    return [
      name,
      Array.isArray(value)
        ? value.map((one) => spoilt(one, fields, text))
        : spoilt(value as never, fields, text),
    ] as const;
  });
  // Its speakers are no longer called as its leaders are.
  const { quotes, claims, ...rest } = Object.fromEntries(entries) as Record<string, Loose[]>;
  return JSON.stringify({
    ...rest,
    quotes: quotes?.map((one) => ({ ...one, leader: null, speaker: `${text} somebody` })),
    claims: claims?.map((one) => ({ ...one, attribution: one.attribution ?? text })),
  });
}

/** The operands with which a command that needs some has something to print. */
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

/** Every command in each of its formats, and with the options that change what it prints. */
const printing = [
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
/** A terminal or a pipe: JSON is the same to both, and what is exact into a pipe is read back below. */
function whereTo(line: string): readonly (number | undefined)[] {
  if (isExact(line)) return [80];
  return isJson(line) || line.includes('-f ndjson') ? [undefined] : [80, undefined];
}

const isJson = (line: string) =>
  /-f (?:json|csl-json)/.test(line) || /^(?:new|schema|annotations)\b/.test(line);

/** What a run prints is safe; nothing that a user can cause has a stack trace. */
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

/** Texts that stand in JSON, however deep. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** Returns a world with a text in every field of the dataset that takes one, and in the article. */
const worldWith =
  (text: string) =>
  (terminal?: number): World => ({
    files: {
      'd.json': datasetWith(text),
      // What has a NUL in it is taken for no text.
      'a.txt': `${article}\n\n“Lakes ${text.replace('\0', '')} and shores,” it said.`,
    },
    env: { SUMMIT_DATA: 'd.json', NO_COLOR: '1' },
    ...(terminal === undefined ? {} : { terminal, messages: terminal }),
  });

describe('all of these in every field', () => {
  const world = worldWith(groups.map(([, text]) => text).join(' '));
  const argvOf = (line: string) => [
    ...line.split(' ').filter((word) => word !== ''),
    '--color=never',
  ];

  it.each(printing)('are safe in `summit %s`, at a terminal and into a pipe', async (line) => {
    for (const terminal of whereTo(line)) {
      const result = await run(argvOf(line), world(terminal));
      expectSafe(result, line, terminal !== undefined);
      expect(result.status).toBeLessThan(2);
      if (isJson(line)) expect(JSON.parse(result.out)).toBeTruthy();
    }
  });
});

describe.each(groups)('%s', (_, text) => {
  const world = worldWith(text);

  it('are a dataset as any other', async () => {
    expect(await run(['validate', 'd.json'], world())).toMatchObject({ status: 0, err: '' });
  });

  it('read back equal as JSON, NDJSON, CSV and TSV', async () => {
    const { out } = await run(['deals', '-f', 'json'], world());
    const deals = JSON.parse(out) as Loose[];
    expect(textsIn(deals).filter((one) => one.endsWith(text)).length).toBeGreaterThan(deals.length);
    const lines = (await run(['deals', '-f', 'ndjson'], world())).out.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(deals);
    const { out: csv } = await run(['deals', '-f', 'csv', '--fields', 'name'], world());
    // The parser reads UTF-8, which has no lone surrogates.
    const names = deals.map(({ name }) => [String(name).toWellFormed()]);
    expect(parse(csv, { record_delimiter: '\r\n', from_line: 2 })).toEqual(names);
  });

  it('cannot leave a cell of a Markdown table', async () => {
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
  ])('are safe in the message that answers the arguments %j', async (argv) => {
    expectSafe(await run(argv, world(80)), argv.join(' '), true);
  });

  it.each([
    ['a key', (file: Loose) => ({ ...file, [text]: 1 })],
    ['a key of a record', (file: Loose) => ({ ...file, deals: [{ [text]: text }] })],
    ['an id', (file: Loose) => ({ ...file, deals: [{ ...lakes.deals?.[0], id: text }] })],
    ['a choice', (file: Loose) => ({ ...file, deals: [{ ...lakes.deals?.[0], status: text }] })],
    [
      'a reference',
      (file: Loose) => ({ ...file, deals: [{ ...lakes.deals?.[0], countries: [text] }] }),
    ],
    ['a day', (file: Loose) => ({ ...file, deals: [{ ...lakes.deals?.[0], date: text }] })],
    ['a number', (file: Loose) => ({ ...file, deals: [{ ...lakes.deals?.[0], amount: text }] })],
    ['a collection', (file: Loose) => ({ ...file, deals: text })],
    [
      'an anchor',
      (file: Loose) => ({
        ...file,
        deals: [{ ...lakes.deals?.[0], evidence: [{ paragraph: 1, start: text, [text]: 1 }] }],
      }),
    ],
  ])('are safe in what `validate` says of %s', async (_where, change) => {
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

describe('a file that is no JSON', () => {
  it.each(groups)('is told safely: %s', async (_, text) => {
    for (const content of [text, `{"${text}`, `{"a": ${text}}`, `[${text}]`]) {
      const result = await run(['validate', 'x.json'], { files: { 'x.json': content } });
      expectSafe(result, 'validate x.json', false);
      expect(result.status).toBe(1);
    }
  });
});

describe('a cell of 140,000 letters', () => {
  const long = `It goes on ${'and on '.repeat(20_000)}`;
  const [deal, ...rest] = lakes.deals ?? [];
  const text = JSON.stringify({ ...lakes, deals: [{ ...deal, note: long }, ...rest] });
  const world = (terminal?: number): World => ({
    files: { 'd.json': text },
    env: { SUMMIT_DATA: 'd.json' },
    ...(terminal === undefined ? {} : { terminal }),
  });

  it.each([40, 60, 80, 140])('is clipped with a mark at %i columns', async (terminal) => {
    const { out } = await run(['deals', '--fields', 'name,note', '--no-pager'], world(terminal));
    expect(out.split('\n').length).toBeLessThan(250);
    expect(out).toContain('…');
  });

  it('is whole into a pipe, and in `show`', async () => {
    expect((await run(['deals', '--fields', 'note'], world())).out).toContain(long.trim());
    expect((await run(['show', 'lakeside-railway'], world(80))).out.length).toBeGreaterThan(
      long.length,
    );
  });
});

describe('a name that every object of the language has', () => {
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
  const told = async (...argv: readonly string[]) => {
    const { status, out, err } = await run(argv, world);
    return `${out}${err}${status}`;
  };

  it('is an id, a value and a reference as any other', async () => {
    expect(await told('show', 'constructor', '-f', 'csv')).toMatch(/\r\nconstructor,.*\r\n0$/);
    expect(await told('claims', '--where', 'about=constructor', '--ids')).toBe(`${second?.id}\n0`);
    expect(await told('claims', '--where', 'topic=__proto__', '--count')).toBe('1\n0');
    expect(await told('search', '__proto__', '--ids')).toBe(`${second?.id}\n0`);
  });

  it('is no field, and no key of a dataset', async () => {
    expect(await told('claims', '--fields', '__proto__')).toMatch(
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
