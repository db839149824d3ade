import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lakesWith } from '../read-dataset.ts';
import { example, run, summit } from '../run.ts';
import { numRuns } from '../seed.mts';

type Row = Readonly<Record<string, unknown>>;

const lakes = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8')) as Readonly<
  Record<'leaders' | 'deals' | 'talks', readonly (Row & { readonly id: string })[]>
>;

const nasty = fc.constantFrom(
  ...['"', "'", ',', '\t', '\n', '\r', '\r\n', '\\', '\\n', '\\t', '|', '`', '*', '_', '<b>', ' '],
  ...['\u0000', '\u001b[31m', '\u007f', '\u0085', '\u009b', '\u00ad', '\ufeff', '\u2028', '\u2029'],
  ...['\u202e', '\u2066', '\u200b', '\u200d', '\ud800', '\udfff', '\ue000', '\uf8ff', '😀', '🇰🇿'],
  ...['e\u0301', 'é', '漢字', 'ก็', 'क्षि', '𝒳', 'null', '[]', '&amp;', '=1+1', '#', '~~', '[a](b)'],
);
/** What is nothing but spaces is no text. */
const isText = (value: string) => !/^\p{Zs}*$/u.test(value);

const text = fc
  .array(fc.oneof(nasty, fc.string({ unit: 'binary' }), fc.string()), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(''))
  .filter(isText);
const item = text.map((value) => value.replaceAll(';', '')).filter(isText);
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null, freq: 4 });

/** Records in a sample. */
const count = 25;
const many = { minLength: count, maxLength: count };

/** The records of the fixture and more like the last, each with other values. */
const like = (records: readonly Row[], changes: readonly object[]): readonly Row[] =>
  changes.map((values, at) => {
    const last = records.at(-1) ?? {};
    return { ...(records[at] ?? { ...last, id: `${String(last.id)}-${at}` }), ...values };
  });

/** Deals with hostile values in all that is free text or number. */
const deals = fc
  .array(
    fc.record({
      name: text,
      amount: fc.double({ min: 0, max: Number.MAX_SAFE_INTEGER, noNaN: true }),
      amountAsWritten: orNull(text),
      attribution: orNull(text),
      note: orNull(text),
    }),
    many,
  )
  // a dataset is JSON, which has no -0
  .map((values) => JSON.parse(JSON.stringify(like(lakes.deals, values))) as readonly Row[]);

/** Leaders with hostile names and aliases. */
const leaders = fc
  .array(fc.record({ name: orNull(text), aliases: fc.uniqueArray(item, { maxLength: 4 }) }), many)
  .map((values) => like(lakes.leaders, values));

/** What a listing of these records prints into a pipe. */
async function printed(name: 'leaders' | 'deals', records: readonly Row[], ...options: string[]) {
  const files = { 'hostile.json': lakesWith({ [name]: records }) };
  const { status, out, err } = await run([name, '--data', 'hostile.json', ...options], { files });
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return out;
}

/** A value as CSV and TSV carry it. */
const plain = (value: unknown) =>
  value === null ? '' : Array.isArray(value) ? value.join(';') : String(value);

/** Records as CSV and TSV carry them: every field but the anchors, the names first. */
function plainRows(records: readonly Row[]): readonly (readonly string[])[] {
  const names = Object.keys(records[0] ?? {}).filter((name) => name !== 'evidence');
  return [names, ...records.map((record) => names.map((name) => plain(record[name])))];
}

/** As many records altogether as other properties have samples. */
const runs = { numRuns: Math.ceil(numRuns / count) };

/** Checks a property of the deals and of the leaders. */
async function holds(check: (name: 'leaders' | 'deals', records: readonly Row[]) => Promise<void>) {
  await fc.assert(
    fc.asyncProperty(deals, (records) => check('deals', records)),
    runs,
  );
  await fc.assert(
    fc.asyncProperty(leaders, (records) => check('leaders', records)),
    runs,
  );
}

// Whatever JSON must not carry raw: controls, formatting characters, lone surrogates.
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

