import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import { lakesWith } from '../read-dataset.ts';
import { example, run, type World } from '../run.ts';

const lakes = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8'));

/** Prints a listing of deals with these names, one per record. */
async function printDeals(names: readonly string[], options: readonly string[], world: World = {}) {
  const deals = names.map((name, at) => ({ ...lakes.deals[0], id: `deal-${at}`, name }));
  const files = { 'deals.json': lakesWith({ deals }) };
  const argv = ['deals', '--data=deals.json', '--color=never', ...options];
  const { status, out, err } = await run(argv, { ...world, files });
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return out;
}

/** Returns the width of a text in columns. It is composed first, as the library expects. */
const measure = (text: string) => stringWidth(text.normalize());

/** Lists the columns at which a word begins, for each line that contains it. */
const findColumns = (word: string, out: string) =>
  out
    .split('\n')
    .filter((line) => line.includes(word))
    .map((line) => measure(line.slice(0, line.lastIndexOf(word))));

/** Names with their widths in columns, as shown by tmux except for two (emoji with skin tones 8, Devanagari 17). */
const scripts: readonly (readonly [script: string, name: string, width: number])[] = [
  ['Chinese', '中亚峰会在西安举行', 18],
  ['Japanese with half-width forms', '日本のｻﾐｯﾄ（首脳会議）', 22],
  ['Korean', '정상회담이 열리다', 17],
  ['Korean in single letters', '정상회담'.normalize('NFD'), 8],
  ['emoji', '😀 🚂 🏔', 7],
  ['emoji with skin tones', '👍🏽👋🏿', 4],
  ['flags', '🇰🇿🇰🇬🇹🇯🇹🇲🇺🇿', 10],
  ['keycaps', '1\u20e3 2\u20e3', 3],
  ['Thai', 'การประชุมสุดยอดที่น้ำ', 16],
  ['Devanagari', 'शिखर सम्मेलन क्षेत्रीय', 15],
  ['Arabic', 'قمة آسيا الوسطى', 15],
  ['combining marks', 'Zoe\u0308 Mare\u0301quin', 12],
  ['many marks on one letter', `z${'\u0300\u0323\u0351'.repeat(8)}algo`, 5],
  ['letters beyond the basic plane', '𝒳𝒾', 2],
  ['private-use characters', '\ue000\ue001\uf8ff', 3],
];

describe('a column of wide or composed characters', () => {
  it.each(scripts)('keeps the next column aligned in a pipe: %s', async (_, name, columns) => {
    const out = await printDeals([name, 'plain'], ['--fields', 'id,name,status']);
    expect(out).toContain(name);
    const width = Math.max(columns, 5);
    expect(findColumns('sought', out)).toEqual([6 + 2 + width + 2, 6 + 2 + width + 2]);
    expect(findColumns('status', out)).toEqual([6 + 2 + width + 2]);
  });

  it.each(scripts)(
    'keeps the next column aligned if it wraps on a terminal: %s',
    async (_, name) => {
      const names = [Array.from({ length: 12 }, () => name).join(' '), 'plain'];
      const options = ['--fields', 'id,name,status,amount'];
      const out = await printDeals(names, options, { terminal: 60 });
      expect(new Set(findColumns('sought', out)).size).toBe(1);
      expect(Math.max(...out.split('\n').map(measure))).toBe(60);
      expect(out).not.toContain('…');
      // Wrapping composes letters (NFC).
      const removeSpace = (text: string) => text.normalize('NFC').replace(/\s/g, '');
      expect(removeSpace(out.replaceAll(/deal-\d|sought|\$2\.5 million|─/g, ''))).toBe(
        `idnamestatusamount${removeSpace(names.join(''))}`,
      );
    },
  );

  it('wraps Chinese, which has no spaces, between characters', async () => {
    const name = '中亚峰会在西安举行，各国领导人出席会议并发表讲话。';
    const out = await printDeals([name], ['--fields', 'id,name,status,kind'], { terminal: 46 });
    expect(out).toBe(`\
id      name                   status  kind
${'─'.repeat(46)}
deal-0  中亚峰会在西安举行，   sought  railway
         各国领导人出席会议并
         发表讲话。
`);
  });

  it('keeps the rows of all scripts aligned with each other', async () => {
    const names = scripts.map(([, name]) => name);
    const out = await printDeals(names, ['--fields', 'id,name,status', '--no-header']);
    expect(findColumns('sought', out)).toHaveLength(names.length);
    expect(new Set(findColumns('sought', out)).size).toBe(1);
  });

  it('accepts values that begin with a combining mark, or are only that', async () => {
    const options = ['--fields', 'id,name,status', '--no-header'];
    const out = await printDeals(['\u0301abc', '\u0e31', 'plain'], options);
    expect(out).toContain('abc');
    expect(findColumns('sought', out)).toHaveLength(3);
    expect(new Set(findColumns('sought', out)).size).toBe(1);
  });

  it('accepts lines that begin with a combining mark after wrapping', async () => {
    const name = 'lakeside \u0301railway '.repeat(6).trim();
    const options = ['--fields', 'id,name,status,amount'];
    const out = await printDeals([name, 'plain'], options, { terminal: 60 });
    expect(new Set(findColumns('sought', out)).size).toBe(1);
  });

  it('keeps any text on one line in a pipe, with aligned columns', async () => {
    const part = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
      fc.constantFrom(...scripts.map(([, name]) => name)),
    );
    // The letter in front keeps values from beginning with a mark, which has its own test.
    const name = fc
      .array(part, { minLength: 1, maxLength: 4 })
      .map((parts) => `x${parts.join('')}`);
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 2, maxLength: 3 }), async (names) => {
        const out = await printDeals(names, ['--fields', 'id,name,status', '--no-header']);
        const columns = out
          .trimEnd()
          .split('\n')
          .map((line) => measure(line.slice(0, -'sought'.length)));
        expect(columns).toHaveLength(names.length);
        expect(new Set(columns).size).toBe(1);
      }),
    );
  });
});
