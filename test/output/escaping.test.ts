import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeUnsafe, toSafeJson } from '../../src/output/escape.ts';
import { example, run } from '../run.ts';

const lakes = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8'));

/** What the railway's note reads as in a format, at a terminal or into a pipe. */
async function noteIn(format: string, note: string, terminal?: number): Promise<string> {
  const [deal, ...rest] = lakes.deals;
  const text = JSON.stringify({ ...lakes, deals: [{ ...deal, note }, ...rest] });
  const world = terminal === undefined ? {} : { terminal };
  const { status, out, err } = await run(
    [
      'deals',
      '--limit=1',
      '--fields=note',
      '--no-header',
      '--color=never',
      '--data=x',
      '-f',
      format,
    ],
    { files: { x: text }, ...world },
  );
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return out;
}

/** A title for a terminal's window, a colour, a bell, a C1 sequence, DEL, and text turned round. */
const attack = '\u001b]0;x\u0007\u001b[31mred\u009b2J\u007f \u202etxt.exe\u2066';
const shownAttack = '\\x1b]0;x\\x07\\x1b[31mred\\x9b2J\\x7f \\u{202e}txt.exe\\u{2066}';

describe('a text that is shown', () => {
  it.each([
    ['tab, line feed and carriage return', 'a\tb\nc\rd', 'a\\tb\\nc\\rd'],
    ['C0', '\u0000\u0008\u001b', '\\x00\\x08\\x1b'],
    ['DEL and C1', '\u007f\u0080\u009b', '\\x7f\\x80\\x9b'],
    ['soft hyphens', 'co\u00adop', 'co\\xadop'],
    [
      'bidirectional marks and overrides',
      '\u061c\u200e\u202e\u2069',
      '\\u{61c}\\u{200e}\\u{202e}\\u{2069}',
    ],
    ['invisible characters', '\u200b\u2060\ufeff\u3164', '\\u{200b}\\u{2060}\\u{feff}\\u{3164}'],
    ['variation selectors', '❤\ufe0f', '❤\\u{fe0f}'],
    ['tags and selectors beyond the basic plane', '\u{e0041}\u{e0100}', '\\u{e0041}\\u{e0100}'],
    ['line and paragraph separators', 'a\u2028b\u2029c', 'a\\u{2028}b\\u{2029}c'],
    ['lone surrogates', '\ud800 \udfff', '\\u{d800} \\u{dfff}'],
  ])('has %s as visible escapes', (_, text, shown) => {
    expect(escapeUnsafe(text)).toBe(shown);
  });

  it('has a circle below a mark that it begins with, which would stand on what is before', () => {
    expect(escapeUnsafe('\u0301x\u0301')).toBe('\u25cc\u0301x\u0301');
  });

  it.each([
    'Zoë Maréquin',
    'e\u0301',
    '漢字',
    'العربية',
    'क्षि',
    '😀',
    '\\n \\x1b',
    '“$2.5 million”',
  ])('has %s as it is', (text) => {
    expect(escapeUnsafe(text)).toBe(text);
  });

  it('has nothing left that a terminal would act on, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (one, other) => {
        const text = `${one}\u001b${other}\u202e\ud800`;
        expect(escapeUnsafe(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(escapeUnsafe(escapeUnsafe(text))).toBe(escapeUnsafe(text));
      }),
    );
  });
});

describe('JSON', () => {
  it('has what is unsafe as \\uXXXX, pairs of them beyond the basic plane', () => {
    const value = { text: '\u001b\u007f\u009b\u202e\u2028\ud800\u{e0041}é😀' };
    expect(toSafeJson(value)).toBe(
      String.raw`{"text":"\u001b\u007f\u009b\u202e\u2028\ud800\udb40\udc41é😀"}`,
    );
  });

  it('reads back to just what it was, indented or not', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(0, 2), (text, indent) => {
        const value = { [text]: [text, '\ud83d', '\u202e'], list: [] };
        expect(JSON.parse(toSafeJson(value, indent))).toEqual(value);
      }),
    );
  });
});

describe('a hostile value', () => {
  it.each([
    ['table', shownAttack],
    ['cards', `note  ${shownAttack}`],
    ['markdown', `| ${shownAttack.replace(/[\\[\]]/g, '\\$&')} |`],
  ])('is escaped in %s, at a terminal and into a pipe alike', async (format, line) => {
    expect(await noteIn(format, attack)).toBe(`${line}\n`);
    expect(await noteIn(format, attack, 200)).toBe(`${line}\n`);
  });

  it.each(['json', 'ndjson'])('is escaped in %s as JSON has it', async (format) => {
    const escaped = String.raw`"\u001b]0;x\u0007\u001b[31mred\u009b2J\u007f \u202etxt.exe\u2066"`;
    expect(await noteIn(format, attack)).toContain(escaped);
    expect(await noteIn(format, attack, 80)).toContain(escaped);
  });

  it.each([
    ['csv', '\r\n'],
    ['tsv', '\n'],
  ])('is exact in %s into a pipe, and escaped at a terminal', async (format, end) => {
    expect(await noteIn(format, attack)).toBe(`${attack}${end}`);
    expect(await noteIn(format, attack, 80)).toBe(`${shownAttack}${end}`);
  });

  it('has its line breaks and tabs in TSV escaped once, at a terminal too', async () => {
    const shown = 'a\\tb\\nc\\\\d\n';
    expect(await noteIn('tsv', 'a\tb\nc\\d')).toBe(shown);
    expect(await noteIn('tsv', 'a\tb\nc\\d', 80)).toBe(shown);
  });

  it('stays one line a record in CSV at a terminal', async () => {
    expect(await noteIn('csv', 'a\r\n"b"')).toBe('"a\r\n""b"""\r\n');
    expect(await noteIn('csv', 'a\r\n"b"', 80)).toBe('"a\\r\\n""b"""\r\n');
  });

  it('is no mark-up in markdown', async () => {
    expect(await noteIn('markdown', '| *a* _b_ `c` [d](e) <f> ~g~ &amp; \\| h')).toBe(
      '| \\| \\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f\\> \\~g\\~ \\&amp; \\\\\\| h |\n',
    );
  });

  it('is measured as it is shown, so that the columns stand', async () => {
    const text = JSON.stringify({
      ...lakes,
      deals: lakes.deals.map((deal: object) => ({ ...deal, note: '\u001b[31m\u202e' })),
    });
    const line = ['deals', '--fields=note,status', '--data=x'];
    expect((await run(line, { files: { x: text } })).out).toBe(`\
note              status
────────────────────────
\\x1b[31m\\u{202e}  sought
\\x1b[31m\\u{202e}  sought
`);
  });
});
