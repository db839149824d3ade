import { expect, test } from 'vitest';
import { bold, italic, item, paragraph, section, typed } from '../../src/output/roff.ts';

test('no sign of a text is one of roff', () => {
  expect(bold('a\\b-c')).toBe('\\fBa\\eb\\-c\\fR');
  expect(italic('é “x”\t~')).toBe('\\fI\\[u00E9] \\[u201C]x\\[u201D]\\[u0009]~\\fR');
  expect(italic('𝒜')).toBe('\\fI\\[u1D49C]\\fR');
});

test('what is to be typed is bold, and what it stands for in italics', () => {
  expect(typed('--sort <field,…> [more]')).toBe(
    '\\fB\\-\\-sort\\fR \\fI<field,\\[u2026]>\\fR [\\fBmore\\fR]',
  );
  expect(typed('-f, --format')).toBe('\\fB\\-f\\fR, \\fB\\-\\-format\\fR');
});

test('running text is in short lines, none of which is a request', () => {
  expect(paragraph('word '.repeat(20))).toEqual([
    '.PP',
    'word word word word word word word word word word word word word word word',
    'word word word word word',
  ]);
  expect(paragraph('word   ')).toEqual(['.PP', 'word']);
  expect(paragraph(".so\n'br\na.b")).toEqual(['.PP', '\\&.so', "\\&'br", 'a.b']);
  expect(item('tag', 'about')).toEqual(['.TP', 'tag', 'about']);
});

test('a section begins without a macro for its first paragraph, and with one for a list', () => {
  expect(section('NAME', paragraph('one'), paragraph('two'))).toEqual([
    '.SH NAME',
    'one',
    '.PP',
    'two',
  ]);
  expect(section('EMPTY')).toEqual(['.SH EMPTY']);
  expect(section('FILES', item('a', 'b'))).toEqual(['.SH FILES', '.TP', 'a', 'b']);
});
