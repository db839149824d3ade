import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { measureWidth } from '../../src/output/cell.ts';
import { createGlyphs } from '../../src/output/glyphs.ts';

describe('stand-ins for what the table library mis-measures', () => {
  it.each(['Zoë Maréquin', '“$6 billion” – ¶12 …', 'Владимир', '─│┌', '\u001b[1mid\u001b[22m'])(
    'are not needed for %s',
    (text) => {
      expect(createGlyphs().hide(text)).toBe(text);
    },
  );

  // with more units than columns in a text the library's time grows with the square of its length
  it.each(['漢字', '👍🏽', '🇰🇿', 'क्षि', 'ก็', 'e\u0301', '1\u20e3', 'ｻﾐｯﾄ', '\ue000', '\uf8ff'])(
    'are as wide as %s, a UTF-16 unit a column',
    (text) => {
      const hidden = createGlyphs().hide(text);
      expect(hidden).toMatch(/^\p{Private_Use}+$/u);
      expect(hidden).toHaveLength(stringWidth(text));
    },
  );

  it('leave colours alone', () => {
    const { hide, restore } = createGlyphs();
    const text = '\u001b[36m漢a漢\u001b[39m';
    const hidden = hide(text);
    expect(hidden.replace(/\p{Private_Use}+/gu, '?')).toBe('\u001b[36m?a?\u001b[39m');
    expect(restore(hidden)).toBe(text);
  });

  it('are put back wherever the drawing has them', () => {
    const { hide, restore } = createGlyphs();
    const drawing = `${hide('漢字')}   |  ${hide('🇰🇿')}${hide('字')}`;
    expect(restore(drawing)).toBe('漢字   |  🇰🇿字');
  });

  it('give back any text that they have hidden', () => {
    // texts as they come to a table: no control characters, and not led by a mark
    const text = fc
      .string({ unit: 'grapheme' })
      .map((value) => `x${value.replace(/\p{Cc}/gu, '')}`);
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        const { hide, restore } = createGlyphs();
        expect(restore(texts.map(hide).join('  '))).toBe(texts.join('  '));
      }),
    );
  });

  it.each(['\u0301abc', '\u0e31', '\u0301 \u0301'])('take text that begins with a mark', (text) => {
    const { hide, restore } = createGlyphs();
    expect(restore(hide(text))).toBe(text);
  });

  it.each(['\u0301abc', '\u001b[2m\u0e31abc\u001b[22m'])('give such a mark no column', (text) => {
    expect(measureWidth(createGlyphs().hide(text))).toBe(3);
  });

  it('change no text, however many kinds of characters it has', () => {
    const { hide, restore } = createGlyphs();
    const kinds = Array.from({ length: 7000 }, (_, at) => String.fromCharCode(0x4e00 + at));
    const text = `${kinds.join('')}\ue000\ue001\uf8ff`;
    expect(restore(hide(text)) === text).toBe(true);
  });
});