describe('values of any kind, printed and read back', () => {
  it('are the same as JSON, with nothing unsafe in it', async () => {
    await holds(async (name, records) => {
      const out = await printed(name, records, '-f', 'json');
      expect(JSON.parse(out)).toEqual(records);
      expect(out.replaceAll('\n', '')).not.toMatch(unsafe);
    });
  });

  it('are the same as NDJSON, a line a record, with nothing unsafe in it', async () => {
    await holds(async (name, records) => {
      const lines = (await printed(name, records, '-f', 'ndjson')).split('\n');
      expect(lines.pop()).toBe('');
      expect(lines.map((line) => JSON.parse(line))).toEqual(records);
      expect(lines.filter((line) => unsafe.test(line))).toEqual([]);
    });
  });

  // the parser reads UTF-8, which has no lone surrogates
  it('are the same as CSV, null as nothing and lists joined by ;', async () => {
    await holds(async (name, records) => {
      const out = await printed(name, records, '-f', 'csv');
      const rows = plainRows(records).map((row) => row.map((value) => value.toWellFormed()));
      expect(parse(out, { record_delimiter: '\r\n' })).toEqual(rows);
      expect(parse(out)).toEqual(rows);
    });
  });

  it('are the same as CSV in a single column, where an empty line would be no record', async () => {
    await holds(async (name, records) => {
      const out = await printed(name, records, '-f', 'csv', '--fields', 'name', '--no-header');
      const rows = parse(out, { record_delimiter: '\r\n', skip_empty_lines: true });
      expect(rows).toEqual(records.map((record) => [plain(record.name).toWellFormed()]));
    });
  });

  it('are the same as TSV, a line a record', async () => {
    const plainOf: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', '\\': '\\' };
    const unescaped = (value: string) =>
      value.replace(/\\(.)/gs, (_, sign: string) => plainOf[sign] ?? `unknown escape ${sign}`);
    await holds(async (name, records) => {
      const lines = (await printed(name, records, '-f', 'tsv')).split('\n');
      expect(lines.pop()).toBe('');
      expect(lines.map((line) => line.split('\t').map(unescaped))).toEqual(plainRows(records));
    });
  });

  it('are the same items of a list that a reference leads to, in CSV and TSV', async () => {
    const name = orNull(fc.stringMatching(/^[a-c;\\\t\n",' ]{1,6}$/).filter(isText));
    const unescapeTsv = (value: string) =>
      value.replace(
        /\\([tnr\\])/g,
        (_, sign: string) => ({ t: '\t', n: '\n', r: '\r' })[sign] ?? sign,
      );
    const itemsOf = (cell: string) =>
      [...cell.matchAll(/((?:\\[\\;]|[^\\;])+)(?:;|$)/g)].map(([, one = '']) =>
        one.replace(/\\([\\;])/g, '$1'),
      );
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 4, maxLength: 4 }), async (names) => {
        const named = lakes.leaders.map((one, at) => ({ ...one, name: names[at] ?? null }));
        const talk = { ...lakes.talks[0], leaders: named.map(({ id }) => id) };
        const countries = lakes.leaders.map(({ country }) => country);
        const world = {
          files: { 'h.json': lakesWith({ leaders: named, talks: [{ ...talk, countries }] }) },
        };
        const line = 'talks --data h.json --fields leaders.name --no-header -f';
        const [csv, tsv] = await Promise.all([
          summit(`${line} csv`, world),
          summit(`${line} tsv`, world),
        ]);
        const stated = names.filter((one) => one !== null);
        const [[cell = '']] = parse(csv.out, { record_delimiter: '\r\n' }) as [[string]];
        expect(itemsOf(cell)).toEqual(stated);
        expect(itemsOf(unescapeTsv(tsv.out.replace(/\n$/, '')))).toEqual(stated);
      }),
    );
  });

  it('read the same as markdown as they do in cards', async () => {
    // GitHub Flavored Markdown, 4.10 and 6.1: cells end at a bar without a backslash before it, and a
    // backslash before ASCII punctuation goes; any other sign of mark-up must not stand there bare
    const cellsOf = (line: string) => [...line.matchAll(/ ((?:\\.|[^\\|])*) (?=\|)/g)];
    const read = (cell: string) => {
      expect(cell.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[\\`*_[\]<>~&|]/);
      return cell.replace(/\\([!-/:-@[-`{-~])/g, '$1').trim();
    };
    await holds(async (name, records) => {
      const [, , ...lines] = (await printed(name, records, '-f', 'markdown', '--fields', 'all'))
        .trimEnd()
        .split('\n');
      const cards = (await printed(name, records, '-f', 'cards', '--fields', 'all'))
        .trimEnd()
        .split('\n\n');
      const cells = lines.map((line) => cellsOf(line).map(([, cell = '']) => read(cell)));
      const shown = cards.map((card) =>
        card.split('\n').map((line) => line.replace(/^\w+ */, '').trim()),
      );
      expect(cells).toEqual(shown);
    });
  });
});
