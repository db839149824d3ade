import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeUnsafe, toSafeJson } from '../../src/output/escape.ts';
import { example, run } from '../run.ts';

const lakes = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8'));

/** Prints the railway's note in a format, on a terminal or in a pipe. */
async function printNote(format: string, note: string, terminal?: number): Promise<string> {
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

/** Sequences for a terminal: window title, colour, bell, C1; then DEL, and text with reversed direction. */
const attack = '\u001b]0;x\u0007\u001b[31mred\u009b2J\u007f \u202etxt.exe\u2066';
const escapedAttack = '\\x1b]0;x\\x07\\x1b[31mred\\x9b2J\\x7f \\u{202e}txt.exe\\u{2066}';

describe('text for people', () => {
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
  ])('shows %s as visible escapes', (_, text, shown) => {
    expect(escapeUnsafe(text)).toBe(shown);
  });

  it('puts a dotted circle under a combining mark at the start, which would otherwise join the text before it', () => {
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
  ])('leaves %s unchanged', (text) => {
    expect(escapeUnsafe(text)).toBe(text);
  });

  it('contains nothing that a terminal would interpret, for any input', () => {
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
  it('escapes unsafe characters as \\uXXXX, as a pair beyond the basic plane', () => {
    const value = { text: '\u001b\u007f\u009b\u202e\u2028\ud800\u{e0041}é😀' };
    expect(toSafeJson(value)).toBe(
      String.raw`{"text":"\u001b\u007f\u009b\u202e\u2028\ud800\udb40\udc41é😀"}`,
    );
  });

  it('round-trips exactly, indented or not', () => {
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
    ['table', escapedAttack],
    ['cards', `note  ${escapedAttack}`],
    ['markdown', `| ${escapedAttack.replace(/[\\[\]]/g, '\\$&')} |`],
  ])('is escaped in %s, on a terminal and in a pipe', async (format, line) => {
    expect(await printNote(format, attack)).toBe(`${line}\n`);
    expect(await printNote(format, attack, 200)).toBe(`${line}\n`);
  });

  it.each(['json', 'ndjson'])('is escaped in %s as in any JSON', async (format) => {
    const escaped = String.raw`"\u001b]0;x\u0007\u001b[31mred\u009b2J\u007f \u202etxt.exe\u2066"`;
    expect(await printNote(format, attack)).toContain(escaped);
    expect(await printNote(format, attack, 80)).toContain(escaped);
  });

  it.each([
    ['csv', '\r\n'],
    ['tsv', '\n'],
  ])('is exact in %s in a pipe, and escaped on a terminal', async (format, end) => {
    expect(await printNote(format, attack)).toBe(`${attack}${end}`);
    expect(await printNote(format, attack, 80)).toBe(`${escapedAttack}${end}`);
  });

  it('has its line breaks and tabs in TSV escaped once, also on a terminal', async () => {
    const shown = 'a\\tb\\nc\\\\d\n';
    expect(await printNote('tsv', 'a\tb\nc\\d')).toBe(shown);
    expect(await printNote('tsv', 'a\tb\nc\\d', 80)).toBe(shown);
  });

  it('takes one line per record in CSV on a terminal', async () => {
    expect(await printNote('csv', 'a\r\n"b"')).toBe('"a\r\n""b"""\r\n');
    expect(await printNote('csv', 'a\r\n"b"', 80)).toBe('"a\\r\\n""b"""\r\n');
  });

  it('is not mark-up in markdown', async () => {
    expect(await printNote('markdown', '| *a* _b_ `c` [d](e) <f> ~g~ &amp; \\| h')).toBe(
      '| \\| \\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f\\> \\~g\\~ \\&amp; \\\\\\| h |\n',
    );
  });

  it('is measured after escaping, which keeps columns aligned', async () => {
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
