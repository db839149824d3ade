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

const hostilePart = fc.constantFrom(
  ...['"', "'", ',', '\t', '\n', '\r', '\r\n', '\\', '\\n', '\\t', '|', '`', '*', '_', '<b>', ' '],
  ...['\u0000', '\u001b[31m', '\u007f', '\u0085', '\u009b', '\u00ad', '\ufeff', '\u2028', '\u2029'],
  ...['\u202e', '\u2066', '\u200b', '\u200d', '\ud800', '\udfff', '\ue000', '\uf8ff', '😀', '🇰🇿'],
  ...['e\u0301', 'é', '漢字', 'ก็', 'क्षि', '𝒳', 'null', '[]', '&amp;', '=1+1', '#', '~~', '[a](b)'],
);
/** Checks that a text is not only spaces, which count as empty. */
const isText = (value: string) => !/^\p{Zs}*$/u.test(value);

const hostileText = fc
  .array(fc.oneof(hostilePart, fc.string({ unit: 'binary' }), fc.string()), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(''))
  .filter(isText);
const hostileItem = hostileText.map((value) => value.replaceAll(';', '')).filter(isText);
const allowNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null, freq: 4 });

/** Number of records in a sample. */
const sampleSize = 25;
const sampleLength = { minLength: sampleSize, maxLength: sampleSize };

/** Applies each change to a record of the fixture, or to a copy of the last one. */
const changeRecords = (records: readonly Row[], changes: readonly object[]): readonly Row[] =>
  changes.map((values, at) => {
    const last = records.at(-1) ?? {};
    return { ...(records[at] ?? { ...last, id: `${String(last.id)}-${at}` }), ...values };
  });

/** Deals with hostile values in all fields of free text or numbers. */
const deals = fc
  .array(
    fc.record({
      name: hostileText,
      amount: fc.double({ min: 0, max: Number.MAX_SAFE_INTEGER, noNaN: true }),
      amountAsWritten: allowNull(hostileText),
      attribution: allowNull(hostileText),
      note: allowNull(hostileText),
    }),
    sampleLength,
  )
  // A dataset is JSON, which has no -0.
  .map(
    (values) => JSON.parse(JSON.stringify(changeRecords(lakes.deals, values))) as readonly Row[],
  );

/** Leaders with hostile names and aliases. */
const leaders = fc
  .array(
    fc.record({
      name: allowNull(hostileText),
      aliases: fc.uniqueArray(hostileItem, { maxLength: 4 }),
    }),
    sampleLength,
  )
  .map((values) => changeRecords(lakes.leaders, values));

/** Prints a listing of these records into a pipe. */
async function printListing(
  name: 'leaders' | 'deals',
  records: readonly Row[],
  ...options: string[]
) {
  const files = { 'hostile.json': lakesWith({ [name]: records }) };
  const { status, out, err } = await run([name, '--data', 'hostile.json', ...options], { files });
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return out;
}

/** Returns a value as CSV and TSV represent it. */
const formatValue = (value: unknown) =>
  value === null ? '' : Array.isArray(value) ? value.join(';') : String(value);

/** Lists records as CSV and TSV represent them: first the field names, then all fields except evidence. */
function listRows(records: readonly Row[]): readonly (readonly string[])[] {
  const names = Object.keys(records[0] ?? {}).filter((name) => name !== 'evidence');
  return [names, ...records.map((record) => names.map((name) => formatValue(record[name])))];
}

/** Number of runs for as many records as other properties have samples. */
const runOptions = { numRuns: Math.ceil(numRuns / sampleSize) };

/** Checks a property with hostile deals and with hostile leaders. */
async function checkProperty(
  check: (name: 'leaders' | 'deals', records: readonly Row[]) => Promise<void>,
) {
  await fc.assert(
    fc.asyncProperty(deals, (records) => check('deals', records)),
    runOptions,
  );
  await fc.assert(
    fc.asyncProperty(leaders, (records) => check('leaders', records)),
    runOptions,
  );
}

// Characters that JSON must not contain unescaped: controls, formatting characters, lone surrogates.
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

