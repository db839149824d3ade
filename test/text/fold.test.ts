import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldCase, foldWithOffsets } from '../../src/text/fold.ts';

describe('folding', () => {
  it.each([
    "Xi'an",
    'Xi’an',
    'Xi‘an',
    'Xiʼan',
    'Xi`an',
    'Xi´an',
    'Xi＇an',
    'XIAN',
    'Xian',
    "Xī'ān",
  ])('treats %s and xian as the same', (spelling) => {
    expect(fold(spelling)).toBe('xian');
  });

  it.each([
    ['one-on-one', 'one on one'],
    ['One–on—One', 'one on one'],
    ['one‑on‐one', 'one on one'],
    ['one \t\r\n on\u00a0\u2003one', 'one on one'],
    ['Belmarch — Corvessa', 'belmarch corvessa'],
  ])('treats dashes and white space as one space: %j', (text, result) => {
    expect(fold(text)).toBe(result);
  });

  it.each([
    ['Zoë Maréquin', 'zoe marequin'],
    ['Zoe\u0308 Mare\u0301quin', 'zoe marequin'],
    ['Ỹ̂', 'y'],
    ['İstanbul', 'istanbul'],
    ['ΟΔΌΣ όδος', 'οδοσ οδοσ'],
    ['ﬁn', 'fin'],
    ['Ｘｉ', 'xi'],
    ['５ ²', '5 2'],
  ])('ignores case, diacritics and variants of a letter: %j', (text, result) => {
    expect(fold(text)).toBe(result);
  });

  it('keeps other signs', () => {
    expect(fold('$6 billion, “barely” & 1.4;')).toBe('$6 billion, “barely” & 1.4;');
  });

  it('maps each unit to its origin, and the end to the end of the text', () => {
    expect(foldWithOffsets("Zoe\u0308 O'T")).toEqual({
      text: 'zoe ot',
      from: [0, 1, 2, 4, 5, 7, 8],
    });
    expect(foldWithOffsets('')).toEqual({ text: '', from: [0] });
  });

  it('keeps its offsets in order and inside the text, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { text: result, from } = foldWithOffsets(text);
        expect(result).toBe(fold(text));
        expect(from).toHaveLength(result.length + 1);
        expect(from.at(-1)).toBe(text.length);
        expect(from).toEqual(from.toSorted((a, b) => a - b));
      }),
    );
  });

  it('treats composed and decomposed letters as the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
    );
  });

  it('leaves folded text unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('comparing without case', () => {
  it('keeps diacritics, composed or not', () => {
    expect(foldCase('ZOË')).toBe('zoë');
    expect(foldCase('Zoe\u0308')).toBe('zoë');
    expect(foldCase('Zoe')).not.toBe(foldCase('Zoë'));
  });
});
