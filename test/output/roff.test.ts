import { expect, test } from 'vitest';
import {
  formatItem,
  formatParagraph,
  formatSection,
  formatUsage,
  toBold,
  toItalic,
} from '../../src/output/roff.ts';

test('no sign of a text is one of roff', () => {
  expect(toBold('a\\b-c')).toBe('\\fBa\\eb\\-c\\fR');
  expect(toItalic('é “x”\t~')).toBe('\\fI\\[u00E9] \\[u201C]x\\[u201D]\\[u0009]~\\fR');
  expect(toItalic('𝒜')).toBe('\\fI\\[u1D49C]\\fR');
});

test('what is to be typed is bold, and what it stands for in italics', () => {
  expect(formatUsage('--sort <field,…> [more]')).toBe(
    '\\fB\\-\\-sort\\fR \\fI<field,\\[u2026]>\\fR [\\fBmore\\fR]',
  );
  expect(formatUsage('-f, --format')).toBe('\\fB\\-f\\fR, \\fB\\-\\-format\\fR');
});

test('running text is in short lines, none of which is a request', () => {
  expect(formatParagraph('word '.repeat(20))).toEqual([
    '.PP',
    'word word word word word word word word word word word word word word word',
    'word word word word word',
  ]);
  expect(formatParagraph('word   ')).toEqual(['.PP', 'word']);
  expect(formatParagraph(".so\n'br\na.b")).toEqual(['.PP', '\\&.so', "\\&'br", 'a.b']);
  expect(formatItem('tag', 'about')).toEqual(['.TP', 'tag', 'about']);
});

test('a section begins without a macro for its first paragraph, and with one for a list', () => {
  expect(formatSection('NAME', formatParagraph('one'), formatParagraph('two'))).toEqual([
    '.SH NAME',
    'one',
    '.PP',
    'two',
  ]);
  expect(formatSection('EMPTY')).toEqual(['.SH EMPTY']);
  expect(formatSection('FILES', formatItem('a', 'b'))).toEqual(['.SH FILES', '.TP', 'a', 'b']);
});

test('no line of running text is longer than 80 bytes, however much of it is escaped', () => {
  const lines = formatParagraph('\\x1b-\\u{202e}-\\ '.repeat(20));
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});