describe('values of all kinds, printed and read back', () => {
  it('round-trip through JSON, which contains nothing unsafe', async () => {
    await checkProperty(async (name, records) => {
      const out = await printListing(name, records, '-f', 'json');
      expect(JSON.parse(out)).toEqual(records);
      expect(out.replaceAll('\n', '')).not.toMatch(unsafe);
    });
  });

  it('round-trip through NDJSON, one line per record, which contains nothing unsafe', async () => {
    await checkProperty(async (name, records) => {
      const lines = (await printListing(name, records, '-f', 'ndjson')).split('\n');
      expect(lines.pop()).toBe('');
      expect(lines.map((line) => JSON.parse(line))).toEqual(records);
      expect(lines.filter((line) => unsafe.test(line))).toEqual([]);
    });
  });

  // The parser reads UTF-8, which has no lone surrogates.
  it('round-trip through CSV, with null as an empty cell and lists joined by ;', async () => {
    await checkProperty(async (name, records) => {
      const out = await printListing(name, records, '-f', 'csv');
      const rows = listRows(records).map((row) => row.map((value) => value.toWellFormed()));
      expect(parse(out, { record_delimiter: '\r\n' })).toEqual(rows);
      expect(parse(out)).toEqual(rows);
    });
  });

  it('round-trip through CSV with a single column, where an empty line would not be a record', async () => {
    await checkProperty(async (name, records) => {
      const out = await printListing(name, records, '-f', 'csv', '--fields', 'name', '--no-header');
      const rows = parse(out, { record_delimiter: '\r\n', skip_empty_lines: true });
      expect(rows).toEqual(records.map((record) => [formatValue(record.name).toWellFormed()]));
    });
  });

  it('round-trip through TSV, one line per record', async () => {
    const signs: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', '\\': '\\' };
    const unescapeValue = (value: string) =>
      value.replace(/\\(.)/gs, (_, sign: string) => signs[sign] ?? `unknown escape ${sign}`);
    await checkProperty(async (name, records) => {
      const lines = (await printListing(name, records, '-f', 'tsv')).split('\n');
      expect(lines.pop()).toBe('');
      expect(lines.map((line) => line.split('\t').map(unescapeValue))).toEqual(listRows(records));
    });
  });

  it('round-trip as items of a list from a followed reference, in CSV and TSV', async () => {
    const name = allowNull(fc.stringMatching(/^[a-c;\\\t\n",' ]{1,6}$/).filter(isText));
    const unescapeTsv = (value: string) =>
      value.replace(
        /\\([tnr\\])/g,
        (_, sign: string) => ({ t: '\t', n: '\n', r: '\r' })[sign] ?? sign,
      );
    const splitItems = (cell: string) =>
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
        expect(splitItems(cell)).toEqual(stated);
        expect(splitItems(unescapeTsv(tsv.out.replace(/\n$/, '')))).toEqual(stated);
      }),
    );
  });

  it('read the same in markdown as in cards', async () => {
    // GitHub Flavored Markdown, 4.10 and 6.1: a cell ends at a bar without a backslash before it, and a backslash
    // before ASCII punctuation disappears. No other sign of mark-up may remain unescaped.
    const matchCells = (line: string) => [...line.matchAll(/ ((?:\\.|[^\\|])*) (?=\|)/g)];
    const readCell = (cell: string) => {
      expect(cell.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[\\`*_[\]<>~&|]/);
      return cell.replace(/\\([!-/:-@[-`{-~])/g, '$1').trim();
    };
    await checkProperty(async (name, records) => {
      const [, , ...lines] = (
        await printListing(name, records, '-f', 'markdown', '--fields', 'all')
      )
        .trimEnd()
        .split('\n');
      const cards = (await printListing(name, records, '-f', 'cards', '--fields', 'all'))
        .trimEnd()
        .split('\n\n');
      const cells = lines.map((line) => matchCells(line).map(([, cell = '']) => readCell(cell)));
      const shown = cards.map((card) =>
        card.split('\n').map((line) => line.replace(/^\w+ */, '').trim()),
      );
      expect(cells).toEqual(shown);
    });
  });
});
